"""How often a deadline was moved between two plans, and how far, reported or not."""

from collections.abc import Iterator, Sequence

from ogdplan.compare.matching import Pair
from ogdplan.compare.points_of_deadlines import NO_REASON, DeadlineMoved
from ogdplan.compare.sides import shortened
from ogdplan.model.when import When
from ogdplan.model.work import Update
from ogdplan.progress.timeline import first_promised, is_move


def move(pair: Pair, milestone: str, old: When, new: When) -> DeadlineMoved:
    """Return the move of a deadline, with the reports of it that the old plan did not have.

    Where a report does not begin at the deadline that there was, or the last does not end at
    the one that there is, it was moved in between without a report: that counts as a move too.
    """
    moves = [each for each in pair.after.updates.get(milestone, ()) if is_move(each)]
    reported = pair.before.updates.get(milestone, ())
    known = {each.id for each in reported}
    # As they were: to correct the last of them is no move in between.
    before = [each for each in reported if is_move(each)]
    came = _after([each for each in moves if each.id not in known], old)
    made = list(_chain(came, old, new))
    earlier = len(moves) - len(came) + _gaps(before, old)
    return DeadlineMoved(
        old=old,
        new=new,
        days=(new.last - old.last).days,
        slip_days=(new.last - _first(moves, old, knows_moves=bool(before)).last).days,
        moves=tuple(range(earlier + 1, earlier + len(made) + 1)),
        reasons=tuple(
            shortened(pair.after.text(each.text)) if each else NO_REASON for each in made
        ),
        reports=tuple(each.id for each in made if each),
    )


def _after(moves: Sequence[Update], deadline: When) -> Sequence[Update]:
    """Return the moves that come after those which led to a deadline and were reported late."""
    ends = [place for place, each in enumerate(moves, 1) if _is_same(each.due_to, deadline)]
    return moves[ends[-1] :] if ends else moves


def _chain(moves: Sequence[Update], old: When, new: When) -> Iterator[Update | None]:
    """Yield each move from one deadline to another, None for one without a report."""
    at: When | None = old
    for each in moves:
        if not _is_same(each.due_from, at):
            yield None
        yield each
        at = each.due_to
    if not _is_same(at, new):
        yield None


def _gaps(moves: Sequence[Update], deadline: When) -> int:
    """Return how often the deadline was moved without a report between and after these moves."""
    ends = [*(each.due_from for each in moves[1:]), deadline]
    return sum(not _is_same(each.due_to, end) for each, end in zip(moves, ends, strict=False))


def _first(moves: Sequence[Update], old: When, *, knows_moves: bool) -> When:
    """Return the first deadline that is known of.

    That is the one which the first reported move left, unless the old plan knew of none and had
    a deadline to which no report leads: then that one came before.
    """
    if knows_moves or any(_is_same(each.due_to, old) for each in moves):
        return first_promised(moves, old)
    return old


def _is_same(one: When | None, other: When | None) -> bool:
    """Return whether two deadlines end on one day, however they are written."""
    return one is not None and other is not None and one.last == other.last
