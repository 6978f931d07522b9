"""Cells by their place, few or many, and the rows made of them."""

import string
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ogdplan.workspace.spreadsheets.cells import CellError, CellValue, Range, Table
from ogdplan.workspace.spreadsheets.refusals import damaged, too_large

MOST_CELLS = 2_000_000
"""Cells with a value in all sheets together."""

MOST_STORED_CELLS = 5_000_000
"""Cells that a file has for a sheet, the empty ones that have only a style counted too."""

MOST_PLACES = 5_000_000
"""Cells with or without a value in the rows of a sheet, up to the last column used."""

MOST_TEXT = 50_000
"""Characters of a cell, as many as Google Sheets takes; Excel takes fewer."""

MOST_CHARACTERS = 100_000_000
"""In all cells together: those of one text count wherever it is shown again."""

_TOO_LONG = CellError(f"a text of more than {MOST_TEXT:,} characters", "shorten it")

MOST_ROWS = 1_048_576
"""As many as Excel has."""

_LONGEST_GAP = 30
"""Of more empty rows than that, between others, one is handed on: a cell far down is a slip."""


class Budget:
    """How many cells of a file may still be taken, and how much text; one for all its sheets."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._left = MOST_CELLS
        self._characters = MOST_CHARACTERS

    def take(self, count: int, characters: int = 0) -> None:
        """Take so many cells and what they hold; raises NotReadError where that is too much."""
        self._left -= count
        self._characters -= characters
        if self._left < 0:
            raise too_large(self.path, f"more than {MOST_CELLS:,} cells")
        if self._characters < 0:
            raise too_large(self.path, f"more than {MOST_CHARACTERS:,} characters in its cells")


class Grid:
    """The cells of one sheet while it is read; empty ones take no room, wherever they are."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self.path = budget.path
        self.cells: dict[int, dict[int, CellValue]] = {}

    def put(self, row: int, column: int, value: CellValue) -> None:
        """Put a value at a place, both counted from 0; None is left out.

        In the place of a text longer than a cell can hold stands an error.
        """
        if value is not None:
            length = _length(value)
            if length > MOST_TEXT:
                value, length = _TOO_LONG, 0
            self._budget.take(1, length)
            self.cells.setdefault(row, {})[column] = value

    def repeat(self, row: int, times: int) -> None:
        """Give so many rows in all, from this one, what this one holds."""
        if times > 1 and (cells := self.cells.get(row)):
            characters = sum(map(_length, cells.values()))
            self._budget.take(len(cells) * (times - 1), characters * (times - 1))
            self.cells.update((row + more, cells) for more in range(1, times))

    def table(
        self,
        name: str,
        merged: Iterable[Range],
        links: Mapping[tuple[int, int], str],
        *,
        is_hidden: bool,
    ) -> Table:
        """Return the sheet down to the last row with a value, each row as long as the longest.

        Long gaps between rows are cut to one row. Raises NotReadError where many rows are long,
        or merged cells cover more than there is.
        """
        numbers = self._numbers()
        width = 1 + max((max(cells) for cells in self.cells.values()), default=-1)
        if len(numbers) * width > MOST_PLACES:
            far = f'the sheet "{name}" has cells out to column {column_letters(width - 1)}'
            raise too_large(self._budget.path, far)
        empty = (None,) * width
        rows = tuple(
            tuple([cells.get(column) for column in range(width)])
            if (cells := self.cells.get(number))
            else empty
            for number in numbers
        )
        indexes = {number: index for index, number in enumerate(numbers)}
        has_gaps = bool(numbers) and len(numbers) <= numbers[-1]
        return Table(
            name,
            rows,
            is_hidden,
            tuple(self._clipped(name, merged, numbers, width)),
            links={(indexes[at[0]], at[1]): url for at, url in links.items() if at[0] in indexes},
            row_numbers=tuple(number + 1 for number in numbers) if has_gaps else (),
        )

    def _numbers(self) -> list[int]:
        """Return which rows are handed on, counted from 0, without most of each long gap."""
        numbers: list[int] = []
        following = 0
        for row in sorted(self.cells):
            is_long = row - following > _LONGEST_GAP
            numbers += [following] if is_long else range(following, row)
            numbers.append(row)
            following = row + 1
        if following > MOST_ROWS:
            raise too_large(self._budget.path, f"more than {MOST_ROWS:,} rows")
        return numbers

    def _clipped(
        self, name: str, merged: Iterable[Range], numbers: list[int], width: int
    ) -> Iterator[Range]:
        """Yield merged cells within the rows handed on, with the indexes of these."""
        left = len(numbers) * width
        for each in merged:
            top, end = bisect_left(numbers, each.top), bisect_right(numbers, each.bottom)
            right = min(each.right, width - 1)
            if top >= end or each.left > right or numbers[top] != each.top:
                continue
            left -= (end - top) * (right - each.left + 1)
            if left < 0:
                what = f'merged cells of the sheet "{name}" lie over each other'
                raise damaged(self._budget.path, what)
            yield Range(top, each.left, end - 1, right)


def _length(value: CellValue) -> int:
    return len(str(value)) if isinstance(value, str | CellError) else 0


def column_letters(index: int) -> str:
    """Return what spreadsheets call a column, counted from 0: `A`, `Z`, `AA`."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = string.ascii_uppercase[rest] + letters
    return letters
