"""Advice that follows from the workshop of The Hague, for national plans that are not closed."""

from ogdplan.findings import Group, Rule, Severity

_STATE = (
    "milestones.status milestones.started milestones.completed milestones.withdrawn "
    "updates.about updates.on updates.status"
)
_WORK = f"milestones.kind {_STATE}"


def _advice(slug: str, title: str, why: str, fix: str, *, reads: str, session: str) -> Rule:
    table = frozenset(f"{reads} plan.kind plan.stage".split())
    return Rule(slug, Group.ADVICE, Severity.ADVICE, title, why, fix, table, session)


RULES = (
    _advice(
        "no-champion-inside",
        "no champion inside government",
        "someone inside government has to stand up for opening data",
        "mark the institution that does with `champion = true`",
        reads="institutions.sector institutions.champion",
        session="II",
    ),
    _advice(
        "no-champion-outside",
        "no champion outside government",
        "someone outside has to stand up for using the data",
        "mark an association, university, company or newspaper that does with `champion = true`",
        reads="institutions.sector institutions.champion",
        session="II",
    ),
    _advice(
        "no-legal-basis",
        "no legal basis",
        "without regulation, efforts may be undone; they should outlast persons",
        "add the law or decree under `[[instruments]]`, or a milestone of kind legal-framework",
        reads=f"instruments.* {_WORK}",
        session="II and III",
    ),
    _advice(
        "no-statistics-office",
        "the statistics office has no part",
        "it knows the data behind the SDG indicators; coordinate with it first",
        "add the office as an institution with the role statistics-office",
        reads="institutions.roles",
        session="I",
    ),
    _advice(
        "no-user-community",
        "nobody who uses data has a part",
        "users belong in from the very beginning; they know which data matter",
        "add associations, universities, companies or media that use data as institutions, "
        "with their `communities`",
        reads="institutions.sector institutions.communities",
        session="II",
    ),
    _advice(
        "few-agencies",
        "few agencies take part",
        "fewer than three public institutions beside the lead are not enough: data are held "
        "all over government",
        "give more agencies a part: in milestones or commitments, as publishers of datasets, "
        "or with the role data-holder",
        reads=f"{_STATE} plan.lead institutions.id institutions.sector institutions.roles "
        "milestones.lead milestones.supporting commitments.lead commitments.supporting "
        "datasets.publisher",
        session="II",
    ),
    _advice(
        "no-readiness-assessment",
        "no readiness assessment",
        "knowing where the country stands shows what comes first",
        "add a milestone of kind readiness-assessment, or an assessment that exists "
        "(odra, undesa, odb or gdb)",
        reads=f"{_WORK} assessments.framework",
        session="III",
    ),
    _advice(
        "no-training",
        "no training",
        "officers can only open data when they have learned how",
        "add a milestone or an event of kind training",
        reads=f"{_WORK} events.kind",
        session="III",
    ),
    _advice(
        "no-data-quality-work",
        "no work on data quality",
        "fear of poor data keeps offices from opening them",
        "add a milestone of kind data-quality, or a next step with that theme",
        reads=f"{_WORK} next_steps.theme next_steps.status",
        session="II and III",
    ),
    _advice(
        "no-priority-datasets",
        "no dataset has priority",
        "open by default may not be best; choose with the users what comes first",
        "list datasets, and set `priority` to high or medium on those that users ask for",
        reads="datasets.priority",
        session="II and III",
    ),
    _advice(
        "no-sdg-link",
        "nothing is linked to the SDGs",
        "the key datasets show themselves where open data serve a goal",
        "set `sdgs` on the plan, its commitments, milestones or datasets",
        reads="plan.sdgs commitments.sdgs milestones.sdgs datasets.sdgs institutions.sdgs "
        "indicators.sdg",
        session="I",
    ),
    _advice(
        "no-impact-indicator",
        "no indicator of impact",
        "what open data change in the end has to be measured to be believed",
        "add an indicator of level impact",
        reads="indicators.level",
        session="III",
    ),
    _advice(
        "no-governance",
        "no governance structure",
        "agencies and civil society need a lasting body in which they decide together",
        "add an institution with the role steering-body, or a milestone of kind governance",
        reads=f"{_WORK} institutions.roles",
        session="I and II",
    ),
    _advice(
        "no-agency-plans",
        "no agency has a plan of its own",
        "where each agency must have its plan, opening becomes everybody's work",
        'add agency plans with `kind = "agency"` and this plan as `parent`',
        reads="",
        session="I and II",
    ),
    _advice(
        "no-expected-output",
        "milestones do not say what one will be able to see",
        "whether it is done can only be checked against something visible",
        "set `expected_output` on the milestones",
        reads=f"{_STATE} milestones.expected_output",
        session="II",
    ),
    _advice(
        "licence-not-reviewed",
        "a licence that nobody has reviewed",
        "whether these data are open is unknown, and so it is not counted",
        "use a licence of the Open Definition list marked open",
        reads="datasets.licence datasets.access",
        session="I",
    ),
)
