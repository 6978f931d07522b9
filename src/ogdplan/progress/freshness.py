"""When the plan was last reported on, and whether that is too long ago."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from ogdplan.model.plan import Plan
from ogdplan.model.vocabularies import Reporting
from ogdplan.model.when import When
from ogdplan.model.work import Commitment, Milestone
from ogdplan.progress.period import is_running

STALE_DAYS = 180
"""After how many days without a report a plan is stale that does not say how often it reports."""

MONTHS = {
    Reporting.MONTHLY: 1,
    Reporting.QUARTERLY: 3,
    Reporting.HALF_YEARLY: 6,
    Reporting.YEARLY: 12,
}
"""How many calendar months a reporting period has."""


def last_report(plan: Plan, as_of: date) -> date | None:
    """Return the day of the latest dated fact of the plan up to `as_of`, None without one.

    `started` and `raised` count from their first day, all others from their last.
    """
    return max((day for day in _report_days(plan) if day <= as_of), default=None)


def is_stale(plan: Plan, reported: date | None, as_of: date) -> bool:
    """Return whether the plan runs and its last report is over two reporting periods ago.

    `reported` is the day of the last report. Without one the plan's first day stands for it;
    when that is unknown too, the plan is stale.
    """
    if not is_running(plan.header, as_of):
        return False
    start = plan.header.start
    since = reported or (start.first if start else None)
    if since is None:
        return True
    if plan.header.reporting is None:
        return (as_of - since).days > STALE_DAYS
    return _is_over_months_after(as_of, since, months=2 * MONTHS[plan.header.reporting])


def _is_over_months_after(day: date, since: date, *, months: int) -> bool:
    """Return whether `day` is later than the day `months` calendar months after `since`.

    Compares numbers, since that day may lie beyond the year 9999. They need no cutting to
    the length of the month: the day after 28 February is later than a 30 February too.
    """
    year, month = divmod(since.year * 12 + since.month - 1 + months, 12)
    return (day.year, day.month, day.day) > (year, month + 1, since.day)


def _report_days(plan: Plan) -> Iterator[date]:
    for from_first in _counted_from_first(plan):
        if from_first:
            yield from_first.first
    for from_last in _counted_from_last(plan):
        if from_last:
            yield from_last.last


def _counted_from_first(plan: Plan) -> Iterator[When | None]:
    yield from (milestone.started for milestone in plan.milestones)
    yield from (challenge.raised for challenge in plan.challenges)


def _counted_from_last(plan: Plan) -> Iterator[When | None]:
    yield from (update.on for update in plan.updates)
    for work in chain[Milestone | Commitment](plan.milestones, plan.commitments):
        yield work.completed
        yield work.withdrawn
    yield from (challenge.resolved for challenge in plan.challenges)
    yield from (dataset.released for dataset in plan.datasets)
    yield from (measurement.on for measurement in plan.measurements)
