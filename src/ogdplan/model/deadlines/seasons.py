"""Seasons by the country's hemisphere: the last day of "fall 2023"."""

from collections.abc import Sequence

from ogdplan.model.deadlines.stretches import Readings, full_year, months
from ogdplan.model.deadlines.symbols import Symbol
from ogdplan.model.deadlines.words import Kind
from ogdplan.reference.seasons import first_month_of_season


def season(words: Sequence[Symbol], country: str | None) -> Readings:
    """Return the season that begins in the year named; nothing where the country tells none.

    A season over the new year may name both years: "winter 2019/20".
    """
    names = [word.value for word in words if word.kind is Kind.SEASON]
    years = [full_year(word.text) or 0 for word in words if word.kind is Kind.NUMBER]
    first = first_month_of_season(country, names[0]) if country and len(names) == 1 else None
    if first is None or not years or years[0] < 1000:
        return ()
    if years[1:] not in ([], [years[0] + 1]) or (years[1:] and first != 12):
        return ()
    return months(years[0], first, 3)
