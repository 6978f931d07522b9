import re

import pytest
from pydantic import TypeAdapter, ValidationError

from ogdplan.model.terms import IRM, ODRA, OWN, W1, W2, W3, Term
from ogdplan.model.vocabularies import (
    VOCABULARIES,
    ChallengeCategory,
    LessonCategory,
    MilestoneKind,
    NextStepTheme,
    PlanKind,
    Status,
    vocabulary_name,
)
from ogdplan.model.work import Status as StatusField
from ogdplan.reference import workshop

# Section 3 of the design, and the short lists that stand in section 2.
VALUES = {
    "plan-kind": "national-ogd ogp-national agency local programme",
    "stage": "draft consultation submitted adopted closed",
    "basis": "official partial reconstructed",
    "orientation": "transparency social-and-economic sustainable-development",
    "reporting": "monthly quarterly half-yearly yearly",
    "status": "not-started in-progress limited substantial completed withdrawn unclear",
    "dimension": "technology policy operation",
    "milestone-kind": """
        community-building sensitization readiness-assessment co-creation training data-reuse
        legal-framework governance standards infrastructure data-publication data-quality
        monitoring other
    """,
    "timing": "fixed recurring ongoing conditional",
    "origin": "new carried-forward",
    "readiness-dimension": """
        leadership policy-and-legal institutions data-management demand civic-engagement funding
        technology-and-skills
    """,
    "challenge-category": """
        awareness-and-benefits fear-to-release weak-leadership first-mover-risk
        agency-involvement lack-of-regulation unknown-holdings misunderstanding-of-ogd
        paper-based-culture funding-and-staff other
    """,
    "challenge-status": "open mitigating resolved accepted",
    "lesson-category": """
        agency-level-plans centralise-or-decentralise data-life-cycle coordinate-with-users
        prioritise-with-users institutionalisation audit-and-accountability champions
        continued-support learning-platform other
    """,
    "lesson-kind": "repeat avoid success-story innovation",
    "next-step-theme": """
        leadership-buy-in legal-framework management-practices ict-infrastructure standards
        private-sector-use appoint-champion socialise-strategy involve-stakeholders
        documentation data-quality data-reuse data-driven-decisions impact-indicators
        data-integration success-stories performance-agreements priority-datasets
        demand-side-capacity knowledge-bank convince-officers government-use involve-sectors
        public-benefits continued-guidance other
    """,
    "next-step-status": "open in-progress done dropped",
    "sector": """
        government parliament judiciary civil-society academia private-sector media international
    """,
    "institution-role": """
        coordinator statistics-office data-holder regulator approver auditor steering-body funder
        partner reviewer
    """,
    "community": "ogd sdg foi",
    "instrument-kind": "law decree resolution policy strategy guideline agreement other",
    "level": "low medium high",
    "availability": "nonexistent paper digital online",
    "release-needs": "nothing coordination regulation",
    "access": "public restricted closed",
    "frequency": """
        continuous daily weekly monthly quarterly half-yearly annual biennial irregular once
    """,
    "indicator-level": "output outcome impact",
    "direction": "increase decrease",
    "event-kind": """
        workshop training study-tour regional-workshop consultation hackathon other
    """,
    "resource-kind": "guideline training-material standard tool portal report other",
    "framework": "irm odra odb gdb undesa audit civil-society other",
}
TERMS = [term for terms in VOCABULARIES.values() for term in terms]


def test_vocabularies_are_those_of_the_design() -> None:
    assert list(VOCABULARIES) == list(VALUES)


@pytest.mark.parametrize("name", VALUES)
def test_vocabulary_has_the_values_of_the_design_in_their_order(name: str) -> None:
    assert [term.value for term in VOCABULARIES[name]] == VALUES[name].split()


def test_value_is_kebab_case() -> None:
    assert [term for term in TERMS if not re.fullmatch("[a-z]+(-[a-z]+)*", term)] == []


def test_every_value_has_label_description_and_source_on_one_line() -> None:
    texts = [text for term in TERMS for text in (term.label, term.description, term.source)]

    assert [text for text in texts if not text or text != " ".join(text.split())] == []


def test_labels_of_a_vocabulary_differ() -> None:
    doubled = [
        name
        for name, terms in VOCABULARIES.items()
        if len({term.label for term in terms}) < len(terms)
    ]

    assert doubled == []


def test_description_is_no_sentence_with_full_stop() -> None:
    assert [term.description for term in TERMS if term.description.endswith(".")] == []


def test_label_is_the_value_in_words_where_none_is_given() -> None:
    assert (MilestoneKind.DATA_QUALITY.label, MilestoneKind.CO_CREATION.label) == (
        "Data quality",
        "Co-creation",
    )


def test_status_is_called_what_the_irm_calls_it() -> None:
    assert {term.value: (term.label, term.source) for term in Status} == {
        "not-started": ("Not started", IRM),
        "in-progress": ("In progress", OWN),
        "limited": ("Limited", IRM),
        "substantial": ("Substantial", IRM),
        "completed": ("Complete", IRM),
        "withdrawn": ("Withdrawn", IRM),
        "unclear": ("No evidence available", IRM),
    }


@pytest.mark.parametrize(
    ("vocabulary", "session", "slugs"),
    [
        (ChallengeCategory, W2, [topic.slug for topic in workshop.CHALLENGES]),
        (
            LessonCategory,
            W2,
            [topic.slug for topic in (*workshop.LESSONS, *workshop.IMPROVEMENTS)],
        ),
        (MilestoneKind, W3, [topic.slug for topic in workshop.ACHIEVEMENTS]),
        (NextStepTheme, W3, list(dict.fromkeys(step.theme for step in workshop.NEXT_STEPS))),
    ],
)
def test_what_the_workshop_found_names_its_session(
    vocabulary: type[Term], session: str, slugs: list[str]
) -> None:
    assert [term.value for term in vocabulary if term.source == session] == slugs


def test_dimension_and_orientation_come_from_session_one() -> None:
    terms = (*VOCABULARIES["dimension"], *VOCABULARIES["orientation"])

    assert {term.source for term in terms} == {W1}


def test_readiness_dimension_comes_from_the_readiness_assessment() -> None:
    assert {term.source for term in VOCABULARIES["readiness-dimension"]} == {ODRA}


def test_every_vocabulary_says_what_it_is() -> None:
    assert [name for name, terms in VOCABULARIES.items() if not terms.__doc__] == []


def test_vocabulary_is_known_by_its_name() -> None:
    assert [vocabulary_name(terms) for terms in VOCABULARIES.values()] == list(VOCABULARIES)


def test_only_two_kinds_of_plan_speak_for_a_country() -> None:
    assert [kind.value for kind in PlanKind if kind.is_national] == ["national-ogd", "ogp-national"]


@pytest.mark.parametrize("value", ["Completed", "Complete", "COMPLETED", "in progress", "", " "])
def test_value_is_taken_only_as_it_is_written(value: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(StatusField).validate_python(value, strict=None)


def test_value_becomes_its_term() -> None:
    assert TypeAdapter(StatusField).validate_python("in-progress") is Status.IN_PROGRESS
