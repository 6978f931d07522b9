"""Tables as CSV that spreadsheets open without running anything."""

import csv
import io
from collections.abc import Iterable, Sequence

from ogdplan.report.page import Cell, Sheet
from ogdplan.report.safety import visible
from ogdplan.workspace.spreadsheets.formula_text import neutral_in_csv

BYTE_ORDER_MARK = "\ufeff"
"""What stands first in a file by which Excel knows that it is UTF-8."""


def table(sheet: Sheet) -> str:
    """Return the rows of a table as CSV, the keys of its columns first; totals are left out."""
    return _written([[column.key for column in sheet.columns]]) + body(sheet)


def body(sheet: Sheet) -> str:
    """Return the rows of a table as CSV, without the keys of its columns."""
    return _written([[_safe(_value(cell)) for cell in row] for row in sheet.rows])


def rows(header: list[str], records: list[list[str | int | float | None]]) -> str:
    """Return records as CSV with LF line ends; None is an empty cell."""
    return _written([header, *([_safe(value) for value in record] for record in records)])


def _written(records: Iterable[Sequence[str | int | float | None]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(records)
    return text.getvalue()


def _value(cell: Cell) -> str | float:
    return cell.text if cell.value is None else cell.value


def _safe(value: str | float | None) -> str | int | float | None:
    """Return the value so that no spreadsheet takes a text for a formula; numbers stay.

    Controls and hidden characters are shown as escapes, as everywhere; line breaks stay.
    """
    if not isinstance(value, str):
        return value
    return visible(neutral_in_csv(value), keep_newlines=True)
