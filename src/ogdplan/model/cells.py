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

_EXACT = 10**15
"""Whole numbers from here on lose digits in spreadsheets; there they are text."""

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
        case int() if abs(value) >= _EXACT:
            return str(value)
        case None | str() | int() | float():
            return value
    raise TypeError(type(value).__name__)
