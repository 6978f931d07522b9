"""Progress by commitment, and what was completed in the period with what shows it."""

from collections.abc import Iterator, Sequence

from ogdplan.actions.reporting import PlanReport
from ogdplan.model.values import is_url
from ogdplan.model.work import Commitment
from ogdplan.progress.achieved import Achieved
from ogdplan.progress.health import Health
from ogdplan.progress.milestones import Evidence
from ogdplan.progress.parts import Part, part_of, without_commitment
from ogdplan.report.meeting import entries, parts
from ogdplan.report.meeting.heading import span_words
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.meeting.shares import overdue_heading
from ogdplan.report.meeting.table import Entry, Field, Row, Table
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import EMPTY, Cell, Fit, Gauge, Lines
from ogdplan.report.segments import Line, Segment, Style, parted
from ogdplan.report.tongue import Tongue


def commitments(plan: PlanReport, teller: Teller) -> Section:
    """Return how each commitment stands, and the milestones that belong to none."""
    tongue = teller.tongue
    fields = (
        Field("number", tongue.say("No."), priority=3),
        Field("title", tongue.say("Commitment"), fit=Fit.WRAPPED),
        Field("status", tongue.say("Status"), priority=1),
        Field("completed", tongue.say("Done"), priority=2),
        Field("overdue", overdue_heading(tongue, plan_over=plan.progress.over), "right"),
        Field("lead", tongue.say("In charge"), priority=4, fit=Fit.WRAPPED),
        Field("id"),
        Field("active"),
        Field("completed_percent"),
        Field("reported"),
    )
    table = Table(fields, (*_commitments(plan, teller), *_loose(plan, tongue)))
    none = tongue.say("The plan names no commitments and no milestones.")
    return parts.table_section(SectionName.COMMITMENTS, tongue, table, none=none)


def _commitments(plan: PlanReport, teller: Teller) -> Iterator[Row]:
    tongue = teller.tongue
    for each in plan.progress.commitments:
        part = part_of(each.milestones)
        yield (
            entries.plain(each.commitment.number),
            entries.title(teller, each.commitment),
            entries.status(tongue, each.status),
            _done(part, tongue),
            entries.alarming(tongue, part.overdue, Health.OVERDUE, of=part.active),
            entries.institution(teller, each.lead),
            Entry(each.commitment.id),
            Entry(part.active),
            Entry(part.completed_percent),
            Entry(each.reported),
        )


def _loose(plan: PlanReport, tongue: Tongue) -> Iterator[Row]:
    found = without_commitment(plan.progress.milestones, plan.progress.commitments)
    if not found:
        return
    part = part_of(found)
    yield (
        Entry(None),
        Entry(None, Cell(tongue.say("Milestones without a commitment"), Style.MUTED)),
        Entry(None),
        _done(part, tongue),
        entries.alarming(tongue, part.overdue, Health.OVERDUE, of=part.active),
        Entry(None),
        Entry(None),
        Entry(part.active),
        Entry(part.completed_percent),
        Entry(None),
    )


def _done(part: Part, tongue: Tongue) -> Entry:
    bar = Gauge(part.completed_percent, None)
    found = entries.done_of(tongue, part.completed, part.active, bar)
    if not part.is_weighted:
        return found
    percent = tongue.percent(part.completed_percent)
    words = tongue.say("{done} ({percent} by weight)", done=found.cell.text, percent=percent)
    return found._replace(cell=found.cell._replace(text=words))


def completed(plan: PlanReport, teller: Teller) -> Section:
    """Return what was completed in the period, with links to what shows it."""
    tongue = teller.tongue
    fields = (
        Field("completed", tongue.say("Completed on"), fit=Fit.WRAPPED),
        Field("title", tongue.say("What"), fit=Fit.WRAPPED),
        Field("lead", tongue.say("In charge"), priority=3, fit=Fit.WRAPPED),
        Field("delay_days", tongue.say("Against the deadline"), priority=1),
        Field("evidence", tongue.say("Evidence"), priority=2),
        Field("kind"),
        Field("id"),
        Field("evidence_items"),
        Field("exact"),
        Field("recorded_since"),
    )
    table = Table(fields, tuple(_achieved(each, plan, teller) for each in plan.achieved))
    none = tongue.say("Nothing was completed {span}.", span=span_words(plan, tongue))
    found = parts.table_section(SectionName.COMPLETED, tongue, table, none=none, always=True)
    return found._replace(blocks=(*found.blocks, *_evidence(plan.achieved, teller)))


def _achieved(each: Achieved, plan: PlanReport, teller: Teller) -> Row:
    tongue = teller.tongue
    evidence = Evidence.PRIVATE if each.evidence else Evidence.NONE
    if each.is_public:
        evidence = Evidence.PUBLIC
    style = Style.PLAIN if each.is_public else Style.RISK
    return (
        Entry(each.on.text, Cell(_day(each, tongue))),
        entries.title(teller, each.record),
        entries.institution(teller, _lead(each, plan)),
        Entry(each.delay_days, _against_deadline(each.delay_days, tongue)),
        Entry(evidence.value, Cell(tongue.term(evidence), style)),
        Entry("commitment" if isinstance(each.record, Commitment) else "milestone"),
        Entry(each.record.id),
        Entry(list(each.evidence)),
        Entry(each.is_exact),
        Entry(each.is_recorded_since),
    )


def _day(each: Achieved, tongue: Tongue) -> str:
    """Return when it was completed, and what keeps it from being in the period for certain."""
    day = tongue.when(each.on)
    if each.is_recorded_since:
        return tongue.say("{day}: recorded since then", day=day)
    return day if each.is_exact else tongue.say("{day}: day not known exactly", day=day)


def _lead(each: Achieved, plan: PlanReport) -> str | None:
    found = plan.progress.milestone(each.record.id)
    return found.lead if found else each.record.lead


def _against_deadline(days: int | None, tongue: Tongue) -> Cell:
    if days is None:
        return EMPTY
    if days == 0:
        return Cell(tongue.say("in time"))
    if days > 0:
        return Cell(tongue.count("{n} day late", "{n} days late", days), Style.RISK)
    return Cell(tongue.count("{n} day early", "{n} days early", -days))


def _evidence(achieved: Sequence[Achieved], teller: Teller) -> tuple[Lines, ...]:
    """Return what shows the results, a line each; what has none, has no line."""
    lines = tuple(_shown_by(each, teller) for each in achieved if each.evidence)
    return (Lines(lines, indent=2),) if lines else ()


def _shown_by(each: Achieved, teller: Teller) -> Line:
    title = teller.quoted(each.record, Style.MUTED)
    before = teller.tongue.say("Evidence for “{title}”:", title=title.text)
    segments: list[Segment] = []
    for entry in each.evidence:
        segments.append(Segment(" · " if segments else " "))
        segments.append(Segment(entry, Style.LINK if is_url(entry) else Style.PLAIN))
    return (*parted(before, [title], Style.MUTED), *segments)
