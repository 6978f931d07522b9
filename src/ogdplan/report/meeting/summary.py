"""The summary: five sentences made from the figures."""

from ogdplan.actions.reporting import PlanReport
from ogdplan.progress.counts import ChallengeCounts
from ogdplan.report.meeting import parts
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.meeting.shares import (
    agreeing,
    commitments_done_in_words,
    compared_words,
    milestones_in_words,
    open_words,
)
from ogdplan.report.meeting.summary_of_period import period_words
from ogdplan.report.meeting.summary_of_schedule import schedule_line
from ogdplan.report.meeting.table import Entry, Field, Table
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import Lines, said
from ogdplan.report.segments import Line, words
from ogdplan.report.tongue import Tongue


def summary(plan: PlanReport, teller: Teller) -> Section:
    """Return the five sentences."""
    lines = _lines(plan, teller)
    told = list(map(words, lines))
    rows = ((Entry(number), Entry(each)) for number, each in enumerate(told, 1))
    table = Table((Field("number"), Field("sentence")), tuple(rows))
    block, value = Lines(lines, indent=2), {"sentences": told}
    return parts.section(SectionName.SUMMARY, teller.tongue, block, table=table, value=value)


def _lines(plan: PlanReport, teller: Teller) -> tuple[Line, ...]:
    tongue = teller.tongue
    return (
        said(_completion(plan, tongue)),
        schedule_line(plan, teller),
        said(period_words(plan, tongue)),
        said(_challenges(plan, tongue)),
        said(_openness(plan, tongue)),
    )


def _completion(plan: PlanReport, tongue: Tongue) -> str:
    say, counts = tongue.say, plan.measures.completion
    if not counts.total:
        return _without_milestones(plan, tongue)
    if not counts.active:
        return say("All milestones of the plan were withdrawn.")
    done = _done(plan, tongue)
    if plan.measures.promised is not None:
        promised = tongue.number(plan.measures.promised)
        done = say("{done}; by their deadlines it would be {number}", done=done, number=promised)
    return _timed(done, plan, tongue)


def _without_milestones(plan: PlanReport, tongue: Tongue) -> str:
    """Return how the commitments stand of a plan that has nothing else."""
    if not plan.progress.commitments:
        if plan.progress.over:
            return _timed(tongue.say("The plan has no milestones"), plan, tongue)
        return tongue.say("The plan has no milestones yet.")
    done = commitments_done_in_words(plan, tongue)
    return _timed(tongue.say("The plan has no milestones; {done}", done=done), plan, tongue)


def _timed(done: str, plan: PlanReport, tongue: Tongue) -> str:
    """Return what is done as a sentence that says how much of the plan's time has passed."""
    say = tongue.say
    end = plan.progress.plan.header.end
    if plan.progress.over and end:
        return say("{done}; the plan ended on {day}.", done=done, day=tongue.day(end.last))
    if plan.measures.elapsed_percent is None:
        return say("{done}; how much of the plan's time has passed is not known.", done=done)
    passed = tongue.percent(plan.measures.elapsed_percent)
    return say("{done}; {passed} of the plan's time has passed.", done=done, passed=passed)


def _done(plan: PlanReport, tongue: Tongue) -> str:
    counts = plan.measures.completion
    done = tongue.count(
        "{part} of {whole} is completed",
        "{part} of {whole} are completed",
        agreeing(counts.completed, counts.active),
        part=tongue.number(counts.completed),
        whole=milestones_in_words(counts.active, tongue),
    )
    percent = tongue.percent(counts.completed_percent)
    if plan.measures.is_weighted:
        return tongue.say("{done} ({percent} by weight)", done=done, percent=percent)
    return tongue.say("{done} ({percent})", done=done, percent=percent)


def _challenges(plan: PlanReport, tongue: Tongue) -> str:
    say, counts = tongue.say, plan.progress.challenge_counts
    if not counts.total:
        return say("The plan names no challenges.")
    resolved = tongue.count("{n} is resolved", "{n} are resolved", counts.resolved)
    if counts.open:
        standing = tongue.count("{n} challenge is open", "{n} challenges are open", counts.open)
        told = [standing, _mitigated(counts, tongue), *([resolved] if counts.resolved else [])]
        return say("{sentence}.", sentence=tongue.clauses(told))
    if not counts.resolved:
        return say("No challenge is open.")
    standing = say(
        "{standing}, {resolved}", standing=say("No challenge is open"), resolved=resolved
    )
    return say("{sentence}.", sentence=standing)


def _mitigated(counts: ChallengeCounts, tongue: Tongue) -> str:
    """Return of how many of the open challenges, at least one, nothing is being done about."""
    if not counts.unmitigated:
        return tongue.count(
            "something is being done about it",
            "something is being done about each of them",
            counts.open,
        )
    if counts.unmitigated == counts.open:
        return tongue.count(
            "nothing is being done about it", "nothing is being done about any of them", counts.open
        )
    return tongue.count(
        "nothing is being done about {n} of them",
        "nothing is being done about {n} of them",
        counts.unmitigated,
    )


def _openness(plan: PlanReport, tongue: Tongue) -> str:
    return open_words(plan, tongue) if plan.progress.dataset_counts.total else _judged(plan, tongue)


def _judged(plan: PlanReport, tongue: Tongue) -> str:
    found = plan.measures.independent
    if not found.assessments:
        return tongue.say("The plan lists no datasets, and no assessment by others is known.")
    known = tongue.count(
        "The plan lists no datasets; {n} assessment by others is known",
        "The plan lists no datasets; {n} assessments by others are known",
        found.assessments,
    )
    differ = compared_words(found, tongue)
    if not differ:
        return tongue.say("{known}.", known=known)
    return tongue.say("{known}; {differ}.", known=known, differ=differ)
