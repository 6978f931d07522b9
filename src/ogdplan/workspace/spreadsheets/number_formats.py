"""Numbers of a workbook that are dates, as their number formats say."""

import re
from datetime import date, datetime, timedelta
from enum import Enum

from ogdplan.workspace.spreadsheets.cells import CellValue, Percentage, ShownPeriod

_IGNORED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^][]*\]', re.IGNORECASE)
"""What says nothing of the kind; a bracket ends before the next: no code is read twice."""

_DURATION = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_LAST_SERIAL = 2_958_465
"""The last day of the year 9999."""

_VAST = 1e15
"""Numbers from here on are not exact, and a hundred times them may be more than a number can be."""

_DAYS_TO_1904 = 1_462
_FIRST_YEAR = 1950


class Kind(Enum):
    """What a number format makes of a number."""

    NUMBER = 0
    DATE = 1
    TIME = 2
    PERCENTAGE = 3
    MONTH = 4
    YEAR = 5


def kind_of_id(number: int) -> Kind:
    """Return what one of the formats that Excel has built in makes of a number."""
    if number in {9, 10}:
        return Kind.PERCENTAGE
    if number == 17:
        return Kind.MONTH
    if 14 <= number <= 17 or number == 22 or 27 <= number <= 31 or number in {36, *range(50, 59)}:
        return Kind.DATE
    return (
        Kind.TIME if 18 <= number <= 21 or 32 <= number <= 35 or 45 <= number <= 47 else Kind.NUMBER
    )


def kind_of_code(code: str) -> Kind:
    """Return what a format such as `yyyy-mm-dd` makes of a number."""
    first = _IGNORED.sub("", code.partition(";")[0]).lower()
    if _DURATION.search(first):
        return Kind.TIME
    if "%" in first:
        return Kind.PERCENTAGE
    if "general" in first:
        return Kind.NUMBER
    if re.search(r"[dye]", first) or ("m" in first and not re.search(r"[hs]", first)):
        return _kind_of_date(first) if re.search(r"[dmy]", first) else Kind.NUMBER
    return Kind.TIME if re.search(r"[hs]", first) else Kind.NUMBER


def _kind_of_date(code: str) -> Kind:
    """Return whether a format of dates shows days, or months at most, or years only."""
    if re.search(r"[dhs]", code):
        return Kind.DATE
    return Kind.MONTH if "m" in code else Kind.YEAR


def number(text: str) -> CellValue:
    """Return a number as written, as an int where it is whole; other text stays."""
    try:
        value = float(text)
    except ValueError:
        return text
    if value.is_integer() and abs(value) < _VAST:
        return int(value)
    return value if abs(value) < float("inf") else text


def percentage(text: str) -> CellValue:
    """Return a number that its cell shows as a percentage; other text stays, as does a vast one."""
    value = number(text)
    if not isinstance(value, int | float):
        return value
    return Percentage(value) if abs(value) < _VAST else text


def day(text: str, kind: Kind, *, has_1904_dates: bool) -> CellValue:
    """Return the date or moment of a serial number; a time or a duration as text."""
    value = number(text)
    last = _LAST_SERIAL - _DAYS_TO_1904 if has_1904_dates else _LAST_SERIAL
    if not isinstance(value, int | float) or not 0 <= value <= last:
        return value
    if kind is Kind.TIME or (value < 1 and not has_1904_dates):
        return clock(timedelta(days=value))
    start = datetime(1904, 1, 1) if has_1904_dates else _start_of_1900(value)
    # Seconds, since a serial number is a fraction that is never quite exact.
    moment = start + timedelta(seconds=round(value * 86_400))
    return as_shown(_moment_or_day(moment), kind)


def as_shown(value: date | datetime, kind: Kind) -> CellValue:
    """Return a date, or the month or year that its cell shows of it.

    Who types "June 2026" finds the first day of June behind it. Another day was typed as one, and
    stays. In old days a year may be hidden that someone typed (`deadlines.excel.typed_year`).
    """
    is_first = value.day == 1 and not isinstance(value, datetime) and value.year >= _FIRST_YEAR
    if kind is Kind.YEAR and is_first and value.month == 1:
        return ShownPeriod(f"{value.year:04}")
    if kind in (Kind.MONTH, Kind.YEAR) and is_first:
        return ShownPeriod(f"{value.year:04}-{value.month:02}")
    return value


def _start_of_1900(value: float) -> datetime:
    """Return the day before day 1; Excel counts a 29 February 1900, which never was."""
    return datetime(1899, 12, 31 if value < 60 else 30)


def _moment_or_day(moment: datetime) -> date | datetime:
    """Return a moment, or its day where it is midnight."""
    return moment if moment.time() != datetime.min.time() else moment.date()


def iso_moment(text: str, kind: Kind) -> CellValue:
    """Return the date or moment of a text in ISO 8601, as its cell shows it.

    Other text stays; None for none.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text or None
    return as_shown(_moment_or_day(moment.replace(tzinfo=None)), kind)


def clock(duration: timedelta) -> str:
    """Return a time of day or a duration as `9:05`, `30:00` or `0:00:07`."""
    minutes, seconds = divmod(round(duration / timedelta(seconds=1)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
