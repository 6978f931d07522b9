"""Labels of the closed lists in the languages of the catalogues, and the values that they mean."""

from functools import cache

from ogdplan.reference.sure_words import sure_words
from ogdplan.reference.tables import read_table

TABLE = "term-labels.csv"


def term_called(vocabulary: str, words: str) -> str | None:
    """Return the value that words are the label of, in any case; None for none of that list.

    `vocabulary` is the name by which `ogdplan catalogue` knows the list. English labels are not
    among them.
    """
    return _by_label().get((vocabulary, sure_words(words)))


@cache
def _by_label() -> dict[tuple[str, str], str]:
    return {(row[2], sure_words(row[0])): row[3] for row in read_table(TABLE)}
