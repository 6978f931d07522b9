"""The line of a finding and the carets under it, aligned in the cells of a terminal."""

from dataclasses import dataclass

from ogdplan.report.cells import cell_width
from ogdplan.report.safety import visible

ROOM = 100
"""How many cells of a long line are shown at most, unless there is less room."""

_BEFORE = 0.4
"""The part of them in front of the carets."""

_REACH = 400
"""How many code points on each side are looked at, so that a line of megabytes costs nothing."""

_TAB = 4
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as it is shown and a line of spaces and carets; both begin in the same cell."""

    text: str
    carets: str


def around(line: str, column: int, width: int, *, room: int = ROOM) -> Excerpt:
    """Return the line with carets under `width` code points from `column`, which counts from 1.

    A column behind the last character means the end of the line. Of a line longer than `room`
    so many cells around the carets are shown, `…` on each side standing for the rest.
    """
    at = min(column - 1, len(line))
    start, end = max(0, at - _REACH), at + _REACH
    shown = _shown(line[start:end])
    sizes = tuple(map(cell_width, shown))
    left, right = _window(sizes, at - start, room)
    before = _CUT if start + left > 0 else ""
    after = _CUT if start + right < len(line) else ""
    indent = len(before) + sum(sizes[left : at - start])
    marked = sum(sizes[at - start : min(at - start + width, right)])
    text = before + "".join(shown[left:right]) + after
    return Excerpt(text, " " * indent + "^" * max(1, marked))


def _shown(text: str) -> tuple[str, ...]:
    """Return each character as it is shown: tabs as spaces, hidden characters as escapes."""
    shown = []
    cells = 0
    for character in text:
        room = _TAB - cells % _TAB
        shown.append(" " * room if character == "\t" else visible(character))
        cells += room if character == "\t" else cell_width(shown[-1])
    return tuple(shown)


def _window(sizes: tuple[int, ...], at: int, room: int) -> tuple[int, int]:
    """Return from where to where characters of these sizes are shown, the end excluded."""
    if sum(sizes) <= room:
        return 0, len(sizes)
    before = int(room * _BEFORE)
    left, unused = _backwards(sizes, at, before)
    right, room = at, room - (before - unused)
    while right < len(sizes) and sizes[right] <= room:
        room -= sizes[right]
        right += 1
    left, _ = _backwards(sizes, left, room)
    while 0 < left < len(sizes) and sizes[left] == 0:
        left -= 1  # a combining mark is shown with the letter it belongs to
    return left, right


def _backwards(sizes: tuple[int, ...], at: int, room: int) -> tuple[int, int]:
    """Return how far back the room reaches, and what of it is left."""
    while at > 0 and sizes[at - 1] <= room:
        at -= 1
        room -= sizes[at]
    return at, room
