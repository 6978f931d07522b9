"""Fiscal years by country: the last day of "FY 2023-24", and of its quarters."""

from collections.abc import Sequence

from ogdplan.model.deadlines.stretches import (
    Readings,
    Stretch,
    day,
    full_year,
    months,
    months_before,
    only,
)
from ogdplan.model.deadlines.symbols import Symbol
from ogdplan.model.deadlines.words import Kind
from ogdplan.model.when import period
from ogdplan.reference.fiscal_years import FiscalYear, fiscal_year


def fiscal(words: Sequence[Symbol], country: str | None) -> Readings:
    """Return the fiscal year of the country that the words name, or the quarter or half of it."""
    rule = fiscal_year(country) if country else None
    units = [word.value for word in words if word.kind is Kind.UNIT]
    numbers = [word for word in words if word.kind in (Kind.NUMBER, Kind.ORDINAL)]
    if rule is None or len(units) + len(numbers) != len(words):
        return ()
    if not units:
        return _whole(rule, _begins(rule, numbers))
    small = [each for each in numbers if each.kind is Kind.ORDINAL or len(each.text) == 1]
    if len(units) != 1 or len(small) != 1:
        return ()
    years = [each for each in numbers if each is not small[0]]
    return _part(rule, _begins(rule, years), units[0], small[0].value)


def _begins(rule: FiscalYear, numbers: Sequence[Symbol]) -> int | None:
    """Return the calendar year in which the fiscal year begins; None where it is not told."""
    match [full_year(number.text) for number in numbers]:
        case [int(one)] if rule.is_calendar_year:
            return one
        case [int(one)] if rule.is_named_after_end is not None:
            return one - rule.is_named_after_end
        case [int(one), int(other)] if other == one + 1 and not rule.is_calendar_year:
            return one
    return None


def _whole(rule: FiscalYear, year: int | None) -> Readings:
    if year is None:
        return ()
    if rule.is_calendar_year:
        return only(period(f"{year:04}"))
    if rule.day == 1:
        return months(year, rule.month, 12)
    first, last = day(year, rule.month, rule.day), day(year + 1, rule.month, rule.day - 1)
    return (Stretch(first, last),) if first and last else ()


def _part(rule: FiscalYear, year: int | None, unit: int, number: int) -> Readings:
    if year is None or rule.day != 1 or unit not in (3, 4, 6):
        return ()
    offset = months_before(unit, number)
    if offset is None:
        return ()
    first = rule.month + offset
    return months(year + (first - 1) // 12, (first - 1) % 12 + 1, unit)
