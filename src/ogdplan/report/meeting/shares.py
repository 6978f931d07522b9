"""Figures in words that several sections tell: what is late, open data, what others judge."""

from ogdplan.actions.reporting import PlanReport
from ogdplan.progress.measures import Independent
from ogdplan.reference.workshop import SDG_OPEN_SHARE_BENCHMARK_PERCENT
from ogdplan.report.tongue import NOT_DELIVERED, Tongue


def agreeing(part: int, whole: int) -> int:
    """Return the number that the verb of "part of whole" agrees with: 0 of 1 is, 0 of 2 are."""
    return 1 if whole == 1 else part


def milestones_in_words(number: int, tongue: Tongue) -> str:
    """Return so many milestones: `1 milestone`, `23 milestones`."""
    return tongue.count("{n} milestone", "{n} milestones", number)


def no_milestones_in_words(plan: PlanReport, tongue: Tongue) -> str:
    """Return that there are none; "yet" while they may be expected to come."""
    if plan.progress.over or plan.progress.commitments:
        return tongue.say("the plan has no milestones")
    return tongue.say("the plan has no milestones yet")


def completed_in_words(number: int, tongue: Tongue) -> str:
    """Return so many completed milestones: `1 completed milestone`."""
    return tongue.count("{n} completed milestone", "{n} completed milestones", number)


def commitments_done_in_words(plan: PlanReport, tongue: Tongue) -> str:
    """Return how many commitments are completed, and of how many nothing says how they stand."""
    counts = plan.progress.commitment_counts
    done = tongue.count(
        "{part} of {whole} is completed",
        "{part} of {whole} are completed",
        agreeing(counts.completed, counts.total),
        part=tongue.number(counts.completed),
        whole=tongue.count("{n} commitment", "{n} commitments", counts.total),
    )
    unknown = counts.total - counts.reported
    if not unknown:
        return done
    more = tongue.count("{n} does not say how it stands", "{n} do not say how they stand", unknown)
    return tongue.say("{done}, {more}", done=done, more=more)


def overdue_heading(tongue: Tongue, *, plan_over: bool) -> str:
    """Return the heading over numbers of overdue milestones: after the end, "Not delivered"."""
    return tongue.say(NOT_DELIVERED) if plan_over else tongue.say("Overdue")


def overdue_in_words(number: int, tongue: Tongue, *, plan_over: bool) -> str:
    """Return so many overdue: `3 overdue`, and after the plan's end `3 not delivered`."""
    if plan_over:
        return tongue.count("{n} not delivered", "{n} not delivered", number)
    return tongue.say("{n} overdue", n=tongue.number(number))


def open_words(plan: PlanReport, tongue: Tongue) -> str:
    """Return how many datasets are open, of those linked to the SDGs beside the benchmark."""
    counts = plan.progress.dataset_counts
    standing = tongue.count(
        "{part} of {whole} is open",
        "{part} of {whole} are open",
        agreeing(counts.open, counts.total),
        part=tongue.number(counts.open),
        whole=tongue.count("{n} dataset", "{n} datasets", counts.total),
    )
    if not counts.sdg_linked:
        return tongue.say("{standing}; none is linked to the SDGs.", standing=standing)
    return tongue.say("{standing}; {share}.", standing=standing, share=_sdg_share(plan, tongue))


def _sdg_share(plan: PlanReport, tongue: Tongue) -> str:
    counts = plan.progress.dataset_counts
    told = tongue.say(
        "{percent}, where the best cases of 2017 had about {benchmark}",
        percent=tongue.percent(counts.sdg_linked_open_percent),
        benchmark=tongue.percent(SDG_OPEN_SHARE_BENCHMARK_PERCENT),
    )
    if counts.sdg_linked == 1 and counts.sdg_linked_open:
        return tongue.say("the one linked to the SDGs is open ({share})", share=told)
    if counts.sdg_linked == 1:
        return tongue.say("the one linked to the SDGs is not open ({share})", share=told)
    return tongue.count(
        "of {total} linked to the SDGs {part} is open ({share})",
        "of {total} linked to the SDGs {part} are open ({share})",
        counts.sdg_linked_open,
        part=tongue.number(counts.sdg_linked_open),
        total=tongue.number(counts.sdg_linked),
        share=told,
    )


def compared_words(found: Independent, tongue: Tongue) -> str:
    """Return how many differ, and how many say what the self-report does not know; "" for none."""
    if not found.only_by_others:
        return differing_words(found, tongue) if found.compared else ""
    more = tongue.count(
        "{n} says what the self-report does not know",
        "{n} say what the self-report does not know",
        found.only_by_others,
    )
    if not found.compared:
        return more
    return tongue.clauses((differing_words(found, tongue), more))


def differing_words(found: Independent, tongue: Tongue) -> str:
    """Return how many of the assessments that can be compared differ from the self-report."""
    return tongue.count(
        "{part} of {total} that can be compared differs from the self-report",
        "{part} of {total} that can be compared differ from the self-report",
        agreeing(found.differing, found.compared),
        part=tongue.number(found.differing),
        total=tongue.number(found.compared),
    )
