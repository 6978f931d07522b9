"""One day or period in words: a month, a quarter, a season, a fiscal year, the end of one."""

from collections.abc import Sequence
from typing import NamedTuple

from ogdplan.model.deadlines.day_orders import DayOrder
from ogdplan.model.deadlines.fiscal import fiscal
from ogdplan.model.deadlines.numeric import numeric
from ogdplan.model.deadlines.seasons import season
from ogdplan.model.deadlines.stretches import (
    Readings,
    Stretch,
    day,
    full_year,
    is_end_of_month,
    month,
    months,
    months_before,
    only,
)
from ogdplan.model.deadlines.symbols import Symbol
from ogdplan.model.deadlines.words import EARLY, END, HALF_MONTH, LATE, MIDDLE, WEEK, Kind
from ogdplan.model.when import Precision, period

_MOST_SYMBOLS = 9
_SHORT_MARKS = ("-", "/")
# In these countries the plans count the years of another calendar too: 2075 is 2018.
_OWN_YEARS = {"NPL": range(2060, 2120), "THA": range(2500, 2600)}


class Context(NamedTuple):
    """What is known beside the text."""

    country: str | None
    order: DayOrder


def point(parts: Sequence[Symbol], context: Context) -> Readings:
    """Return what the symbols mean when they are one date; nothing when they are none or two."""
    words = [part for part in parts if part.kind is not Kind.MARK]
    if not words or len(words) > _MOST_SYMBOLS or _is_of_own_calendar(words, context.country):
        return ()
    kinds = {word.kind for word in words}
    if Kind.VAGUE in kinds:
        return _around(parts, context)
    if Kind.FISCAL in kinds:
        return fiscal([word for word in words if word.kind is not Kind.FISCAL], context.country)
    marks = [part.text for part in parts if part.kind is Kind.MARK]
    return _plain(words, kinds, marks, context)


def _plain(
    words: Sequence[Symbol], kinds: set[Kind], marks: Sequence[str], context: Context
) -> Readings:
    if kinds == {Kind.NUMBER}:
        if 1 < len(words) != len(marks) + 1 and marks:
            # "1-2 2020" may be anything.
            return ()
        return numeric(words, marks[0] if len(set(marks)) == 1 else "", context.order)
    if Kind.UNIT in kinds and kinds <= _PARTS:
        return _part(words)
    if Kind.MONTH in kinds and kinds <= _DAYS:
        return _in_month(words, marks)
    if kinds == {Kind.SEASON, Kind.NUMBER}:
        return season(words, context.country)
    is_last = kinds == {Kind.ORDINAL, Kind.NUMBER} and words[0].value < 0
    return _vague(LATE, point(words[1:], context)) if is_last else ()


_DAYS = {Kind.MONTH, Kind.NUMBER, Kind.ORDINAL}
_PARTS = {Kind.UNIT, *_DAYS}


def _is_of_own_calendar(words: Sequence[Symbol], country: str | None) -> bool:
    years = _OWN_YEARS.get(country or "", range(0))
    return any(word.kind is Kind.NUMBER and word.value in years for word in words)


def _around(parts: Sequence[Symbol], context: Context) -> Readings:
    found = [part for part in parts if part.kind is Kind.VAGUE]
    rest = [part for part in parts if part.kind is not Kind.VAGUE]
    return _vague(found[0].value, point(rest, context)) if len(found) == 1 else ()


def _in_month(words: Sequence[Symbol], marks: Sequence[str]) -> Readings:
    """Return the month of a year, or a day of it."""
    names = [word for word in words if word.kind is Kind.MONTH]
    numbers = [word for word in words if word.kind is not Kind.MONTH]
    if len(names) != 1:
        return ()
    place, name = words.index(names[0]), names[0].value
    match [number.text for number in numbers]:
        case [year] if len(year) == 4 or (place == 0 and _is_short_year(year, marks)):
            return only(month(full_year(year) or 0, name))
        # "2020 May 15"; "May 2020/21" names two years, or none.
        case [year, _] if len(year) == 4 and place == 1:
            return only(day(full_year(year) or 0, name, _small(numbers[1])))
        case [_, year] if numbers[1].kind is Kind.NUMBER and (
            len(year) == 4 or (len(year) == 2 and (place == 1 or "," in marks))
        ):
            return only(day(full_year(year) or 0, name, _small(numbers[0])))
    return ()


