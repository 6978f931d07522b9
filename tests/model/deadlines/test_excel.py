"""Numbers in date cells."""

from datetime import date, timedelta
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogdplan.model.deadlines.excel import deadline_of_day, deadline_of_number
from ogdplan.model.when import on_day


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (43465, "2018-12-31"),
        (43465.75, "2018-12-31"),
        (43466.0, "2019-01-01"),
        (2018, "2018"),
        (2018.0, "2018"),
        (201812, "2018-12"),
        (20181231, "2018-12-31"),
        *((number, "None") for number in (0, 1, 60, 2018.5, 5000, -43465, 201813, 20181301)),
        *((number, "None") for number in (123456, 999999999, 1e300, inf, -inf, nan, 201812.5)),
    ],
)
def test_number_in_a_date_column_is_read(number: float, text: str) -> None:
    assert str(deadline_of_number(number)) == text


def test_days_of_old_mac_workbooks_count_from_1904() -> None:
    assert str(deadline_of_number(42003, has_1904_dates=True)) == "2018-12-31"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(1905, 7, 10), "2018"),
        (date(1905, 8, 11), "2050"),
        (date(1905, 8, 12), "1905-08-12"),
        (date(1905, 6, 12), "1990"),
        (date(1905, 6, 11), "1905-06-11"),
        (date(2018, 7, 10), "2018-07-10"),
        (date.min, "0001-01-01"),
    ],
)
def test_year_typed_into_a_date_cell_is_a_year_again(day: date, text: str) -> None:
    assert str(deadline_of_day(day)) == text


def test_year_typed_into_a_workbook_from_1904_is_a_year_again() -> None:
    assert str(deadline_of_day(date(1909, 7, 11), has_1904_dates=True)) == "2018"
    assert str(deadline_of_day(date(1905, 7, 10), has_1904_dates=True)) == "1905-07-10"


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2199, 12, 31)), st.booleans())
def test_day_of_a_spreadsheet_is_read_back(day: date, has_1904_dates: bool) -> None:
    zero = date(1904, 1, 1) if has_1904_dates else date(1899, 12, 30)
    number = (day - zero) / timedelta(days=1)

    assert deadline_of_number(number, has_1904_dates=has_1904_dates) == on_day(day)


@given(st.floats(allow_nan=True) | st.integers(-(10**12), 10**12), st.booleans())
def test_no_number_is_too_strange(number: float, has_1904_dates: bool) -> None:
    deadline_of_number(number, has_1904_dates=has_1904_dates)
