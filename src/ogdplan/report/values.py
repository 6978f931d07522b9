"""The value of any field, for people and for programs."""

from collections.abc import Callable

from ogdplan.model.kinds import FieldSpec, fields_of
from ogdplan.model.record import Table
from ogdplan.model.terms import Term
from ogdplan.model.text import Text
from ogdplan.model.values import Rating
from ogdplan.model.when import When
from ogdplan.report.page import Cell
from ogdplan.report.words import Reader


def machine(value: object, reader: Reader) -> object:
    """Return a value as JSON has it: as in the file, texts in the reader's language."""
    return as_json(value, reader.text)


def as_json(value: object, text_of: Callable[[Text], object]) -> object:
    """Return a value as JSON has it, its texts as a function makes them."""
    match value:
        case Term():
            return value.value
        case When():
            return value.text
        case Text():
            return text_of(value)
        case tuple() if value and isinstance(value[0], Rating):
            return {rating.label: rating.percent for rating in value}
        case tuple():
            return [as_json(each, text_of) for each in value]
        case _:
            return value


def human(value: object, spec: FieldSpec, reader: Reader) -> str:
    """Return a value in words, "" for none."""
    if isinstance(value, tuple):
        return ", ".join(human(each, spec, reader) for each in value)
    if isinstance(value, str) and spec.refers_to == ("institution",):
        return reader.institution(value)
    return _one(value, reader)


def _one(value: object, reader: Reader) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Term():
            return value.label
        case Text():
            return reader.text(value)
        case Rating():
            return f"{value.label} {value.percent} %"
    return str(value)


def table_value(table: Table, reader: Reader) -> dict[str, object]:
    """Return all fields of a table as JSON, in the order of the file; absent is None."""
    return {
        spec.name: machine(getattr(table, spec.attribute), reader)
        for spec in fields_of(type(table))
    }


def in_one_cell(value: object) -> Cell:
    """Return a value of JSON as a cell of CSV: a number as one, lists with semicolons."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Cell(str(value), value=value)
    return Cell(_flat(value))


def _flat(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return "; ".join(map(_flat, value))
        case dict():
            return "; ".join(f"{key}={_flat(each)}" for key, each in value.items())
        case _:
            return str(value)
