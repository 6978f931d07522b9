"""What the columns of people's tables are called, in four languages."""

from functools import cache
from typing import NamedTuple

from ogdplan.reference.plain_words import plain_words
from ogdplan.reference.tables import read_table

TABLE = "column-synonyms.csv"


class Synonym(NamedTuple):
    """A heading, the field it means, and in which kinds of record; "" for any kind."""

    heading: str
    language: str
    kinds: str
    field: str

    def is_of(self, kind: str) -> bool:
        """Return whether the heading means the field in this kind of record."""
        return not self.kinds or kind in self.kinds.split()


def synonyms_of(heading: str) -> tuple[Synonym, ...]:
    """Return what a heading means, whatever its case, accents and punctuation."""
    return _by_words().get(plain_words(heading), ())


@cache
def _by_words() -> dict[str, tuple[Synonym, ...]]:
    found: dict[str, tuple[Synonym, ...]] = {}
    for row in read_table(TABLE):
        synonym = Synonym(*row)
        words = plain_words(synonym.heading)
        found[words] = (*found.get(words, ()), synonym)
    return found
