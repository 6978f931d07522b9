"""Seasons by hemisphere."""

from functools import cache

from ogdplan.reference.tables import read_table

_FIRST_MONTHS = {"north": (3, 6, 9, 12), "south": (9, 12, 3, 6)}


def first_month_of_season(alpha3: str, season: int) -> int | None:
    """Return the month in which a season begins; `season` counts from spring, 0, to winter, 3.

    Seasons are those of meteorology, three whole months. None for a country of the tropics
    where the words mean dry and wet months ("verano" in Panama), or that is unknown.
    """
    firsts = _FIRST_MONTHS.get(_hemispheres().get(alpha3, ""))
    return firsts[season] if firsts else None


@cache
def _hemispheres() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("hemispheres.csv")}
