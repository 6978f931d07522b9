"""Sheets of our own workbook that are not read, though someone may have worked in them."""

from collections.abc import Sequence

from ogdplan.actions.importing.baseline import Baseline, sum_of_cell
from ogdplan.actions.importing.cells import plain_text
from ogdplan.actions.importing.faults import column_letters
from ogdplan.errors import UsageError
from ogdplan.model.baseline import HEADER
from ogdplan.model.book_marks import PLAN_SHEET
from ogdplan.model.headings import field_named, is_computed, kind_called, sheet_name
from ogdplan.model.kinds import KINDS, Kind
from ogdplan.model.plan import Header
from ogdplan.workspace.spreadsheets.cells import Book, Table


def refuse_renamed(tables: Sequence[Table]) -> None:
    """Raise UsageError for a sheet of a kind that was renamed or copied: who wrote into it?"""
    names = {table.name for table in tables}
    for table in tables:
        kind = None if kind_called(table.name) else _kind_of_columns(table)
        if kind is None:
            continue
        name = sheet_name(kind)
        hint = f'call it "{name}" again, as import knows the sheets by their names'
        if name in names:
            hint = f'take what is new in it over into "{name}", then remove it'
        what = f'the sheet "{table.name}" has the columns of {name}, and would not be read'
        raise UsageError(what, hint=hint)


def changed_header(book: Book, plan_id: str, baseline: Baseline) -> tuple[str, ...]:
    """Return what is said of cells that were changed in the sheet of the header; mostly nothing."""
    table = next((each for each in book.tables if each.name == PLAN_SHEET), None)
    known = baseline.get((HEADER, plan_id))
    rows = table.rows if table else ()
    row = next((each for each in rows[1:] if plain_text(each[0]) == plan_id), None)
    if known is None or row is None:
        return ()
    changed = [
        plain_text(heading) or column_letters(at)
        for at, (heading, value) in enumerate(zip(rows[0], row, strict=True))
        if at and sum_of_cell(value) != known.get(_name(plain_text(heading)), "")
    ]
    if not changed:
        return ()
    what = f"not read: what was changed in the sheet {PLAN_SHEET} ({', '.join(changed)})"
    return (f"{what}; ogdplan plan set {plan_id} changes the plan itself",)


def _name(heading: str) -> str:
    """Return the name by which the baseline has a column of the header."""
    return ".".join(filter(None, field_named(heading, Header) or ()))


def _kind_of_columns(table: Table) -> Kind | None:
    """Return the kind whose sheet has headings like those of the first row; None for no such."""
    first = next(iter(table.rows), ())
    headings = [plain_text(value) for value in first if value is not None]
    own = [each for each in headings if not is_computed(each)]
    if not own or field_named(own[0], KINDS[0]) != ("id", None):
        return None
    known = {kind: sum(field_named(each, kind) is not None for each in own) for kind in KINDS}
    best = max(KINDS, key=lambda kind: known[kind])
    return best if known[best] > 2 and known[best] * 2 > len(own) else None
