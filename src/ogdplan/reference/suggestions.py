"""Did you mean: the known words nearest to one that is not known."""

from bisect import insort
from collections.abc import Iterable, Mapping

LONGEST_WORD = 80
"""Words of more characters get no suggestion: comparing them takes long and helps nobody."""

_LOWEST_RATIO = 0.6
_SHORTEST_BEGINNING = 2


def closest(word: str, candidates: Iterable[str], *, limit: int = 1) -> tuple[str, ...]:
    """Return up to `limit` candidates that `word` may have been meant to be, best first.

    The same word but for letter case and `_`, `-` or space comes first, then what begins with
    it, then what is spelled like it. The order of `candidates` does not count.
    """
    plain = _plain(word)
    if not plain or len(plain) > LONGEST_WORD:
        return ()
    plain_names = {name: _plain(name) for name in candidates if len(name) <= LONGEST_WORD}
    begun = {name: other for name, other in plain_names.items() if _begins(other, plain)}
    found = sorted(begun, key=lambda name: (len(begun[name]), name))[:limit]
    if len(found) < limit:
        others = {name: other for name, other in plain_names.items() if name not in begun}
        found += _spelled_like(plain, others, limit=limit - len(found))
    return tuple(found)


def _plain(word: str) -> str:
    return "-".join(word.casefold().replace("_", " ").replace("-", " ").split())


def _begins(name: str, beginning: str) -> bool:
    return name == beginning or (
        len(beginning) >= _SHORTEST_BEGINNING and name.startswith(beginning)
    )


def _spelled_like(plain: str, others: Mapping[str, str], *, limit: int) -> list[str]:
    """Return the best spelled alike of `others`, which gives for each name its plain form.

    The exact ratio is slow, so it is taken in the order of an upper bound, until no bound left
    can reach the best: 20 ms in place of 90 ms among 3,000 ids.
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 - most runs can start without its cost

    matcher = SequenceMatcher(b=plain, autojunk=False)
    bounds = _upper_bounds(plain, others)
    ranked: list[tuple[float, str]] = []
    for name in sorted(bounds, key=lambda name: -bounds[name]):
        if bounds[name] < (-ranked[limit - 1][0] if len(ranked) >= limit else _LOWEST_RATIO):
            break
        matcher.set_seq1(others[name])
        ratio = matcher.ratio()
        if ratio >= _LOWEST_RATIO:
            insort(ranked, (-ratio, name))
    return [name for _, name in ranked[:limit]]


def _upper_bounds(plain: str, others: Mapping[str, str]) -> dict[str, float]:
    """Return what the ratio would be at most: if all letters in common stood in one order."""
    letters = {letter: plain.count(letter) for letter in plain}
    return {
        name: 2
        * sum(min(count, other.count(letter)) for letter, count in letters.items())
        / (len(plain) + len(other))
        for name, other in others.items()
    }
