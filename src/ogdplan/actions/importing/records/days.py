"""Of which day reports and values are: of that of a heading, of none, of one nobody asked about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ogdplan.actions.importing.cells.deadlines import is_like_date, read_deadline
from ogdplan.actions.importing.cells.faults import Bad
from ogdplan.actions.importing.records.drafting import WITH_DAY, Draft
from ogdplan.actions.importing.tables.guessing import Guess
from ogdplan.actions.importing.tables.heading_rows import Column
from ogdplan.actions.importing.tables.sources import Source
from ogdplan.actions.importing.tables.targets import UPDATE, ColumnField
from ogdplan.errors import UsageError
from ogdplan.model.deadlines.day_orders import DayOrder
from ogdplan.model.kinds import field_named
from ogdplan.model.when import When, parse_when

_VALUE = "value"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def with_day(source: Source) -> Source:
    """Return a table whose values are of the period that stands above them: "2022".

    Raises UsageError where a column that is left has the dates of records that need one, where
    only headings that are left say of when values are, and where one says no single day.
    """
    if source.kind.name not in WITH_DAY or source.is_ours or source.has("on"):
        return source
    if left := next((each.column for each in source.guesses if _has_dates(each, source)), None):
        name = source.called(left)
        raise UsageError(
            f'"{name}" has dates; are the {source.kind.plural} of these days?',
            hint=f'--map "{name}=on" if they are, --map "{name}=" to leave it out',
        )
    column = next((each.guess.column for each in source.fields if each.target.text == _VALUE), None)
    if column is None:
        _refuse_years(source)
    if column is None or not (found := _YEAR.search(column.heading)):
        return source
    when = _period(column, source)
    if when is None:
        what = f'of which day are the values of "{column.heading}"?'
        raise UsageError(what, hint=f"say it: --on {found[0]}")
    note = f'the values of "{column.heading}" are of {when.value}; --on says another day'
    on = (ColumnField(source.kind, "on"), when.value)
    return replace(source, values=(*source.values, on), notes=(*source.notes, note))


def _refuse_years(source: Source) -> None:
    left = (each.column for each in source.guesses if each.is_left)
    column = next((each for each in left if _period(each, source)), None)
    if column and field_named(source.kind.model, _VALUE) and not source.has(_VALUE):
        name = source.called(column)
        what = f'"{name}" is a period; are its cells the values of it?'
        hint = f'--map "{name}={_VALUE}", then the other columns in the same way'
        raise UsageError(what, hint=hint)


def _period(column: Column, source: Source) -> When | None:
    """Return the one day or period that a heading is, or the lower or upper of two headings."""
    for heading in filter(None, (column.heading, column.under, column.over)):
        read = read_deadline(heading, source.calendar, DayOrder.UNKNOWN)
        if not isinstance(read, Bad) and read.due and not read.start:
            return read.due
    return None


def outside_of_forms(found: Draft, sources: Sequence[Source], as_of: date) -> Iterator[str]:
    """Yield what is said of reports on forms that are of other days than those asked about."""
    asked = {source.name: source.days for source in sources if source.is_form and source.days}
    for entry in found.entries:
        days, said = asked.get(entry.spot.sheet), entry.fields.get("on")
        if days is None or said is None or entry.kind is not UPDATE:
            continue
        on = parse_when(said)
        if on.last < days[0] or on.first > days[1]:
            first, last = days
            ahead = ", and in the future" if on.first > as_of else ""
            what = f"a report of {said}, outside the days asked about ({first} to {last}){ahead}"
            yield f"row {entry.spot.row}: {what}"


def _has_dates(guess: Guess, source: Source) -> bool:
    values = [line.cells[guess.column.index] for line in source.lines]
    values = [each for each in values if each is not None]
    return (
        guess.is_left
        and bool(values)
        and not _period(guess.column, source)
        and all(is_like_date(each, source.calendar) for each in values)
    )
