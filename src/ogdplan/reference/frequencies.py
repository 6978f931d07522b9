"""Words for how often data are renewed, in people's tables, and the frequency that they mean."""

from functools import cache

from ogdplan.reference.plain_words import plain_words
from ogdplan.reference.tables import read_table

TABLE = "frequency-synonyms.csv"


def frequency_word(words: str) -> str | None:
    """Return the frequency that words mean, in any case; None for words that are not known.

    Left out is what means several: "biannual" is twice a year, and every two years.
    """
    return _by_words().get(plain_words(words))


@cache
def _by_words() -> dict[str, str]:
    return {plain_words(words): frequency for words, _, frequency in read_table(TABLE)}
