"""Who owes a report, over several plans."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ogdplan.actions.library import Loaded
from ogdplan.model.plan import Plan
from ogdplan.progress.interval import Interval, reporting_interval
from ogdplan.progress.owed import Owed, reports_owed
from ogdplan.progress.plan import progress_of


@dataclass(frozen=True, slots=True)
class OwedReport:
    """A report that is owed to a plan about some days.

    `days` are those since the last report, None where there is none.
    """

    plan_id: str
    plan: Plan
    interval: Interval
    owed: Owed
    days: int | None


@dataclass(frozen=True, slots=True)
class ReportsOwed:
    """The reports owed at a date, the longest silence first, those who never reported before."""

    as_of: date
    reports: tuple[OwedReport, ...]


def reports_owed_over(plans: Sequence[Loaded], *, as_of: date) -> ReportsOwed:
    """Return who owes a report to one of the plans; of one day, by plan id, then institution."""
    found = [report for each in plans for report in _of_plan(each, as_of)]
    return ReportsOwed(as_of, tuple(sorted(found, key=_order)))


def _of_plan(loaded: Loaded, as_of: date) -> list[OwedReport]:
    interval = reporting_interval(loaded.plan.header, as_of)
    return [
        OwedReport(
            loaded.plan_id,
            loaded.plan,
            interval,
            owed,
            (as_of - owed.last_report).days if owed.last_report else None,
        )
        for owed in reports_owed(progress_of(loaded.plan, as_of), interval)
    ]


def _order(each: OwedReport) -> tuple[date, str, str]:
    return (each.owed.last_report or date.min, each.plan_id, each.owed.lead or "")
