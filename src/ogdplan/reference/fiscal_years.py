"""Fiscal years of governments, by country."""

from functools import cache
from typing import NamedTuple

from ogdplan.reference.countries import country_codes
from ogdplan.reference.tables import read_table


class FiscalYear(NamedTuple):
    """The day on which a government's fiscal year begins.

    `is_named_after_end` says whether "FY 2024" is the one that ends in 2024; None where
    people use both.
    """

    month: int
    day: int
    is_named_after_end: bool | None

    @property
    def is_calendar_year(self) -> bool:
        """Whether it begins with the year."""
        return (self.month, self.day) == (1, 1)


def fiscal_year(alpha3: str) -> FiscalYear | None:
    """Return the fiscal year of a country, None where it is unknown or has changed of late.

    Source: "Fiscal year" of The World Factbook (CIA, public domain): countries that it gives
    with other bounds than the calendar year are in the table, all others have calendar years.
    """
    if alpha3 not in country_codes():
        return None
    return _rows().get(alpha3, _CALENDAR_YEAR)


_CALENDAR_YEAR = FiscalYear(1, 1, None)
_NAMED_AFTER = {"end": True, "start": False}


@cache
def _rows() -> dict[str, FiscalYear | None]:
    return {
        alpha3: _fiscal_year(begins, named_after) if begins else None
        for alpha3, begins, named_after, _ in read_table("fiscal-years.csv")
    }


def _fiscal_year(begins: str, named_after: str) -> FiscalYear:
    month, _, day = begins.partition("-")
    return FiscalYear(int(month), int(day), _NAMED_AFTER.get(named_after))
