"""Texts that cannot be read: those that name a date that is none, and those too vague for one."""

import re
from collections.abc import Sequence
from functools import cache

from ogdplan.model.deadlines.senses import with_senses
from ogdplan.model.deadlines.symbols import LONGEST, Symbol, folded, symbols
from ogdplan.model.deadlines.words import Kind

_WORDS = {Kind.OTHER, Kind.SEASON, Kind.FISCAL}


def is_vague(text: str) -> bool:
    """Whether a text that cannot be read is too vague for a date: "Phase II", "next year".

    31/11/2018, Q5 2018 and "June 31, 2018" are not: they mean a date, and name one that is none.
    """
    plain = folded(text.strip()[:LONGEST])
    if _of_three_numbers().search(plain):
        return False
    found = with_senses(symbols(plain))
    has_words = any(part.text.isalpha() for part in found)
    return has_words and (_has_unknown_words(found) or not _means_a_date(found))


def _has_unknown_words(found: Sequence[Symbol]) -> bool:
    return any(part.kind in _WORDS and part.text.isalpha() for part in found)


def _means_a_date(found: Sequence[Symbol]) -> bool:
    numbers = [part for part in found if part.kind in (Kind.NUMBER, Kind.ORDINAL)]
    return len(numbers) > 1 or any(len(part.text) == 4 for part in numbers)


@cache
def _of_three_numbers() -> re.Pattern[str]:
    return re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}")
