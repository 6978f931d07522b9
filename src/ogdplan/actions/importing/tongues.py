"""The language that somebody's table is in, by its headings."""

from collections import Counter
from collections.abc import Iterable

from ogdplan.actions.importing.heading_rows import headed
from ogdplan.model.headings import field_named
from ogdplan.model.kinds import KINDS
from ogdplan.reference.columns import synonyms_of
from ogdplan.reference.plain_words import plain_words
from ogdplan.workspace.spreadsheets.cells import Book, Table

_USUAL = "en"
_SHORTEST = 3
_SHARED = 2
"""The table of headings has words that Spanish and Portuguese share ("Título") as Spanish: one that
is Portuguese only says what so many of them are."""


def language_of_headings(book: Book, sheet: str | None) -> str:
    """Return the language that most headings are in; English where that is not clear.

    Looks at the sheet that is named, else at all that are shown.
    """
    votes: Counter[str] = Counter()
    for table in _tables(book, sheet):
        found = headed(table)
        for column in found.columns if found else ():
            votes.update(_languages(column.heading) or _languages(column.under))
    if votes["pt"] * _SHARED >= votes["es"]:
        votes["pt"] += votes.pop("es", 0)
    first = votes.most_common(2)
    is_clear = first and (len(first) == 1 or first[0][1] > first[1][1])
    return first[0][0] if is_clear else _USUAL


def _tables(book: Book, sheet: str | None) -> Iterable[Table]:
    if sheet is None:
        return [table for table in book.tables if not table.is_hidden]
    return [table for table in book.tables if table.name.casefold() == sheet.strip().casefold()]


def _languages(heading: str) -> frozenset[str]:
    """Return the languages in which a heading means a field; one of ours speaks English."""
    if len(plain_words(heading)) < _SHORTEST:
        return frozenset()
    if any(field_named(heading, kind) for kind in KINDS):
        return frozenset({_USUAL})
    found = frozenset(synonym.language for synonym in synonyms_of(heading))
    return found - {"pt"} if "es" in found else found
