"""The day or period that a cell names, and what else it says of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from ogdplan.actions.importing.cells.faults import Bad, shortened
from ogdplan.model.deadlines.day_orders import DayOrder, day_order
from ogdplan.model.deadlines.deadline import Ambiguous, Deadline, deadline
from ogdplan.model.deadlines.excel import deadline_of_day, deadline_of_number
from ogdplan.model.deadlines.vagueness import is_vague
from ogdplan.model.when import When, on_day, period
from ogdplan.workspace.spreadsheets.cells import CellValue

_YEARS = range(1900, 2200)
_MONTHS = 12
_FORM = 'write a day as 2018-06-30, or a period such as 2018-Q2 or "June 2018"'


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a whole table says of how its dates are meant."""

    country: str | None = None
    has_1904_dates: bool = False


def order_of(values: Iterable[CellValue]) -> DayOrder:
    """Return whether the texts of a column write the day or the month first."""
    return day_order(value for value in values if isinstance(value, str))


def is_in_doubt(value: CellValue) -> bool:
    """Return whether only the order of day and month tells what a text means."""
    return isinstance(value, str) and isinstance(deadline(value), Ambiguous)


def may_be_swapped(values: Iterable[CellValue], order: DayOrder) -> bool:
    """Return whether a program read a column with day and month the other way round.

    It then made dates of all texts that were possible so, none of them after the 12th, and left
    the others as texts, which prove the order of the table.
    """
    days = [value.day for value in values if isinstance(value, date)]
    return order is not DayOrder.UNKNOWN and bool(days) and max(days) <= _MONTHS


def swapped(value: CellValue, field: str) -> Bad | None:
    """Return the two readings of a date that may be swapped; None where both are the same."""
    if not isinstance(value, date) or value.day == value.month or value.day > _MONTHS:
        return None
    shown = date(value.year, value.month, value.day)
    other = date(value.year, value.day, value.month)
    return Bad(
        f"{shown} could be {on_day(shown).words} or {on_day(other).words}: the spreadsheet left "
        "other dates of this table as text, so it may have swapped day and month",
        f"write the column as text, or name the day in a mapping file, under [words.{field}]: "
        f'"{shown}" = "{other}"',
    )


def read_deadline(value: CellValue, calendar: Calendar, order: DayOrder) -> Deadline | Bad:
    """Return what a cell says of time; its text is "" where it is a date of the file's form.

    Of what is too vague for a date only the words are returned.
    """
    if isinstance(value, bool):
        return Bad("yes or no is no date", _FORM)
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        day = deadline_of_day(value, has_1904_dates=calendar.has_1904_dates)
        return Deadline(day, None, None, "")
    if isinstance(value, (int, float)):
        found = deadline_of_number(value, has_1904_dates=calendar.has_1904_dates)
        return Deadline(found, None, None, "") if found else Bad(f"{value} is no date", _FORM)
    return _of_text(str(value).strip(), calendar, order)


@lru_cache(maxsize=8192)
def _of_text(text: str, calendar: Calendar, order: DayOrder) -> Deadline | Bad:
    if known := _file_form(text):
        return Deadline(known, None, None, "")
    found = deadline(text, country=calendar.country, order=order)
    if found is None and is_vague(text):
        return Deadline(None, None, None, text)
    if found is None:
        return Bad(f'"{shortened(text)}" is no date', _FORM)
    if isinstance(found, Ambiguous):
        first, *others = (each.words for each in found.readings)
        readings = " or ".join([first, *others])
        forms = " or ".join(each.text for each in found.readings)
        return Bad(f'"{shortened(text)}" could be {readings}', f"write it as {forms}")
    return found


def is_like_date(value: CellValue, calendar: Calendar) -> bool:
    """Return whether a cell that nobody called a date looks like one; a number only as a year."""
    if isinstance(value, (bool, int, float)):
        return value in _YEARS and not isinstance(value, bool)
    if not isinstance(value, str):
        return isinstance(value, date)
    if value.strip().isdecimal():
        return int(value) in _YEARS
    read = read_deadline(value, calendar, DayOrder.DAY_FIRST)
    return isinstance(read, Deadline) and read.due is not None


def _file_form(text: str) -> When | None:
    try:
        return on_day(date.fromisoformat(text)) if len(text) == 10 else period(text)
    except ValueError:
        return None
