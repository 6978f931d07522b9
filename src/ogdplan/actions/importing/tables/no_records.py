"""Rows of a table that are no records: headings again, sums at its end, sections, another table."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import Enum

from ogdplan.actions.importing.cells.reading import plain_text
from ogdplan.actions.importing.tables.heading_rows import Column
from ogdplan.model.headings import fields_meant, is_heading
from ogdplan.model.kinds import KINDS, Kind
from ogdplan.reference.plain_words import plain_words
from ogdplan.reference.statuses import status_word
from ogdplan.workspace.spreadsheets.cells import CellValue, Row

_TOTALS = frozenset(
    (
        *("total", "totals", "grand total", "subtotal", "sub total", "sum", "overall total"),
        *("totales", "total general", "gran total", "suma", "sumas", "suma total"),
        *("totaux", "somme", "sous total", "total general", "totais", "total geral", "soma"),
    )
)
"""What the first cell of a sum says, in four languages."""
_FEWEST = 2
"""So many cells a row of headings has at least."""


class NoRecord(Enum):
    """What a row is that is no record: in words of one, and of several."""

    AGAIN = "is the headings again", "are the headings again"
    TOTAL = "is a total", "are totals"
    ASIDE = "is the heading of a section, or a note", "are headings of sections, or notes"


def left_out(
    rows: Sequence[Row], columns: Sequence[Column], kind: Kind, naming: Collection[int]
) -> dict[int, NoRecord]:
    """Return which of the rows below the headings are no records, and why not.

    `naming` are the columns of titles and ids, none where there are no titles: a row with one text
    beside them is the heading of a section, or a note.
    """
    headings = _headings(columns)
    found: dict[int, NoRecord] = {}
    for at, row in enumerate(rows):
        if _repeats(row, headings, kind):
            found[at] = NoRecord.AGAIN
        elif naming and _is_aside(row, naming):
            found[at] = NoRecord.ASIDE
    # Below a sum there may be notes.
    for at in (at for at in reversed(range(len(rows))) if at not in found):
        if not _is_total(rows[at]):
            break
        found[at] = NoRecord.TOTAL
    return found


def second_table(rows: Sequence[Row], columns: Sequence[Column], kind: Kind) -> int | None:
    """Return which of the rows below the headings has those of another table; None for none.

    No two of its cells are alike, and two at least, and half of all, are headings of different
    fields of a kind, the title among them. Where neither a row without values nor a single text
    stands above it, it is three, and more than half: a record may read like headings too. The
    first row is not looked at: without it there were no table above.
    """
    headings = _headings(columns)
    for at, row in enumerate(rows[1:], 1):
        is_apart = sum(value is not None for value in rows[at - 1]) < _FEWEST
        if _are_headings(row, is_apart=is_apart) and not _repeats(row, headings, kind):
            return at
    return None


def _headings(columns: Sequence[Column]) -> dict[int, set[str]]:
    return {
        each.index: {plain_words(words) for words in (each.heading, each.under, each.over)} - {""}
        for each in columns
    }


def _are_headings(row: Row, *, is_apart: bool) -> bool:
    texts = [plain_text(value) for value in row if value is not None]
    least = max(_FEWEST, (len(texts) + 1) // 2) if is_apart else max(3, len(texts) // 2 + 1)
    known: list[str] = []
    for left, text in zip(range(len(texts), 0, -1), texts, strict=True):
        # Most rows are records: they are known as such by their first cells.
        if len(known) + left < least:
            return False
        if is_heading(text) and not status_word(text):
            known.append(text)
    are_unlike = len(set(map(plain_words, texts))) == len(texts)
    return len(known) >= least and are_unlike and any(_fit(known, least, kind) for kind in KINDS)


def _fit(known: Sequence[str], least: int, kind: Kind) -> bool:
    """Return whether so many of known headings are those of a kind, the title among them."""
    taken: set[str] = set()
    for text in known:
        taken |= set(sorted(fields_meant(text, kind) - taken)[:1])
    return len(taken) >= least and kind.heading in taken


def _repeats(row: Row, headings: Mapping[int, set[str]], kind: Kind) -> bool:
    """Return whether each cell with a value says a heading of its column, or all mean the same."""
    cells = [(headings.get(at, ()), value) for at, value in enumerate(row) if value is not None]
    if all(_plain(value) in known for known, value in cells):
        return True
    return len(cells) > 1 and all(_mean_same(_plain(value), known, kind) for known, value in cells)


def _plain(value: CellValue) -> str:
    return plain_words(plain_text(value))


def _mean_same(words: str, others: Iterable[str], kind: Kind) -> bool:
    meant = fields_meant(words, kind)
    return words in others or any(meant & fields_meant(other) for other in others)


def _is_aside(row: Row, naming: Collection[int]) -> bool:
    """Return whether a row has but one text of several words, and it names no record."""
    filled = [(at, value) for at, value in enumerate(row) if value is not None]
    if len(filled) != 1 or filled[0][0] in naming:
        return False
    words = plain_text(filled[0][1]).split()
    return sum(any(map(str.isalpha, word)) for word in words) > 1


def _is_total(row: Row) -> bool:
    """Return whether the first cell with a value says that the row is a sum."""
    first = next((each for each in row if each is not None), None)
    return isinstance(first, str) and plain_words(first) in _TOTALS
