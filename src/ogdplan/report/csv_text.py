"""Tables as CSV that spreadsheets open without running anything."""

import csv
import io

from ogdplan.report.page import Cell, Sheet
from ogdplan.report.safety import visible

BYTE_ORDER_MARK = "\ufeff"
"""What stands first in a file by which Excel knows that it is UTF-8."""

_FORMULA_START = ("=", "+", "-", "@", "\t", "\r")


def table(sheet: Sheet) -> str:
    """Return the rows of a table as CSV, the keys of its columns first; totals are left out."""
    return rows(
        [column.key for column in sheet.columns],
        [[_value(cell) for cell in row] for row in sheet.rows],
    )


def rows(header: list[str], records: list[list[str | int | float | None]]) -> str:
    """Return records as CSV with LF line ends; None is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([[_safe(value) for value in record] for record in records])
    return text.getvalue()


def _value(cell: Cell) -> str | float:
    return cell.text if cell.value is None else cell.value


def _safe(value: str | float | None) -> str | int | float | None:
    """Return the value so that no spreadsheet takes a text for a formula; numbers stay.

    Controls and hidden characters are shown as escapes, as everywhere; line breaks stay.
    """
    if not isinstance(value, str):
        return value
    shown = visible(value, keep_newlines=True)
    return f"'{shown}" if value.startswith(_FORMULA_START) else shown
