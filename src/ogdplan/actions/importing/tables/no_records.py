"""Rows of a table that are no records: headings once more, sums at its end, another table."""

from collections.abc import Iterable, Mapping, Sequence

from ogdplan.actions.importing.cells.reading import plain_text
from ogdplan.actions.importing.tables.heading_rows import Column
from ogdplan.model.headings import fields_meant, is_heading
from ogdplan.reference.plain_words import plain_words
from ogdplan.reference.statuses import status_word
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
    headings = _headings(columns)
    again = (at for at, row in enumerate(rows) if _repeats(row, headings))
    found = dict.fromkeys(again, "is the headings again")
    for at in reversed(range(len(rows))):
        if not _is_total(rows[at]):
            break
        found[at] = "is a total"
    return dict(sorted(found.items()))


def second_table(rows: Sequence[Row], columns: Sequence[Column]) -> int | None:
    """Return which of the rows below the headings has those of another table; None for none.

    More than half of its cells, two at least, are known as headings, not as words for a status.
    The first row is not looked at: without it there were no table above.
    """
    headings = _headings(columns)
    return next(
        (
            at
            for at, row in enumerate(rows[1:], 1)
            if _are_headings(row) and not _repeats(row, headings)
        ),
        None,
    )


def _headings(columns: Sequence[Column]) -> dict[int, set[str]]:
    return {
        each.index: {plain_words(words) for words in (each.heading, each.under, each.over)} - {""}
        for each in columns
    }


def _are_headings(row: Row) -> bool:
    texts = [plain_text(value) for value in row if value is not None]
    allowed = (len(texts) - 1) // 2
    for text in texts:
        if not is_heading(text) or status_word(text):
            allowed -= 1
        if allowed < 0:
            return False
    return len(texts) > 1


def _repeats(row: Row, headings: Mapping[int, set[str]]) -> bool:
    """Return whether each cell with a value says a heading of its column, or all mean the same."""
    cells = {
        at: plain_words(plain_text(value)) for at, value in enumerate(row) if value is not None
    }
    if all(words in headings.get(at, ()) for at, words in cells.items()):
        return True
    return len(cells) > 1 and all(
        _mean_same(words, headings.get(at, ())) for at, words in cells.items()
    )


def _mean_same(words: str, others: Iterable[str]) -> bool:
    return words in others or any(fields_meant(words) & fields_meant(other) for other in others)


def _is_total(row: Row) -> bool:
    """Return whether the first cell with a value says that the row is a sum."""
    first = next((each for each in row if each is not None), None)
    return isinstance(first, str) and plain_words(first) in _TOTALS
