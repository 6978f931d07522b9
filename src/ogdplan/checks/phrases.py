"""How findings say lists and counts."""

from collections.abc import Sequence


def listed(words: Sequence[str], *, last: str = "and") -> str:
    """Return the words as people list them: `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(count: int, noun: str) -> str:
    """Return a count with its noun in the right number: `1 day`, `2 days`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
