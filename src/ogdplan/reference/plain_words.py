"""Words as they are compared: in one case, without accents and punctuation."""

import unicodedata
from functools import lru_cache

_LOWEST_ACCENT = 200
"""Marks of a combining class from here on are accents; those below belong to a script."""


@lru_cache(maxsize=8192)
def plain_words(text: str) -> str:
    """Return a text in small letters without accents, a blank for whatever is no letter or digit.

    `Órgão responsável:` and `orgao_responsavel` give the same.
    """
    letters = (
        letter if letter.isalnum() or unicodedata.category(letter)[0] == "M" else " "
        for letter in unicodedata.normalize("NFKD", text).casefold()
        if unicodedata.combining(letter) < _LOWEST_ACCENT
    )
    return " ".join("".join(letters).split())
