"""What is late besides milestones: commitments past their end, next steps, data releases."""

from ogdplan.actions.reporting import PlanReport
from ogdplan.progress.late import Late
from ogdplan.report.meeting import entries, parts
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.meeting.table import Entry, Field, Row, Table
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import Cell, Fit
from ogdplan.report.tongue import mark

_KINDS = {
    "commitment": mark("Commitment"),
    "next-step": mark("Next step"),
    "dataset": mark("Dataset"),
}


def also_late(plan: PlanReport, teller: Teller, *, most: int | None = None) -> Section:
    """Return what is late besides milestones, the longest late first; with `most`, so many."""
    tongue = teller.tongue
    fields = (
        Field("title", tongue.say("What is late"), fit=Fit.WRAPPED),
        Field("kind", tongue.say("Kind"), priority=2),
        Field("due", tongue.say("Due"), priority=1, fit=Fit.WRAPPED),
        Field("lead", tongue.say("In charge"), priority=3, fit=Fit.WRAPPED),
        Field("id"),
        Field("days_left"),
    )
    table = Table(fields, tuple(_late(each, teller) for each in plan.late[:most]))
    none = tongue.say("No commitment, next step or data release is late.")
    return parts.table_section(SectionName.ALSO_LATE, tongue, table, none=none)


def _late(each: Late, teller: Teller) -> Row:
    tongue = teller.tongue
    return (
        entries.title(teller, each.record),
        Entry(each.kind, Cell(tongue.say(_KINDS[each.kind]))),
        entries.late(tongue, each.due, each.days_left),
        entries.institution(teller, each.lead),
        Entry(each.record.id),
        Entry(each.days_left),
    )
