"""Shares in words that several sections tell: of open data, of judgements that differ."""

from ogdplan.actions.reporting import PlanReport
from ogdplan.progress.measures import Independent
from ogdplan.reference.workshop import SDG_OPEN_SHARE_BENCHMARK_PERCENT
from ogdplan.report.tongue import Tongue


def open_words(plan: PlanReport, tongue: Tongue) -> str:
    """Return how many datasets are open, of those linked to the SDGs beside the benchmark."""
    counts = plan.progress.dataset_counts
    standing = tongue.count(
        "{n} of {total} datasets is open",
        "{n} of {total} datasets are open",
        counts.open,
        total=tongue.number(counts.total),
    )
    if not counts.sdg_linked:
        return tongue.say("{standing}; none is linked to the SDGs.", standing=standing)
    return tongue.say("{standing}; {share}.", standing=standing, share=_sdg_share(plan, tongue))


def _sdg_share(plan: PlanReport, tongue: Tongue) -> str:
    counts = plan.progress.dataset_counts
    return tongue.count(
        "of {total} linked to the SDGs {n} is open"
        " ({percent}, where the best cases of 2017 had about {benchmark})",
        "of {total} linked to the SDGs {n} are open"
        " ({percent}, where the best cases of 2017 had about {benchmark})",
        counts.sdg_linked_open,
        total=tongue.number(counts.sdg_linked),
        percent=tongue.percent(counts.sdg_linked_open_percent),
        benchmark=tongue.percent(SDG_OPEN_SHARE_BENCHMARK_PERCENT),
    )


def differing_words(found: Independent, tongue: Tongue) -> str:
    """Return how many of the assessments that can be compared differ from the self-report."""
    return tongue.count(
        "{n} of {total} that can be compared differs from the self-report",
        "{n} of {total} that can be compared differ from the self-report",
        found.differing,
        total=tongue.number(found.compared),
    )
