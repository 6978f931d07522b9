"""What a key that the format does not have is meant to be, and what is said of it."""

import pytest

from ogdplan.findings import DataPath
from ogdplan.model.kinds import TABLES, fields_of, table_model
from ogdplan.planfile import slips
from ogdplan.planfile.slips import meant_path, unknown_key

OWN_KEYS = {
    table: [spec.name for spec in fields_of(model)]
    for table in TABLES
    if (model := table_model(table))
}


def meant(table: str, name: str, **given: object) -> DataPath | None:
    """Return where a key belongs that stands in a table beside given ones."""
    return meant_path((table, 0, name), {table: [{name: "x", **given}]})


@pytest.mark.parametrize(
    ("table", "name", "key"),
    [
        ("milestones", "Title", "title"),
        ("milestones", "dueText", "due_text"),
        ("milestones", "due-text", "due_text"),
        ("milestones", "due text", "due_text"),
        ("milestones", "depend_on", "depends_on"),
        ("milestones", "name", "title"),
        ("milestones", "Deadline", "due"),
        ("milestones", "end_date", "due"),
        ("milestones", "Due Date", "due"),
        ("milestones", "responsible", "lead"),
        ("milestones", "comment", "note"),
        ("milestones", "deliverable", "expected_output"),
        ("milestones", "link", "evidence"),
        ("commitments", "deadline", "end"),
        ("commitments", "partners", "supporting"),
        ("institutions", "title", "name"),
        ("institutions", "website", "url"),
        ("updates", "date", "on"),
        ("updates", "milestone", "about"),
        ("updates", "description", "text"),
        ("challenges", "type", "category"),
        ("challenges", "owner", "lead"),
        ("datasets", "license", "licence"),
        ("datasets", "format", "formats"),
        ("datasets", "owner", "publisher"),
        ("indicators", "sdgs", "sdg"),
        ("assessments", "score", "value"),
        ("accepted", "comment", "reason"),
    ],
)
def test_key_of_other_words_or_spelling_is_understood(table: str, name: str, key: str) -> None:
    assert meant(table, name) == (table, 0, key)


@pytest.mark.parametrize("name", ["colour", "x", "", "é", "ministerio", "y" * 100_000])
def test_key_that_resembles_nothing_is_not_guessed(name: str) -> None:
    assert meant("milestones", name) is None


def test_key_already_given_is_meant_only_when_no_other_is() -> None:
    assert meant("commitments", "description") == ("commitments", 0, "problem")
    assert meant("datasets", "owner", publisher="x") == ("datasets", 0, "publisher")
    assert meant("assessments", "author") == ("assessments", 0, "assessor")
    assert meant("challenges", "done", resolved="2018") == ("challenges", 0, "resolved")
    assert meant("milestones", "description", expected_output="x") == (
        "milestones",
        0,
        "expected_output",
    )


@pytest.mark.parametrize("table", OWN_KEYS)
def test_own_key_in_capitals_is_never_taken_for_another(table: str) -> None:
    for key in OWN_KEYS[table]:
        path = (table, key.upper()) if table == "plan" else (table, 0, key.upper())
        data: dict[str, object] = {table: {} if table == "plan" else [{}]}
        assert meant_path(path, data) == (*path[:-1], key)


def test_other_words_are_for_keys_there_are_and_are_no_keys_of_the_same_table() -> None:
    known = {"format", *TABLES, *(key for keys in OWN_KEYS.values() for key in keys)}
    assert set(slips._OTHER_WORDS) <= known


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("milestone", "milestones"),
        ("Milestones", "milestones"),
        ("next-steps", "next_steps"),
        ("nextsteps", "next_steps"),
        ("activities", "milestones"),
        ("ministries", "institutions"),
        ("risks", "challenges"),
        ("indicator", "indicators"),
    ],
)
def test_table_of_other_words_or_spelling_is_understood(name: str, key: str) -> None:
    assert meant_path((name,), {name: [{}]}) == (key,)


def test_key_of_the_plan_at_the_top_belongs_into_the_plan() -> None:
    assert meant_path(("country",), {"country": "NPL"}) == ("plan", "country")
    assert meant_path(("title",), {"title": {"es": "x"}}) == ("plan", "title")
    assert meant_path(("sources",), {"sources": [{}]}) == ("resources",)


def test_format_in_the_plan_belongs_to_the_top() -> None:
    assert meant_path(("plan", "format"), {"plan": {"format": 1}}) == ("format",)


def test_language_behind_a_name_is_taken_off() -> None:
    assert meant("milestones", "note_es") == ("milestones", 0, "note")
    assert meant("milestones", "title_Spanish") == ("milestones", 0, "title")
    assert meant("milestones", "status_es") == ("milestones", 0, "status")


def said(path: DataPath, value: object, data: dict[str, object]) -> tuple[str, str]:
    fault = unknown_key(path, value, data, guess=True)
    assert fault.rule == "unknown-field"
    return fault.message, fault.help


def test_what_is_said_of_a_key_in_a_table() -> None:
    data: dict[str, object] = {"plan": {"titel": 1}, "events": [{"plcae": 1, "Place": 2}]}

    assert said(("plan", "titel"), 1, data) == (
        '"titel" is no key of [plan]',
        'did you mean "title"?',
    )
    assert said(("events", 0, "plcae"), 1, data) == (
        '"plcae" is no key of [[events]]',
        'did you mean "place"?',
    )


def test_what_is_said_of_a_table() -> None:
    assert said(("Plan",), {}, {"Plan": {}}) == (
        "[Plan] is no table of a plan file",
        "did you mean [plan]?",
    )
    assert said(("lesson",), [{}], {"lesson": [{}]}) == (
        "[[lesson]] is no table of a plan file",
        "did you mean [[lessons]]?",
    )


def test_language_is_proposed_as_the_format_writes_it() -> None:
    data: dict[str, object] = {"lessons": [{"title_spa": "x", "title": "y"}]}

    assert said(("lessons", 0, "title_spa"), "x", data)[1] == 'did you mean "title.es"?'


def test_long_key_is_cut() -> None:
    message, _ = said(("x" * 1000,), 1, {"x" * 1000: 1})

    assert message == f'"{"x" * 57}…" is no key of a plan file'


def test_nothing_is_guessed_when_nobody_asks() -> None:
    fault = unknown_key(("plan", "titel"), 1, {"plan": {"titel": 1}}, guess=False)

    assert fault.help.startswith("known here: title, country, ")


def test_table_that_is_not_there_is_empty() -> None:
    data: dict[str, object] = {"plan": 3, "events": [{"id": "x"}, 3]}

    assert slips.table_at(("events", 0), data) == {"id": "x"}
    for path in (("plan",), ("events",), ("events", 1), ("lessons", 0), ("events", 0, "id")):
        assert slips.table_at(path, data) == {}
