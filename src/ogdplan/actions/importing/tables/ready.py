"""How a table of people is made ready: what it holds, in which columns, and which rows count."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ogdplan.actions.importing.cells.deadlines import Calendar, may_be_swapped, order_of
from ogdplan.actions.importing.cells.faults import RowFault, Spot, rows_named
from ogdplan.actions.importing.cells.numbers import (
    are_all_or_none,
    are_shares_of_one,
    decimal_mark,
    may_be_shares,
)
from ogdplan.actions.importing.cells.reading import PROGRESS, Manner, plain_text
from ogdplan.actions.importing.cells.spoilt_numbers import notes_of_cut
from ogdplan.actions.importing.tables.date_columns import Dates, notes_of_order, order_of_table
from ogdplan.actions.importing.tables.given_values import given_values
from ogdplan.actions.importing.tables.guessing import Guess, guesses, key_column
from ogdplan.actions.importing.tables.heading_rows import Headed, filled, headed
from ogdplan.actions.importing.tables.kind_guessing import kind_guessed
from ogdplan.actions.importing.tables.mapped_words import mapped_words
from ogdplan.actions.importing.tables.mapping import ColumnMapping
from ogdplan.actions.importing.tables.no_records import NoRecord, left_out, second_table
from ogdplan.actions.importing.tables.sources import Field, Line, NoTableError, Source, links_by_row
from ogdplan.actions.importing.tables.targets import ColumnField
from ogdplan.actions.importing.tables.tongues import Spoken, spoken
from ogdplan.errors import UsageError
from ogdplan.model.deadlines.day_orders import DayOrder
from ogdplan.model.kinds import Kind, field_named
from ogdplan.workspace.spreadsheets.cells import Table


def source_of(
    table: Table,
    mapping: ColumnMapping,
    calendar: Calendar,
    *,
    languages: tuple[str, ...],
    is_ours: bool,
) -> Source:
    """Return a table made ready, for a plan in these languages.

    Raises UsageError where kind or columns are not known.
    """
    found = headed(table)
    if found is None or found.first_row >= len(table.rows):
        raise NoTableError(table.name)
    kind = mapping.kind_meant or kind_guessed(table.name, found.columns, mapping)
    second: tuple[RowFault, ...] = ()
    if not is_ours:
        table, second = _above_second(table, found, kind)
    if second:
        found = headed(table) or found
    table = replace(table, rows=filled(table))
    guessed = guesses(found.columns, table.rows[found.first_row :], kind, mapping, is_ours=is_ours)
    guessed = _with_key(guessed, kind, mapping.key)
    texts = Spoken(guessed) if is_ours else spoken(guessed, mapping, languages)
    used = [each for each in texts.guesses if each.target]
    lines, notes = _lines(table, found, kind, _naming(used, kind), is_ours=is_ours)
    dates = _dates(used, lines)
    order = order_of_table(dates)
    fields = tuple(_field(each, lines, mapping, order, is_ours=is_ours) for each in used)
    notes = (*_notes_above(table, found), *notes)
    notes += (*notes_of_order(dates, order), *_notes_of_numbers(fields, lines), *texts.notes)
    return Source(
        table.name,
        kind,
        texts.guesses,
        fields,
        lines,
        calendar,
        table.row_number(found.first_row - 1),
        given_values(kind, mapping),
        is_ours,
        faults=(*_too_wide(table, found.first_row, texts.guesses), *second),
        notes=notes,
        language=texts.language,
    )


def _above_second(table: Table, found: Headed, kind: Kind) -> tuple[Table, tuple[RowFault, ...]]:
    """Return a table without another below it, and the fault that this is."""
    at = second_table(table.rows[found.first_row :], found.columns, kind)
    if at is None:
        return table, ()
    top = found.first_row + at
    fault = RowFault(
        Spot(table.name, table.row_number(top)),
        "a second table begins here, of which no row is read",
        "put it in a sheet or file of its own",
    )
    return replace(table, rows=table.rows[:top], widths=table.widths[:top]), (fault,)


def _notes_above(table: Table, found: Headed) -> Iterator[str]:
    """Yield which rows above the headings may be a table too: one has more than a title."""
    counts = [sum(value is not None for value in row) for row in table.rows[: found.top]]
    rows = [table.row_number(at) for at, count in enumerate(counts) if count]
    if max(counts, default=0) > 1:
        shown = f"rows {rows[0]} to {rows[-1]}" if len(rows) > 1 else f"row {rows[0]}"
        verb = "are" if len(rows) > 1 else "is"
        yield f"{shown}, above the headings, {verb} not read"


def _naming(used: Sequence[Guess], kind: Kind) -> frozenset[int]:
    """Return the indexes of the columns of titles and ids; none where there are no titles."""
    names = ("id", kind.heading)
    own = {
        each.column.index: each.target.name
        for each in used
        if each.target and not each.target.via and each.target.name in names
    }
    return frozenset(own if kind.heading in own.values() else ())


def _lines(
    table: Table, found: Headed, kind: Kind, naming: frozenset[int], *, is_ours: bool
) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Return the rows that may be records, and what is said of those that are none."""
    links = links_by_row(table)
    lines = tuple(
        Line(table.row_number(index), row, links.get(index, {}))
        for index, row in enumerate(table.rows)
        if index >= found.first_row and any(value is not None for value in row)
    )
    if is_ours:
        return lines, ()
    out = left_out([line.cells for line in lines], found.columns, kind, naming)
    return tuple(line for at, line in enumerate(lines) if at not in out), tuple(
        f"{rows_named(rows)} {why.value[len(rows) > 1]}, and left out"
        for why in NoRecord
        if (rows := [line.number for at, line in enumerate(lines) if out.get(at) is why])
    )


