"""A table made ready: its kind, which column is which field, its rows, and how cells are taken."""

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Items
from dataclasses import dataclass, field, replace
from datetime import date

from ogdplan.actions.importing.cell_numbers import (
    are_all_or_none,
    are_shares_of_one,
    decimal_mark,
    may_be_shares,
)
from ogdplan.actions.importing.cells import PROGRESS, Manner, plain_text
from ogdplan.actions.importing.date_columns import Dates, notes_of_order, order_of_table
from ogdplan.actions.importing.deadline_cells import Calendar, may_be_swapped, order_of
from ogdplan.actions.importing.faults import RowFault, Spot
from ogdplan.actions.importing.guessing import Guess, guesses, key_column, kind_guessed
from ogdplan.actions.importing.heading_rows import filled, headed
from ogdplan.actions.importing.mapping import Mapping
from ogdplan.actions.importing.no_records import left_out
from ogdplan.actions.importing.spoilt_numbers import notes_of_cut
from ogdplan.actions.importing.targets import Target, target_called
from ogdplan.actions.importing.tongues import Spoken, spoken
from ogdplan.actions.naming import kind_of_name
from ogdplan.errors import UsageError
from ogdplan.model.deadlines.day_orders import DayOrder
from ogdplan.model.kinds import KINDS, Kind, field_named
from ogdplan.planfile.operations import Value
from ogdplan.workspace.spreadsheets.cells import CellValue, Row, Table


@dataclass(frozen=True, slots=True)
class Line:
    """A row with a value: what people call it, its cells, and where their links lead.

    `taken_from` says of a column in which one its value stands, where that is another.
    """

    number: int
    cells: Row
    links: Items[int, str] = field(default_factory=dict)
    taken_from: Items[int, int] = field(default_factory=dict)

    def value(self, used: "Field") -> CellValue:
        """Return the cell of a column."""
        return self.cells[used.guess.column.index]