def _is_short_year(digits: str, marks: Sequence[str]) -> bool:
    """Whether two digits behind a month are its year, as in "Jun '18" and what Excel makes."""
    if len(digits) != 2 or digits < "10":
        return False
    return "'" in marks or (
        any(mark in _SHORT_MARKS for mark in marks) and not is_end_of_month(int(digits))
    )


def _small(number: Symbol) -> int:
    """Return the number of a day; of days in words there is only "primero de enero"."""
    is_day = number.value == 1 or (number.text.isdecimal() and number.value <= 31)
    return number.value if is_day else 0


def _part(words: Sequence[Symbol]) -> Readings:
    """Return the quarter, half-year or other part of a year, or the half or week of a month."""
    units = [word.value for word in words if word.kind is Kind.UNIT]
    named = [word.value for word in words if word.kind is Kind.MONTH]
    numbers = [word for word in words if word.kind in (Kind.NUMBER, Kind.ORDINAL)]
    years = [word for word in numbers if word.kind is Kind.NUMBER and len(word.text) in (2, 4)]
    if len(units) != 1 or len(numbers) != 2 or len(years) != 1:
        return ()
    year = full_year(years[0].text) or 0
    number = next(each.value for each in numbers if each is not years[0])
    match named:
        case []:
            return _part_of_year(year, units[0], number)
        case [name]:
            return _part_of_month(year, name, units[0], number)
    return ()


def _part_of_year(year: int, unit: int, number: int) -> Readings:
    if unit in (HALF_MONTH, WEEK):
        return ()
    offset = months_before(unit, number)
    if offset is None:
        return ()
    letter = {3: "Q", 6: "H"}.get(unit)
    if letter:
        return only(period(f"{year:04}-{letter}{offset // unit + 1}"))
    return months(year, offset + 1, unit)


def _part_of_month(year: int, name: int, unit: int, number: int) -> Readings:
    """Return a half or a week of a month; it ends with the month where it is the last."""
    length, count = (7, 4) if unit == WEEK else (15, 2)
    if unit not in (HALF_MONTH, WEEK, 6) or number > count:
        return ()
    is_last = number < 0 or (number == count and unit != WEEK)
    whole = month(year, name)
    if whole is None or not is_last:
        first, last = (day(year, name, (number - one) * length + one) for one in (1, 0))
        return (Stretch(first, last),) if first and last else ()
    first = day(year, name, 16 if unit != WEEK else whole.last.day - 6)
    return (Stretch(first, whole),) if first else ()


def _vague(word: int, found: Readings) -> Readings:
    """Return the beginning, middle or end of what was found; the end is all of it."""
    return tuple(each for stretch in found for each in _edge(word, stretch))


def _edge(word: int, stretch: Stretch) -> Readings:
    year, number = stretch.last.first.year, stretch.last.first.month
    match stretch.last.precision:
        case Precision.YEAR if word == EARLY:
            return only(period(f"{year:04}-Q1"))
        case Precision.YEAR if word == MIDDLE:
            return only(month(year, 6))
        case Precision.YEAR if word == LATE:
            return only(period(f"{year:04}-Q4"))
        case Precision.YEAR if word == END and (quarter := period(f"{year:04}-Q4")):
            return (Stretch(quarter, stretch.last),)
        case Precision.MONTH if word == MIDDLE:
            return only(day(year, number, 15))
    return (Stretch(stretch.last, stretch.last) if word == END else stretch,)
