"""A table of a report said once: its rows are read by people, by JSON and by CSV alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ogdplan.report.cells import Align
from ogdplan.report.page import EMPTY, Cell, Column, Fit, Sheet
from ogdplan.report.values import in_one_cell

_NOTHING = frozenset({"", "–"})


class Field(NamedTuple):
    """A column; `key` is its name in JSON and CSV, and no language changes it.

    Without a `heading` it is for programs alone. `priority` and `fit` as in `page.Column`.
    """

    key: str
    heading: str | None = None
    align: Align = "left"
    priority: int = 0
    fit: Fit = Fit.WHOLE


class Entry(NamedTuple):
    """What stands in a field: the value for programs, None where there is none, and the cell."""

    value: object
    cell: Cell = EMPTY


Row = tuple[Entry, ...]


@dataclass(frozen=True)
class Table:
    """Rows, each with an entry a field; `totals` are for people only."""

    fields: tuple[Field, ...]
    rows: tuple[Row, ...]
    totals: tuple[Cell, ...] | None = None

    def shown(self) -> Sheet:
        """Return the table for people: without the columns in which nothing stands."""
        told = [n for n, field in enumerate(self.fields) if field.heading is not None]
        columns = tuple(_column(self.fields[n]) for n in told)
        rows = tuple(tuple(row[n].cell for n in told) for row in self.rows)
        totals = tuple(self.totals[n] for n in told) if self.totals else None
        return without_empty(Sheet(columns, rows, totals))

    def sheet(self) -> Sheet:
        """Return the table for programs: every field, its value in one piece."""
        columns = tuple(map(_column, self.fields))
        return Sheet(
            columns, tuple(tuple(in_one_cell(entry.value) for entry in row) for row in self.rows)
        )

    def values(self) -> list[dict[str, object]]:
        """Return the rows as JSON."""
        return [_record(self.fields, row) for row in self.rows]


def without_empty(sheet: Sheet) -> Sheet:
    """Return a table without the columns in which nothing stands, or only dashes."""
    kept = [n for n in range(len(sheet.columns)) if {row[n].words for row in sheet.rows} - _NOTHING]
    rows = tuple(tuple(row[n] for n in kept) for row in sheet.rows)
    totals = tuple(sheet.totals[n] for n in kept) if sheet.totals else None
    return Sheet(tuple(sheet.columns[n] for n in kept), rows, totals)


def with_first(sheet: Sheet, column: Column, cell: Cell) -> Sheet:
    """Return the table with one more column before the others, the same in every row."""
    return Sheet((column, *sheet.columns), tuple((cell, *row) for row in sheet.rows))


def stacked(tables: Sequence[Table]) -> Table:
    """Return the rows of tables with the same fields as one table; at least one table."""
    return Table(tables[0].fields, tuple(row for table in tables for row in table.rows))


def joined(sheets: Sequence[Sheet]) -> Sheet:
    """Return the rows of sheets with the same columns as one sheet; at least one sheet."""
    return Sheet(sheets[0].columns, tuple(row for sheet in sheets for row in sheet.rows))


def _column(field: Field) -> Column:
    heading = field.key if field.heading is None else field.heading
    return Column(heading, field.key, field.align, field.priority, field.fit)


def _record(fields: Sequence[Field], row: Row) -> dict[str, object]:
    return {field.key: entry.value for field, entry in zip(fields, row, strict=True)}
