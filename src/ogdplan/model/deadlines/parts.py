"""The symbols of a text that make its dates: notes, small words and times of day left out."""

import re
from collections.abc import Sequence

from ogdplan.model.deadlines.symbols import Symbol
from ogdplan.model.deadlines.words import Kind, glued_unit

_DROPPED = {Kind.NOISE, Kind.BY}
_EDGES = {Kind.MARK, Kind.TO, Kind.AND}
_MARKS = "-/.,'"


def without_time(plain: str) -> str:
    """Return a folded text without the time that programs write behind a date, and weekdays.

    Of weekdays only those are left out that look like ordinals: "segunda-feira".
    """
    text = re.sub(r"\b[a-z]{5,7}-feira\b", " ", plain)
    return re.sub(
        r"(?<=[0-9])(?:t| )[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?z?$", "", text
    )


def without_notes(whole: Sequence[Symbol]) -> tuple[Symbol, ...]:
    """Return the symbols outside brackets."""
    kept: list[Symbol] = []
    depth = 0
    for symbol in whole:
        depth += symbol.text in "(["
        if depth <= 0:
            kept.append(symbol)
        depth = max(0, depth - (symbol.text in ")]"))
    return tuple(kept)


def notes_in(whole: Sequence[Symbol]) -> tuple[tuple[Symbol, ...], ...]:
    """Return the symbols of each pair of brackets."""
    notes: list[list[Symbol]] = []
    depth = 0
    for symbol in whole:
        if symbol.text in "([":
            notes += [[]] if depth == 0 else []
            depth += 1
        elif symbol.text in ")]":
            depth = max(0, depth - 1)
        elif depth:
            notes[-1].append(symbol)
    return tuple(map(tuple, notes))


def is_open(whole: Sequence[Symbol]) -> bool:
    """Whether a text ends with a dash or "to", and so names a beginning only."""
    return bool(whole) and (whole[-1].text == "-" or whole[-1].kind is Kind.TO)


def date_parts(whole: Sequence[Symbol]) -> tuple[Symbol, ...]:
    """Return the symbols that make the dates, without small words and other marks."""
    joined = _with_units(_with_partir(whole))
    kept = (
        each
        for each in joined
        if each.kind not in _DROPPED and (each.kind is not Kind.MARK or each.text in _MARKS)
    )
    return without_edges(tuple(kept))


def _with_partir(whole: Sequence[Symbol]) -> tuple[Symbol, ...]:
    """Return the symbols with "a partir de" as one word for a beginning."""
    found: list[Symbol] = []
    for symbol in whole:
        if symbol.text == "partir" and found and found[-1].kind is Kind.TO:
            found[-1] = symbol._replace(kind=Kind.FROM)
        else:
            found.append(symbol)
    return tuple(found)


def _with_units(whole: Sequence[Symbol]) -> tuple[Symbol, ...]:
    """Return the symbols with the letters of T2, H1 and 1S as the units that they are."""
    found = list(whole)
    for place, symbol in enumerate(whole):
        months = glued_unit(symbol.text)
        after = whole[place + 1] if place + 1 < len(whole) else None
        before_it = whole[place - 1] if place else None
        is_first = after and after.is_glued and after.kind is Kind.NUMBER
        is_last = symbol.is_glued and before_it and before_it.kind is Kind.NUMBER
        if months and (is_first or is_last):
            found[place] = symbol._replace(kind=Kind.UNIT, value=months)
    return tuple(found)


def without_edges(parts: Sequence[Symbol]) -> tuple[Symbol, ...]:
    """Return the symbols without marks and small words before and behind them."""
    first, last = 0, len(parts)
    while first < last and parts[first].kind in _EDGES:
        first += 1
    while first < last and parts[last - 1].kind in _EDGES:
        last -= 1
    return tuple(parts[first:last])
