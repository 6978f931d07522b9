"""The sentence of the summary that tells of the period: what was completed, what was reported."""

from collections.abc import Iterator

from ogdplan.actions.reporting import PlanReport
from ogdplan.report.meeting.heading import span_words
from ogdplan.report.meeting.shares import agreeing, completed_in_words
from ogdplan.report.tongue import Tongue


def period_words(plan: PlanReport, tongue: Tongue) -> str:
    """Return what was completed in the period, the last report, and how much has evidence."""
    achieved, report = _achieved(plan, tongue), _last_report(plan, tongue)
    if not plan.measures.evidence.completed:
        return tongue.say("{achieved}; {report}.", achieved=achieved, report=report)
    evidence = _evidence(plan, tongue)
    return tongue.say(
        "{achieved}; {report}; {evidence}.", achieved=achieved, report=report, evidence=evidence
    )


def _achieved(plan: PlanReport, tongue: Tongue) -> str:
    return tongue.listed(tuple(_completed(plan, tongue)))


def _completed(plan: PlanReport, tongue: Tongue) -> Iterator[str]:
    """Yield what was completed for certain, perhaps, and what is only now known to be."""
    span = span_words(plan, tongue)
    recorded = sum(each.is_recorded_since for each in plan.achieved)
    perhaps = sum(not each.is_exact for each in plan.achieved) - recorded
    certain = len(plan.achieved) - recorded - perhaps
    if certain:
        yield tongue.count(
            "{n} milestone or commitment was completed {span}",
            "{n} milestones or commitments were completed {span}",
            certain,
            span=span,
        )
    elif perhaps:
        yield tongue.count(
            "{n} milestone or commitment was completed at a day that is not known exactly,"
            " perhaps {span}",
            "{n} milestones or commitments were completed at days that are not known exactly,"
            " perhaps {span}",
            perhaps,
            span=span,
        )
    else:
        yield tongue.say("Nothing was completed {span}", span=span)
    if certain and perhaps:
        yield tongue.count(
            "{n} more at a day that is not known exactly",
            "{n} more at a day that is not known exactly",
            perhaps,
        )
    if recorded:
        yield tongue.count(
            "{n} completed earlier was recorded since then",
            "{n} completed earlier were recorded since then",
            recorded,
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
    return tongue.count(
        "{part} of {whole} has public evidence",
        "{part} of {whole} have public evidence",
        agreeing(counts.with_public_evidence, counts.completed),
        part=tongue.number(counts.with_public_evidence),
        whole=completed_in_words(counts.completed, tongue),
    )
