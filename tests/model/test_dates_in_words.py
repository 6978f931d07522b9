"""Dates as people write them, in words and in numbers of any order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.model.dates_in_words import day_of, when_in_words
from ogdplan.model.when import Precision


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("June 2018", "2018-06"),
        ("june, 2018", "2018-06"),
        ("Jun. 2018", "2018-06"),
        ("Setembro/2018", "2018-09"),
        ("marzo de 2018", "2018-03"),
        ("août 2018", "2018-08"),
        ("2018-6", "2018-06"),
        ("06/2018", "2018-06"),
        ("2018.06", "2018-06"),
        ("2018 Q2", "2018-Q2"),
        ("q2/2018", "2018-Q2"),
        ("H1 2018", "2018-H1"),
        ("30 June 2018", "2018-06-30"),
        ("June 30th, 2018", "2018-06-30"),
        ("1st of March 2018", "2018-03-01"),
        ("5 de mayo de 2018", "2018-05-05"),
        ("1er janvier 2018", "2018-01-01"),
    ],
)
def test_date_in_words_is_understood(words: str, text: str) -> None:
    assert str(when_in_words(words)) == text


@pytest.mark.parametrize(
    "words",
    [
        *("", "soon", "2018-13", "13 2018", "2018-00", "2018-Q5", "2017-2018", "mid 2018"),
        *("05/06/2018", "31 June 2018", "0 June 2018", "ju 2018", "ma 2018", "June June 2018"),
        *("30 June", "June 18", "0000 June", "፩ June 2018", "9" * 50 + " June 2018"),
        "June 2018 " + "x" * 100,
    ],
)
def test_date_that_can_be_read_in_no_or_two_ways_is_none(words: str) -> None:
    assert when_in_words(words) is None


def test_day_is_read_in_its_one_form() -> None:
    day = day_of("2018-06-30")

    assert day is not None
    assert day.precision is Precision.DAY
    for text in ("2018-06-31", "2018-6-30", "20180630", " 2018-06-30", "2018-06", "２018-06-30"):
        assert day_of(text) is None


@given(st.text(max_size=30) | st.text(alphabet="0123456789 -/.junqh²፩", max_size=12))
def test_no_words_are_too_strange(words: str) -> None:
    when_in_words(words)
    day_of(words)
