"""The data of a plan file as one side of a merge: its tables by what names them.

Works on the data and not on the model, so that plans with mistakes merge too.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from ogdplan.model.kinds import KINDS, TABLES, FieldSpec, field_named, fields_of, table_model
from ogdplan.planfile.operations import Data, Value
from ogdplan.planfile.remarks import Remark

Fields = Mapping[str, Value]
"""The fields of a table as tomli gives them; what is not there is absent."""

Names = Mapping[str, str]
"""Other ids for records, by the ids that they have."""

_ARRAYS = (*(kind.table for kind in KINDS), "accepted")


class Key(NamedTuple):
    """What names a table in all versions: an id, or the rule and record of an accepted finding.

    `name` is empty for `[plan]`, and for a record without an id; `nth` counts those of one name,
    of which a file has several only by mistake.
    """

    table: str
    name: str = ""
    nth: int = 0


class Open(NamedTuple):
    """A conflict of an earlier merge that a file still has: what it is about, and its comment."""

    path: tuple[str, ...]
    words: str


class Row(NamedTuple):
    """One table of a file; `place` is its index in its array, None for `[plan]`."""

    place: int | None
    fields: Fields
    open: tuple[Open, ...] = ()


Document = Mapping[Key, Row]
"""All tables of a file, in its order."""


def is_mergeable(data: Data) -> bool:
    """Return whether what should be a table is one, and what should be an array of them too."""
    arrays = (data.get(table, []) for table in _ARRAYS)
    return isinstance(data.get("plan", {}), dict) and all(
        isinstance(array, list) and all(isinstance(row, dict) for row in array) for array in arrays
    )


def beside_tables(data: Data) -> Data:
    """Return what stands at the top of a file beside its tables: `format`, and what is unknown."""
    return {name: value for name, value in data.items() if name not in TABLES[1:]}


def document(data: Data, names: Names, remarks: Iterable[Remark] = ()) -> Document:
    """Return the tables of a file by what names them, with the ids that `names` gives.

    The references follow, the records' own `id` stays as the file has it. `remarks` are those
    that earlier merges have left in it.
    """
    opened: dict[tuple[str, int | None], tuple[Open, ...]] = defaultdict(tuple)
    for remark in remarks:
        opened[remark.table, remark.place] += (Open(remark.path, remark.words),)
    plan = followed("plan", data.get("plan", {}), names)
    rows = {Key("plan"): Row(None, plan, opened["plan", None])}
    for table in _ARRAYS:
        seen: Counter[str] = Counter()
        for place, found in enumerate(_array(data, table)):
            fields = followed(table, found, names)
            name = _name(table, fields, names)
            rows[Key(table, name, seen[name])] = Row(place, fields, opened[table, place])
            seen[name] += 1
    return rows


def followed(table: str, fields: object, names: Names) -> Fields:
    """Return the fields of a table with each id that they refer to as `names` gives it."""
    found = dict(fields) if isinstance(fields, Mapping) else {}
    for spec in _references(table):
        if spec.name in found:
            found[spec.name] = _mapped(found[spec.name], lambda each: names.get(each, each))
    return found


def references_in(table: str, fields: Fields) -> Iterator[str]:
    """Yield the ids that the fields of a table refer to."""
    for spec in _references(table):
        value = fields.get(spec.name)
        yield from (each for each in _listed(value) if isinstance(each, str))


def rows_by_id(data: Data) -> Mapping[str, tuple[str, Fields]]:
    """Return the table and the fields of each record by its id; of several the first."""
    found: dict[str, tuple[str, Fields]] = {}
    for table in _ARRAYS:
        for row in _array(data, table):
            if isinstance(own_id := row.get("id"), str):
                found.setdefault(own_id, (table, row))
    return found


def spec_of(table: str, field: str) -> FieldSpec | None:
    """Return what is known of a field, None for one that the format does not know."""
    model = table_model(table)
    return field_named(model, field) if model else None


def _array(data: Data, table: str) -> list[Fields]:
    found = data.get(table)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _name(table: str, fields: Fields, names: Names) -> str:
    if table == "accepted":
        return f"{fields.get('rule')} {fields.get('about', '')}".strip()
    own_id = fields.get("id")
    return names.get(own_id, own_id) if isinstance(own_id, str) else ""


def _references(table: str) -> Iterator[FieldSpec]:
    model = table_model(table)
    return (spec for spec in (fields_of(model) if model else ()) if spec.refers_to)


def _mapped(value: Value, change: Callable[[str], str]) -> Value:
    if isinstance(value, list):
        return [change(each) if isinstance(each, str) else each for each in value]
    return change(value) if isinstance(value, str) else value


def _listed(value: Value | None) -> list[Value | None]:
    return [*value] if isinstance(value, list) else [value]
