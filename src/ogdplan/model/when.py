"""Dates known or promised with a precision: a day, a month, a quarter, a half-year or a year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import assert_never

from ogdplan.model.faults import Fault, refuse, shown, type_name

_PERIOD = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>[0-9]{2})))?"
)

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ORDINALS = ("first", "second", "third", "fourth")


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class When:
    """A day or a period.

    `first` and `last` are its first and last day, both included; the same for a day.
    `text` is the form of the file: ISO 8601 for a day, else `2018`, `2018-06`, `2018-Q2` or
    `2018-H1`.
    """

    first: date
    last: date
    text: str
    precision: Precision

    def __str__(self) -> str:
        """Return the form of the file."""
        return self.text

    @property
    def value(self) -> date | str:
        """Return it as a plan file has it: a day as a date, a period as a string."""
        return self.first if self.precision is Precision.DAY else self.text

    @property
    def words(self) -> str:
        """Return it as people say it: `6 December 2017`, `June 2018`, `the first half of 2018`."""
        year, month = self.first.year, self.first.month - 1
        match self.precision:
            case Precision.DAY:
                return f"{self.first.day} {_MONTHS[month]} {year}"
            case Precision.MONTH:
                return f"{_MONTHS[month]} {year}"
            case Precision.QUARTER:
                return f"the {_ORDINALS[month // 3]} quarter of {year}"
            case Precision.HALF:
                return f"the {_ORDINALS[month // 6]} half of {year}"
            case Precision.YEAR:
                return str(year)
            case _:
                assert_never(self.precision)


@lru_cache(maxsize=4096)
def on_day(day: date) -> When:
    """Return the When of one day."""
    return When(day, day, day.isoformat(), Precision.DAY)


@lru_cache(maxsize=4096)
def period(text: str) -> When | None:
    """Return the period that the text names, None when it names none."""
    match = _PERIOD.fullmatch(text)
    if match is None or (year := int(match["year"])) == 0:
        return None
    if match["month"]:
        return _months(year, int(match["month"]), 1, text, Precision.MONTH)
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, 3, text, Precision.QUARTER)
    if match["half"]:
        return _months(year, 6 * int(match["half"]) - 5, 6, text, Precision.HALF)
    return _months(year, 1, 12, text, Precision.YEAR)


def period_between(first: date, last: date) -> When | None:
    """Return the year, half, quarter or month that has just these days, None when none has."""
    year, month = first.year, first.month - 1
    names = (f"{year:04}", f"{year:04}-H{month // 6 + 1}", f"{year:04}-Q{month // 3 + 1}")
    named = map(period, (*names, f"{year:04}-{month + 1:02}"))
    return next((each for each in named if each and (each.first, each.last) == (first, last)), None)


def _months(year: int, month: int, count: int, text: str, precision: Precision) -> When | None:
    if not 1 <= month <= 12:
        return None
    last = month + count - 1
    return When(date(year, month, 1), date(year, last, monthrange(year, last)[1]), text, precision)


def day_of(text: str) -> When | None:
    """Return the day that is written as 2018-06-30, None when there is no such day."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return on_day(date.fromisoformat(text))
    except ValueError:
        return None


def parse_when(value: object) -> When:
    """Return the When of a TOML value; refuse what is neither a local date nor a period."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return on_day(value)
    if isinstance(value, str):
        if found := period(value):
            return found
        raise refuse(Fault("bad-when", f'"{value[:40]}" is no period', _help_for(value)))
    message = f"a date is expected here, not {type_name(value)}"
    raise refuse(Fault("wrong-type", message, _help_for(shown(value))))


def _help_for(text: str) -> str:
    """Return what to write instead of a date that is none."""
    day = re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)
    if day and day_of(day[0]):
        return f"write the day without quotes and without a time: {day[0]}"
    if period(text):
        return f'write the year in quotes: "{text}"'
    return (
        'write a day as 2018-06-30, or a period in quotes: "2018", "2018-06", "2018-Q2", "2018-H1"'
    )
