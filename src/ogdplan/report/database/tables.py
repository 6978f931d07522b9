"""The tables of a database of plans: one a kind, one a list, and the texts by language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ogdplan.actions.exporting import Export, Exported
from ogdplan.model.kinds import KINDS, FieldSpec, Kind, records_of
from ogdplan.model.plan import Accepted, Header
from ogdplan.model.record import Table as Record
from ogdplan.model.terms import Term
from ogdplan.model.text import Text
from ogdplan.model.values import Rating
from ogdplan.model.when import When
from ogdplan.report.database.names import Names, names_of
from ogdplan.report.words import Reader
from ogdplan.workspace.databases import Column, Key, Table, Value

PLANS = "plans"
OWNER = Column("plan", is_required=True)
OF_PLAN = Key(("plan",), PLANS, ("plan",))
_RECORDS = "records"
_ID = Column("id", is_required=True)
_POSITION = Column("position", "INTEGER", is_required=True)
_SEARCHED = ("status", "due", "end", "on")


class Owned(NamedTuple):
    """A record, or a header, as the tables need it: `id` is None of a header."""

    names: Names
    reader: Reader
    kind: str
    id: str | None
    position: int
    table: Record


@dataclass(frozen=True)
class Source:
    """The plans that a database is made of, and the ids of each."""

    export: Export
    names: tuple[Names, ...]

    def headers(self) -> Iterator[Owned]:
        """Yield the header of each plan."""
        for names, one in zip(self.names, self.export.plans, strict=True):
            yield Owned(names, _reader(one), "plan", None, 0, one.plan.header)

    def records(self, kind: Kind) -> Iterator[Owned]:
        """Yield the records of a kind, plan by plan in the order of the file."""
        for names, one in zip(self.names, self.export.plans, strict=True):
            records = zip(names.ids[kind.name], records_of(one.plan, kind), strict=True)
            for position, (own, each) in enumerate(records, start=1):
                yield Owned(names, _reader(one), kind.name, own, position, each)

    def everything(self) -> Iterator[Owned]:
        """Yield headers, then the records kind by kind."""
        yield from self.headers()
        for kind in KINDS:
            yield from self.records(kind)


def source_of(export: Export) -> Source:
    """Return the plans with their ids."""
    return Source(export, tuple(names_of(one.plan_id, one.plan) for one in export.plans))


def tables_of(source: Source) -> Iterator[Table]:
    """Yield the tables of what plans say; faults of references are collected on the way."""
    header = source.export.fields(Header)
    yield _plans(source, [spec for spec in header if not spec.repeated])
    yield _records(source)
    for kind in KINDS:
        specs = source.export.fields(kind.model)
        yield _kind(source, kind, [spec for spec in specs if not spec.repeated])
    for spec in (spec for spec in header if spec.repeated):
        yield _list_of(PLANS, spec, tuple(source.headers()))
    for kind in KINDS:
        for spec in (each for each in source.export.fields(kind.model) if each.repeated):
            yield _list_of(kind.table, spec, tuple(source.records(kind)))
    yield _texts(source)
    yield _accepted(source)


def _reader(one: Exported) -> Reader:
    return Reader(one.plan, None)


def _plans(source: Source, specs: Sequence[FieldSpec]) -> Table:
    return Table(
        PLANS,
        (OWNER, *(column for spec in specs for column in _columns(spec))),
        [(each.names.plan_id, *_values(each, specs)) for each in source.headers()],
        primary=("plan",),
        keys=tuple(key for spec in specs for key in _keys(spec)),
    )


def _records(source: Source) -> Table:
    """Return the table of all records, to which lead the references to several kinds."""
    rows = [
        (each.names.plan_id, each.id, kind.name, each.reader.title(each.table))  # type: ignore[arg-type]  # a record of a kind
        for kind in KINDS
        for each in source.records(kind)
    ]
    columns = (OWNER, _ID, Column("kind", is_required=True), Column("title"))
    return Table(_RECORDS, columns, rows, ("plan", "id"), (OF_PLAN,), (("kind",),))


def _kind(source: Source, kind: Kind, specs: Sequence[FieldSpec]) -> Table:
    fields = [spec for spec in specs if spec.name != "id"]
    columns = (
        OWNER,
        _ID,
        _POSITION,
        *(column for spec in fields for column in _columns(spec)),
    )
    names = {column.name for column in columns}
    return Table(
        kind.table,
        columns,
        [
            (each.names.plan_id, each.id, each.position, *_values(each, fields))
            for each in source.records(kind)
        ],
        primary=("plan", "id"),
        keys=(
            Key(("plan", "id"), _RECORDS, ("plan", "id")),
            *(key for spec in fields for key in _keys(spec)),
        ),
        indexed=tuple((name,) for name in _SEARCHED if name in names),
    )


def _list_of(table: str, spec: FieldSpec, owners: Sequence[Owned]) -> Table:
    """Return the table of a field that holds a list: a row for each of its values."""
    own = () if table == PLANS else (_ID,)
    key = ("plan", *(column.name for column in own))
    rows = [
        (each.names.plan_id, *((each.id,) if own else ()), position, *cells)
        for each in owners
        for position, cells in enumerate(_elements(each, spec), start=1)
    ]
    values = (
        (Column("label"), Column("percent", "NUMERIC"))
        if spec.base is Rating
        else (Column("value"),)
    )
    return Table(
        f"{table}_{spec.name}",
        (OWNER, *own, _POSITION, *values),
        rows,
        primary=(*key, "position"),
        keys=(
            Key(key, table, key),
            *(each._replace(columns=("plan", "value")) for each in _keys(spec)),
        ),
        indexed=() if spec.base is Rating else (("value",),),
    )


def _elements(owned: Owned, spec: FieldSpec) -> Iterator[tuple[Value, ...]]:
    """Yield the values of a list; of a reference that leads nowhere there is only the fault."""
    for each in getattr(owned.table, spec.attribute):
        if isinstance(each, Rating):
            yield (each.label, each.percent)
            continue
        value = _scalar(owned, spec, each)
        if value is not None:
            yield (value,)


def _texts(source: Source) -> Table:
    """Return the table of all texts in all their languages."""
    columns = (
        OWNER,
        Column("id"),
        Column("field", is_required=True),
        Column("language", is_required=True),
        Column("text", is_required=True),
    )
    keys = (OF_PLAN, Key(("plan", "id"), _RECORDS, ("plan", "id")))
    rows = [
        (each.names.plan_id, each.id, spec.name, tag or each.reader.plan.header.language, words)
        for each in source.everything()
        for spec in source.export.fields(type(each.table))
        if isinstance(text := getattr(each.table, spec.attribute), Text)
        for tag, words in text.versions
    ]
    return Table("texts", columns, rows, (), keys, (("plan", "id", "field"), ("language",)))


def _accepted(source: Source) -> Table:
    specs = source.export.fields(Accepted)
    rows = []
    for names, one in zip(source.names, source.export.plans, strict=True):
        for position, each in enumerate(source.export.accepted(one.plan), start=1):
            owned = Owned(names, _reader(one), "accepted", None, position, each)
            rows.append((names.plan_id, position, *_values(owned, specs)))
    return Table(
        "accepted",
        (OWNER, _POSITION, *(column for spec in specs for column in _columns(spec))),
        rows,
        primary=("plan", "position"),
        keys=(OF_PLAN, *(key for spec in specs for key in _keys(spec))),
    )


# One field.

_TYPES: dict[type, str] = {int: "INTEGER", bool: "INTEGER", float: "NUMERIC"}


def _columns(spec: FieldSpec) -> Iterator[Column]:
    yield Column(spec.name, _TYPES.get(spec.base, "TEXT"))
    if spec.is_when:
        yield Column(f"{spec.name}_first_day", "DATE")
        yield Column(f"{spec.name}_last_day", "DATE")


def _keys(spec: FieldSpec) -> Iterator[Key]:
    if spec.refers_to is None:
        return
    tables = {kind.name: kind.table for kind in KINDS}
    to = tables[spec.refers_to[0]] if len(spec.refers_to) == 1 else _RECORDS
    yield Key(("plan", spec.name), to, ("plan", "id"))


def _values(owned: Owned, specs: Sequence[FieldSpec]) -> Iterator[Value]:
    for spec in specs:
        value = getattr(owned.table, spec.attribute)
        yield _scalar(owned, spec, value)
        if spec.is_when:
            yield from _days(value)


def _days(value: When | None) -> tuple[Value, Value]:
    return (value.first.isoformat(), value.last.isoformat()) if value else (None, None)


def _scalar(owned: Owned, spec: FieldSpec, value: object) -> Value:
    match value:
        case Term():
            return value.value
        case When():
            return value.text
        case Text():
            return owned.reader.text(value)
        case bool():
            return int(value)
        case str() if spec.refers_to:
            return owned.names.target(spec, value, owned.kind, owned.id)
        case None | str() | int() | float():
            return value
    raise TypeError(type(value).__name__)
