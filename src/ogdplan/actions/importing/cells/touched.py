"""Whether someone edited a cell: it is compared with what an export would have there."""

import re
from datetime import datetime

from ogdplan.actions.importing.cells.reading import plain_text
from ogdplan.workspace.spreadsheets.cells import CellError, CellValue
from ogdplan.workspace.spreadsheets.formula_text import neutral_in_csv, plain_of_csv
from ogdplan.workspace.spreadsheets.sheet_plan import cleaned_text

_ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|U[0-9a-f]{8})")
"""How our CSV shows a control or a hidden character."""


def is_touched(value: CellValue, known: CellValue) -> bool:
    """Return whether a cell says another thing than the one made of `known`.

    What no cell can hold was lost on the way out, and is no change either.
    """
    if known is None and value is None:
        return False
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        value = value.date()
    if isinstance(value, CellError):
        return True
    if not isinstance(known, str):
        return plain_text(value) != plain_text(known)
    text = plain_text(value)
    return text not in _of_books(known) and _without_escapes(text) not in _of_csv(known)


def _of_books(known: str) -> tuple[str, ...]:
    """Return the texts that a workbook has; LibreOffice leaves out tabs when it saves one."""
    text = plain_text(cleaned_text(known))
    return text, plain_text(text.replace("\t", ""))


def _of_csv(known: str) -> tuple[str, ...]:
    """Return the texts that a CSV file has; our lists have the entries apart by semicolons."""
    texts = (known, known.replace("\n", "; "))
    read = (plain_of_csv(neutral_in_csv(text).replace("\t", " ")) for text in texts)
    return tuple(_without_escapes(plain_text(text)) for text in read)


def _without_escapes(text: str) -> str:
    return _ESCAPE.sub(lambda match: _character(match[0]), text)


def _character(escape: str) -> str:
    code = int(f"0x{escape[2:]}", 0)
    return chr(code) if code <= 0x10FFFF else escape
