"""Names that are spelled much alike, though they are not the same."""

from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple

from ogdplan.reference.plain_words import plain_words

_SHORTEST = 9
"""Names of fewer letters are never taken for misspelt: acronyms are alike by nature."""
_LEAST = 0.88
_MOST_COMPARED = 3000
_PLACES, _TIMES = 32, 16


class _Name(NamedTuple):
    shown: str
    letters: int


@dataclass(slots=True)
class Spellings:
    """Known names, kept apart by their digits: a number tells two institutions apart."""

    _by_digits: dict[str, dict[str, _Name]] = field(default_factory=dict)

    def add(self, name: str) -> None:
        """Know a name; of several that differ only in case and accents the first."""
        words = plain_words(name)
        if len(words) >= _SHORTEST:
            known = self._by_digits.setdefault(_digits(words), {})
            known.setdefault(words, _Name(name, _letters(words)))

    def most_like(self, name: str) -> tuple[str, float] | None:
        """Return the known name that is spelled most like one, and how alike they are, up to 1."""
        words = plain_words(name)
        known = self._by_digits.get(_digits(words), {})
        if len(words) < _SHORTEST or len(known) > _MOST_COMPARED:
            return None
        letters = _letters(words)
        matcher = SequenceMatcher(b=words, autojunk=False)
        found, least = None, _LEAST
        for other, (shown, theirs) in known.items():
            both = len(words) + len(other)
            # What the ratio is at most: that costs little, and few names come as near as `least`.
            if (both - (letters ^ theirs).bit_count()) / both < least:
                continue
            matcher.set_seq1(other)
            if (ratio := matcher.ratio()) >= least:
                found, least = (shown, ratio), ratio
        return found


def _digits(words: str) -> str:
    return "".join(filter(str.isdigit, words))


def _letters(words: str) -> int:
    """Return a number with a bit for each time that a letter comes.

    The bits in which two names differ are at most the letters that only one of them has.
    """
    found = 0
    for letter, count in Counter(words).items():
        times = (1 << min(count, _TIMES)) - 1
        found |= times << ord(letter) % _PLACES * _TIMES
    return found
