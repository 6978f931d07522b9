"""What lies outside the plan's own period, and what lies so far outside that it is a slip."""

from datetime import date
from typing import NamedTuple

from ogdplan.model.plan import Header
from ogdplan.model.when import When

FAR_YEARS = 10
"""How many years outside the plan a date has to be before it is taken for a slip of the pen."""


class PlanPeriod(NamedTuple):
    """The period of a plan; a bound that is unknown bounds nothing.

    `earliest` and `latest` are the first and the last day that are not yet far away.
    """

    start: When | None
    end: When | None
    earliest: date
    latest: date

    def is_before(self, when: When) -> bool:
        """Return whether all of `when` lies before the plan's start."""
        return self.start is not None and when.last < self.start.first

    def is_after(self, when: When) -> bool:
        """Return whether all of `when` lies after the plan's end."""
        return self.end is not None and when.first > self.end.last

    def side(self, when: When) -> str | None:
        """Return in words on which side of the period `when` lies; None when it may be within."""
        if self.is_before(when):
            return f"before the plan's start {self.start}"
        return f"after the plan's end {self.end}" if self.is_after(when) else None

    def is_far(self, when: When) -> bool:
        """Return whether all of `when` is over ten years outside the period."""
        return when.last < self.earliest or when.first > self.latest


def period_of(header: Header) -> PlanPeriod:
    """Return the period of the plan."""
    return PlanPeriod(
        header.start,
        header.end,
        _years_from(header.start.first, -FAR_YEARS) if header.start else date.min,
        _years_from(header.end.last, FAR_YEARS) if header.end else date.max,
    )


def _years_from(day: date, years: int) -> date:
    """Return the same day so many years on, within what a date can be; 28 February for a 29th."""
    year = day.year + years
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=year, day=28 if is_leap_day else day.day)