def _too_wide(table: Table, first_row: int, found: Sequence[Guess]) -> Iterator[RowFault]:
    """Yield the rows of a CSV file that have more cells than headings: some are cut or shifted."""
    used = [each.column.index for each in found if each.column.heading or each.is_said]
    headings = max(used, default=-1) + 1
    written = max((headings, *table.widths[:first_row]))
    below = [width for width in table.widths[first_row:] if width]
    are_all = all(width > written for width in below)
    for index, width in enumerate(table.widths[first_row:], first_row):
        cells = 1 + max(
            (at for at, each in enumerate(table.rows[index]) if each is not None), default=-1
        )
        if cells > headings or (width > written and cells and not are_all):
            count = max(cells, min(width, written + 1))
            what = f"{count} cells under {headings} headings; are quotes missing?"
            hint = 'put quotes (") around a text that holds the sign between cells'
            yield RowFault(Spot(table.name, table.row_number(index)), what, hint)


def _with_key(found: tuple[Guess, ...], kind: Kind, key: str | None) -> tuple[Guess, ...]:
    """Return the columns with that of the key: what no field has yet is a number, else an id."""
    if key is None:
        return found
    column = key_column([guess.column for guess in found], key)
    name = "number" if field_named(kind.model, "number") else "id"
    target = next(guess.target for guess in found if guess.column is column)
    if target is None:
        target = ColumnField(kind, name)
        if other := next((guess.column for guess in found if guess.target == target), None):
            hint = f'name that column, or leave it out: --map "{other.heading}="'
            raise UsageError(f'"{other.heading}" is the {name} already', hint=hint)
    elif target.via or target.name not in ("id", "number", kind.heading):
        what = f'the key column "{key}" is mapped to {target.text}'
        raise UsageError(what, hint=f"map it to id or number: --map {key}={name}")
    return tuple(
        replace(guess, target=target, why="the key column", is_key=True)
        if guess.column is column
        else guess
        for guess in found
    )


def _notes_of_numbers(fields: Sequence[Field], lines: Sequence[Line]) -> Iterator[str]:
    for used in fields:
        if used.target.name == "number" and not used.manner.is_ours:
            yield from notes_of_cut((line.number, plain_text(line.value(used))) for line in lines)


def _dates(used: Sequence[Guess], lines: Sequence[Line]) -> list[Dates]:
    return [
        Dates(
            f"column {each.column.letters} ({each.column.heading})",
            tuple(line.cells[each.column.index] for line in lines),
        )
        for each in used
        if each.target and each.target.spec.is_when
    ]


def _field(
    guess: Guess, lines: tuple[Line, ...], mapping: ColumnMapping, order: DayOrder, *, is_ours: bool
) -> Field:
    if guess.target is None:
        raise ValueError(guess.why)
    values = [line.cells[guess.column.index] for line in lines]
    is_number = issubclass(guess.target.spec.base, (int, float))
    manner = Manner(is_ours, mapped_words(mapping, guess.target))
    if is_number:
        manner = manner._replace(mark=decimal_mark(values))
    if guess.target.name == PROGRESS and not is_ours:
        is_unclear = are_all_or_none(values) or may_be_shares(values)
        manner = manner._replace(are_shares=are_shares_of_one(values), is_unclear=is_unclear)
    is_date = guess.target.spec.is_when
    own = order_of(values) if is_date else DayOrder.UNKNOWN
    order = order if is_date and own is DayOrder.UNKNOWN else own
    has_swapped = is_date and not is_ours and may_be_swapped(values, order)
    return Field(guess, guess.target, manner, order, has_swapped)
