"""Dates that contradict each other, or the status that is stated beside them.

A period contradicts another date only where all of it does: an end in "2018" may lie after a
start in June 2018.
"""

from collections.abc import Iterator
from itertools import chain

from ogdplan.checks.context import Context
from ogdplan.findings import Problem
from ogdplan.model.record import Table
from ogdplan.model.vocabularies import Status
from ogdplan.model.when import When
from ogdplan.model.work import Commitment, Milestone

_WORDS = {"start": "the start"}


def check(context: Context) -> Iterator[Problem]:
    """Yield the dates of a plan and its records that cannot be."""
    plan = context.plan
    for whole in (plan.header, *plan.commitments, *plan.events):
        yield from _in_order(context, whole, "end-before-start", first="start", then="end")
    for milestone in plan.milestones:
        yield from _in_order(context, milestone, "due-before-start", first="start", then="due")
        yield from _in_order(
            context, milestone, "completed-before-started", first="started", then="completed"
        )
    for work in chain[Milestone | Commitment](plan.milestones, plan.commitments):
        yield from _as_stated(context, work)
    for challenge in plan.challenges:
        yield from _in_order(
            context, challenge, "resolved-before-raised", first="raised", then="resolved"
        )


def _in_order(
    context: Context, table: Table, slug: str, *, first: str, then: str
) -> Iterator[Problem]:
    earlier: When | None = getattr(table, first)
    later: When | None = getattr(table, then)
    if earlier and later and later.last < earlier.first:
        message = f"{then} {later} is before {_WORDS.get(first, first)} {earlier}"
        yield context.problem(slug, table, then, message)


def _as_stated(context: Context, work: Milestone | Commitment) -> Iterator[Problem]:
    """Yield the date that says otherwise than the stated status; of two dates the later counts.

    What was completed and later given up has both dates, and is withdrawn.
    """
    given = ((work.withdrawn, Status.WITHDRAWN), (work.completed, Status.COMPLETED))
    dates = [(when, status) for when, status in given if when]
    if work.status is None or not dates:
        return
    when, dated = max(dates, key=lambda date: date[0].last)
    if work.status is not dated:
        message = f"{dated} {when}, but the status is {work.status}"
        yield context.problem("date-without-status", work, dated, message)
