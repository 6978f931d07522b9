"""Whether a column called like a closed list has words of it; else its name misleads."""

from collections.abc import Iterable, Iterator, Mapping

from ogdplan.actions.importing.cells.faults import Bad
from ogdplan.actions.importing.cells.reading import (
    Manner,
    is_nothing,
    listed,
    plain_text,
    read_cell,
)
from ogdplan.actions.importing.tables.targets import ColumnField
from ogdplan.workspace.spreadsheets.cells import CellValue

_NEVER_LEFT = ("status", "access")
"""A status is never lost unsaid, and nothing restricted becomes public."""


def may_be_meant(target: ColumnField, cells: Iterable[CellValue], words: Mapping[str, str]) -> bool:
    """Return whether a field can be meant that is no closed list, or has one of these cells.

    `words` are what someone says that words mean in it. A list that every record needs is meant in
    any case: its words are at fault then, not the lack of a column.
    """
    spec = target.spec
    if spec.vocabulary is None or spec.required or spec.name in _NEVER_LEFT:
        return True
    manner = Manner(words=words)
    found = list(_parts(target, cells, manner))
    return not found or any(not isinstance(read_cell(spec, each, manner), Bad) for each in found)


def _parts(target: ColumnField, cells: Iterable[CellValue], manner: Manner) -> Iterator[str]:
    for cell in cells:
        if not is_nothing(target.spec, cell, manner):
            yield from listed(target.spec, plain_text(cell), manner)
