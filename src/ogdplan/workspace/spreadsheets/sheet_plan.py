"""What both kinds of workbook are written from: clean names, clean cells, lists to choose from."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ogdplan.errors import FileError
from ogdplan.workspace.spreadsheets.formula_text import neutral
from ogdplan.workspace.spreadsheets.grid import column_letters
from ogdplan.workspace.spreadsheets.outgoing import Link, OutBook, OutCell, OutColumn, OutSheet

LISTS = "Lists"
"""The hidden sheet of what can be chosen, where that is too long to stand with the cells."""

LONGEST_TEXT = 32_767
"""Characters that Excel takes in a cell."""

LONGEST_CHOICES = 250
"""Characters of all choices that Excel takes beside a cell, 255 with the marks between them."""

_LONGEST_NAME = 31
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile(r"\r\n?")
_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+\Z", re.IGNORECASE)
_EXACT = 2**53
_FIRST_DAY = date(1900, 3, 1)
"""Days before it are not the same in all spreadsheets, some of which count a 29 February 1900."""


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where in the sheet of lists the choices of a column stand; rows count from 0."""

    column: int
    choices: tuple[str, ...]

    @property
    def area(self) -> str:
        """Return the cells as `$A$2:$A$9`."""
        letters = column_letters(self.column)
        return f"${letters}$2:${letters}${len(self.choices) + 1}"


def cleaned(path: Path, book: OutBook) -> OutBook:
    """Return the book with names and cells that every spreadsheet takes.

    Raises FileError for a text that is too long for a cell.
    """
    taken = {LISTS.lower(), "history"}
    sheets = []
    for sheet in book.sheets:
        name = _free_name(sheet.name, taken)
        taken.add(name.lower())
        sheets.append(_cleaned_sheet(path, replace(sheet, name=name)))
    return OutBook(tuple(sheets), dict(sorted(book.properties.items())))


def _free_name(name: str, taken: set[str]) -> str:
    base = _FORBIDDEN_IN_NAMES.sub(" ", name).strip("' ") or "Sheet"
    free = base[:_LONGEST_NAME].strip("' ")
    number = 2
    while free.lower() in taken:
        ending = f" {number}"
        free = base[: _LONGEST_NAME - len(ending)] + ending
        number += 1
    return free


def _cleaned_sheet(path: Path, sheet: OutSheet) -> OutSheet:
    columns = tuple(_cleaned_column(column) for column in sheet.columns)
    rows = tuple(
        tuple(_cell(path, sheet.name, (row, column), cell) for column, cell in enumerate(cells))
        for row, cells in enumerate(sheet.rows, start=2)
    )
    return replace(sheet, columns=columns, rows=rows)


def _cleaned_column(column: OutColumn) -> OutColumn:
    choices = tuple(neutral(cleaned_text(choice)) for choice in column.choices)
    heading = neutral(cleaned_text(column.heading))
    return replace(column, heading=heading, choices=choices, note=cleaned_text(column.note))


def _cell(path: Path, sheet: str, place: tuple[int, int], cell: OutCell) -> OutCell:
    if isinstance(cell, Link):
        text = _checked(path, sheet, place, neutral(cleaned_text(cell.text)))
        is_safe = _SAFE_ADDRESS.match(cell.url) and not _IMPOSSIBLE.search(cell.url)
        return Link(text, cell.url) if text and is_safe else text or None
    if isinstance(cell, str):
        return _checked(path, sheet, place, neutral(cleaned_text(cell))) or None
    if isinstance(cell, date):
        return cell if cell >= _FIRST_DAY else cell.isoformat()
    if isinstance(cell, bool) or cell is None:
        return cell
    is_exact = math.isfinite(cell) and abs(cell) <= _EXACT
    return cell if is_exact or (isinstance(cell, float) and math.isfinite(cell)) else str(cell)


def cleaned_text(text: str) -> str:
    """Return a text as a cell can hold it: what XML has no place for is lost."""
    return _IMPOSSIBLE.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def _checked(path: Path, sheet: str, place: tuple[int, int], text: str) -> str:
    if len(text) > LONGEST_TEXT:
        row, column = place
        reason = (
            f"the text of cell {column_letters(column)}{row} in sheet {sheet} has {len(text):,} "
            f"characters, and a cell takes {LONGEST_TEXT:,}"
        )
        raise FileError("write", str(path), reason, hint="write .csv or .json instead")
    return text


def list_places(book: OutBook) -> dict[tuple[str, ...], ListPlace]:
    """Return the place in the sheet of lists for each list of choices that needs one."""
    places: dict[tuple[str, ...], ListPlace] = {}
    for choices in _all_choices(book):
        if choices not in places and not fits_beside_cell(choices):
            places[choices] = ListPlace(len(places), choices)
    return places


def _all_choices(book: OutBook) -> Iterator[tuple[str, ...]]:
    for sheet in book.sheets:
        yield from (column.choices for column in sheet.columns if column.choices)


def fits_beside_cell(choices: tuple[str, ...]) -> bool:
    """Return whether Excel takes choices as one text, in which commas part them."""
    text = ",".join(choices)
    return len(text) <= LONGEST_CHOICES and not any(set(each) & set(',"\n') for each in choices)


def last_row(sheet: OutSheet) -> int:
    """Return the last row, counted from 0, that gets drop-downs and colours."""
    return max(1, len(sheet.rows) + sheet.spare_rows)


def lines_shown(sheet: OutSheet, cells: tuple[OutCell, ...]) -> int:
    """Return about how many lines a row needs; LibreOffice and previews compute none."""
    texts = (cell.text if isinstance(cell, Link) else cell for cell in cells)
    return max(
        (
            sum(len(line) // max(1, column.width) + 1 for line in text.split("\n"))
            for text, column in zip(texts, sheet.columns, strict=False)
            if isinstance(text, str)
        ),
        default=1,
    )
