"""Numbers that stand in the date cells of a spreadsheet."""

from datetime import date, timedelta
from math import isfinite

from ogdplan.model.deadlines.stretches import day, month
from ogdplan.model.when import When, on_day, period

# Excel counts a 29 February 1900 that there never was, so that from 1 March 1900 on the count
# begins a day early; files of old Macs count from 1904.
_DAY_ZERO = date(1899, 12, 30)
_DAY_ZERO_OF_1904 = date(1904, 1, 1)
_YEARS = range(1900, 2200)
_TYPED_YEARS = range(1990, 2051)
_FIRST_PACKED_MONTH, _FIRST_PACKED_DAY = 190001, 19000101


def deadline_of_number(value: float, *, has_1904_dates: bool = False) -> When | None:
    """Return the day or period that a number in a date column means, None where it means none.

    A year is a year (2018), 201812 a month and 20181231 a day; other numbers are the days that
    spreadsheets count, of which the time of day is left out. Days outside 1950 to 2199 are
    taken for something else than a date.
    """
    if not isfinite(value) or not 0 <= value < 10**8:
        return None
    whole = int(value)
    if whole in _YEARS:
        return period(str(whole)) if whole == value else None
    if whole >= _FIRST_PACKED_MONTH:
        return _packed(whole) if whole == value else None
    found = (_DAY_ZERO_OF_1904 if has_1904_dates else _DAY_ZERO) + timedelta(days=whole)
    return on_day(found) if 1950 <= found.year < _YEARS.stop else None


def deadline_of_day(value: date, *, has_1904_dates: bool = False) -> When:
    """Return the day that a date cell shows, or the year that was typed into it.

    Who types 2018 into a cell laid out as a date finds 10 July 1905 there.
    """
    return typed_year(value, has_1904_dates=has_1904_dates) or on_day(value)


def typed_year(value: date, *, has_1904_dates: bool = False) -> When | None:
    """Return the year from 1990 to 2050 that makes this day of 1905, None for other days."""
    number = (value - (_DAY_ZERO_OF_1904 if has_1904_dates else _DAY_ZERO)).days
    return period(str(number)) if number in _TYPED_YEARS else None


def _packed(number: int) -> When | None:
    if number >= _FIRST_PACKED_DAY:
        return day(number // 10000, number // 100 % 100, number % 100)
    return month(number // 100, number % 100) if number // 100 in _YEARS else None
