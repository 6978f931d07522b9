"""One change in words for readers: by the title of its record; a summary has ids instead."""

from ogdplan.compare.changes import Change
from ogdplan.compare.points_of_fields import Renamed
from ogdplan.compare.points_of_work import Reported
from ogdplan.compare.sides import quoted, shortened


def subject_of(change: Change) -> str:
    """Return what people call the record: its title, and what it is when no milestone."""
    if change.kind == "milestone":
        return shortened(change.title)
    if change.id is None:
        return f"accepted finding {change.title}" if change.kind == "accepted" else change.kind
    return f"{_kind(change)} {quoted(change.title)}"


def event_of(change: Change) -> str:
    """Return that a record came, went or has another id, in one line without the id it has."""
    (point,) = change.points
    match point:
        case Reported():
            return point.called
        case Renamed():
            return f"{_kind(change)} renamed from {point.old}: {shortened(change.title)}"
    return f"{point}, was {change.was}" if change.was else str(point)


def _kind(change: Change) -> str:
    return change.kind.replace("-", " ")
