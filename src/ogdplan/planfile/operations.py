"""What an edit does to the data of a plan file, as values, and the data it is to leave.

`intended` works on plain data and knows nothing of text, so that what the edit of the text
(`ogdplan.planfile.edits`) gives can be held against it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ogdplan.model.kinds import TABLES

Value = str | int | float | bool | date | Sequence["Value"] | Mapping[str, "Value"]
"""What a field of a plan file can have."""

Fields = Mapping[str, Value | None]
"""New values by field; None takes the field away."""

Data = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SetFields:
    """Change fields of a record, of an accepted finding, or of `[plan]` with the index None.

    Here as in all operations of one edit, `index` counts in the data before the edit.
    """

    table: str
    index: int | None
    fields: Fields


@dataclass(frozen=True, slots=True)
class AddRecord:
    """Add a record after the last of its kind.

    `text` is how another file has it, with its comments; it says just the fields.
    """

    table: str
    fields: Mapping[str, Value]
    text: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveRecord:
    """Take a record away."""

    table: str
    index: int


Operation = SetFields | AddRecord | RemoveRecord


def row(data: Data, table: str, index: int | None) -> Mapping[str, Value]:
    """Return what a file has of a record, or of `[plan]` with the index None; else nothing."""
    found = data.get(table)
    if isinstance(found, list) and index is not None:
        found = found[index]
    return found if isinstance(found, dict) else {}


def intended(data: Data, operations: Sequence[Operation]) -> dict[str, object]:
    """Return the data that the operations are to leave; what they do not name is shared.

    Raises IndexError and KeyError where an operation names what is not there.
    """
    result = dict(data)
    for operation in operations:
        if isinstance(operation, SetFields) and operation.index is None:
            result[operation.table] = _with_fields(result.get(operation.table, {}), operation)
    for table in _tables(operations):
        if records := _records(result.get(table), table, operations):
            result[table] = records
        else:
            result.pop(table, None)
    return result


def same(one: Data, other: Data, *, touched: Collection[str] = ()) -> bool:
    """Return whether two documents say the same; what is empty says nothing.

    In the tables `touched` true is no 1 and 1 no 1.0; to look at all so closely takes long.
    """
    first, second = _without_empty(one), _without_empty(other)
    if first != second:
        # Only what is no number, not even the same as itself, may still be written the same.
        return is_same(first, second)
    return all(_is_same_table(first, second, name) for name in touched)


def _is_same_table(one: Data, other: Data, name: str) -> bool:
    first, second = one.get(name), other.get(name)
    # What prints the same is the same, and that is compared in a quarter of the time.
    return repr(first) == repr(second) or is_same(first, second)


def is_same(one: object, other: object) -> bool:
    """Return whether two values are written the same: true is no 1, and 1 no 1.0."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(is_same(one[name], other[name]) for name in one)
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        pairs = zip(one, other, strict=False)
        return len(one) == len(other) and all(is_same(*pair) for pair in pairs)
    kinds = ((isinstance(each, bool), isinstance(each, float)) for each in (one, other))
    return (one == other or repr(one) == repr(other) == "nan") and len(set(kinds)) == 1


def _tables(operations: Sequence[Operation]) -> dict[str, None]:
    """Return the arrays that the operations touch, each once, in their order."""
    return dict.fromkeys(
        operation.table
        for operation in operations
        if not (isinstance(operation, SetFields) and operation.index is None)
    )


def _records(found: object, table: str, operations: Sequence[Operation]) -> list[object]:
    records = list(found) if isinstance(found, list) else []
    gone: set[int] = set()
    added: list[object] = []
    for operation in operations:
        if operation.table != table:
            continue
        match operation:
            case SetFields(index=int() as index):
                records[index] = _with_fields(records[index], operation)
            case RemoveRecord():
                gone.add(operation.index)
            case AddRecord():
                added.append(dict(operation.fields))
    return [each for index, each in enumerate(records) if index not in gone] + added


def _with_fields(record: object, operation: SetFields) -> dict[str, object]:
    found = dict(record) if isinstance(record, dict) else {}
    for name, value in operation.fields.items():
        if value is None:
            found.pop(name, None)
        else:
            found[name] = value
    return found


def _without_empty(data: Data) -> dict[str, object]:
    return {name: value for name, value in data.items() if value or name not in TABLES}
