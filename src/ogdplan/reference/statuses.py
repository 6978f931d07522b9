"""Words for a status in people's tables and trackers, and the status that they mean."""

from functools import cache
from typing import NamedTuple

from ogdplan.reference.sure_words import sure_words
from ogdplan.reference.tables import read_table

TABLE = "status-synonyms.csv"


class StatusWord(NamedTuple):
    """A word, the status of a plan file that it means, and who uses it so."""

    words: str
    language: str
    status: str
    source: str


def status_word(words: str) -> StatusWord | None:
    """Return what a word for a status means, in any case; None for one that is not known.

    A sign that could change its sense makes another word of it: `Done?`, `✗ Done`.
    """
    return _by_words().get(sure_words(words))


@cache
def _by_words() -> dict[str, StatusWord]:
    return {sure_words(row[0]): StatusWord(*row) for row in read_table(TABLE)}
