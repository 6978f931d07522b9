"""Every milestone of a plan with all its figures, a row each: the report as one table."""

from ogdplan.actions.reporting import PlanReport
from ogdplan.model.when import When
from ogdplan.progress.milestones import MilestoneProgress
from ogdplan.progress.parts import last_report_about
from ogdplan.report.meeting.table import Entry, Field, Row, Table
from ogdplan.report.meeting.teller import Teller

KEYS = (
    "id",
    "number",
    "title",
    "commitment",
    "kind",
    "dimension",
    "lead",
    "timing",
    "start",
    "due",
    "status",
    "since",
    "health",
    "slip_days",
    "moves",
    "delay_days",
    "started",
    "completed",
    "withdrawn",
    "undated",
    "progress",
    "weight",
    "evidence",
    "last_report",
)
"""The columns, after the plan's id."""


def milestone_table(plan: PlanReport, teller: Teller) -> Table:
    """Return the milestones in the order of the file."""
    fields = tuple(map(Field, KEYS))
    return Table(fields, tuple(_row(each, plan, teller) for each in plan.progress.milestones))


def _row(each: MilestoneProgress, plan: PlanReport, teller: Teller) -> Row:
    """Return the values in the order of `KEYS`."""
    milestone = each.milestone
    as_of = plan.progress.as_of
    reported = last_report_about(each, as_of)
    values = (
        milestone.id,
        milestone.number,
        teller.text(milestone.title),
        milestone.commitment,
        milestone.kind.value if milestone.kind else None,
        milestone.dimension.value if milestone.dimension else None,
        each.lead,
        milestone.timing.value,
        _text(milestone.start),
        _text(milestone.due),
        each.status.value,
        each.state.since.isoformat() if each.state.since else None,
        each.health.value,
        each.slip_days,
        len(each.moves),
        each.delay_days,
        _text(milestone.started),
        _text(milestone.completed),
        _text(milestone.withdrawn),
        each.state.undated,
        milestone.progress,
        milestone.weight,
        each.evidence.value,
        reported.isoformat() if reported else None,
    )
    return tuple(map(Entry, values))


def _text(when: When | None) -> str | None:
    return when.text if when else None
