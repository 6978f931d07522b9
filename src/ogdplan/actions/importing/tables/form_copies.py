"""The form of an institution without its marks, as a CSV file is: known by its headings."""

from collections.abc import Iterable, Sequence

from ogdplan.actions.importing.tables.form_sheets import READ, heading_row
from ogdplan.actions.importing.tables.mapping import ColumnMapping, joined
from ogdplan.actions.importing.tables.targets import UPDATE
from ogdplan.model.book_marks import MARKER
from ogdplan.model.updates_form import FormColumn
from ogdplan.workspace.spreadsheets.cells import Book

FORM_COPIED = (
    "a form saved as CSV no longer says who reports and for which period; a mapping file can: "
    "keep one with --save-mapping, and add reported_by and period under [values]; --on says the day"
)


def mapping_of_copy(
    book: Book, said: ColumnMapping, headings: Iterable[Sequence[str]]
) -> ColumnMapping | None:
    """Return what the columns of such a form mean beside what someone says; None for another table.

    `headings` are those of a form, in each language.
    """
    is_other = said.is_whole or said.kind_meant not in (None, UPDATE)
    if is_other or MARKER in book.properties or len(book.tables) != 1:
        return None
    table = book.tables[0]
    found = next((each for each in headings if heading_row(table, each) is not None), None)
    if found is None:
        return None
    columns = {
        heading: column.value if column in READ else ""
        for heading, column in zip(found, FormColumn, strict=True)
    }
    return joined(ColumnMapping(UPDATE.plural_name, columns=columns), said)
