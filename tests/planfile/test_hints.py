"""What to do next about a value, told from the value and its field."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.model.kinds import FieldSpec, field_named, fields_of, table_model
from ogdplan.model.vocabularies import VOCABULARIES, MilestoneKind, Status
from ogdplan.planfile import hints
from ogdplan.rules.catalogue import RULES


def spec(name: str) -> FieldSpec:
    """Return a field by table and key, as in `milestones.due`."""
    table, _, key = name.partition(".")
    model = table_model(table)
    assert model is not None
    found = field_named(model, key)
    assert found is not None
    return found


LEVEL = "add level: whether it measures output, outcome or impact"
CATEGORY = "add category: which of the known lessons it is"


def test_question_lists_what_may_be_meant() -> None:
    assert hints.did_you_mean([]) == ""
    assert hints.did_you_mean(["a"]) == 'did you mean "a"?'
    assert hints.did_you_mean(["a", "b"]) == 'did you mean "a" or "b"?'
    assert hints.did_you_mean(iter(["a", "b", "c"])) == 'did you mean "a", "b" or "c"?'


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("Complete", "completed"),
        ("complete", "completed"),
        ("COMPLETED", "completed"),
        ("No evidence available", "unclear"),
        ("in progress", "in-progress"),
        ("In_Progress", "in-progress"),
        ("inprogress", "in-progress"),
        ("notstarted", "not-started"),
        ("substancial", "substantial"),
    ],
)
def test_label_or_slip_suggests_the_value(word: str, value: str) -> None:
    assert hints.for_term(word, Status).startswith(f'did you mean "{value}"? ')


@pytest.mark.parametrize("name", VOCABULARIES)
def test_label_of_every_term_suggests_that_term(name: str) -> None:
    for term in VOCABULARIES[name]:
        assert hints.for_term(term.label, VOCABULARIES[name]).startswith(
            f'did you mean "{term.value}"?'
        )


def test_short_lists_are_given_with_the_question_and_long_ones_named() -> None:
    assert hints.for_term("policies", Status) == (
        "choose one of: not-started, in-progress, limited, substantial, completed, withdrawn, "
        "unclear; `ogdplan catalogue status` explains them"
    )
    assert hints.for_term("trainings", MilestoneKind) == (
        'did you mean "training"? `ogdplan catalogue milestone-kind` prints all that are allowed'
    )


@pytest.mark.parametrize(
    ("rule", "field", "word", "expected"),
    [
        ("bad-id", "milestones.id", "Open Data", 'did you mean "open-data"?'),
        ("bad-id", "milestones.id", "Año-2018", 'did you mean "ano-2018"?'),
        ("bad-id", "milestones.id", "a" * 65, ""),
        ("bad-id", "milestones.id", "योजना 1", ""),
        ("bad-id", "milestones.id", "___", ""),
        ("bad-when", "milestones.due", "Sept 2018", 'did you mean "2018-09"?'),
        ("bad-when", "milestones.due", "1 May 2018", "write the day as 2018-05-01, without quotes"),
        ("bad-when", "milestones.due", "soon", ""),
        ("bad-when", "updates.period", "Sept 2018", 'did you mean "2018-09"?'),
        ("bad-country", "plan.country", "Panama", ""),
        ("bad-country", "plan.country", "Pamana", 'did you mean "PAN" (Panama)?'),
        ("bad-country", "plan.country", "xyzzy", ""),
        ("bad-country", "plan.country", "ZZZ", ""),
        ("bad-country", "plan.country", "", ""),
        ("bad-language", "plan.languages", "spa", 'did you mean "es"?'),
        ("bad-language", "plan.languages", "Nepali", 'did you mean "ne"?'),
        ("bad-language", "plan.languages", "tlhIngan", ""),
        ("bad-sdg", "plan.sdgs", "SDG16", 'did you mean "16"?'),
        ("bad-sdg", "plan.sdgs", "05", "the goals are 1 to 17"),
        ("bad-sdg", "plan.sdgs", "16.99", ""),
        ("bad-sdg", "plan.sdgs", "4 and 5", ""),
        ("bad-url", "plan.portal", "data.gov.np", 'write the whole address: "https://data.gov.np"'),
        ("bad-url", "plan.portal", "office@example.org", ""),
        ("bad-url", "plan.portal", "e.g. this one", ""),
        ("bad-licence", "datasets.licence", "odbl", 'did you mean "ODbL-1.0"?'),
        (
            "bad-licence",
            "datasets.licence",
            "Open Government Licence",
            'did you mean "OGL-UK-1.0", "OGL-UK-2.0" or "OGL-UK-3.0"?',
        ),
        ("bad-licence", "datasets.licence", "Open Government Licence v2.0", ""),
        ("bad-licence", "datasets.licence", "OGL UK 3", 'did you mean "OGL-UK-3.0"?'),
        ("bad-licence", "datasets.licence", "OGL-UK 4.0", 'did you mean "OGL-UK-1.0"?'),
        ("bad-licence", "datasets.licence", "?", ""),
        ("bad-licence", "datasets.licence", "GPL", 'did you mean "GPL-2.0" or "GPL-3.0"?'),
        ("bad-licence", "datasets.licence", "Sim", ""),
        ("bad-licence", "datasets.licence", "No open licence", ""),
        ("bad-licence", "datasets.licence", "None", "leave it out where there is no licence"),
        ("bad-licence", "datasets.licence", "ODbL v1.0", 'did you mean "ODbL-1.0"?'),
        ("bad-value", "accepted.rule", "overdu", 'did you mean "overdue"?'),
        ("bad-value", "accepted.rule", "", "`ogdplan explain` lists the rules"),
        ("empty-text", "milestones.title", "", "write the text"),
        ("empty-text", "milestones.note", "", ""),
        ("duplicate-value", "plan.sdgs", "16", ""),
    ],
)
def test_word_is_answered_as_its_rule_asks(rule: str, field: str, word: str, expected: str) -> None:
    assert hints.for_word(rule, word, spec(field)) == expected


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("milestones.progress", "50", "write it without quotes: 50"),
        ("milestones.progress", " 50 % ", "write it without quotes: 50"),
        ("milestones.progress", "-5", "write it without quotes: -5"),
        ("milestones.progress", "0.5", "write a whole number without quotes"),
        ("milestones.progress", "१", "write a whole number without quotes"),
        ("milestones.progress", 50.0, "write it without decimals: 50"),
        ("milestones.progress", 0.5, "write a whole number without quotes"),
        ("milestones.progress", float("nan"), "write a whole number without quotes"),
        ("milestones.progress", float("inf"), "write a whole number without quotes"),
        ("milestones.progress", [50], "write a whole number without quotes"),
        ("milestones.weight", "0,5", "write it without quotes: 0.5"),
        ("milestones.weight", "1.000,5", "write a number without quotes"),
        ("milestones.title", 2018, 'write it in quotes: "2018"'),
        ("milestones.title", date(2018, 6, 30), 'write it in quotes: "2018-06-30"'),
        ("milestones.title", 16.1, "write it in quotes, with all its digits"),
        ("milestones.title", True, "write it in quotes"),
        ("milestones.title", datetime(2018, 6, 30, tzinfo=UTC), "write it in quotes"),
        ("milestones.title", time(10), 'write it in quotes: "10:00:00"'),
        ("milestones.title", ["Portal"], 'write it without brackets: "Portal"'),
        ("milestones.title", ["a", "b"], "write one text in quotes"),
        ("milestones.title", {}, "write one text in quotes"),
        ("milestones.evidence", "A letter", 'write a list in brackets: ["A letter"]'),
        ("milestones.evidence", "x" * 100, "write a list in brackets"),
        ("milestones.evidence", 7, "write a list in brackets"),
        ("milestones.due", 2018, ""),
        ("institutions.champion", "yes", "write true or false, without quotes"),
        ("plan.stage", 1, "choose one of: draft, consultation, submitted, adopted, closed"),
        ("events.ratings", 80, "write a line for each: ratings.useful = 80"),
    ],
)
def test_value_of_the_wrong_type_is_written_right(field: str, value: object, expected: str) -> None:
    assert hints.for_type(value, spec(field), inside=False) == expected


def test_one_of_several_values_is_written_as_one() -> None:
    assert hints.for_type(7, spec("milestones.evidence"), inside=True) == 'write it in quotes: "7"'
    assert hints.for_type("80%", spec("events.ratings"), inside=True) == (
        "write it without quotes: 80"
    )


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("milestones.id", 'add a name of its own, such as id = "open-data-decree"'),
        ("milestones.title", "add title: what will be done"),
        ("plan.lead", "add lead: the institution in charge of the plan, by its id"),
        ("indicators.level", f"{LEVEL}; one of output, outcome, impact"),
        ("lessons.category", f"{CATEGORY}; `ogdplan catalogue lesson-category` prints all"),
    ],
)
def test_missing_field_is_described(field: str, expected: str) -> None:
    assert hints.for_absent(spec(field)) == expected


@given(
    st.sampled_from(sorted(RULES)),
    st.text(max_size=30) | st.text(alphabet="0123456789. -/q", max_size=10),
    st.sampled_from(fields_of(table_model("milestones"))),
)
def test_no_word_is_too_strange(rule: str, word: str, field: FieldSpec) -> None:
    assert not hints.for_word(rule, word, field).endswith(".")
