"""The difference of two texts, line by line, in the form that diff and git use."""

import re
from collections.abc import Iterator, Sequence
from difflib import unified_diff

from ogdplan.report.segments import Line, Segment, Style

_STYLES = {"+": Style.GOOD, "-": Style.LATE, "@": Style.MUTED}
_HEADINGS = 2
_AROUND = 3
_PLACE = re.compile(r"([-+])(\d+)")
_NO_ENDING = "\\ No newline at end of file"


def lines(before: str, after: str, path: str, *, was: str | None = None) -> tuple[Line, ...]:
    """Return the unified diff of a file; nothing where both texts are the same.

    `before` is "" for a file that is new, `after` for one that is gone; `was` is the path that it
    had, where that is another.
    """
    return tuple(_lines(before, after, path, was or path))


def patch(before: str, after: str, path: str) -> str:
    """Return the same as one text, with the line endings of the file: `git apply` takes it."""
    found = _difference(before, after, path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_ENDING}\n" for line in found)


def _lines(before: str, after: str, path: str, was: str) -> Iterator[Line]:
    for number, line in enumerate(_difference(before, after, path, was)):
        heading = Style.HEADING if number < _HEADINGS else None
        style = heading or _STYLES.get(line[:1], Style.PLAIN)
        yield (Segment(line.removesuffix("\n").removesuffix("\r"), style),)
        if not line.endswith("\n"):
            yield (Segment(_NO_ENDING, Style.MUTED),)


def _difference(before: str, after: str, path: str, was: str) -> Iterator[str]:
    """Yield the lines of the diff.

    What both texts begin and end with is left out first: difflib takes ten seconds for a large
    plan of which one line is another.
    """
    old_name = f"a/{was}" if before else "/dev/null"
    new_name = f"b/{path}" if after else "/dev/null"
    old, new = _split(before), _split(after)
    begin = max(0, _same_beginning(old, new) - _AROUND)
    shorter = min(len(old), len(new)) - begin
    end = max(0, min(_same_beginning(old[::-1], new[::-1]), shorter) - _AROUND)
    found = unified_diff(
        old[begin : len(old) - end], new[begin : len(new) - end], old_name, new_name
    )
    for number, line in enumerate(found):
        is_place = number >= _HEADINGS and line.startswith("@@ ")
        yield _PLACE.sub(lambda match: _moved(match, begin), line, count=2) if is_place else line


def _same_beginning(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many lines are the same before the first that differs."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _moved(place: re.Match[str], lines: int) -> str:
    """Return a line number of a hunk as it is in the whole text."""
    return f"{place[1]}{int(place[2]) + lines}"


def _split(text: str) -> list[str]:
    # Not splitlines: it takes more for the end of a line than TOML does.
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])
