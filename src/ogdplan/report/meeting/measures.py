"""The five measures side by side; they are never merged into one score."""

from collections.abc import Iterator

from ogdplan.actions.reporting import PlanReport
from ogdplan.progress.measures import Independent, Schedule
from ogdplan.report.marks import HEALTH
from ogdplan.report.meeting import entries, parts
from ogdplan.report.meeting.entries import DASH
from ogdplan.report.meeting.heading import is_official
from ogdplan.report.meeting.measure_figures import figure_table, figures
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.meeting.shares import (
    agreeing,
    commitments_done_in_words,
    compared_words,
    completed_in_words,
    milestones_in_words,
    no_milestones_in_words,
    overdue_in_words,
)
from ogdplan.report.meeting.table import Entry, Field, Row, Table
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import Cell, Fit, Gauge
from ogdplan.report.segments import Style
from ogdplan.report.tongue import Tongue, mark

COMPLETION = {
    True: mark("Completion, self-reported"),
    False: mark("Completion, by public sources"),
}
"""What the first measure is called of a plan whose file is official, and of one whose is not."""


def measures(plan: PlanReport, teller: Teller) -> Section:
    """Return the five measures, a row each: the figure, and what it says."""
    tongue = teller.tongue
    fields = (
        Field("measure", tongue.say("Measure"), fit=Fit.WRAPPED),
        Field("figure", tongue.say("Figure")),
        Field("says", tongue.say("What it says"), fit=Fit.WRAPPED),
    )
    table = Table(fields, tuple(_rows(plan, tongue)))
    warning = tongue.say(
        "Each measure says something else: they are not to be added up, nor merged into one score."
    )
    return parts.section(
        SectionName.MEASURES,
        tongue,
        table.shown(),
        parts.line(warning, Style.MUTED),
        table=figure_table(plan),
        value=figures(plan),
    )


def _rows(plan: PlanReport, tongue: Tongue) -> Iterator[Row]:
    found = plan.measures
    completed = tongue.say(COMPLETION[is_official(plan.progress.plan.header)])
    yield _row("completion", completed, _completion(plan, tongue), _completion_says(plan, tongue))
    schedule = tongue.say("Schedule health")
    yield _row("schedule", schedule, _on_track(found.schedule, tongue), _schedule(plan, tongue))
    yield _row("freshness", tongue.say("Freshness of reporting"), *_freshness(plan, tongue))
    yield _row("evidence", tongue.say("Public evidence"), *_evidence(plan, tongue))
    independent = tongue.say("Independent assessment")
    yield _row("independent", independent, *_independent(found.independent, tongue))


def _row(key: str, name: str, figure: Cell, says: str) -> Row:
    return Entry(key, Cell(name)), Entry(figure.text, figure), Entry(says, Cell(says))


def _completion(plan: PlanReport, tongue: Tongue) -> Cell:
    counts, elapsed = plan.measures.completion, plan.progress.elapsed_percent
    words = tongue.percent(counts.completed_percent)
    return Cell(words, Style.DONE, gauge=Gauge(counts.completed_percent, elapsed))


def _completion_says(plan: PlanReport, tongue: Tongue) -> str:
    if plan.measures.completion.total:
        done = _milestones_done(plan, tongue)
    elif plan.progress.commitments:
        commitments = commitments_done_in_words(plan, tongue)
        done = tongue.say("the plan has no milestones; {done}", done=commitments)
    else:
        return no_milestones_in_words(plan, tongue)
    if plan.progress.elapsed_percent is None:
        return done
    passed = tongue.percent(plan.progress.elapsed_percent)
    return tongue.say("{done}; {passed} of the time has passed", done=done, passed=passed)


def _milestones_done(plan: PlanReport, tongue: Tongue) -> str:
    counts = plan.measures.completion
    part = tongue.number(counts.completed)
    whole = milestones_in_words(counts.active, tongue)
    done = tongue.say("{part} of {whole}, as far as public sources show", part=part, whole=whole)
    if is_official(plan.progress.plan.header):
        done = tongue.say("{part} of {whole} by the plan's own account", part=part, whole=whole)
    if plan.measures.is_weighted:
        percent = tongue.percent(counts.completed_percent)
        done = tongue.say("{done} ({percent} by weight)", done=done, percent=percent)
    further = counts.substantial_or_completed - counts.completed
    if not further:
        return done
    more = tongue.count("{n} more is substantial", "{n} more are substantial", further)
    return tongue.say("{done}, {more}", done=done, more=more)


