import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.report.csv_text import BYTE_ORDER_MARK, rows, table
from ogdplan.report.page import Cell, Column, Sheet
from ogdplan.report.safety import visible


def read_back(value: str | float | None) -> str:
    _, (found,) = csv.reader(io.StringIO(rows(["x"], [[value]])))
    return found


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "'\\u000d=1"),
        ("a=1", "a=1"),
        (" =1", "' =1"),
        ("\u00a0@x", "'\u00a0@x"),
        ("\uff1d1", "'\uff1d1"),
        ("\uff0b1", "'\uff0b1"),
        ("\uff0d1", "'\uff0d1"),
        ("\uff20x", "'\uff20x"),
        ("a;=1", "a;'=1"),
        ("a; -1; +1", "a;' -1;' +1"),
        ('a;"=1', "a;'\"=1"),
        ('a\n" "=1', 'a\n" "=1'),
        ("a\n\n =1", "a\n\n' =1"),
        ("a\r\n@x", "a\n'@x"),
        ("one; two\nthree", "one; two\nthree"),
        ('"=1"', '"=1"'),
        ("'=1", "'=1"),
        ("a\t=1", "a =1"),
        ("a - b + c = d @ e", "a - b + c = d @ e"),
        ("2018-06", "2018-06"),
        ("", ""),
    ],
)
def test_text_that_a_spreadsheet_would_take_for_a_formula_is_neutralised(
    text: str, cell: str
) -> None:
    assert read_back(text) == cell


@pytest.mark.parametrize(
    ("number", "cell"), [(-5, "-5"), (-0.5, "-0.5"), (0, "0"), (1e20, "1e+20"), (None, "")]
)
def test_numbers_are_left_alone(number: float | None, cell: str) -> None:
    assert read_back(number) == cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("one\ntwo", "one\ntwo"),
        ('say "no"; a,b', 'say "no"; a,b'),
        ("\x1b[2J\x00\u202e", "\\u001b[2J\\u0000\\u202e"),
        (BYTE_ORDER_MARK + "x", "\\ufeffx"),
    ],
)
def test_breaks_and_quotes_stay_and_controls_are_seen(text: str, cell: str) -> None:
    assert read_back(text) == cell


@given(st.text())
def test_every_text_comes_back_as_it_is_shown_but_for_single_quotes(text: str) -> None:
    assert read_back(text).replace("'", "") == visible(text, keep_newlines=True).replace("'", "")


def test_table_has_keys_then_values_else_words_and_no_totals() -> None:
    columns = (Column("Plan\nid", "plan"), Column("Done", "done", "right"))
    sheet = Sheet(
        columns,
        ((Cell("nepal"), Cell("3 of 4", value=3)), (Cell("panama", mark="▲"), Cell("–", value=""))),
        (Cell("2 plans"), Cell("3")),
    )

    assert table(sheet) == "plan,done\nnepal,3\npanama,\n"
