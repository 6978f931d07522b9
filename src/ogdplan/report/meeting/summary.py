"""The summary: five sentences made from the figures."""

from collections.abc import Iterator

from ogdplan.actions.reporting import PlanReport
from ogdplan.report.meeting import parts
from ogdplan.report.meeting.heading import span_words
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.meeting.shares import differing_words, open_words
from ogdplan.report.meeting.table import Entry, Field, Table
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.page import Cell, Lines, said
from ogdplan.report.tongue import Tongue, tongue


def summary(plan: PlanReport, teller: Teller) -> Section:
    """Return the five sentences."""
    told = _sentences(plan, teller.tongue)
    fields = (Field("number"), Field("sentence"))
    rows = ((Entry(number), Entry(words, Cell(words))) for number, words in enumerate(told, 1))
    block = Lines(tuple(said(words) for words in told), indent=2)
    table = Table(fields, tuple(rows))
    return parts.section(
        SectionName.SUMMARY, teller.tongue, block, table=table, value={"sentences": list(told)}
    )


def sentences(plan: PlanReport, wishes: Wishes) -> tuple[str, ...]:
    """Return the five sentences as text."""
    return _sentences(plan, tongue(wishes.language))


def _sentences(plan: PlanReport, tongue: Tongue) -> tuple[str, ...]:
    return (
        _completion(plan, tongue),
        _schedule(plan, tongue),
        _period(plan, tongue),
        _challenges(plan, tongue),
        _openness(plan, tongue),
    )


def _completion(plan: PlanReport, tongue: Tongue) -> str:
    counts, progress = plan.measures.completion, plan.progress
    if not counts.active:
        return tongue.say("The plan has no milestones to be completed.")
    done = tongue.count(
        "{n} of {total} milestones is completed ({percent} by weight)",
        "{n} of {total} milestones are completed ({percent} by weight)",
        counts.completed,
        total=tongue.number(counts.active),
        percent=tongue.percent(counts.completed_percent),
    )
    end = progress.plan.header.end
    if progress.over and end:
        return tongue.say("{done}; the plan ended on {day}.", done=done, day=tongue.day(end.last))
    if progress.elapsed_percent is None:
        return tongue.say("{done}; how much of the plan's time has passed is not known.", done=done)
    passed = tongue.percent(progress.elapsed_percent)
    return tongue.say("{done}; {passed} of the plan's time has passed.", done=done, passed=passed)


def _schedule(plan: PlanReport, tongue: Tongue) -> str:
    found = tuple(_pressing(plan, tongue))
    within = plan.concerns.within_days
    if not found:
        return tongue.say(
            "No milestone is overdue, blocked, or due in the next {days} days.",
            days=tongue.number(within),
        )
    return tongue.say("Of the unfinished milestones, {pressing}.", pressing=tongue.listed(found))


def _pressing(plan: PlanReport, tongue: Tongue) -> Iterator[str]:
    concerns, count = plan.concerns, tongue.count
    if number := len(concerns.overdue):
        yield count("{n} is overdue", "{n} are overdue", number)
    if number := len(concerns.blocked):
        yield count("{n} waits for one that is overdue", "{n} wait for one that is overdue", number)
    if number := len(concerns.unconfirmed):
        yield count("{n} has an unclear status", "{n} have an unclear status", number)
    if number := len(concerns.due):
        days = tongue.number(concerns.within_days)
        yield count(
            "{n} is due in the next {days} days",
            "{n} are due in the next {days} days",
            number,
            days=days,
        )


def _period(plan: PlanReport, tongue: Tongue) -> str:
    return tongue.say(
        "{achieved}; {report}; {evidence}.",
        achieved=_achieved(plan, tongue),
        report=_last_report(plan, tongue),
        evidence=_evidence(plan, tongue),
    )


def _achieved(plan: PlanReport, tongue: Tongue) -> str:
    span = span_words(plan, tongue)
    if not plan.achieved:
        return tongue.say("Nothing was completed {span}", span=span)
    return tongue.count(
        "{n} milestone or commitment was completed {span}",
        "{n} milestones or commitments were completed {span}",
        len(plan.achieved),
        span=span,
    )


def _last_report(plan: PlanReport, tongue: Tongue) -> str:
    fresh = plan.measures.freshness
    if fresh.last_report is None:
        return tongue.say("nothing has been reported yet")
    day = tongue.day(fresh.last_report)
    if fresh.stale:
        return tongue.say("the last report is of {day}, which is too long ago", day=day)
    return tongue.say("the last report is of {day}", day=day)


def _evidence(plan: PlanReport, tongue: Tongue) -> str:
    counts = plan.measures.evidence
    if not counts.completed:
        return tongue.say("no milestone is completed that could have evidence")
    return tongue.count(
        "{n} of {total} completed milestones has public evidence",
        "{n} of {total} completed milestones have public evidence",
        counts.with_public_evidence,
        total=tongue.number(counts.completed),
    )


def _challenges(plan: PlanReport, tongue: Tongue) -> str:
    counts = plan.progress.challenge_counts
    if not counts.total:
        return tongue.say("The plan names no challenges.")
    if not counts.open:
        return tongue.say("No challenge is open.")
    standing = tongue.count(
        "{n} of {total} challenges is open",
        "{n} of {total} challenges are open",
        counts.open,
        total=tongue.number(counts.total),
    )
    if not counts.unmitigated:
        return tongue.say("{standing}; something is being done about each.", standing=standing)
    rest = tongue.count(
        "nothing is being done about {n} of them",
        "nothing is being done about {n} of them",
        counts.unmitigated,
    )
    return tongue.say("{standing}; {rest}.", standing=standing, rest=rest)


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
    if not found.compared:
        return tongue.say("{known}.", known=known)
    return tongue.say("{known}; {differ}.", known=known, differ=differing_words(found, tongue))