@dataclass(frozen=True, slots=True)
class Field:
    """A column that becomes a field, and how its cells are taken.

    `has_swapped` says that a program may have taken day and month of its dates for each other.
    """

    guess: Guess
    target: Target
    manner: Manner
    order: DayOrder
    is_key: bool = False
    has_swapped: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One table; `guesses` are all its columns, `fields` those that are used.

    `values` are what each record gets beside its cells, `is_ours` says that another cell
    emptied takes the value away. A row without one of the `needed` fields is at fault; `faults`
    are rows that cannot be what they seem. `is_form` says that an institution has filled it,
    about the `days` from the first to the last. `language` is that of names that its cells bring
    into the plan, None for the plan's first.
    """

    name: str
    kind: Kind
    guesses: tuple[Guess, ...]
    fields: tuple[Field, ...]
    lines: tuple[Line, ...]
    calendar: Calendar
    heading_row: int
    values: tuple[tuple[Target, Value], ...] = ()
    is_ours: bool = False
    needed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    faults: tuple[RowFault, ...] = ()
    is_form: bool = False
    days: tuple[date, date] | None = None
    language: str | None = None

    def spot(self, line: Line, used: Field | None = None) -> Spot:
        """Return what people call a row, or a cell of it."""
        if used is None:
            return Spot(self.name, line.number)
        column = used.guess.column
        index = line.taken_from.get(column.index, column.index)
        column = next((each.column for each in self.guesses if each.column.index == index), column)
        return Spot(self.name, line.number, column.letters, column.heading)

    def has(self, name: str) -> bool:
        """Return whether its records get a field, by a column or beside it."""
        targets = (*(each.target for each in self.fields), *(target for target, _ in self.values))
        return any(target.name == name and not target.via for target in targets)


def with_target(source: Source, column: Field, target: Target, why: str) -> Source:
    """Return a table one column of which becomes another field than its heading says."""
    guess = replace(column.guess, target=target, why=why)
    used = replace(column, guess=guess, target=target)
    return replace(
        source,
        guesses=tuple(guess if each is column.guess else each for each in source.guesses),
        fields=tuple(used if each is column else each for each in source.fields),
    )


class NoTableError(UsageError):
    """A sheet has nothing that could be headings, or nothing below them."""

    def __init__(self, name: str) -> None:
        hint = "the first row has the headings, each row below is a record"
        super().__init__(f'"{name}" has no rows under headings', hint=hint)


def source_of(
    table: Table,
    mapping: Mapping,
    calendar: Calendar,
    *,
    languages: tuple[str, ...] = ("en",),
    is_ours: bool = False,
) -> Source:
    """Return a table made ready, for a plan in these languages.

    Raises UsageError where kind or columns are not known.
    """
    found = headed(table)
    if found is None or found.first_row >= len(table.rows):
        raise NoTableError(table.name)
    rows = filled(table)
    kind = (
        kind_of_name(mapping.kind, [each.plural_name for each in KINDS])
        if mapping.kind
        else kind_guessed(table.name, found.columns)
    )
    guessed = guesses(found.columns, rows[found.first_row :], kind, mapping)
    guessed = _with_key(guessed, kind, mapping.key)
    texts = Spoken(guessed) if is_ours else spoken(guessed, mapping, languages)
    guessed = texts.guesses
    links = links_by_row(table)
    lines = tuple(
        Line(table.row_number(index), row, links.get(index, {}))
        for index, row in enumerate(rows)
        if index >= found.first_row and any(value is not None for value in row)
    )
    out = {} if is_ours else left_out([line.cells for line in lines], found.columns)
    notes = tuple(f"row {lines[at].number} {why}, and left out" for at, why in out.items())
    lines = tuple(line for at, line in enumerate(lines) if at not in out)
    dates = _dates(guessed, lines)
    order = order_of_table(dates)
    used = [each for each in guessed if each.target]
    fields = tuple(_field(each, lines, mapping, order, is_ours=is_ours) for each in used)
    return Source(
        table.name,
        kind,
        guessed,
        fields,
        lines,
        calendar,
        table.row_number(found.first_row - 1),
        tuple((target_called(kind, name), value) for name, value in mapping.values.items()),
        is_ours,
        faults=tuple(_too_wide(table, found.first_row, guessed)),
        notes=(
            *notes,
            *notes_of_order(dates, order),
            *_notes_of_numbers(fields, lines),
            *texts.notes,
        ),
        language=texts.language,
    )


def links_by_row(table: Table) -> dict[int, dict[int, str]]:
    """Return the addresses that cells lead to, by row and column."""
    found: dict[int, dict[int, str]] = {}
    for (row, column), address in table.links.items():
        found.setdefault(row, {})[column] = address
    return found


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
        target = Target(kind, name)
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


def _dates(found: Sequence[Guess], lines: Sequence[Line]) -> list[Dates]:
    return [
        Dates(
            f"column {each.column.letters} ({each.column.heading})",
            tuple(line.cells[each.column.index] for line in lines),
        )
        for each in found
        if each.target and each.target.spec.is_when
    ]


def _field(
    guess: Guess, lines: tuple[Line, ...], mapping: Mapping, order: DayOrder, *, is_ours: bool
) -> Field:
    if guess.target is None:
        raise ValueError(guess.why)
    values = [line.cells[guess.column.index] for line in lines]
    is_number = issubclass(guess.target.spec.base, (int, float))
    manner = Manner(is_ours, mapping.words_of(guess.target))
    if is_number:
        manner = manner._replace(mark=decimal_mark(values))
    if guess.target.name == PROGRESS and not is_ours:
        is_unclear = are_all_or_none(values) or may_be_shares(values)
        manner = manner._replace(are_shares=are_shares_of_one(values), is_unclear=is_unclear)
    is_date = guess.target.spec.is_when
    own = order_of(values)
    order = (own if own is not DayOrder.UNKNOWN else order) if is_date else DayOrder.UNKNOWN
    has_swapped = is_date and not is_ours and may_be_swapped(values, order)
    return Field(guess, guess.target, manner, order, guess.is_key, has_swapped)
