"""Moved deadlines: whether the reports of moves make one chain that ends at today's deadline."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ogdplan.checks.context import Context
from ogdplan.findings import Problem
from ogdplan.model.when import When
from ogdplan.model.work import Commitment, Milestone, Update

_BROKEN = "deadline-chain-broken"


def check(context: Context) -> Iterator[Problem]:
    """Yield each break in the moves of a deadline.

    The moves of one deadline are ordered by the last day of their reports, those of one day by
    the file. Moves in reports about the plan as a whole have no deadline to be compared with.
    """
    if not any(_is_move(update) for update in context.plan.updates):
        return
    for update in context.plan.updates:
        yield from _half(context, update)
    for updates in context.updates.values():
        moves = [update for update in updates if _is_move(update)]
        if moves:
            yield from _breaks(context, moves)
            yield from _loose_end(context, moves[-1])


def _is_move(update: Update) -> bool:
    return update.due_from is not None or update.due_to is not None


def _half(context: Context, update: Update) -> Iterator[Problem]:
    """Yield the one date of a move that lacks the other; it is compared with no other move."""
    for given, absent in (("due_from", "due_to"), ("due_to", "due_from")):
        if getattr(update, given) and not getattr(update, absent):
            message = f"{given} {getattr(update, given)} stands without {absent}"
            yield context.problem(
                _BROKEN, update, given, message, help_text=f"add {absent}, or remove {given}"
            )


def _breaks(context: Context, moves: Sequence[Update]) -> Iterator[Problem]:
    for before, after in pairwise(moves):
        if before.due_to and after.due_from and not _is_same(before.due_to, after.due_from):
            message = (
                f"due_from {after.due_from} is not {before.due_to}, "
                f'where the move before ended ("{before.id}")'
            )
            yield context.problem(_BROKEN, after, "due_from", message)


def _loose_end(context: Context, last: Update) -> Iterator[Problem]:
    """Yield the end of the last move where it is not the deadline of the work."""
    match context.by_id.get(last.about or ""):
        case Milestone(due=deadline):
            name = "due"
        case Commitment(end=deadline):
            name = "end"
        case _:
            return
    if last.due_to is None or (deadline and _is_same(last.due_to, deadline)):
        return
    is_now = f"is not {name} {deadline}" if deadline else f"stands, and there is no {name},"
    message = f'due_to {last.due_to} {is_now} of "{last.about}"'
    yield context.problem(_BROKEN, last, "due_to", message)


def _is_same(one: When, other: When) -> bool:
    return (one.first, one.last) == (other.first, other.last)
