"""One record that changed as one line: what people call it, what happened, its id at the end."""

from collections.abc import Iterator

from ogdplan.compare.changes import Change, What
from ogdplan.compare.points import Point
from ogdplan.compare.points_of_work import EvidenceAdded, EvidenceRemoved
from ogdplan.compare.saying import event_of, subject_of
from ogdplan.report.page import said
from ogdplan.report.segments import Line, Style, words

_Part = str | tuple[str, Style]


def change_line(change: Change) -> Line:
    """Return a change as one line, with what it is about in the style of a path."""
    name = (f" ({change.id})", Style.MUTED) if change.id else ""
    if change.what is not What.CHANGED:
        return said(event_of(change), name)
    return said((subject_of(change), Style.PATH), ": ", *_happened(change), name)


def change_words(change: Change) -> str:
    """Return a change in one line."""
    return words(change_line(change))


def _happened(change: Change) -> Iterator[_Part]:
    for number, point in enumerate(change.points):
        yield "; " if number else ""
        yield from _said(point)


def _said(point: Point) -> Iterator[_Part]:
    """Yield a point in words; each entry of evidence by itself, for it may be a link."""
    if not isinstance(point, EvidenceAdded | EvidenceRemoved):
        yield str(point)
        return
    before, _, _ = str(point).partition(": ")
    yield f"{before}: "
    for number, entry in enumerate(point.entries):
        yield ", " if number else ""
        yield entry, Style.LINK
