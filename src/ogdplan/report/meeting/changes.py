"""What changed since a commit, in the words of `diff`; else what happened, by the plan's dates."""

from collections.abc import Iterator, Mapping

from ogdplan.actions.reporting import PlanReport
from ogdplan.model.evidence import Assessment, Measurement
from ogdplan.model.kinds import kind_of, records_by_id
from ogdplan.model.record import Record
from ogdplan.progress.facts import Fact
from ogdplan.report.meeting import entries, parts
from ogdplan.report.meeting.heading import span_words
from ogdplan.report.meeting.outside import judgement_words
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.meeting.table import Entry, Field, Row, Table
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import Block, Cell, Fit, quoting
from ogdplan.report.segments import Style, parted

NOT_COMPARED: Mapping[str, object] = {"from": None, "to": None, "changes": []}
"""What JSON has of a comparison where there is none."""


def changes(plan: PlanReport, teller: Teller) -> Section:
    """Return what changed: from git where a commit is compared with, else from dated facts."""
    facts = _facts(plan, teller)
    if plan.changed.origin is None:
        blocks, table = tuple(_dated(plan, facts, teller)), facts
        value = NOT_COMPARED
    else:
        # All that compares plans takes 30 ms to load, and most reports compare none.
        from ogdplan.report.meeting import compared  # noqa: PLC0415

        blocks, table = compared.blocks(plan.changed, teller), compared.table(plan.changed, teller)
        value = compared.value(plan.changed, teller)
    return parts.section(
        SectionName.CHANGES,
        teller.tongue,
        *blocks,
        table=table,
        value={**value, "facts": facts.values()},
    )


def _dated(plan: PlanReport, facts: Table, teller: Teller) -> Iterator[Block]:
    say = teller.tongue.say
    span = span_words(plan, teller.tongue)
    if not facts.rows:
        yield parts.nothing(say("Nothing in the plan file is dated {span}.", span=span))
        return
    yield parts.line(say("By the dates in the plan file, {span}:", span=span), Style.MUTED)
    yield facts.shown()


def _facts(plan: PlanReport, teller: Teller) -> Table:
    say = teller.tongue.say
    fields = (
        Field("on", say("On")),
        Field("happening", say("What happened")),
        Field("title", say("To what"), fit=Fit.WRAPPED),
        Field("detail", say("Said of it"), priority=1, fit=Fit.WRAPPED),
        Field("kind"),
        Field("id"),
        Field("due_from"),
        Field("due_to"),
    )
    records = records_by_id(teller.plan)
    return Table(fields, tuple(_fact(each, records, teller) for each in plan.changed.facts))


def _fact(fact: Fact, records: Mapping[str, Record], teller: Teller) -> Row:
    tongue, update = teller.tongue, fact.update
    return (
        entries.when(tongue, fact.on),
        entries.term(tongue, fact.happening),
        _subject(fact, records, teller),
        _detail(fact, teller),
        Entry(kind_of(fact.record).name if fact.record else "plan"),
        Entry(fact.record.id if fact.record else None),
        Entry(update.due_from.text if update and update.due_from else None),
        Entry(update.due_to.text if update and update.due_to else None),
    )


def _subject(fact: Fact, records: Mapping[str, Record], teller: Teller) -> Entry:
    """Return to what it happened: an indicator that was measured, a record that was assessed."""
    record: Record | None = fact.record
    if isinstance(record, Measurement | Assessment):
        about = record.indicator if isinstance(record, Measurement) else record.about
        record = records.get(about or "")
    if record is None:
        return Entry(None, Cell(teller.tongue.say("the plan"), Style.MUTED))
    return entries.title(teller, record)


def _detail(fact: Fact, teller: Teller) -> Entry:
    """Return a report's words, for a moved deadline from when to when; else the value measured."""
    match fact.record:
        case Measurement(value=value):
            return entries.number(teller.tongue, value)
        case Assessment() as assessment:
            words = f"{assessment.criterion}: {judgement_words(assessment, teller.tongue)}"
            return Entry(words, Cell(words))
    update = fact.update
    if update is None or update is fact.record:
        return Entry(None)
    if not (update.due_from and update.due_to):
        return entries.text(teller, update.text)
    text = teller.quoted(update)
    first, last = teller.tongue.when(update.due_from), teller.tongue.when(update.due_to)
    words = teller.tongue.say("{first} → {last}: {text}", first=first, last=last, text=text.text)
    return Entry(teller.text(update.text), quoting(parted(words, [text])))
