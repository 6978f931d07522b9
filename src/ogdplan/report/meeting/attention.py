"""What needs attention: overdue, blocked, unclear, and due next, each with the reason."""

from collections.abc import Iterator, Mapping, Sequence

from ogdplan.actions.reporting import PlanReport
from ogdplan.model.work import Update
from ogdplan.progress.concerns import Concern
from ogdplan.progress.health import Health
from ogdplan.report.marks import HEALTH
from ogdplan.report.meeting import entries, parts
from ogdplan.report.meeting.reasons import NONE_RECORDED, reason_of
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.meeting.table import Entry, Field, Row, Table, stacked
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import Block, Cell, Fit, Lines, quoting, said
from ogdplan.report.segments import Style, words
from ogdplan.report.tongue import Tongue

_HEALTHS = {
    "overdue": Health.OVERDUE,
    "blocked": Health.BLOCKED,
    "unconfirmed": Health.UNCONFIRMED,
    "due": Health.DUE_SOON,
}
"""The health of each group of what needs attention, as JSON names the groups."""

_LONGEST_REASON = 140


def attention(plan: PlanReport, teller: Teller) -> Section:
    """Return the milestones that need attention: a table a group, the worst first."""
    tongue, concerns = teller.tongue, plan.concerns
    groups = {
        "overdue": concerns.overdue,
        "blocked": concerns.blocked,
        "unconfirmed": concerns.unconfirmed,
        "due": concerns.due,
    }
    tables = {name: concern_table(found, name, teller) for name, found in groups.items()}
    milestones = (each.progress.milestone for found in groups.values() for each in found)
    none = tongue.say(
        "No milestone is overdue or blocked, and none is due in the next {days} days.",
        days=tongue.number(concerns.within_days),
    )
    blocks = (*_tables(tables, plan, tongue), *parts.notes(teller, milestones))
    table = stacked(tuple(tables.values()))
    return parts.section(
        SectionName.ATTENTION,
        tongue,
        *(blocks or (parts.nothing(none),)),
        table=table,
        value={"within_days": concerns.within_days, "milestones": table.values()},
    )


def _tables(tables: Mapping[str, Table], plan: PlanReport, tongue: Tongue) -> Iterator[Block]:
    """Yield the groups in which there is anything, each under its name and number."""
    for name, table in tables.items():
        if number := len(table.rows):
            mark, style = HEALTH[_HEALTHS[name]]
            title = _title(name, number, plan, tongue)
            yield Lines((said((f"{mark} {title}", style)),))
            yield table.shown()


def _title(name: str, number: int, plan: PlanReport, tongue: Tongue) -> str:
    if name == "due":
        return tongue.say(
            "Due in the next {days} days: {number}",
            days=tongue.number(plan.concerns.within_days),
            number=tongue.number(number),
        )
    label = tongue.health(_HEALTHS[name], plan_over=plan.progress.over)
    return tongue.say("{health}: {number}", health=label, number=tongue.number(number))


def concern_table(found: Sequence[Concern], group: str, teller: Teller) -> Table:
    """Return the table of milestones that need attention, all of one group."""
    say = teller.tongue.say
    fields = (
        Field("title", say("Milestone"), fit=Fit.WRAPPED),
        Field("due", say("Due"), priority=1, fit=Fit.WRAPPED),
        Field("slip_days", say("Slip"), priority=4),
        Field("lead", say("In charge"), priority=3, fit=Fit.WRAPPED),
        Field("reason", say("Reason"), priority=2, fit=Fit.WRAPPED),
        Field("group"),
        Field("id"),
        Field("number"),
        Field("status"),
        Field("health"),
        Field("days_left"),
        Field("delay_days"),
        Field("waits_for"),
        Field("waits_for_total"),
        Field("open_dependencies"),
        Field("challenges"),
        Field("challenges_total"),
        Field("last_move"),
        Field("last_move_on"),
        Field("last_move_text"),
        Field("last_report"),
        Field("last_report_on"),
        Field("last_report_text"),
        Field("judged"),
        Field("judged_by"),
        Field("note"),
    )
    return Table(fields, tuple(_row(each, group, teller) for each in found))


def _row(each: Concern, group: str, teller: Teller) -> Row:
    tongue, found = teller.tongue, each.progress
    milestone = found.milestone
    note = teller.note(milestone)
    return (
        entries.title(teller, milestone),
        Entry(milestone.due.text if milestone.due else None, _due(each, tongue)),
        entries.signed_days(tongue, found.slip_days),
        entries.institution(teller, found.lead),
        _reason(each, group, teller),
        Entry(group),
        Entry(milestone.id),
        Entry(milestone.number),
        Entry(found.status.value),
        Entry(found.health.value),
        Entry(each.days_left),
        Entry(found.delay_days),
        Entry([waited.id for waited in each.waits_for]),
        Entry(each.waits_for_total),
        Entry([waited.id for waited in each.open_dependencies]),
        Entry([challenge.id for challenge in each.challenges]),
        Entry(each.challenges_total),
        *_update(each.last_move, teller),
        *_update(each.last_report, teller),
        Entry(each.judged.judged.value if each.judged and each.judged.judged else None),
        Entry(each.judged.assessment.id if each.judged else None),
        Entry(teller.text(note) if note else None),
    )


def _due(each: Concern, tongue: Tongue) -> Cell:
    """Return the deadline, and how far it is from the day of the report."""
    if each.days_left is None:
        return entries.DASH
    day, days = tongue.when(each.progress.milestone.due), tongue.days(each.days_left)
    style = Style.LATE if each.days_left < 0 else Style.PLAIN
    return Cell(tongue.say("{day}: {days}", day=day, days=days), style)


def _update(update: Update | None, teller: Teller) -> tuple[Entry, Entry, Entry]:
    """Return the id of a report, its date and its words."""
    if update is None:
        return Entry(None), Entry(None), Entry(None)
    return Entry(update.id), Entry(update.on.text), Entry(teller.text(update.text))


def _reason(each: Concern, group: str, teller: Teller) -> Entry:
    """Return why it stands as it does: the whole for programs, shortened for people."""
    told = reason_of(each, group, teller)
    if told is None:
        return Entry(None)
    if told is NONE_RECORDED:
        return Entry(None, Cell(teller.tongue.say(words(told)), Style.RISK))
    return Entry(words(told), quoting(parts.shortened_line(told, _LONGEST_REASON)))
