"""Advice from the workshop of The Hague: what a national plan that is not closed still lacks."""

from collections.abc import Callable, Iterator
from itertools import chain

from ogdplan.checks.context import Context
from ogdplan.checks.phrases import counted, listed
from ogdplan.findings import Problem
from ogdplan.model import vocabularies as v
from ogdplan.model.evidence import Dataset
from ogdplan.model.faults import shown
from ogdplan.model.plan import Header, Plan
from ogdplan.model.work import Commitment, Institution, Milestone
from ogdplan.reference.licences import Conformance, licence

ENOUGH_AGENCIES = 3
"""How many agencies beside the lead have to take part before they are no longer few."""

PUBLIC = frozenset({v.Sector.GOVERNMENT, v.Sector.PARLIAMENT, v.Sector.JUDICIARY})
"""The sectors inside government, in the wide sense: those that hold public data."""

USERS = frozenset(
    {v.Sector.CIVIL_SOCIETY, v.Sector.ACADEMIA, v.Sector.PRIVATE_SECTOR, v.Sector.MEDIA}
)
"""The sectors outside government whose people use public data in the country."""

_READINESS = frozenset({v.Framework.ODRA, v.Framework.UNDESA, v.Framework.ODB, v.Framework.GDB})


def is_advised(header: Header) -> bool:
    """Return whether advice is for this plan: national, and not closed."""
    return header.kind.is_national and header.stage is not v.Stage.CLOSED


def check(context: Context) -> Iterator[Problem]:
    """Yield the advice for the plan as a whole, then that for its datasets."""
    if not is_advised(context.plan.header):
        return
    for slug, missing in _QUESTIONS:
        if message := missing(context):
            yield context.of_plan(slug, message)
    yield from _licences_not_reviewed(context)


def _no_champion_inside(context: Context) -> str | None:
    return _no_champion(context.plan, PUBLIC, "public institutions")


def _no_champion_outside(context: Context) -> str | None:
    return _no_champion(
        context.plan, frozenset(v.Sector) - PUBLIC, "institutions outside government"
    )


def _no_champion(plan: Plan, sectors: frozenset[v.Sector], words: str) -> str | None:
    among = [institution for institution in plan.institutions if institution.sector in sectors]
    if any(institution.champion for institution in among):
        return None
    return f"0 of {len(among)} {words} are champions"


def _no_legal_basis(context: Context) -> str | None:
    if context.plan.instruments or _has_work(context, v.MilestoneKind.LEGAL_FRAMEWORK):
        return None
    return "no instrument is named, and no milestone works on the legal framework"


def _no_statistics_office(context: Context) -> str | None:
    if _has_role(context.plan, v.InstitutionRole.STATISTICS_OFFICE):
        return None
    return f"0 of {len(context.plan.institutions)} institutions are the statistics office"


def _no_user_community(context: Context) -> str | None:
    for institution in context.plan.institutions:
        is_outside = institution.sector not in PUBLIC
        if institution.sector in USERS or (is_outside and institution.communities):
            return None
    return f"0 of {len(context.plan.institutions)} institutions speak for those who use data"


def _few_agencies(context: Context) -> str | None:
    active = _active_agencies(context)
    if len(active) >= ENOUGH_AGENCIES:
        return None
    named = f": {listed(active)}" if active else ""
    return f"{counted(len(active), 'public institution')} beside the lead with a part{named}"


def _active_agencies(context: Context) -> tuple[str, ...]:
    """Return the public institutions, without the plan's lead, that hold data or do work."""
    plan = context.plan
    at_work: set[str | None] = {dataset.publisher for dataset in plan.datasets}
    for work in chain[Commitment | Milestone](plan.commitments, _active_milestones(context)):
        at_work |= {work.lead, *work.supporting}
    return tuple(
        each.id
        for each in plan.institutions
        if each.sector in PUBLIC and each.id != plan.header.lead
        if each.id in at_work or v.InstitutionRole.DATA_HOLDER in each.roles
    )


