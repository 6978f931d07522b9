"""From one date to another: "Jan–Mar 2019", "de enero a junio de 2019", "July 28-30, 2015"."""

from collections.abc import Iterator

from ogdplan.model.deadlines.points import Context, point
from ogdplan.model.deadlines.stretches import Readings, Stretch
from ogdplan.model.deadlines.symbols import Symbol
from ogdplan.model.deadlines.words import Kind

_MARKS = ("-", "/")
_IN_A_YEAR = {Kind.MONTH, Kind.UNIT, Kind.SEASON}
_YEAR = ({Kind.NUMBER},)
_UNIT_OR_MONTH = ({Kind.UNIT, Kind.NUMBER}, {Kind.MONTH, Kind.NUMBER})

Side = tuple[Symbol, ...]


def span(parts: Side, context: Context) -> Readings:
    """Return the stretch from one date to another, each side with what only the other says."""
    for left, mark, right in _sides(parts):
        found = _between(left, _with_fiscal(right, left), context)
        if found and not _is_doubtful(left, mark, right, found):
            return found
    return ()


def _is_doubtful(left: Side, mark: Symbol | None, right: Side, found: Readings) -> bool:
    """Whether a text may mean one date of two years: "June 2020-2021", "1 May 2020 and 2021"."""
    if mark is not None and mark.kind is Kind.AND:
        return any(each.first.precision != each.last.precision for each in found)
    is_year = len(right) == 1 and right[0].kind is Kind.NUMBER
    is_joined = mark is not None and mark.is_glued and right[0].is_glued
    return is_year and is_joined and any(part.kind in _IN_A_YEAR for part in left)


def _with_fiscal(side: Side, other: Side) -> Side:
    """Return the side as fiscal years where the other one says so for both: "FY 2018-2020"."""
    said = tuple(part for part in other if part.kind is Kind.FISCAL)
    return side if any(part.kind is Kind.FISCAL for part in side) else (*said[:1], *side)


def _sides(parts: Side) -> Iterator[tuple[Side, Symbol | None, Side]]:
    """Yield the two sides at each place where a text may part, with what stands between them.

    The likely ones come first.
    """
    places = range(1, len(parts) - 1)
    kinds = [part.kind for part in parts]
    for place in (each for each in places if kinds[each] is Kind.TO):
        yield parts[:place], parts[place], parts[place + 1 :]
    marked = [each for each in places if parts[each].text in _MARKS and not _is_within(parts, each)]
    for place in sorted(marked, key=lambda each: parts[each].is_glued):
        yield parts[:place], parts[place], parts[place + 1 :]
    for place in (each for each in places if kinds[each] is Kind.AND):
        yield parts[:place], parts[place], parts[place + 1 :]
    for place in places:
        if kinds[place - 1] is Kind.NUMBER and kinds[place] is Kind.MONTH:
            yield parts[:place], None, parts[place:]


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
    if _unit_without_year(left):
        left = _with_fiscal(left, right)
    if _is_small(right[0]) and (unit := _unit_without_year(left)):
        # "Q1-2 2020": the 2 is no month and no day.
        ends = point((*unit, *right), context)
        if ends or not any(part.kind is Kind.MONTH for part in right):
            return _joined(_with_loan(left, right, context), ends)
    starts, ends = point(left, context), point(right, context)
    if starts and ends:
        return _joined(starts, ends)
    if ends:
        return _joined(_with_loan(left, right, context), ends) or _joined(
            _with_loan(left, right, context, years_back=1), ends
        )
    if starts and _is_bare(right) and _is_year(left[-1]):
        # "15 June 2020-21" means the years.
        return ()
    if starts:
        return _joined(starts, _with_loan(right, left, context))
    # "July 28-30, 2015": the month stands left, the year right.
    named = tuple(part for part in left if part.kind is Kind.MONTH)
    ends = point((*named, *right), context) if named else ()
    return _joined(_with_loan(left, right, context), ends)


def _with_loan(needy: Side, giver: Side, context: Context, *, years_back: int = 0) -> Readings:
    """Return what a side means once it has the year, the unit or the month of the other one."""
    # A bare number is a day or a quarter before it is the month of a year: "1-15 March 2018".
    orders = (*_UNIT_OR_MONTH, *_YEAR) if _is_bare(needy) else (*_YEAR, *_UNIT_OR_MONTH)
    for kinds in orders:
        lent = tuple(_back(part, years_back) for part in giver if _is_lent(part, kinds))
        if kinds <= {part.kind for part in lent} and (found := point((*needy, *lent), context)):
            return found
    return ()


def _is_bare(side: Side) -> bool:
    return all(part.kind in (Kind.NUMBER, Kind.ORDINAL) for part in side)


def _is_small(part: Symbol) -> bool:
    return part.kind is Kind.ORDINAL or (part.kind is Kind.NUMBER and len(part.text) <= 2)


def _is_year(part: Symbol) -> bool:
    return part.kind is Kind.NUMBER and len(part.text) == 4


def _unit_without_year(side: Side) -> Side:
    """Return the quarter, half-year or week of a side that names no year, as a word."""
    has_year = any(_is_year(part) for part in side)
    return () if has_year else tuple(part for part in side if part.kind is Kind.UNIT)


def _is_lent(part: Symbol, kinds: set[Kind]) -> bool:
    return part.kind in kinds and (part.kind is not Kind.NUMBER or _is_year(part))


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
