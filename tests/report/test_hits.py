from datetime import date

from builders_loaded import a_loaded
from ogdplan.actions.records import search_all
from ogdplan.report import hits
from ogdplan.report.page import Cell
from ogdplan.report.view import View

TOML = """
[[lessons]]
id = "portal"
title = "Portals need users"
category = "other"

[[lessons]]
id = "long"
title = "Long"
category = "other"
"""
LONG = "portal " * 30


def view(*words: str) -> View:
    found = search_all([a_loaded(f'{TOML}description = "{LONG}"')], words, None)
    return hits.view(found, words, as_of=date(2018, 6, 30), language=None)


def test_hit_in_the_title_does_not_repeat_it() -> None:
    sheet = view("users").sheet

    assert sheet is not None
    (row,) = sheet.rows
    assert [cell.text for cell in row] == [
        "nepal",
        "lesson",
        "portal",
        "Portals need users",
        "",
        "",
    ]


def test_hit_elsewhere_shows_the_beginning_and_csv_has_all_of_it() -> None:
    sheet = view("portal").sheet

    assert sheet is not None
    field, words = sheet.rows[1][4:]
    assert (field.text, field.value) == ("description", "description")
    assert (len(words.text), words.text[-1]) == (120, "…")
    assert words.value == LONG


def test_number_of_hits_is_said_with_the_words() -> None:
    assert view("users").page.blocks[0].text == "1 record with “users”"  # type: ignore[union-attr]
    assert view("x", "y").page.blocks[0].text == "0 records with “x y”"  # type: ignore[union-attr]


def test_title_of_a_hit_is_no_cell_of_its_own_value() -> None:
    sheet = view("users").sheet

    assert sheet is not None
    assert sheet.rows[0][4] == Cell("", sheet.rows[0][4].style, value="title")
