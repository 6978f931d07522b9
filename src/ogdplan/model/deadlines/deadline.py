"""What a deadline as written says: a date, a span, a timing, or that it can be read in two ways."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ogdplan.model.deadlines.day_orders import DayOrder, day_order
from ogdplan.model.deadlines.excel import deadline_of_number
from ogdplan.model.deadlines.parts import (
    date_parts,
    is_open,
    notes_in,
    without_edges,
    without_notes,
    without_time,
)
from ogdplan.model.deadlines.points import Context, point
from ogdplan.model.deadlines.senses import with_senses
from ogdplan.model.deadlines.spans import span
from ogdplan.model.deadlines.stretches import Readings, Stretch, before
from ogdplan.model.deadlines.symbols import LONGEST, Symbol, folded, symbols
from ogdplan.model.deadlines.timings import (
    counts_a_length,
    is_conditional,
    says_nothing,
    timing_said,
)
from ogdplan.model.deadlines.words import END, Kind
from ogdplan.model.vocabularies import Timing
from ogdplan.model.when import When, day_of, period

_MOST_SYMBOLS = 40
_MOST_PARTS = 24


class Deadline(NamedTuple):
    """What a deadline as written says.

    `due` is None where it names no date, `timing` None where it is a plain date, `start` the
    beginning of a span or of what goes on from a date. All three are None where the text says
    that nothing is known ("TBD", "n/a", nothing at all). `text` is the input as it was. `first`
    is where a period that a plan file has no form for begins, such as a fiscal year; else None.
    """

    due: When | None
    timing: Timing | None
    start: When | None
    text: str
    first: When | None = None

    @property
    def beginning(self) -> When | None:
        """Return the day or period that this begins with, for what starts then."""
        return self.start or self.first or self.due


class Ambiguous(NamedTuple):
    """A deadline that can be read in more ways than one, 03/04/2019; the earliest first."""

    text: str
    readings: tuple[When, ...]


def deadline(
    text: str, *, country: str | None = None, order: DayOrder = DayOrder.UNKNOWN
) -> Deadline | Ambiguous | None:
    """Return what a deadline says, None where it cannot be read; never raises.

    `country` (ISO 3166-1 alpha-3) tells the seasons and the fiscal year, `order` which of two
    numbers is the day; a text that proves an order itself needs none.

    Source: docs/file-format.md, "Deadlines in words".
    """
    bare = text.strip()
    if exact := day_of(bare) or period(bare):
        return Deadline(exact, None, None, text)
    if _is_serial(bare):
        found = deadline_of_number(int(bare))
        return Deadline(found, None, None, text) if found else None
    if len(bare) > LONGEST:
        return None
    known = order if order is not DayOrder.UNKNOWN else day_order([bare])
    plain = without_time(folded(bare))
    whole = with_senses(symbols(plain))
    if says_nothing(whole):
        return Deadline(None, None, None, text)
    context = Context(country, known)
    bare_words = without_notes(whole)
    if two := _with_other_date(_read(bare_words, text, context), notes_in(whole), context):
        return two
    return _read(whole, text, context) or _read(bare_words, text, context)


def _with_other_date(
    found: Deadline | Ambiguous | None, notes: Sequence[Sequence[Symbol]], context: Context
) -> Ambiguous | None:
    """Return both dates where brackets name another one than the text before them."""
    if not isinstance(found, Deadline) or found.due is None:
        return None
    begin = (found.start or found.due).first
    for note in notes:
        other = _read([part for part in note if part.kind is not Kind.OTHER], "", context)
        if not isinstance(other, Deadline) or other.due is None:
            continue
        if other.due.last < begin or other.due.first > found.due.last:
            both = sorted((found.due, other.due), key=lambda each: each.first)
            return Ambiguous(found.text, tuple(both))
    return None


def when_in_words(text: str) -> When | None:
    """Return the one day or period that a text names, None where it says less or more."""
    match deadline(text):
        case Deadline(When() as due, None, None, _) if not _is_serial(text):
            return due
    return None


def _is_serial(text: str) -> bool:
    return re.fullmatch(r"\s*[0-9]{5}\s*", text) is not None


def _read(whole: Sequence[Symbol], text: str, context: Context) -> Deadline | Ambiguous | None:
    if not whole or len(whole) > _MOST_SYMBOLS:
        return None
    if says_nothing(whole):
        return Deadline(None, None, None, text)
    if is_conditional(whole):
        return Deadline(None, Timing.CONDITIONAL, None, text)
    timing, left = timing_said(whole)
    parts = () if counts_a_length(left) else date_parts(left)
    found = _dates(parts, context)
    if found:
        is_from = found.is_from or (is_open(left) and not found.is_span)
        return _answer(found._replace(is_from=is_from), timing, text)
    if timing and not any(part.kind is Kind.NUMBER for part in parts):
        return Deadline(None, timing, None, text)
    return None


class _Found(NamedTuple):
    readings: Readings
    is_span: bool = False
    is_from: bool = False


def _dates(parts: tuple[Symbol, ...], context: Context) -> _Found | None:
    """Return the dates of the parts, and whether they are a span or only a beginning."""
    if not parts or len(parts) > _MOST_PARTS:
        return None
    first, rest = parts[0], parts[1:]
    if first.kind is Kind.BEFORE:
        found = _just_before(rest, context)
        return _Found(found) if found else None
    # "from 2019", "2019 onwards"
    is_from = Kind.FROM in (first.kind, parts[-1].kind)
    bare = without_edges(_without_from(parts))
    if found := point(bare, context):
        return _Found(found, is_from=is_from)
    found = span(bare, context)
    return _Found(found, is_span=True) if found else None


def _without_from(parts: Sequence[Symbol]) -> Sequence[Symbol]:
    """Return the parts without "from" before and "onwards" behind them."""
    places = [place for place, part in enumerate(parts) if part.kind is not Kind.FROM]
    return parts[places[0] : places[-1] + 1] if places else ()


def _just_before(parts: tuple[Symbol, ...], context: Context) -> Readings:
    """Return what ends before the date of the parts begins; "before the end" is the end."""
    found = point(without_edges(parts), context)
    if parts and parts[0].kind is Kind.VAGUE and parts[0].value == END:
        return found
    return tuple(each for one in found for each in before(one))


def _answer(found: _Found, timing: Timing | None, text: str) -> Deadline | Ambiguous:
    lasts = tuple(dict.fromkeys(each.last for each in found.readings))
    firsts = tuple(dict.fromkeys(each.first for each in found.readings))
    if len(lasts) > 1 or (len(firsts) > 1 and (found.is_span or found.is_from)):
        readings = lasts if len(lasts) > 1 else firsts
        return Ambiguous(text, tuple(sorted(readings, key=lambda each: each.first)))
    if found.is_from:
        return Deadline(None, timing or Timing.ONGOING, firsts[0], text)
    if found.is_span or _is_two_years(found.readings[0]):
        return Deadline(lasts[0], timing, firsts[0], text)
    return Deadline(lasts[0], timing, None, text, firsts[0] if firsts[0] != lasts[0] else None)


def _is_two_years(stretch: Stretch) -> bool:
    return stretch.first != stretch.last and len(stretch.first.text) == 4
