"""What someone says of columns, where several sheets are read: each takes what it has."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ogdplan.actions.importing.tables.guessing import key_column
from ogdplan.actions.importing.tables.heading_rows import Column, headed
from ogdplan.actions.importing.tables.mapping import ColumnMapping
from ogdplan.actions.importing.tables.targets import UPDATE, find_target, target_called
from ogdplan.errors import UsageError
from ogdplan.model.headings import kind_called
from ogdplan.model.kinds import Kind
from ogdplan.reference.plain_words import plain_words
from ogdplan.workspace.spreadsheets.cells import Table

Sheets = Sequence[tuple[Table, Kind]]
"""Sheets each with the kind of its rows."""


def parted(mapping: ColumnMapping, sheets: Sheets) -> list[ColumnMapping]:
    """Return the part of a mapping that each of the sheets can take, with its kind.

    Raises UsageError for a column, a key or a value that none of them can.
    """
    if len(sheets) < 2:
        return [replace(mapping, kind=kind.name) for _, kind in sheets]
    columns = [_columns(table) for table, _ in sheets]
    _require_columns([*mapping.columns, *([mapping.key] if mapping.key else [])], columns)
    kinds = [kind for _, kind in sheets]
    for name, words in mapping.columns.items():
        _require_field(words, [kind for kind, each in _both(kinds, columns) if _has(each, name)])
    for words in mapping.values:
        _require_field(words, kinds)
    return [_part(mapping, kind, each) for kind, each in _both(kinds, columns)]


def _part(mapping: ColumnMapping, kind: Kind, columns: Sequence[Column]) -> ColumnMapping:
    return replace(
        mapping,
        kind=kind.name,
        key=mapping.key if mapping.key and _has(columns, mapping.key) else None,
        columns={
            name: words
            for name, words in mapping.columns.items()
            if _has(columns, name) and _is_field(kind, words)
        },
        values={name: each for name, each in mapping.values.items() if _is_field(kind, name)},
    )


def _both(
    kinds: Sequence[Kind], columns: Sequence[Sequence[Column]]
) -> list[tuple[Kind, Sequence[Column]]]:
    return list(zip(kinds, columns, strict=True))


def _columns(table: Table) -> tuple[Column, ...]:
    found = headed(table)
    return found.columns if found else ()


def _has(columns: Sequence[Column], name: str) -> bool:
    return any(plain_words(each.heading) == plain_words(name) != "" for each in columns)


def _require_columns(names: Sequence[str], columns: Sequence[Sequence[Column]]) -> None:
    for name in names:
        if any(_has(each, name) for each in columns):
            continue
        every = [each for sheet in columns for each in sheet]
        if any(each.letters == name.upper() for each in every):
            what = f"several sheets have a column {name.upper()}"
            raise UsageError(what, hint="call it by its heading, or choose a sheet with --sheet")
        key_column(tuple({each.heading: each for each in every if each.heading}.values()), name)


def _require_field(words: str, kinds: Sequence[Kind]) -> None:
    if kinds and not any(_is_field(kind, words) for kind in kinds):
        target_called(kinds[0], words)


def _is_field(kind: Kind, words: str) -> bool:
    return not words or find_target(kind, words) is not None


def refuse_said(mapping: ColumnMapping) -> None:
    """Raise UsageError for what a form does not take: the order of its columns says all."""
    said: Mapping[str, object] = {
        "--as": mapping.kind and kind_called(mapping.kind) is not UPDATE,
        "--map": mapping.columns,
        "--key": mapping.key,
        "values": mapping.values,
        "words": mapping.words,
    }
    if names := [name for name, each in said.items() if each]:
        what = f"a form of ogdplan takes no {' and no '.join(names)}"
        raise UsageError(what, hint="leave it out: a form says itself what its columns are")
