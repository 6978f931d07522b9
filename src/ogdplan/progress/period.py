"""The plan's own period: how much of it has passed, and whether it runs."""

from datetime import date
from enum import Enum, auto

from ogdplan.model.plan import Header
from ogdplan.model.vocabularies import Stage


def elapsed_percent(header: Header, as_of: date) -> int | None:
    """Return how many percent of the days from start to end have passed, 0 to 100.

    None when either is unknown, or when the end lies before the start.
    """
    if header.start is None or header.end is None:
        return None
    total = (header.end.last - header.start.first).days
    passed = (as_of - header.start.first).days
    if total <= 0:
        return None if total else 100 * (passed >= 0)
    return min(100, max(0, 100 * passed // total))


def is_running(header: Header, as_of: date) -> bool:
    """Return whether the plan is adopted and `as_of` lies in its period, both ends included.

    An end that is unknown does not bound it.
    """
    has_begun = header.start is None or header.start.first <= as_of
    return header.stage is Stage.ADOPTED and has_begun and not is_over(header, as_of)


class Standstill(Enum):
    """Why a plan does not run on a day."""

    NOT_ADOPTED = auto()
    CLOSED = auto()
    NOT_BEGUN = auto()
    OVER = auto()


def standstill(header: Header, as_of: date) -> Standstill | None:
    """Return why the plan does not run at `as_of`, None where it runs."""
    if is_running(header, as_of):
        return None
    if is_over(header, as_of):
        return Standstill.OVER
    if header.stage is not Stage.ADOPTED:
        return Standstill.CLOSED if header.stage is Stage.CLOSED else Standstill.NOT_ADOPTED
    return Standstill.NOT_BEGUN


def is_over(header: Header, as_of: date) -> bool:
    """Return whether the plan's last day has passed; no when it is unknown."""
    return header.end is not None and header.end.last < as_of
