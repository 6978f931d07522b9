"""Day first or month first: decided over a whole column, since one date seldom tells."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from ogdplan.model.deadlines.symbols import LONGEST, folded

_MONTHS = 12
_DAYS = 31


class DayOrder(StrEnum):
    """What comes first in 03/04/2019."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    UNKNOWN = "unknown"


def day_order(texts: Iterable[str]) -> DayOrder:
    """Return the order that all the dates of a column keep.

    One date with a number above 12 proves it. Without a proof, or with proofs of both orders,
    it is unknown.
    """
    proofs = {proof for text in texts if len(text) <= LONGEST for proof in _proofs(text)}
    return proofs.pop() if len(proofs) == 1 else DayOrder.UNKNOWN


@cache
def _pattern() -> re.Pattern[str]:
    # The edges keep apart 2019-12-31 and longer numbers.
    return re.compile(
        r"(?<![0-9])([0-9]{1,2})\s?[-/.]\s?([0-9]{1,2})\s?[-/.]\s?(?:[0-9]{4}|[0-9]{2})(?![0-9])"
    )


def _proofs(text: str) -> Iterable[DayOrder]:
    for one, other in _pattern().findall(folded(text)):
        if _MONTHS < int(one) <= _DAYS and 0 < int(other) <= _MONTHS:
            yield DayOrder.DAY_FIRST
        if _MONTHS < int(other) <= _DAYS and 0 < int(one) <= _MONTHS:
            yield DayOrder.MONTH_FIRST
