"""What the fields tell together that say how work stands, and until when it is to be done."""

from collections.abc import Iterator
from datetime import date

from ogdplan.compare.matching import Pair
from ogdplan.compare.moves import move
from ogdplan.compare.points import Point
from ogdplan.compare.points_of_deadlines import DeadlineRemoved, DeadlineSet
from ogdplan.compare.points_of_work import (
    Completed,
    Done,
    Dropped,
    Reopened,
    Resolved,
    Started,
    StatusChanged,
    Withdrawn,
)
from ogdplan.compare.sides import Side, label
from ogdplan.model.knowledge import Challenge, NextStep
from ogdplan.model.record import Table
from ogdplan.model.vocabularies import ChallengeStatus, NextStepStatus, Status
from ogdplan.model.when import When
from ogdplan.model.work import Commitment, Milestone
from ogdplan.progress.timeline import state_at

Told = tuple[Point, set[str]]
"""What happened, and the fields that need not be told beside it."""

_ENDS = {end.name: end for end in (Completed, Withdrawn, Resolved, Done, Dropped)}
"""What happened, by the status reached; where that has a date, the field has the same name."""

_DATES = {"completed", "withdrawn", "resolved"}

STATUS_FIELDS = frozenset({"status", *_DATES})
"""The fields that say together how a record stands: one that cannot be read leaves it open."""

START_FIELDS = frozenset({"status", "started"})
"""The fields that say together that work began."""


def status_of(record: Table, side: Side) -> Status | ChallengeStatus | NextStepStatus | None:
    """Return how a record stands after all that its plan knows, None for what has no status."""
    match record:
        case Milestone() | Commitment():
            return state_at(record, side.updates.get(record.id, ()), date.max).status
        case Challenge() if record.resolved:
            return ChallengeStatus.RESOLVED
        case Challenge() | NextStep():
            return record.status
    return None


def status_points(pair: Pair, differing: set[str]) -> Iterator[Told]:
    """Yield what happened to the status; `differing` are the names of the fields that differ.

    Nothing when only reports changed it: they are records, and tell it themselves.
    """
    if not differing & STATUS_FIELDS:
        return
    before, after = status_of(pair.old, pair.before), status_of(pair.new, pair.after)
    if before is None or after is None or before is after:
        return
    gone = {name for name in _DATES if _when(pair.new, name) is None}
    if end := _ENDS.get(after.value):
        yield end(_when(pair.new, after.value)), {"status", after.value} | gone
    elif before.value in _ENDS:
        yield Reopened(before.value, _when(pair.old, before.value)), {"status"} | gone
    elif "status" in differing and not _is_start(pair, after):
        yield StatusChanged(label(before), label(after)), {"status"}


def start_points(pair: Pair) -> Iterator[Told]:
    """Yield that work began, when its date is new; being in progress is then told with it."""
    started = _when(pair.new, "started")
    if started and _when(pair.old, "started") is None:
        after = status_of(pair.new, pair.after)
        yield Started(started), {"started", "status"} if _is_start(pair, after) else {"started"}


def _is_start(pair: Pair, after: object) -> bool:
    is_new = _when(pair.new, "started") and _when(pair.old, "started") is None
    return bool(is_new) and after is Status.IN_PROGRESS


def deadline_points(pair: Pair) -> Iterator[Told]:
    """Yield what happened to the deadline of a milestone.

    The same last day said with another precision is no move.
    """
    if not isinstance(pair.new, Milestone):
        return
    old, new = _when(pair.old, "due"), pair.new.due
    if old and new and old.last != new.last:
        yield move(pair, pair.new.id, old, new), {"due"}
    elif new and not old:
        yield DeadlineSet(new), {"due"}
    elif old and not new:
        yield DeadlineRemoved(old), {"due"}


def _when(table: Table, name: str) -> When | None:
    """Return a date of a table by the name of its field; a kind without the field has none."""
    value = getattr(table, name, None)
    return value if isinstance(value, When) else None
