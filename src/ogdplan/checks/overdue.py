"""Milestones whose deadline has passed, and the words that are owed about them."""

from collections.abc import Iterator

from ogdplan.checks.context import Context
from ogdplan.checks.phrases import counted, listed
from ogdplan.checks.plan_period import PlanPeriod
from ogdplan.findings import Problem
from ogdplan.model.vocabularies import Stage, Status
from ogdplan.model.when import When
from ogdplan.progress.health import Health
from ogdplan.progress.milestones import MilestoneProgress


def check(context: Context, period: PlanPeriod) -> Iterator[Problem]:
    """Yield the overdue milestones, but for those whose deadline is a slip of the pen."""
    held_up = _held_up(context)
    for each in context.progress.milestones:
        due = each.milestone.due
        if each.health is Health.OVERDUE and due and not period.is_far(due):
            yield context.problem(
                "overdue",
                each.milestone,
                "due",
                _how_late(context, each, due),
                help_text=_what_is_missing(context, each, due, held_up),
            )


def _held_up(context: Context) -> frozenset[str]:
    """Return the ids of what open challenges affect."""
    return frozenset(
        affected
        for each in context.progress.challenges
        if each.is_open
        for affected in each.challenge.affects
    )


def _how_late(context: Context, each: MilestoneProgress, due: When) -> str:
    days = counted((context.as_of - due.last).days, "day")
    late = f"the deadline {due} passed {days} ago"
    if each.status is Status.UNCLEAR:
        return f"{late}, and no source shows how it stands"
    undelivered = "not delivered: " if context.progress.over else ""
    return f"{undelivered}{late}, the status is {each.status}"


def _what_is_missing(
    context: Context, each: MilestoneProgress, due: When, held_up: frozenset[str]
) -> str:
    """Return what to do; a closed plan sets no new dates, a challenge may hold up a commitment."""
    is_reported = any(due.last < update.on.last <= context.as_of for update in each.updates)
    is_explained = each.milestone.id in held_up or each.milestone.commitment in held_up
    wanted = (
        (not is_reported, f"a report since {due}"),
        (context.plan.header.stage is not Stage.CLOSED, "a new date with its reason"),
        (not is_explained, "the challenge that explains the delay"),
    )
    missing = listed([words for is_wanted, words in wanted if is_wanted])
    otherwise = f"; else add {missing}" if missing else ""
    return f"if it is done set `completed`, if it was given up `withdrawn`{otherwise}"
