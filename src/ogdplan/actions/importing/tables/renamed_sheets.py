"""Sheets of our own workbook under other names, in which someone may have worked."""

from collections.abc import Sequence

from ogdplan.actions.importing.cells.reading import plain_text
from ogdplan.errors import UsageError
from ogdplan.model.headings import field_named, is_computed, kind_called, sheet_name
from ogdplan.model.kinds import KINDS, Kind
from ogdplan.workspace.spreadsheets.cells import Table


def refuse_renamed(tables: Sequence[Table]) -> None:
    """Raise UsageError for a sheet of a kind that was renamed or copied: who wrote into it?"""
    names = {table.name for table in tables}
    for table in tables:
        headings = [plain_text(value) for value in next(iter(table.rows), ())]
        kind = None if kind_called(table.name) else kind_of_columns(headings)
        if kind is None:
            continue
        name = sheet_name(kind)
        hint = f'call it "{name}" again, as import knows the sheets by their names'
        if name in names:
            hint = f'take what is new in it over into "{name}", then remove it'
        what = f'the sheet "{table.name}" has the columns of {name}, and would not be read'
        raise UsageError(what, hint=hint)


def kind_of_columns(headings: Sequence[str]) -> Kind | None:
    """Return the kind that a table of ours with these headings is of; None for no such table."""
    own = [each for each in headings if each and not is_computed(each)]
    if not own or field_named(own[0], KINDS[0]) != ("id", None):
        return None
    known = {kind: sum(field_named(each, kind) is not None for each in own) for kind in KINDS}
    best = max(KINDS, key=lambda kind: known[kind])
    return best if known[best] > 2 and known[best] * 2 > len(own) else None
