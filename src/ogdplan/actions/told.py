"""What an edit has changed in records that had mistakes, told from the data.

In the draft of such a plan what is at fault is left out or filled in: compared with that, to mend
it would be no change.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from ogdplan.compare.changes import Change, FieldChange, What
from ogdplan.compare.fields import PRIVATE, private_point
from ogdplan.compare.points import Point
from ogdplan.compare.points_of_fields import (
    Added,
    FieldChanged,
    FieldRemoved,
    FieldSet,
    Removed,
    Renamed,
)
from ogdplan.model.kinds import KINDS
from ogdplan.planfile.operations import (
    AddRecord,
    Data,
    Operation,
    RemoveRecord,
    SetFields,
    row,
)


def changes_of(data: Data, operations: Sequence[Operation], *, plan_id: str) -> Iterator[Change]:
    """Yield what the operations change in the data, one change a table, in their order."""
    for operation in operations:
        known: Data = {}
        if not isinstance(operation, AddRecord):
            known = row(data, operation.table, operation.index)
        if fields := tuple(_fields(known, operation)):
            old, new = (str(each or "") for each in (known.get("id"), _given_id(operation)))
            is_renamed = isinstance(operation, SetFields) and new not in ("", old)
            yield Change(
                plan_id,
                _kind(operation.table),
                new or old or None,
                What.RENAMED if is_renamed else _WHAT[type(operation)],
                old or new or operation.table,
                fields,
                tuple(_points(operation, fields, old, new)),
            )


_WHAT = {SetFields: What.CHANGED, AddRecord: What.ADDED, RemoveRecord: What.REMOVED}


def _given_id(operation: Operation) -> object:
    return None if isinstance(operation, RemoveRecord) else operation.fields.get("id")


def _kind(table: str) -> str:
    return next((kind.name for kind in KINDS if kind.table == table), table)


def _fields(known: Data, operation: Operation) -> Iterator[FieldChange]:
    """Yield the fields that differ; of a record that goes all that it had."""
    new = dict.fromkeys(known) if isinstance(operation, RemoveRecord) else operation.fields
    for name, value in new.items():
        if known.get(name) != value:
            yield FieldChange(name, _plain(known.get(name)), _plain(value))


def _points(
    operation: Operation, fields: Sequence[FieldChange], old: str, new: str
) -> Iterator[Point]:
    kind = _kind(operation.table).replace("-", " ")
    match operation:
        case AddRecord():
            yield Added(kind, new)
        case RemoveRecord():
            yield Removed(kind, old)
        case SetFields():
            if new not in ("", old):
                yield Renamed(kind, old or "no id", new)
            yield from (_point(each) for each in fields if each.field != "id")


def _point(change: FieldChange) -> Point:
    if change.field == PRIVATE:
        is_old, is_new = change.old is not None, change.new is not None
        return private_point(change.field, is_old=is_old, is_new=is_new)
    if change.old is None:
        return FieldSet(change.field, _words(change.new))
    if change.new is None:
        return FieldRemoved(change.field, _words(change.old))
    return FieldChanged(change.field, _words(change.old), _words(change.new))


def _plain(value: object) -> object:
    """Return a value as JSON has it; a day as a string."""
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    is_plain = value is None or isinstance(value, (str, bool, int, float))
    return value if is_plain else str(value)


def _words(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
