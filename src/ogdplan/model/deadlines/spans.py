"""From one date to another: "Jan–Mar 2019", "de enero a junio de 2019", "July 28-30, 2015"."""

from collections.abc import Iterator

from ogdplan.model.deadlines.points import Context, point
from ogdplan.model.deadlines.stretches import Readings, Stretch
from ogdplan.model.deadlines.symbols import Symbol
from ogdplan.model.deadlines.words import Kind

_MARKS = ("-", "/")
_YEAR = ({Kind.NUMBER},)
_UNIT_OR_MONTH = ({Kind.UNIT, Kind.NUMBER}, {Kind.MONTH, Kind.NUMBER})

Side = tuple[Symbol, ...]


def span(parts: Side, context: Context) -> Readings:
    """Return the stretch from one date to another, each side with what only the other says."""
    for left, right in _sides(parts):
        found = _between(left, _with_fiscal(right, left), context)
        if found:
            return found
    return ()


def _with_fiscal(side: Side, other: Side) -> Side:
    """Return the side as fiscal years where the other one says so for both: "FY 2018-2020"."""
    said = tuple(part for part in other if part.kind is Kind.FISCAL)
    return side if any(part.kind is Kind.FISCAL for part in side) else (*said[:1], *side)


def _sides(parts: Side) -> Iterator[tuple[Side, Side]]:
    """Yield the two sides at each place where a text may part, the likely ones first."""
    places = range(1, len(parts) - 1)
    kinds = [part.kind for part in parts]
    for place in (each for each in places if kinds[each] is Kind.TO):
        yield parts[:place], parts[place + 1 :]
    marked = [each for each in places if parts[each].text in _MARKS and not _is_within(parts, each)]
    for place in sorted(marked, key=lambda each: parts[each].is_glued):
        yield parts[:place], parts[place + 1 :]
    for place in (each for each in places if kinds[each] is Kind.AND):
        yield parts[:place], parts[place + 1 :]
    for place in places:
        if kinds[place - 1] is Kind.NUMBER and kinds[place] is Kind.MONTH:
            yield parts[:place], parts[place:]


def _is_within(parts: Side, place: int) -> bool:
    """Whether a mark stands within one date of numbers: 2018-02-30 is no date, and no span."""
    mark = parts[place]
    same = sum(part.text == mark.text and part.is_glued for part in parts)
    return mark.is_glued and (same > 1 or _has_form_of_a_day(parts))


def _has_form_of_a_day(parts: Side) -> bool:
    """Whether a year and two short numbers stand with marks between them, whichever they are."""
    lengths = [len(part.text) for part in parts if part.kind is Kind.NUMBER]
    is_glued = all(part.is_glued for part in parts[1:])
    return (
        len(parts) == 5 == len(lengths) + 2
        and is_glued
        and lengths[0] == 4
        and max(lengths[1:]) <= 2
    )


def _between(left: Side, right: Side, context: Context) -> Readings:
    starts, ends = point(left, context), point(right, context)
    if starts and ends:
        return _joined(starts, ends)
    if ends:
        return _joined(_with_loan(left, right, context), ends) or _joined(
            _with_loan(left, right, context, years_back=1), ends
        )
    if starts:
        return _joined(starts, _with_loan(right, left, context))
    # "July 28-30, 2015": the month stands left, the year right.
    named = tuple(part for part in left if part.kind is Kind.MONTH)
    ends = point((*named, *right), context) if named else ()
    return _joined(_with_loan(left, right, context), ends)


def _with_loan(needy: Side, giver: Side, context: Context, *, years_back: int = 0) -> Readings:
    """Return what a side means once it has the year, the unit or the month of the other one."""
    # A bare number is a day or a quarter before it is the month of a year: "1-15 March 2018".
    is_bare = all(part.kind in (Kind.NUMBER, Kind.ORDINAL) for part in needy)
    for kinds in (*_UNIT_OR_MONTH, *_YEAR) if is_bare else (*_YEAR, *_UNIT_OR_MONTH):
        lent = tuple(_back(part, years_back) for part in giver if _is_lent(part, kinds))
        if kinds <= {part.kind for part in lent} and (found := point((*needy, *lent), context)):
            return found
    return ()


def _is_lent(part: Symbol, kinds: set[Kind]) -> bool:
    return part.kind in kinds and (part.kind is not Kind.NUMBER or len(part.text) == 4)


def _back(part: Symbol, years: int) -> Symbol:
    if part.kind is not Kind.NUMBER or not years:
        return part
    return part._replace(value=part.value - years, text=f"{part.value - years:04}")


def _joined(starts: Readings, ends: Readings) -> Readings:
    """Return the stretches that lead from a start to a later end."""
    return tuple(
        Stretch(start.first, end.last)
        for start in starts
        for end in ends
        if start.first.first < end.last.first and start.last.last < end.last.last
    )
