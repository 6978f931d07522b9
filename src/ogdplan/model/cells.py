"""The value of a field as a cell of a spreadsheet has it.

What is written and what is compared when a workbook comes back are made here, so that a cell
nobody touched is known for one.
"""

from datetime import date

from ogdplan.model.kinds import FieldSpec
from ogdplan.model.record import Table
from ogdplan.model.terms import Term
from ogdplan.model.text import Text
from ogdplan.model.values import Rating
from ogdplan.model.when import When

_DIGITS = 15
"""Numbers with more digits lose some in spreadsheets; there they are text."""

_EXACT = 10**_DIGITS

CellOf = str | int | float | date | None


def cell_of(table: Table, spec: FieldSpec, language: str | None = None) -> CellOf:
    """Return the cell of a field: None where the file does not say it.

    A day is a date, a period its text; a list has an entry a line, ratings `label = percent`;
    a term is its English label; yes and no stand for true and false. A text in several
    languages has a cell for each: `language` is that of the column, None that of plain texts.
    """
    if spec.attribute not in table.model_fields_set:
        return None
    value = getattr(table, spec.attribute)
    if isinstance(value, Text):
        return next((words for tag, words in value.versions if tag == language), None)
    if isinstance(value, tuple):
        return "\n".join(str(_one(each)) for each in value) or None
    return _one(value)


def _one(value: object) -> CellOf:
    match value:
        case bool():
            return "yes" if value else "no"
        case Term():
            return value.label
        case When():
            return value.value
        case Rating():
            return f"{value.label} = {value.percent}"
        case int() | float():
            return _number(value)
        case None | str():
            return value
    raise TypeError(type(value).__name__)


def _number(value: float) -> CellOf:
    if isinstance(value, int):
        return value if abs(value) < _EXACT else str(value)
    if float(f"{value:.{_DIGITS}g}") == value:
        return value
    # What compares cells says whole numbers without decimals.
    return str(int(value)) if value.is_integer() else repr(value)
