"""What a date in words covers: one day or period, or from one to another."""

from datetime import date, timedelta
from typing import NamedTuple

from ogdplan.model.when import Precision, When, on_day, period


class Stretch(NamedTuple):
    """All from the first day of `first` to the last day of `last`.

    A day, month, quarter, half-year or year is its own `first` and `last`.
    """

    first: When
    last: When


Readings = tuple[Stretch, ...]
"""All that a text can mean: nothing where it cannot be read, two where numbers may be swapped."""

_NEXT_CENTURY = 70
"""Years of two digits below this are of the century 2000, the others of 1900."""


def only(found: When | None) -> Readings:
    """Return the one reading of a day or period that may be none."""
    return (Stretch(found, found),) if found else ()


def day(year: int, month: int, number: int) -> When | None:
    """Return a day of the calendar, None where there is none."""
    try:
        return on_day(date(year, month, number))
    except ValueError:
        return None


def month(year: int, number: int) -> When | None:
    """Return a month, None where there is none."""
    return period(f"{year:04}-{number:02}") if 0 < number <= 12 else None


def months(year: int, first: int, count: int) -> Readings:
    """Return the months of a year from `first` on, which may run into the next year."""
    start, end = (
        month(year, first),
        month(year + (first + count - 2) // 12, (first + count - 2) % 12 + 1),
    )
    return (Stretch(start, end),) if start and end else ()


def is_end_of_month(number: int) -> bool:
    """Return whether a number rather is the last day of a month than a year: 12/31, Jun-30."""
    return 28 <= number <= 31


def months_before(unit: int, number: int) -> int | None:
    """Return the months of a year before its part of this number; None where it has no such part.

    `unit` are the months of a part; a number below 0 is the last part.
    """
    parts = 12 // unit
    number = parts if number < 0 else number
    return unit * (number - 1) if 1 <= number <= parts else None


def full_year(digits: str) -> int | None:
    """Return the year of four digits, or of two; None for anything else, words too."""
    if not digits.isdecimal():
        return None
    if len(digits) == 4 and digits[0] != "0":
        return int(digits)
    if len(digits) == 2:
        return int(digits) + (2000 if int(digits) < _NEXT_CENTURY else 1900)
    return None


def before(stretch: Stretch) -> Readings:
    """Return what comes just before: the day before a day, the month before a month."""
    if stretch.first.first == date.min:
        return ()
    eve = stretch.first.first - timedelta(days=1)
    match stretch.first.precision:
        case Precision.DAY:
            return only(on_day(eve))
        case Precision.MONTH:
            return only(month(eve.year, eve.month))
        case Precision.QUARTER:
            return only(period(f"{eve.year:04}-Q{(eve.month + 2) // 3}"))
        case Precision.HALF:
            return only(period(f"{eve.year:04}-H{(eve.month + 5) // 6}"))
        case Precision.YEAR:
            return only(period(f"{eve.year:04}"))