def _no_readiness_assessment(context: Context) -> str | None:
    if _has_work(context, v.MilestoneKind.READINESS_ASSESSMENT):
        return None
    if any(assessment.framework in _READINESS for assessment in context.plan.assessments):
        return None
    return "no milestone assesses readiness, and no assessment of it is recorded"


def _no_training(context: Context) -> str | None:
    is_held = any(event.kind is v.EventKind.TRAINING for event in context.plan.events)
    if is_held or _has_work(context, v.MilestoneKind.TRAINING):
        return None
    return "no milestone and no event is a training"


def _no_data_quality_work(context: Context) -> str | None:
    is_next = any(
        step.theme is v.NextStepTheme.DATA_QUALITY and step.status is not v.NextStepStatus.DROPPED
        for step in context.plan.next_steps
    )
    if is_next or _has_work(context, v.MilestoneKind.DATA_QUALITY):
        return None
    return "no milestone and no next step works on the quality of data"


def _no_priority_datasets(context: Context) -> str | None:
    datasets = context.plan.datasets
    if any(dataset.priority in (v.Level.MEDIUM, v.Level.HIGH) for dataset in datasets):
        return None
    return f"0 of {len(datasets)} datasets have priority"


def _no_sdg_link(context: Context) -> str | None:
    plan = context.plan
    work = chain[Commitment | Milestone](plan.commitments, plan.milestones)
    holders = chain[Institution | Dataset](plan.institutions, plan.datasets)
    if (
        plan.header.sdgs
        or any(each.sdgs for each in work)
        or any(each.sdgs for each in holders)
        or any(each.sdg for each in plan.indicators)
    ):
        return None
    return "no record names a goal, target or indicator"


def _no_impact_indicator(context: Context) -> str | None:
    indicators = context.plan.indicators
    if any(indicator.level is v.IndicatorLevel.IMPACT for indicator in indicators):
        return None
    return f"0 of {len(indicators)} indicators measure impact"


def _no_governance(context: Context) -> str | None:
    is_steered = _has_role(context.plan, v.InstitutionRole.STEERING_BODY)
    if is_steered or _has_work(context, v.MilestoneKind.GOVERNANCE):
        return None
    return "no institution steers the plan, and no milestone sets up its governance"


def _no_expected_output(context: Context) -> str | None:
    active = _active_milestones(context)
    if not active or any(milestone.expected_output for milestone in active):
        return None
    return f"0 of {len(active)} milestones say what one will be able to see"


def _licences_not_reviewed(context: Context) -> Iterator[Problem]:
    for dataset in context.plan.datasets:
        if dataset.access is v.Access.PUBLIC and dataset.licence:
            known = licence(dataset.licence)
            if known is None or known.conformance is Conformance.NOT_REVIEWED:
                message = (
                    f"whether {shown(dataset.licence)} is an open licence has not been reviewed"
                )
                yield context.problem("licence-not-reviewed", dataset, "licence", message)


def _active_milestones(context: Context) -> tuple[Milestone, ...]:
    return tuple(each.milestone for each in context.progress.milestones if each.is_active)


def _has_work(context: Context, kind: v.MilestoneKind) -> bool:
    return any(
        each.milestone.kind is kind and each.is_active for each in context.progress.milestones
    )


def _has_role(plan: Plan, role: v.InstitutionRole) -> bool:
    return any(role in institution.roles for institution in plan.institutions)


_QUESTIONS: tuple[tuple[str, Callable[[Context], str | None]], ...] = (
    ("no-champion-inside", _no_champion_inside),
    ("no-champion-outside", _no_champion_outside),
    ("no-legal-basis", _no_legal_basis),
    ("no-statistics-office", _no_statistics_office),
    ("no-user-community", _no_user_community),
    ("few-agencies", _few_agencies),
    ("no-readiness-assessment", _no_readiness_assessment),
    ("no-training", _no_training),
    ("no-data-quality-work", _no_data_quality_work),
    ("no-priority-datasets", _no_priority_datasets),
    ("no-sdg-link", _no_sdg_link),
    ("no-impact-indicator", _no_impact_indicator),
    ("no-governance", _no_governance),
    ("no-expected-output", _no_expected_output),
)
