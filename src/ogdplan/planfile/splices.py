"""Changes of a text at places in it, applied at once."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Splice(NamedTuple):
    """Characters from start to end, the end excluded, that give way to others.

    What only goes is whole lines with their endings; what only comes is lines, each behind a
    line ending, at the end of a line.
    """

    start: int
    end: int
    text: str = ""


def apply(text: str, splices: Iterable[Splice]) -> str:
    """Return the text with all splices made.

    What comes at one place stays in the order given; cuts may overlap. Lines that come below a
    line that goes stand below the one above it.
    """
    given = tuple(splices)
    cuts = _joined(each for each in given if not each.text)
    moved = (_above(text, each, cuts) for each in given)
    pieces: list[str] = []
    position = 0
    for splice in sorted(moved, key=lambda each: each[:2]):
        pieces += [text[position : splice.start], splice.text]
        position = max(position, splice.end)
    return "".join([*pieces, text[position:]])


def _above(text: str, splice: Splice, cuts: Sequence[Splice]) -> Splice:
    """Return what comes with its place out of all cuts."""
    start, end, new = splice
    while new and (cut := _around(start, cuts)):
        ending = "\r\n" if text.startswith("\r\n", start) else "\n"
        if cut.start == 0:
            return Splice(0, 0, new.removeprefix(ending) + ending)
        start = end = _line_end_at(text, cut.start)
        new = new.replace(ending, "\r\n" if text.startswith("\r\n", start) else "\n")
    return Splice(start, end, new)


def _joined(cuts: Iterable[Splice]) -> list[Splice]:
    """Return cuts that overlap as one, in the order of the text."""
    found: list[Splice] = []
    for cut in sorted(cuts):
        if found and cut.start < found[-1].end:
            found[-1] = found[-1]._replace(end=max(cut.end, found[-1].end))
        else:
            found.append(cut)
    return found


def _around(place: int, cuts: Sequence[Splice]) -> Splice | None:
    """Return the cut that a place is in the middle of."""
    number = bisect_left(cuts, (place,)) - 1
    return cuts[number] if number >= 0 and place < cuts[number].end else None


def _line_end_at(text: str, offset: int) -> int:
    """Return where the line ends that stands before the start of a line; the end of one stays."""
    if text[offset - 1] != "\n":
        return offset
    return offset - (2 if text.startswith("\r\n", offset - 2) else 1)
