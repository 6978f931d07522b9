"""Dates of numbers alone: 31/12/2019, 2019-12, 11/2022, 20191231."""

from collections.abc import Sequence

from ogdplan.model.deadlines.day_orders import DayOrder
from ogdplan.model.deadlines.excel import deadline_of_number, typed_year
from ogdplan.model.deadlines.stretches import (
    Readings,
    Stretch,
    day,
    full_year,
    is_end_of_month,
    month,
    only,
)
from ogdplan.model.deadlines.symbols import Symbol
from ogdplan.model.when import When, period

_SHORTEST_PACKED = 6


def numeric(numbers: Sequence[Symbol], mark: str, order: DayOrder) -> Readings:
    """Return what one, two or three numbers mean with `mark` between them ("" for a space).

    Two with a space are none: "5) 2020" and "Year 1 (2020)" name no month.
    """
    match [number.text for number in numbers]:
        case [one] if len(one) == 4:
            return only(period(one))
        case [one] if len(one) >= _SHORTEST_PACKED and one[0] != "0":
            return only(deadline_of_number(int(one[:9])))
        case [one, other] if mark:
            return _pair(one, other, order)
        case [one, middle, last]:
            return _triple((one, middle, last), mark, order)
    return ()


def _pair(one: str, other: str, order: DayOrder) -> Readings:
    """Return a month and its year, or two years in a row as in 2018/19."""
    if len(one) == 4 and len(other) <= 2:
        return only(month(int(one), int(other))) or _two_years(one, other)
    if len(one) <= 2 and len(other) == 4:
        return only(month(int(other), int(one)))
    if len(one) <= 2 and len(other) == 2 and _is_short_year(int(other), order):
        return only(month(full_year(other) or 0, int(one)))
    return ()


def _is_short_year(number: int, order: DayOrder) -> bool:
    """Whether a number behind a month is a year, as in 09/18.

    09/10 may as well be a day of a month, and so is 12/31 for people who write the month first.
    """
    days = {DayOrder.DAY_FIRST: 12, DayOrder.UNKNOWN: 12, DayOrder.MONTH_FIRST: 31}[order]
    return number > days and (order is DayOrder.DAY_FIRST or not is_end_of_month(number))


def _two_years(one: str, other: str) -> Readings:
    last = int(one[:2] + other) if len(other) == 2 else 0
    first, second = period(one), period(f"{last:04}")
    return (Stretch(first, second),) if first and second and int(one) < last else ()


def _triple(parts: tuple[str, str, str], mark: str, order: DayOrder) -> Readings:
    one, middle, last = parts
    if max(len(one), len(middle)) <= 2 and len(last) in (2, 4):
        found = _in_orders(int(one), int(middle), full_year(last) or 0, order)
        if mark == "-" and len(last) == len(one) == 2:
            found.append(day(full_year(one) or 0, int(middle), int(last)))
        return tuple(Stretch(each, each) for each in dict.fromkeys(found) if each)
    if len(one) == 4 and max(len(middle), len(last)) <= 2:
        return only(day(int(one), int(middle), int(last)))
    return ()


def _in_orders(one: int, other: int, year: int, order: DayOrder) -> list[When | None]:
    """Return the days that two numbers can be in this order; a year Excel made a day is a year."""
    first, second = day(year, other, one), day(year, one, other)
    for found in (first, second):
        if found and (typed := typed_year(found.first)):
            return [typed]
    match order:
        case DayOrder.DAY_FIRST:
            return [first]
        case DayOrder.MONTH_FIRST:
            return [second]
        case DayOrder.UNKNOWN:
            return [first, second]
