"""The days that a report covers: those of a reporting period, up to the day it is made for."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from ogdplan.model.plan import Header
from ogdplan.progress.freshness import MONTHS

UNSAID_MONTHS = 3
"""How many months a report covers where the plan does not say how often it reports."""


class Interval(NamedTuple):
    """Some days in a row, the first and the last included; none where the last is earlier."""

    first: date
    last: date

    def has(self, day: date) -> bool:
        """Return whether a day is one of them."""
        return self.first <= day <= self.last


def reporting_interval(header: Header, as_of: date) -> Interval:
    """Return the reporting period that ends on `as_of`: so many calendar months up to that day.

    Source: docs/definitions.md, "Reporting interval".
    """
    months = MONTHS[header.reporting] if header.reporting else UNSAID_MONTHS
    before = _months_before(as_of, months)
    return Interval(before + timedelta(days=1) if before else date.min, as_of)


def _months_before(day: date, months: int) -> date | None:
    """Return the day so many calendar months earlier; None before the calendar begins.

    The end of a month stays one: a month before 30 June is 31 May.
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < date.min.year:
        return None
    length = monthrange(year, month + 1)[1]
    is_end = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, length if is_end else min(day.day, length))
