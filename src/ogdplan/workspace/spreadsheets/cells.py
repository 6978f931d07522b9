"""What is read of a spreadsheet: a book, its tables, their cells as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Literal, NamedTuple


class CellError(NamedTuple):
    """A cell that holds an error instead of a value: `#REF!`, `#N/A`.

    `help` says what to do, "" where it is as usual.
    """

    code: str
    help: str = ""

    def __str__(self) -> str:
        return self.code


NO_STORED_VALUE = "a formula without a stored value"
"""The code of a formula that no program has computed."""


class Percentage(float):
    """A number in a cell that shows it as a percentage: 0.75, shown as 75 %."""

    def __str__(self) -> str:
        return f"{round(self * 100, 6):g}%"


class ShownPeriod(str):
    """A date whose cell shows no day, as a plan file has its period: `2026-06`, `2026`."""

    __slots__ = ()


CellValue = str | int | float | bool | date | datetime | None | CellError
"""What a cell holds; None where it is empty, and never an empty text.

A number is an int where it is whole, unless it is a percentage; a moment at midnight is a date; a
time or a duration is text, and so is the first day of a month that is shown as "Jun-26".
"""

Row = tuple[CellValue, ...]

BookFormat = Literal["csv", "xlsx", "ods"]


class Range(NamedTuple):
    """Cells that are merged into one; rows and columns count from 0, both ends are inside."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: as many rows as reach the last cell with a value, all of one length.

    `merged` and `links` count rows and columns from 0 as `rows` does; what merged cells show
    stands at their top left, the others are None. `row_numbers` are those that a spreadsheet shows
    beside the rows, where they do not simply follow from 1, as behind a long gap that was cut.
    `widths` are how many cells each row of a CSV file has, empty ones too.
    """

    name: str
    rows: tuple[Row, ...]
    is_hidden: bool = False
    merged: tuple[Range, ...] = ()
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    row_numbers: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()

    def row_number(self, index: int) -> int:
        """Return what people call a row, given its index in `rows`."""
        return self.row_numbers[index] if self.row_numbers else index + 1


@dataclass(frozen=True, slots=True)
class Book:
    """A spreadsheet as read; `notes` are what a reader should know of how, each a sentence.

    `properties` are the custom properties of the document, among them our own exports' mark.
    """

    path: Path
    format: BookFormat
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    has_1904_dates: bool = False
    properties: Mapping[str, str] = field(default_factory=dict)
