"""Mapping files, and what the command line says of columns."""

from datetime import date

import pytest

from ogdplan.actions.importing.tables.mapping import (
    ColumnMapping,
    MappingFileError,
    joined,
    of_options,
    read_mapping,
    text_of,
)
from ogdplan.errors import UsageError

WHOLE = ColumnMapping(
    kind="milestones",
    sheet="Plan 2018",
    key="Nº",
    columns={"Nº": "number", "Ação = o quê?": "title", "x.y": ""},
    values={"update.on": date(2018, 6, 30)},
    words={"status": {"Feito!": "completed"}},
    institutions={"Min. Saúde": "Ministério da Saúde"},
    is_whole=True,
)


def test_mapping_is_read_as_it_was_written() -> None:
    assert read_mapping(text_of(WHOLE), "m.toml") == WHOLE


def test_mapping_file_is_laid_out_for_people() -> None:
    assert text_of(ColumnMapping(kind="datasets", columns={"Base": "title"})) == (
        "# How the columns of a table become records of a plan:"
        " ogdplan import PLAN TABLE --mapping FILE\n"
        'kind = "datasets"\n\n[columns]\nBase = "title"\n'
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind =", "m.toml: line 1: "),
        ('kind = "x"', "m.toml: it maps no column"),
        ('colums = "x"', 'm.toml: a mapping has nothing called "colums"'),
        ("columns = 3", "m.toml: columns is no table"),
        ("kind = 3\n[columns]\na = 'title'", "m.toml: kind is no text"),
        ("[columns]\na = 3", 'm.toml: "a" under [columns] is no text'),
        ("[columns]\na.b = 'title'", 'm.toml: "a" under [columns] is no text'),
        ("[columns]\na = 'title'\n[values]\nupdate.on = 1", 'm.toml: "update" under [values]'),
    ],
)
def test_mistake_in_a_mapping_file_is_said(text: str, message: str) -> None:
    with pytest.raises(MappingFileError) as failure:
        read_mapping(text, "m.toml")

    assert failure.value.message.startswith(message)


def test_options_name_columns_with_signs_in_their_headings() -> None:
    assert of_options(["A=B=due", "Prazo final=due", "X="]) == {
        "A=B": "due",
        "Prazo final": "due",
        "X": "",
    }


@pytest.mark.parametrize("option", ["Prazo", "=due"])
def test_option_that_maps_nothing_is_refused(option: str) -> None:
    with pytest.raises(UsageError, match="maps no column"):
        of_options([option])


def test_option_that_maps_a_column_twice_is_refused() -> None:
    with pytest.raises(UsageError, match='"Due" is mapped twice: due and start'):
        of_options(["Due=due", "Due=start"])


def test_command_line_goes_before_the_file() -> None:
    found = joined(WHOLE, ColumnMapping(kind="datasets", columns={"x.y": "note"}))

    assert (found.kind, found.sheet, found.columns["x.y"]) == ("datasets", "Plan 2018", "note")
    assert found.is_whole
