"""What stands in the way, what was learned, and what comes next."""

from collections.abc import Iterator

from ogdplan.actions.reporting import PlanReport
from ogdplan.model.knowledge import Lesson
from ogdplan.model.vocabularies import LessonKind, NextStepStatus
from ogdplan.progress.challenges import ChallengeProgress, open_challenges
from ogdplan.progress.next_steps import NextStepProgress, open_next_steps
from ogdplan.report.meeting import entries, parts
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.meeting.table import Entry, Field, Row, Table
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import Block, Cell, Fit
from ogdplan.report.segments import Style
from ogdplan.report.tongue import Tongue

_KINDS = tuple(LessonKind)
_STEPS = (NextStepStatus.IN_PROGRESS, NextStepStatus.OPEN)


def challenges(plan: PlanReport, teller: Teller) -> Section:
    """Return the open challenges, the gravest first."""
    tongue, found = teller.tongue, open_challenges(plan.progress.challenges)
    table = challenge_table(found, teller)
    none = none_open(plan, tongue)
    notes = parts.notes(teller, (each.challenge for each in found))
    blocks: tuple[Block, ...] = (table.shown(), *notes) if found else (parts.nothing(none),)
    counts = plan.progress.challenge_counts._asdict()
    return parts.section(
        SectionName.CHALLENGES,
        tongue,
        *blocks,
        table=table,
        value={**counts, "challenges": table.values()},
        is_empty=not plan.progress.challenges,
    )


def none_open(plan: PlanReport, tongue: Tongue) -> str:
    """Return that no challenge is open, or that the plan names none at all."""
    if plan.progress.challenges:
        return tongue.say("No challenge is open.")
    return tongue.say("The plan names no challenges.")


def challenge_table(found: tuple[ChallengeProgress, ...], teller: Teller) -> Table:
    """Return the table of some challenges."""
    say = teller.tongue.say
    fields = (
        Field("title", say("Challenge"), fit=Fit.WRAPPED),
        Field("severity", say("Severity")),
        Field("raised", say("Since"), priority=2),
        Field("mitigations", say("What is done about it"), fit=Fit.WRAPPED),
        Field("lead", say("In charge"), priority=3, fit=Fit.WRAPPED),
        Field("id"),
        Field("category"),
        Field("status"),
        Field("unmitigated"),
        Field("note"),
    )
    return Table(fields, tuple(_challenge(each, teller) for each in found))


def _challenge(each: ChallengeProgress, teller: Teller) -> Row:
    tongue, challenge = teller.tongue, each.challenge
    mitigations = entries.titles(teller, each.mitigations)
    if each.unmitigated:
        mitigations = Entry([], Cell(tongue.say("nothing"), Style.LATE, "▲"))
    note = teller.note(challenge)
    return (
        entries.title(teller, challenge),
        entries.term(tongue, challenge.severity),
        entries.when(tongue, challenge.raised),
        mitigations,
        entries.institution(teller, challenge.lead),
        Entry(challenge.id),
        Entry(challenge.category.value),
        Entry(each.status.value),
        Entry(each.unmitigated),
        Entry(teller.text(note) if note else None),
    )


def lessons(plan: PlanReport, teller: Teller) -> Section:
    """Return the lessons known at the date, by kind, in the order of the file."""
    tongue = teller.tongue
    found = sorted(_known(plan), key=lambda each: _KINDS.index(each.kind))
    fields = (
        Field("kind", tongue.say("Kind")),
        Field("title", tongue.say("Lesson"), fit=Fit.WRAPPED),
        Field("category", tongue.say("Category"), priority=2, fit=Fit.WRAPPED),
        Field("on", tongue.say("Learned"), priority=3),
        Field("id"),
        Field("description"),
    )
    table = Table(fields, tuple(_lesson(each, teller) for each in found))
    none = tongue.say("The plan names no lessons.")
    return parts.table_section(SectionName.LESSONS, tongue, table, none=none)


def _known(plan: PlanReport) -> Iterator[Lesson]:
    """Yield the lessons that had been learned; one without a date always had."""
    as_of = plan.progress.as_of
    return (each for each in plan.progress.plan.lessons if not each.on or each.on.last <= as_of)


def _lesson(lesson: Lesson, teller: Teller) -> Row:
    tongue = teller.tongue
    return (
        entries.term(tongue, lesson.kind),
        entries.title(teller, lesson),
        entries.term(tongue, lesson.category),
        entries.when(tongue, lesson.on),
        Entry(lesson.id),
        Entry(teller.text(lesson.description) if lesson.description else None),
    )


def next_steps(plan: PlanReport, teller: Teller) -> Section:
    """Return the next steps: under way, then open, by the day they are due."""
    tongue, steps = teller.tongue, plan.progress.plan.next_steps
    found = sorted(open_next_steps(plan.progress), key=_urgency)
    fields = (
        Field("title", tongue.say("Next step"), fit=Fit.WRAPPED),
        Field("status", tongue.say("Status"), priority=2),
        Field("due", tongue.say("Due"), priority=1, fit=Fit.WRAPPED),
        Field("lead", tongue.say("In charge"), priority=3, fit=Fit.WRAPPED),
        Field("id"),
        Field("number"),
        Field("theme"),
        Field("addresses"),
        Field("promoted_to"),
        Field("late"),
        Field("note"),
    )
    table = Table(fields, tuple(_step(each, plan, teller) for each in found))
    none = tongue.say("No next step is open.") if steps else tongue.say("No next step is named.")
    blocks: tuple[Block, ...] = (parts.nothing(none),)
    if found:
        blocks = (table.shown(), *parts.notes(teller, (each.step for each in found)))
    counts = plan.progress.next_step_counts
    done, total = tongue.number(counts.done), tongue.number(counts.total)
    if steps:
        words = tongue.say("Done: {part} of {whole}.", part=done, whole=total)
        blocks = (parts.line(words), *blocks)
    return parts.section(
        SectionName.NEXT_STEPS,
        tongue,
        *blocks,
        table=table,
        value={**counts._asdict(), "next_steps": table.values()},
        is_empty=not steps,
    )


def _urgency(each: NextStepProgress) -> tuple[bool, str, int]:
    due = each.step.due
    return due is None, due.last.isoformat() if due else "", _STEPS.index(each.step.status)


def _step(each: NextStepProgress, plan: PlanReport, teller: Teller) -> Row:
    tongue, step = teller.tongue, each.step
    due = entries.when(tongue, step.due)
    if each.is_late and step.due:
        due = entries.late(tongue, step.due, (step.due.last - plan.progress.as_of).days)
    note = teller.note(step)
    return (
        entries.title(teller, step),
        entries.status(tongue, step.status),
        due,
        entries.institution(teller, step.lead),
        Entry(step.id),
        Entry(step.number),
        Entry(step.theme.value if step.theme else None),
        Entry(list(step.addresses)),
        Entry(step.promoted_to),
        Entry(each.is_late),
        Entry(teller.text(note) if note else None),
    )
