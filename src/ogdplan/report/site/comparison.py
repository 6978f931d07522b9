"""The five measures of all plans side by side; no order of merit, and no score."""

from ogdplan.model.site_names import INDEX
from ogdplan.progress.kin import in_order
from ogdplan.progress.known import Known
from ogdplan.progress.measures import Independent, Measures
from ogdplan.report.marks import HEALTH
from ogdplan.report.meeting.entries import DASH, completion, last_report
from ogdplan.report.meeting.heading import is_official
from ogdplan.report.meeting.measures import COMPLETION
from ogdplan.report.meeting.parts import line
from ogdplan.report.meeting.section import Section
from ogdplan.report.meeting.shares import differing_words, overdue_in_words
from ogdplan.report.page import Cell, Column, Fit, Sheet
from ogdplan.report.segments import Style
from ogdplan.report.site.frame import Portfolio
from ogdplan.report.tongue import Tongue, mark


def comparison(portfolio: Portfolio) -> Section:
    """Return the plans with their five measures, in the order of the status."""
    words = portfolio.tongue
    columns = (
        Column(words.say("Plan"), "plan", fit=Fit.WRAPPED),
        Column(words.say(_completion_name(portfolio)), "completion"),
        Column(words.say("Schedule health"), "schedule", fit=Fit.WRAPPED),
        Column(words.say("Freshness of reporting"), "freshness"),
        Column(words.say("Public evidence"), "evidence"),
        Column(words.say("Independent assessment"), "independent", fit=Fit.WRAPPED),
    )
    rows = tuple(
        _row(portfolio, placed.plan, "└ " if placed.depth else "")
        for placed in in_order(portfolio.plans)
        if placed.plan
    )
    warning = words.say(
        "Each measure says something else: they are not to be added up, nor merged into one score."
    )
    blocks = (line(warning, Style.MUTED), Sheet(columns, rows))
    return Section("comparison", words.say("Countries compared by the five measures"), blocks)


def _completion_name(portfolio: Portfolio) -> str:
    found = {is_official(each.plan.header) for each in portfolio.plans}
    # Of plans of both kinds, the table above says how each was put together.
    return COMPLETION[found.pop()] if len(found) == 1 else mark("Completion")


def _row(portfolio: Portfolio, known: Known, before: str) -> tuple[Cell, ...]:
    words, measures = portfolio.tongue, known.measures
    return (
        portfolio.name(known, here=INDEX, before=before),
        _completion(measures, words),
        _schedule(measures, words, plan_over=known.summary.over),
        last_report(words, measures.freshness.last_report, stale=measures.freshness.stale).cell,
        _evidence(measures, words),
        _independent(measures.independent, words),
    )


def _completion(measures: Measures, words: Tongue) -> Cell:
    done = measures.completion.completed_percent
    return DASH if done is None else completion(words, done).cell


def _schedule(measures: Measures, words: Tongue, *, plan_over: bool) -> Cell:
    """Return how many of the unfinished milestones are on track, and how many are overdue."""
    schedule = measures.schedule
    if not measures.completion.active:
        return DASH
    if schedule.health is None:
        return Cell(words.say("nothing unfinished"), Style.MUTED)
    mark, style = HEALTH[schedule.health]
    says = words.say(
        "{part} of {whole} on track, {overdue}",
        part=words.number(schedule.on_track),
        whole=words.number(schedule.unfinished),
        overdue=overdue_in_words(schedule.overdue, words, plan_over=plan_over),
    )
    return Cell(says, style, mark)


def _evidence(measures: Measures, words: Tongue) -> Cell:
    counts = measures.evidence
    if not measures.completion.active:
        return DASH
    if not counts.completed:
        return Cell(words.say("nothing completed"), Style.MUTED)
    says = words.say("{percent} of what is completed", percent=words.percent(counts.public_percent))
    return Cell(says)


def _independent(found: Independent, words: Tongue) -> Cell:
    if not found.assessments:
        return Cell(words.say("none known"), Style.MUTED)
    says = words.count("{n} assessment", "{n} assessments", found.assessments)
    if not found.compared:
        return Cell(says)
    return Cell(words.clauses((says, differing_words(found, words))))
