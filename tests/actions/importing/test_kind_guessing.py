"""Of which kind the rows of a table are."""

import pytest

from ogdplan.actions.importing.tables.heading_rows import Column
from ogdplan.actions.importing.tables.kind_guessing import (
    NoTitlesError,
    UnknownKindError,
    kind_guessed,
)
from ogdplan.actions.importing.tables.mapping import ColumnMapping
from ogdplan.errors import UsageError
from ogdplan.model.kinds import Kind, kind_named

MILESTONE = kind_named("milestone")


def columns(*headings: str) -> list[Column]:
    return [Column(at, heading, None) for at, heading in enumerate(headings)]


def guessed(table: list[Column], said: ColumnMapping | None = None) -> Kind:
    return kind_guessed("S", table, said or ColumnMapping())


def test_kind_is_the_one_that_understands_most_else_milestones_with_deadlines() -> None:
    assert guessed(columns("Title", "Due", "Lead", "Status")) is MILESTONE
    assert guessed(columns("Title", "Responsible")) is MILESTONE
    assert guessed(columns("Title", "Publisher", "Due", "Licence")).name == "dataset"
    with pytest.raises(UnknownKindError) as caught:
        guessed(columns("Title", "Status"))
    assert caught.value.hint == "say what the rows are: --as milestones"


def test_kind_is_guessed_where_only_one_fits() -> None:
    assert guessed(columns("Title", "Due", "Evidence", "Commitment")) is MILESTONE
    assert guessed(columns("Dataset", "Licence", "Format")).name == "dataset"
    assert guessed(columns("Name", "Acronym", "Sector")).name == "institution"


def test_kinds_that_fit_are_listed_where_several_do() -> None:
    with pytest.raises(UnknownKindError) as failure:
        guessed(columns("Title", "Note"))

    assert failure.value.message.startswith('what are the rows of "S"? its columns fit ')
    assert "milestones" in failure.value.message
    assert (failure.value.hint or "").startswith("say what the rows are: --as ")


def test_title_is_named_where_only_that_is_missing() -> None:
    table = [
        Column(0, "N°", 1),
        Column(1, "Línea estratégica", "Publicar el presupuesto"),
        Column(2, "Responsable", "MEF"),
        Column(3, "Fecha límite", "2018"),
    ]

    with pytest.raises(NoTitlesError) as failure:
        guessed(table)

    assert failure.value.message == (
        'no column of "S" is known as the title; the others fit milestones'
    )
    assert failure.value.hint == (
        'say which is, and what the rows are: --as milestones --map "Línea estratégica=title"'
    )


def test_columns_of_no_kind_say_so() -> None:
    with pytest.raises(UnknownKindError) as failure:
        guessed(columns("Colour", "Weight"))

    assert failure.value.message == 'what are the rows of "S"? its columns fit no kind'


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"X": "number", "Y": "title", "Z": "due"}, "milestone"),
        ({"Y": "title", "Z": "expected_output"}, "milestone"),
        ({"X": "title", "Y": "licence"}, "dataset"),
        ({"X": "indicator", "Y": "value", "Z": "on"}, "measurement"),
        ({"B": "title", "Z": "due", "X": ""}, "milestone"),
    ],
)
def test_columns_that_someone_says_tell_the_kind(said: dict[str, str], kind: str) -> None:
    assert guessed(columns("X", "Y", "Z"), ColumnMapping(columns=said)).name == kind


def test_kind_without_a_field_that_someone_says_is_none() -> None:
    table = columns("Title", "Due", "Lead", "Z")

    assert guessed(table) is MILESTONE
    assert guessed(table, ColumnMapping(columns={"Z": "severity"})).name == "challenge"


def test_field_that_is_none_leaves_the_kind_to_the_headings() -> None:
    assert (
        guessed(columns("Title", "Due", "Z"), ColumnMapping(columns={"Z": "sevrity"})) is MILESTONE
    )


def test_column_that_someone_says_has_to_be_there() -> None:
    with pytest.raises(UsageError, match='no column called "W"'):
        guessed(columns("Title", "Due"), ColumnMapping(columns={"W": "title"}))
