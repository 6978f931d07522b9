"""Writing a spreadsheet, whole or not at all."""

from pathlib import Path

from ogdplan.errors import UsageError
from ogdplan.workspace.files import write_output
from ogdplan.workspace.spreadsheets.outgoing import OutBook


def write_book(path: Path, book: OutBook) -> None:
    """Write a book as xlsx or ods, as the name ends; equal books give equal bytes.

    Text that could begin a formula gets an apostrophe, which `read_book` takes away again.
    Raises UsageError for another ending, FileError where the file cannot be written or a text
    is too long for a cell.
    """
    write_output(path, book_content(path, book), option="--to")


def book_content(path: Path, book: OutBook) -> bytes:
    """Return the bytes of a book; the name says of which kind. Raises as `write_book` does."""
    # Only what is needed: XlsxWriter takes a tenth of a second to load.
    from ogdplan.workspace.spreadsheets.sheet_plan import cleaned  # noqa: PLC0415

    match path.suffix.lower():
        case ".xlsx":
            from ogdplan.workspace.spreadsheets import xlsx_writing  # noqa: PLC0415

            return xlsx_writing.content(cleaned(path, book))
        case ".ods":
            from ogdplan.workspace.spreadsheets import ods_writing  # noqa: PLC0415

            return ods_writing.content(cleaned(path, book))
    raise UsageError(f"{path.name} ends neither in .xlsx nor in .ods", hint="choose one of them")
