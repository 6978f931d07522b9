"""What is needed next, and from whom: a row for each institution, the worst first."""

from collections.abc import Iterator

from ogdplan.actions.reporting import PlanReport
from ogdplan.progress.asks import Ask, Needs
from ogdplan.progress.health import Health
from ogdplan.report.meeting import entries, parts
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.meeting.shares import milestones_in_words, overdue_heading
from ogdplan.report.meeting.table import Entry, Field, Row, Table
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import Cell, Fit
from ogdplan.report.segments import Style
from ogdplan.report.tongue import Tongue


def who_must_act(plan: PlanReport, teller: Teller, *, most: int | None = None) -> Section:
    """Return what is needed of each institution; with `most`, of the first so many."""
    tongue = teller.tongue
    fields = (
        Field("lead", tongue.say("Who"), fit=Fit.WRAPPED),
        Field("overdue", overdue_heading(tongue, plan_over=plan.progress.over), "right"),
        Field("needed", tongue.say("What is needed"), fit=Fit.WRAPPED),
        Field("unclear"),
        Field("unexplained"),
        Field("explained"),
        Field("blocked"),
        Field("challenges"),
        Field("due"),
        Field("owes_report"),
        Field("unled"),
        Field("late_commitments"),
        Field("late_next_steps"),
        Field("late_datasets"),
    )
    table = Table(fields, tuple(_row(each, plan, teller) for each in plan.asks[:most]))
    none = tongue.say("Nothing is needed of anyone now.")
    return parts.table_section(SectionName.WHO_MUST_ACT, tongue, table, none=none, always=True)


def _row(each: Ask, plan: PlanReport, teller: Teller) -> Row:
    tongue, needs = teller.tongue, each.needs
    lead = entries.institution(teller, each.lead)
    if each.lead is None:
        lead = Entry(None, Cell(tongue.say("nobody in charge"), Style.RISK))
    words, active = tongue.clauses(_needed(each, plan, teller)), plan.measures.completion.active
    return (
        lead,
        entries.alarming(tongue, needs.overdue, Health.OVERDUE, of=active),
        Entry(words, Cell(words)),
        Entry(needs.unclear),
        Entry(needs.unexplained),
        Entry(needs.explained),
        Entry(needs.blocked),
        Entry(needs.challenges),
        Entry(needs.due),
        Entry(bool(needs.reports)),
        Entry(needs.unled),
        Entry(needs.commitments),
        Entry(needs.next_steps),
        Entry(needs.datasets),
    )


def _needed(each: Ask, plan: PlanReport, teller: Teller) -> Iterator[str]:
    """Yield what is needed, the most urgent first."""
    say, count, needs = teller.tongue.say, teller.tongue.count, each.needs
    if each.lead is None:
        yield from _someone(each, plan, teller)
    if needs.unclear:
        yield count(
            "say how {n} milestone stands: its outcome is not known",
            "say how {n} milestones stand: their outcome is not known",
            needs.unclear,
        )
    late = _not_delivered if plan.progress.over else _overdue
    yield from late(needs, teller.tongue)
    if each.lead:
        yield from _late_besides(needs, teller.tongue, plan_over=plan.progress.over)
    yield from _ahead(each, plan, teller)
    if needs.reports:
        yield say("report on the period")


def _overdue(needs: Needs, tongue: Tongue) -> Iterator[str]:
    if needs.unexplained:
        yield tongue.count(
            "give a reason for {n} overdue milestone",
            "give a reason for {n} overdue milestones",
            needs.unexplained,
        )
    if needs.explained:
        yield tongue.count(
            "complete {n} overdue milestone, or set another deadline",
            "complete {n} overdue milestones, or set other deadlines",
            needs.explained,
        )
    if needs.blocked:
        yield tongue.count(
            "see to {n} milestone that waits for an overdue one",
            "see to {n} milestones that wait for an overdue one",
            needs.blocked,
        )


def _not_delivered(needs: Needs, tongue: Tongue) -> Iterator[str]:
    """Yield the same after the end of a plan, when no other deadline can be set in it."""
    if needs.unexplained:
        yield tongue.count(
            "say why {n} milestone was not delivered",
            "say why {n} milestones were not delivered",
            needs.unexplained,
        )
    if needs.explained:
        yield tongue.count(
            "decide what becomes of {n} milestone that was not delivered",
            "decide what becomes of {n} milestones that were not delivered",
            needs.explained,
        )
    if needs.blocked:
        yield tongue.count(
            "decide what becomes of {n} milestone that waits for one that was not delivered",
            "decide what becomes of {n} milestones that wait for one that was not delivered",
            needs.blocked,
        )


def _someone(each: Ask, plan: PlanReport, teller: Teller) -> Iterator[str]:
    """Yield for what the lead of the plan has to find someone."""
    tongue, needs = teller.tongue, each.needs
    if what := tuple(_without_lead(needs, tongue)):
        who = teller.institution(plan.progress.plan.header.lead)
        yield tongue.say(
            "{institution} must name someone for {what}",
            institution=who,
            what=tongue.listed(what),
        )


def _without_lead(needs: Needs, tongue: Tongue) -> Iterator[str]:
    if needs.unled:
        yield milestones_in_words(needs.unled, tongue)
    if needs.challenges:
        yield tongue.count(
            "{n} challenge that nothing is done about",
            "{n} challenges that nothing is done about",
            needs.challenges,
        )
    if needs.commitments:
        yield tongue.count(
            "{n} commitment past its end", "{n} commitments past their end", needs.commitments
        )
    if needs.next_steps:
        yield tongue.count("{n} late next step", "{n} late next steps", needs.next_steps)
    if needs.datasets:
        yield tongue.count("{n} late data release", "{n} late data releases", needs.datasets)


def _late_besides(needs: Needs, tongue: Tongue, *, plan_over: bool) -> Iterator[str]:
    if needs.commitments and plan_over:
        yield tongue.count(
            "decide what becomes of {n} commitment past its end",
            "decide what becomes of {n} commitments past their end",
            needs.commitments,
        )
    elif needs.commitments:
        yield tongue.count(
            "complete {n} commitment past its end, or set another end",
            "complete {n} commitments past their end, or set other ends",
            needs.commitments,
        )
    if needs.next_steps:
        yield tongue.count(
            "take {n} next step that is late", "take {n} next steps that are late", needs.next_steps
        )
    if needs.datasets:
        yield tongue.count(
            "release {n} dataset that is late",
            "release {n} datasets that are late",
            needs.datasets,
        )


def _ahead(each: Ask, plan: PlanReport, teller: Teller) -> Iterator[str]:
    count, needs = teller.tongue.count, each.needs
    if needs.challenges and each.lead:
        yield count(
            "do something about {n} challenge",
            "do something about {n} challenges",
            needs.challenges,
        )
    if needs.due:
        days = teller.tongue.number(plan.concerns.within_days)
        yield count(
            "complete {n} milestone due in the next {days} days",
            "complete {n} milestones due in the next {days} days",
            needs.due,
            days=days,
        )
