"""What happened around the plan: events, and what others say of it beside the self-report."""

from ogdplan.actions.reporting import PlanReport
from ogdplan.model.evidence import Assessment
from ogdplan.model.kinds import kind_of
from ogdplan.model.knowledge import Event
from ogdplan.progress.judgements import Judgement
from ogdplan.report.meeting import entries, parts
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.meeting.shares import compared_words
from ogdplan.report.meeting.table import Entry, Field, Row, Table
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import EMPTY, Cell, Fit, Lines
from ogdplan.report.segments import Style
from ogdplan.report.tongue import Tongue


def events(plan: PlanReport, teller: Teller) -> Section:
    """Return the events by their first day; those still to come too."""
    say = teller.tongue.say
    fields = (
        Field("start", say("From")),
        Field("end", say("Until"), priority=3),
        Field("title", say("Event"), fit=Fit.WRAPPED),
        Field("kind", say("Kind"), priority=2),
        Field("place", say("Place"), priority=1, fit=Fit.WRAPPED),
        Field("ahead", say("When")),
        Field("participants", say("Participants"), "right", 4),
        Field("ratings", say("Ratings"), priority=5, fit=Fit.WRAPPED),
        Field("id"),
    )
    found = sorted(plan.progress.plan.events, key=lambda each: (each.start.first, each.id))
    table = Table(fields, tuple(_event(each, plan, teller) for each in found))
    none = say("The plan names no events.")
    return parts.table_section(SectionName.EVENTS, teller.tongue, table, none=none)


def _event(event: Event, plan: PlanReport, teller: Teller) -> Row:
    tongue = teller.tongue
    is_ahead = event.start.first > plan.progress.as_of
    ratings = (
        tongue.say("{label} {number}%", label=each.label, number=tongue.number(each.percent))
        for each in event.ratings
    )
    number = event.participants
    return (
        entries.when(tongue, event.start),
        entries.when(tongue, event.end),
        entries.title(teller, event),
        entries.term(tongue, event.kind),
        entries.plain(event.place),
        Entry(is_ahead, Cell(tongue.say("still to come")) if is_ahead else EMPTY),
        Entry(None) if number is None else entries.number(tongue, number),
        Entry({each.label: each.percent for each in event.ratings}, Cell(", ".join(ratings))),
        Entry(event.id),
    )


def assessments(plan: PlanReport, teller: Teller) -> Section:
    """Return what others say, each beside what the plan says of itself; differences are marked.

    Those that name a status come first.
    """
    tongue = teller.tongue
    found = sorted(plan.judgements, key=lambda each: each.judged is None)
    fields = (
        Field("about", tongue.say("Of what"), fit=Fit.WRAPPED),
        Field("framework", tongue.say("By"), priority=3, fit=Fit.WRAPPED),
        Field("criterion", tongue.say("Criterion"), priority=2, fit=Fit.WRAPPED),
        Field("rating", tongue.say("Judgement")),
        Field("self_reported", tongue.say("Self-report"), priority=1),
        Field("differs", tongue.say("Compared")),
        Field("on", tongue.say("Published"), priority=4),
        Field("id"),
        Field("about_kind"),
        Field("judged"),
        Field("known_by_others_only"),
        Field("value"),
        Field("out_of"),
        Field("assessor"),
    )
    table = Table(fields, tuple(_judgement(each, teller) for each in found))
    none = parts.nothing(tongue.say("No assessment by others is known."))
    blocks = (_differing(plan, tongue), table.shown()) if found else (none,)
    return parts.section(
        SectionName.ASSESSMENTS,
        tongue,
        *blocks,
        table=table,
        value=table.values(),
        is_empty=not plan.progress.plan.assessments,
    )


def _differing(plan: PlanReport, tongue: Tongue) -> Lines:
    found = plan.measures.independent
    words = compared_words(found, tongue)
    if not words:
        return parts.line(tongue.say("None of them can be compared with the self-report."))
    return parts.line(tongue.say("{sentence}.", sentence=words))


def _judgement(each: Judgement, teller: Teller) -> Row:
    tongue, assessment, subject = teller.tongue, each.assessment, each.subject
    of_plan = Cell(tongue.say("the plan"), Style.MUTED)
    about = teller.title_cell(subject) if subject else of_plan
    self_reported = Entry(None)
    if each.judged and each.self_reported:
        self_reported = entries.status(tongue, each.self_reported)
    elif each.self_reported:
        self_reported = Entry(each.self_reported.value)
    return (
        Entry(assessment.about, about),
        entries.term(tongue, assessment.framework),
        entries.plain(assessment.criterion),
        Entry(assessment.rating, Cell(judgement_words(assessment, tongue))),
        self_reported,
        Entry(each.differs, _compared(each, tongue)),
        entries.when(tongue, assessment.on),
        Entry(assessment.id),
        Entry(kind_of(subject).name if subject else "plan"),
        Entry(each.judged.value if each.judged else None),
        Entry(each.is_known_by_others_only),
        Entry(assessment.value),
        Entry(assessment.out_of),
        Entry(assessment.assessor),
    )


def judgement_words(assessment: Assessment, tongue: Tongue) -> str:
    """Return the judgement: the assessor's word, else the number, of the highest there is."""
    if assessment.value is None:
        return assessment.rating or ""
    number = tongue.number(assessment.value)
    if assessment.out_of is not None:
        whole = tongue.number(assessment.out_of)
        number = tongue.say("{part} of {whole}", part=number, whole=whole)
    return f"{assessment.rating} ({number})" if assessment.rating else number


def _compared(each: Judgement, tongue: Tongue) -> Cell:
    if each.is_known_by_others_only:
        return Cell(tongue.say("known by others only"), Style.RISK, "+")
    if each.differs is None:
        return EMPTY
    if each.differs:
        return Cell(tongue.say("differs"), Style.RISK, "≠")
    return Cell(tongue.say("agrees"), Style.GOOD, "=")
