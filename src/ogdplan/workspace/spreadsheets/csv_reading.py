"""Reading a CSV file, whatever divides its cells and however its text is encoded."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import dropwhile
from pathlib import Path
from typing import NamedTuple

from ogdplan.model.headings import is_heading
from ogdplan.workspace.spreadsheets.cells import Book, CellValue, Row, Table
from ogdplan.workspace.spreadsheets.formula_text import plain_of_csv
from ogdplan.workspace.spreadsheets.grid import MOST_CELLS, MOST_PLACES
from ogdplan.workspace.spreadsheets.refusals import NotReadError, too_large
from ogdplan.workspace.spreadsheets.text_encoding import decoded

_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "pipes"}
_SAID = re.compile(r"\Asep=([,;\t|])\r?\n", re.IGNORECASE)
"""The first line by which Excel is told what divides the cells."""

_LOOKED_AT = 30
"""Headings are looked for in so many rows from the top."""

_NONE = "\x1f"
"""Divides the cells of a file that has one column; no text has it."""

_LINE_ENDS = re.compile(r"\r\n?")


def read(path: Path, content: bytes) -> Book:
    """Return the one table of a CSV file; every cell with something in it is text."""
    text, encoding = decoded(path, content)
    notes = [f"read as {encoding}"]
    if nulls := text.count("\0"):
        text = text.replace("\0", "")
        notes.append(f"{nulls} NUL characters were left out")
    # Else the csv module refuses a cell of over 131,072 characters, as if its quotes were broken.
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    said = _SAID.match(text)
    first_line = 1
    if said:
        text, first_line = text[said.end() :], 2
    delimiter = said[1] if said else _delimiter(text)
    table = _table(path, text, delimiter, first_line)
    if delimiter == _NONE and table.rows:
        notes.append("it has one column")
    elif table.rows:
        notes.append(f"cells divided by {_DELIMITERS[delimiter]}")
    else:
        notes.append("it is empty")
    return Book(path, "csv", (table,), tuple(notes))


class _Look(NamedTuple):
    """What speaks for a delimiter: how many headings it makes known, and how even the rows are."""

    known: int
    score: float


def _delimiter(text: str) -> str:
    """Return what divides the cells, decided over the whole file.

    It is what makes most headings known, then what gives most rows the same number of cells, and
    many: a comma may stand in every text of a file with semicolons, but not equally often. What
    does not stand in the headings divides nothing.
    """
    looks = {sign: _look(text, sign) for sign in _DELIMITERS if sign in text}
    is_single = is_heading(text.lstrip().partition("\n")[0].strip().strip('"'))
    fitting = {
        sign: look
        for sign, look in looks.items()
        if look.score > 0 and (look.known or not is_single)
    }
    return max(fitting, key=lambda sign: fitting[sign], default=_NONE)


def _look(text: str, delimiter: str) -> _Look:
    widths: list[int] = []
    known = 0
    is_whole = True
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            if row:
                widths.append(len(row))
            if len(row) > 1 and len(widths) <= _LOOKED_AT:
                known = max(known, sum(map(is_heading, row)))
    except csv.Error:
        is_whole = False  # The rows before it have their say, but less.
    return _Look(known, _evenness(widths) * (1 if is_whole else 0.5))


def _evenness(widths: list[int]) -> float:
    """Return how many cells how many of the rows have; nothing where only the texts are cut."""
    below = list(dropwhile(lambda width: width == 1, widths))
    if not below:
        return 0
    counts = Counter(widths)
    width, rows = max(counts.items(), key=lambda item: (item[0] > 1) * item[0] * item[1])
    evidence = rows / len(widths) * (width - 1)
    if below == widths:
        return evidence
    # A title may stand above the headings, but then all below it is even.
    return evidence / 4 if below.count(below[0]) * 10 >= len(below) * 9 else 0


def _table(path: Path, text: str, delimiter: str, first_line: int) -> Table:
    rows: list[list[CellValue]] = []
    cells = 0
    for row in _records(path, text, delimiter, first_line):
        cells += len(row) or 1  # An empty line takes room too.
        if cells > MOST_CELLS:
            raise too_large(path, f"more than {MOST_CELLS:,} cells")
        rows.append(row)
    widths = tuple(map(len, rows))
    made = _made_even(path, rows)
    return Table(path.stem, made, widths=widths[: len(made)])


def _records(path: Path, text: str, delimiter: str, first_line: int) -> Iterator[list[CellValue]]:
    """Yield each row, as a spreadsheet shows it: one with line ends in its cells is one row."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = first_line
    try:
        for row in reader:
            yield [_cell(each) for each in row]
            line = reader.line_num + first_line
    except csv.Error as error:
        hint = f'look at the quotes (") of line {line}: one too many or one missing'
        reason = f"the quotes are broken in the row that begins on line {line}"
        raise NotReadError(path, reason, hint=hint) from error


def _cell(text: str) -> CellValue:
    return plain_of_csv(_LINE_ENDS.sub("\n", text) if "\r" in text else text) or None


def _made_even(path: Path, rows: list[list[CellValue]]) -> tuple[Row, ...]:
    """Return the rows without the empty ones at the end, all as long as the last cell used."""
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    width = max(map(_used, rows), default=0)
    if width * len(rows) > MOST_PLACES:
        raise too_large(path, f"one row has {width:,} cells")
    return tuple(tuple(row[:width] + [None] * (width - len(row))) for row in rows)


def _used(row: list[CellValue]) -> int:
    return next((i + 1 for i in reversed(range(len(row))) if row[i] is not None), 0)
