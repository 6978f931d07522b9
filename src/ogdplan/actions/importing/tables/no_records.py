"""Rows of a table that are no records: its headings once more, and sums at its end."""

from collections.abc import Mapping, Sequence

from ogdplan.actions.importing.cells.reading import plain_text
from ogdplan.actions.importing.tables.heading_rows import Column
from ogdplan.reference.plain_words import plain_words
from ogdplan.workspace.spreadsheets.cells import Row

_TOTALS = frozenset(
    (
        *("total", "totals", "grand total", "subtotal", "sub total", "sum", "overall total"),
        *("totales", "total general", "gran total", "suma", "sumas", "suma total"),
        *("totaux", "somme", "sous total", "total general", "totais", "total geral", "soma"),
    )
)
"""What the first cell of a sum says, in four languages."""


def left_out(rows: Sequence[Row], columns: Sequence[Column]) -> dict[int, str]:
    """Return which of the rows below the headings are no records, in order, and why not."""
    headings = {
        each.index: {plain_words(words) for words in (each.heading, each.under, each.over)} - {""}
        for each in columns
    }
    again = (at for at, row in enumerate(rows) if _repeats(row, headings))
    found = dict.fromkeys(again, "is the headings again")
    for at in reversed(range(len(rows))):
        if not _is_total(rows[at]):
            break
        found[at] = "is a total"
    return dict(sorted(found.items()))


def _repeats(row: Row, headings: Mapping[int, set[str]]) -> bool:
    """Return whether each cell with a value says a heading of its column."""
    return all(
        value is None or plain_words(plain_text(value)) in headings.get(at, ())
        for at, value in enumerate(row)
    )


def _is_total(row: Row) -> bool:
    """Return whether the first cell with a value says that the row is a sum."""
    first = next((each for each in row if each is not None), None)
    return isinstance(first, str) and plain_words(first) in _TOTALS
