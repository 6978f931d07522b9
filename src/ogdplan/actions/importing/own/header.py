"""What someone changed in the sheet of the header, which is not read."""

from ogdplan.actions.importing.cells.reading import plain_text
from ogdplan.actions.importing.own.baseline import Baseline, sum_of_cell
from ogdplan.model.baseline import HEADER
from ogdplan.model.book_marks import PLAN_SHEET
from ogdplan.model.headings import field_named
from ogdplan.model.plan import Header
from ogdplan.workspace.spreadsheets.cells import Book
from ogdplan.workspace.spreadsheets.grid import column_letters


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
