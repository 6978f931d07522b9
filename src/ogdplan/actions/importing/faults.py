"""What is wrong with the cells of a spreadsheet, by row and column."""

from collections.abc import Iterable
from typing import NamedTuple

_LONGEST = 60
"""A text of a cell is cut to so many letters in a message."""


class Bad(NamedTuple):
    """Why a cell cannot become a value: what is wrong with it, and what to do."""

    message: str
    help: str = ""


class Spot(NamedTuple):
    """A cell of a spreadsheet, as people call it; `column` is "" where the whole row is meant."""

    sheet: str
    row: int
    column: str = ""
    heading: str = ""

    @property
    def words(self) -> str:
        """Return the place in words: `row 17, column F (Deadline)`."""
        if not self.column:
            return f"row {self.row}"
        name = f" ({self.heading})" if self.heading else ""
        return f"row {self.row}, column {self.column}{name}"


class RowFault(NamedTuple):
    """Something that keeps a row from becoming a record."""

    spot: Spot
    message: str
    help: str = ""


def rows_at_fault(faults: Iterable[RowFault]) -> frozenset[tuple[str, int]]:
    """Return the rows that have a fault, each by its sheet and number."""
    return frozenset((fault.spot.sheet, fault.spot.row) for fault in faults)


def shortened(text: str) -> str:
    """Return a text for a message, cut where it is long."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def column_letters(index: int) -> str:
    """Return what a spreadsheet calls a column, counted from 0: A, Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
