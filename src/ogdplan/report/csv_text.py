"""Tables as CSV that spreadsheets open without running anything."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from ogdplan.report.page import Cell, Sheet
from ogdplan.report.safety import visible

BYTE_ORDER_MARK = "\ufeff"
"""What stands first in a file by which Excel knows that it is UTF-8."""

_SIGN = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"
_FORMULA = re.compile(rf'\A(?=[^\S\n]*{_SIGN}|[\t\r])|(?<=[;\n])(?=[^\S\n]*"*[^\S\n]*{_SIGN})')
"""Where a spreadsheet could begin a formula.

Blanks before it count, since some programs drop them; so do the full-width signs, which some take
for the others. Where a country writes decimals with a comma, spreadsheets begin a cell at each
semicolon, and then quotes do not hold a cell together, nor its lines.
"""


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
    return visible(_FORMULA.sub("'", value), keep_newlines=True)
