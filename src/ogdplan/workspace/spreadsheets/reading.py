"""Reading a spreadsheet, whatever its name says it is."""

import stat
from dataclasses import replace
from pathlib import Path

from ogdplan.errors import FileError
from ogdplan.model.baseline import BASELINE_SHEET
from ogdplan.model.book_marks import MARKER, read_mark
from ogdplan.model.updates_form import CODE_SHEET
from ogdplan.workspace.failures import words_of
from ogdplan.workspace.spreadsheets.cells import Book
from ogdplan.workspace.spreadsheets.file_kinds import kind_of_zip, refuse_others
from ogdplan.workspace.spreadsheets.refusals import NotReadError, too_large
from ogdplan.workspace.spreadsheets.sheet_plan import LISTS

MOST_BYTES = 16 * 1024 * 1024
"""How large a file may be."""


def read_book(path: Path) -> Book:
    """Return the tables of a csv, xlsx or ods file; what it is says its content, not its name.

    Raises FileError for what is no spreadsheet, is damaged or protected, cannot be read, or is
    too large.
    """
    content = _content(path)
    if content.startswith(b"PK"):
        return _noted(_workbook(path, content))
    refuse_others(path, content)
    # Only the reader that is needed: together they take a while to load.
    from ogdplan.workspace.spreadsheets import csv_reading  # noqa: PLC0415

    if path.suffix.lower() in {".xlsx", ".ods", ".xls", ".xlsm"} and not content.strip():
        raise NotReadError(path, "it is empty")
    return _noted(csv_reading.read(path, content))


def _content(path: Path) -> bytes:
    try:
        # Asked before it is opened: to open a pipe waits for who writes to it.
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise NotReadError(path, "it is no file")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        hint = "look at the name, and whether another program has the file open"
        raise FileError("read", str(path), words_of(error), hint=hint) from error
    if len(content) > MOST_BYTES:
        raise too_large(path, f"more than {MOST_BYTES // 1024**2} MiB")
    return content


def _workbook(path: Path, content: bytes) -> Book:
    # Only for workbooks, see above.
    from ogdplan.workspace.spreadsheets import ods_reading, xlsx_reading  # noqa: PLC0415
    from ogdplan.workspace.spreadsheets.parcel import Parcel  # noqa: PLC0415

    parcel = Parcel(path, content)
    if kind_of_zip(parcel) == "xlsx":
        return xlsx_reading.read(path, parcel)
    return ods_reading.read(path, parcel)


def _noted(book: Book) -> Book:
    """Return the book with what its reader should know of it before looking."""
    notes = list(book.notes)
    suffix = book.path.suffix.lower()
    if suffix and suffix not in _SUFFIXES[book.format]:
        notes.insert(0, f"it is called {suffix} but is {_CALLED[book.format]}")
    own = _OWN if read_mark(book.properties.get(MARKER, "")) else ()
    hidden = [each.name for each in book.tables if each.is_hidden and each.name not in own]
    if hidden:
        notes.append(f"hidden sheets: {', '.join(hidden)}")
    return replace(book, notes=tuple(notes))


_OWN = (BASELINE_SHEET, CODE_SHEET, LISTS)
"""The sheets that our own workbooks hide."""

_SUFFIXES = {
    "csv": (".csv", ".tsv", ".txt", ".tab"),
    "xlsx": (".xlsx", ".xlsm", ".xltx"),
    "ods": (".ods", ".ots"),
}
_CALLED = {"csv": "a CSV file", "xlsx": "an Excel workbook", "ods": "an OpenDocument spreadsheet"}
