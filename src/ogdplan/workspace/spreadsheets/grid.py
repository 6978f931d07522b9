"""Cells by their place, few or many, and the rows made of them."""

import string
from pathlib import Path

from ogdplan.workspace.spreadsheets.cells import CellValue, Row
from ogdplan.workspace.spreadsheets.refusals import too_large

MOST_CELLS = 2_000_000
"""Cells with a value in all sheets together."""

MOST_PLACES = 5_000_000
"""Cells with or without a value in rows that have one, up to the last column used."""

MOST_ROWS = 1_048_576
"""As many as Excel has."""


class Budget:
    """How many cells of a file may still be taken; one for all its sheets."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._left = MOST_CELLS

    def take(self, count: int) -> None:
        """Take so many cells; raises NotReadError where there are more than allowed."""
        self._left -= count
        if self._left < 0:
            raise too_large(self.path, f"more than {MOST_CELLS:,} cells")


class Grid:
    """The cells of one sheet while it is read; empty ones take no room, wherever they are."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self.path = budget.path
        self.cells: dict[int, dict[int, CellValue]] = {}

    def put(self, row: int, column: int, value: CellValue) -> None:
        """Put a value at a place, both counted from 0; None is left out."""
        if value is not None:
            self._budget.take(1)
            self.cells.setdefault(row, {})[column] = value

    def repeat(self, row: int, times: int) -> None:
        """Give so many rows in all, from this one, what this one holds."""
        if times > 1 and (cells := self.cells.get(row)):
            self._budget.take(len(cells) * (times - 1))
            self.cells.update((row + more, cells) for more in range(1, times))

    def rows(self, name: str) -> tuple[Row, ...]:
        """Return the rows down to the last with a value, each as long as the longest."""
        if not self.cells:
            return ()
        width = 1 + max(max(cells) for cells in self.cells.values())
        if len(self.cells) * width > MOST_PLACES:
            far = f'the sheet "{name}" has cells out to column {column_letters(width - 1)}'
            raise too_large(self._budget.path, far)
        height = 1 + max(self.cells)
        if height > MOST_ROWS:
            raise too_large(self._budget.path, f"more than {MOST_ROWS:,} rows")
        empty = (None,) * width
        return tuple(
            tuple([cells.get(column) for column in range(width)])
            if (cells := self.cells.get(row))
            else empty
            for row in range(height)
        )


def column_letters(index: int) -> str:
    """Return what spreadsheets call a column, counted from 0: `A`, `Z`, `AA`."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = string.ascii_uppercase[rest] + letters
    return letters
