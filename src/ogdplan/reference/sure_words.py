"""Words as they are compared where nothing may be guessed: signs may change what they say."""

import re
import unicodedata
from functools import lru_cache

from ogdplan.reference.plain_words import plain_words

_FRAMES = {'""', "''", "()", "[]", "«»", "“”", "‘’", "„“"}
_TICK = re.compile(r"[✓✔✅☑][\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}]?")
_STOP = re.compile(r"(?<!\.)\.$")
_SHARE = re.compile(r"([0-9]{1,3})\s*%")
_JOINS = frozenset("-/_.,'\N{RIGHT SINGLE QUOTATION MARK}\N{HYPHEN}\N{EN DASH}")
"""Signs between words and letters that say nothing: `On-going`, `N/S`, `d'exécution`."""


@lru_cache(maxsize=4096)
def sure_words(text: str) -> str:
    """Return the plain words of a text; of one with other signs, the text in small letters.

    So `Done?`, `[ ] Done` and `< 100%` never equal plain words. A final full stop, brackets and
    quotes around all, and a tick before it are left out.
    """
    bare = _without_frame(text)
    if share := _SHARE.fullmatch(bare):
        return f"{share[1]}%"
    signs = {letter for letter in unicodedata.normalize("NFKC", bare) if _is_sign(letter)}
    if signs <= _JOINS and not signs & {*bare[:1], *bare[-1:]}:
        return plain_words(bare)
    return " ".join(bare.casefold().split())


def _is_sign(letter: str) -> bool:
    return not (letter.isalnum() or letter.isspace() or unicodedata.category(letter)[0] == "M")


def _without_frame(text: str) -> str:
    while True:
        bare = _STOP.sub("", text.strip())
        if tick := _TICK.match(bare):
            bare = bare[tick.end() :]
        elif bare[:1] + bare[1:][-1:] in _FRAMES:
            bare = bare[1:-1]
        if bare == text:
            return bare
        text = bare
