"""A table made ready: its kind, which column is which field, its rows, and how cells are taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ogdplan.actions.importing.cells.deadlines import Calendar, is_like_date
from ogdplan.actions.importing.cells.faults import RowFault, Spot, begun
from ogdplan.actions.importing.cells.numbers import typed_number
from ogdplan.actions.importing.cells.reading import Manner, plain_text
from ogdplan.actions.importing.tables.guessing import Guess
from ogdplan.actions.importing.tables.heading_rows import Column, name_of
from ogdplan.actions.importing.tables.targets import ColumnField
from ogdplan.errors import UsageError
from ogdplan.model.deadlines.day_orders import DayOrder
from ogdplan.model.kinds import Kind, field_named
from ogdplan.planfile.operations import Value
from ogdplan.workspace.spreadsheets.cells import CellValue, Row, Table


@dataclass(frozen=True, slots=True)
class Line:
    """A row with a value: what people call it, its cells, and where their links lead.

    `taken_from` says of a column in which one its value stands, where that is another.
    """

    number: int
    cells: Row
    links: Mapping[int, str] = field(default_factory=dict)
    taken_from: Mapping[int, int] = field(default_factory=dict)

    def value(self, used: "Field") -> CellValue:
        """Return the cell of a column."""
        return self.cells[used.guess.column.index]


@dataclass(frozen=True, slots=True)
class Field:
    """A column that becomes a field, and how its cells are taken.

    `has_swapped` says that a program may have taken day and month of its dates for each other.
    """

    guess: Guess
    target: ColumnField
    manner: Manner
    order: DayOrder
    has_swapped: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One table; `guesses` are all its columns, `fields` those that are used.

    `values` are what each record gets beside its cells, `is_ours` says that another cell
    emptied takes the value away; `faults` are rows that cannot be what they seem. `is_form` says
    that an institution has filled it, about the `days` from the first to the last. `language` is
    that of names that its cells bring into the plan, None for the plan's first.
    """

    name: str
    kind: Kind
    guesses: tuple[Guess, ...]
    fields: tuple[Field, ...]
    lines: tuple[Line, ...]
    calendar: Calendar
    heading_row: int
    values: tuple[tuple[ColumnField, Value], ...] = ()
    is_ours: bool = False
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

    def called(self, column: Column) -> str:
        """Return what the command line can call one of its columns."""
        return name_of(column, [each.column for each in self.guesses])

    def if_left(self, name: str) -> str:
        """Return what a hint about a field without a column adds: it may be one of those left."""
        left = [each.column for each in self.guesses if each.is_left]
        spec = field_named(self.kind.model, name)
        if spec and spec.vocabulary:
            left = [each for each in left if not self._is_of_numbers(each)]
        if not left or self.is_ours:
            return ""
        names = begun([each.heading or each.letters for each in left])
        return f'; if it is one of {names}, say which: --map "{self.called(left[0])}={name}"'

    def _is_of_numbers(self, column: Column) -> bool:
        """Return whether a column is of a period, as "2024", or begins with a number."""
        is_number = typed_number(plain_text(column.first)) is not None
        return is_number or is_like_date(column.heading, self.calendar)

    def has(self, name: str) -> bool:
        """Return whether its records get a field, by a column or beside it."""
        targets = (*(each.target for each in self.fields), *(target for target, _ in self.values))
        return any(target.name == name and not target.via for target in targets)


def with_target(source: Source, column: Field, target: ColumnField, why: str) -> Source:
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


def links_by_row(table: Table) -> dict[int, dict[int, str]]:
    """Return the addresses that cells lead to, by row and column."""
    found: dict[int, dict[int, str]] = {}
    for (row, column), address in table.links.items():
        found.setdefault(row, {})[column] = address
    return found
