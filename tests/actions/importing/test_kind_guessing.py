"""Of which kind the rows of a table are."""

import pytest

from ogdplan.actions.importing.tables.heading_rows import Column
from ogdplan.actions.importing.tables.kind_guessing import (
    NoTitlesError,
    UnknownKindError,
    kind_guessed,
)
from ogdplan.model.kinds import kind_named

MILESTONE = kind_named("milestone")


def columns(*headings: str) -> list[Column]:
    return [Column(at, heading, None) for at, heading in enumerate(headings)]


def test_kind_is_the_one_that_understands_most_else_milestones_with_deadlines() -> None:
    assert kind_guessed("S", columns("Title", "Due", "Lead", "Status")) is MILESTONE
    assert kind_guessed("S", columns("Title", "Responsible")) is MILESTONE
    assert kind_guessed("S", columns("Title", "Publisher", "Due", "Licence")).name == "dataset"
    with pytest.raises(UnknownKindError) as caught:
        kind_guessed("S", columns("Title", "Status"))
    assert caught.value.hint == "say what the rows are: --as milestones"


def test_kind_is_guessed_where_only_one_fits() -> None:
    assert kind_guessed("S", columns("Title", "Due", "Evidence", "Commitment")) is MILESTONE
    assert kind_guessed("S", columns("Dataset", "Licence", "Format")).name == "dataset"
    assert kind_guessed("S", columns("Name", "Acronym", "Sector")).name == "institution"


def test_kinds_that_fit_are_listed_where_several_do() -> None:
    with pytest.raises(UnknownKindError) as failure:
        kind_guessed("Sheet1", columns("Title", "Note"))

    assert failure.value.message.startswith('what are the rows of "Sheet1"? its columns fit ')
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
        kind_guessed("S", table)

    assert failure.value.message == (
        'no column of "S" is known as the title; the others fit milestones'
    )
    assert failure.value.hint == (
        'say which is, and what the rows are: --as milestones --map "Línea estratégica=title"'
    )


def test_columns_of_no_kind_say_so() -> None:
    with pytest.raises(UnknownKindError) as failure:
        kind_guessed("S", columns("Colour", "Weight"))

    assert failure.value.message == 'what are the rows of "S"? its columns fit no kind'