def _on_track(schedule: Schedule, tongue: Tongue) -> Cell:
    if schedule.health is None:
        return DASH
    mark, style = HEALTH[schedule.health]
    words = tongue.say(
        "{part} of {whole} on track",
        part=tongue.number(schedule.on_track),
        whole=tongue.number(schedule.unfinished),
    )
    return Cell(words, style, mark)


def _schedule(plan: PlanReport, tongue: Tongue) -> str:
    schedule = plan.measures.schedule
    if not plan.measures.completion.total:
        return no_milestones_in_words(plan, tongue)
    if not schedule.unfinished:
        return tongue.say("no milestone is unfinished")
    off_track = _off_track(schedule, tongue, plan_over=plan.progress.over)
    words = [*off_track, *_moves(schedule, tongue)]
    return tongue.clauses(words) or tongue.say("nothing is late, blocked or unclear")


def _off_track(schedule: Schedule, tongue: Tongue, *, plan_over: bool) -> Iterator[str]:
    counts = (
        (schedule.overdue, _overdue(schedule, tongue, plan_over=plan_over)),
        (schedule.blocked, tongue.say("{n} blocked", n=tongue.number(schedule.blocked))),
        (
            schedule.unconfirmed,
            tongue.say("{n} unconfirmed", n=tongue.number(schedule.unconfirmed)),
        ),
        (schedule.due_soon, tongue.say("{n} due soon", n=tongue.number(schedule.due_soon))),
        (
            schedule.unscheduled,
            tongue.say("{n} without a deadline", n=tongue.number(schedule.unscheduled)),
        ),
    )
    if found := [words for number, words in counts if number]:
        yield ", ".join(found)


def _overdue(schedule: Schedule, tongue: Tongue, *, plan_over: bool) -> str:
    words = overdue_in_words(schedule.overdue, tongue, plan_over=plan_over)
    if not schedule.overdue_unclear:
        return words
    return tongue.count(
        "{overdue} ({n} with unclear status)",
        "{overdue} ({n} with unclear status)",
        schedule.overdue_unclear,
        overdue=words,
    )


def _moves(schedule: Schedule, tongue: Tongue) -> Iterator[str]:
    if not schedule.moved:
        return
    moved = tongue.count("{n} deadline moved", "{n} deadlines moved", schedule.moved)
    if schedule.longest_slip_days is None:
        yield moved
        return
    yield tongue.count(
        "{moved}, by {n} day at most",
        "{moved}, by {n} days at most",
        schedule.longest_slip_days,
        moved=moved,
    )


def _freshness(plan: PlanReport, tongue: Tongue) -> tuple[Cell, str]:
    fresh = plan.measures.freshness
    figure = entries.last_report(tongue, fresh.last_report, stale=fresh.stale).cell
    if fresh.days is None:
        return figure, tongue.say("nothing has been reported yet")
    says = tongue.count("last report {n} day ago", "last report {n} days ago", fresh.days)
    if fresh.stale:
        says = tongue.say("{report}: too long for a plan that runs", report=says)
    return figure, says


def _evidence(plan: PlanReport, tongue: Tongue) -> tuple[Cell, str]:
    counts = plan.measures.evidence
    if not counts.completed:
        return DASH, tongue.say("no milestone is completed")
    says = tongue.count(
        "{part} of {whole} has evidence that everyone can look at",
        "{part} of {whole} have evidence that everyone can look at",
        agreeing(counts.with_public_evidence, counts.completed),
        part=tongue.number(counts.with_public_evidence),
        whole=completed_in_words(counts.completed, tongue),
    )
    return Cell(tongue.percent(counts.public_percent)), says


def _independent(found: Independent, tongue: Tongue) -> tuple[Cell, str]:
    if not found.assessments:
        return DASH, tongue.say("no assessment by others is known")
    figure = tongue.count("{n} assessment", "{n} assessments", found.assessments)
    who = tongue.listed([tongue.term(each) for each in found.frameworks])
    says = tongue.count(
        "of {n} subject, by {who}", "of {n} subjects, by {who}", found.subjects, who=who
    )
    if differ := compared_words(found, tongue):
        says = tongue.clauses((says, differ))
    return Cell(figure), says
