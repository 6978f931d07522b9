"""How often a deadline had been moved, as a whole history shows it and one version cannot."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from ogdplan.compare.changes import Change, What
from ogdplan.compare.points import Point
from ogdplan.compare.points_of_deadlines import DeadlineMoved

Changes = tuple[Change, ...]


class _Known(NamedTuple):
    """How often the deadline of a milestone was moved until now, and when it was at first."""

    times: int
    first: date


def has_move(changes: Iterable[Change]) -> bool:
    """Return whether a deadline was moved."""
    return any(isinstance(point, DeadlineMoved) for each in changes for point in each.points)


def counted_over_time(versions: Iterable[Changes]) -> Iterator[Changes]:
    """Yield the changes of each version, the oldest first, with the moves before it counted.

    A version knows of the moves before it that were reported; those without a report only an
    older one shows. Where both know of some, who knows of more is right.
    """
    known: dict[str, _Known] = {}
    for changes in versions:
        for each in changes:
            if each.what is What.RENAMED and each.id and (was := str(each.fields[0].old)) in known:
                known[each.id] = known.pop(was)
        yield tuple(_counted(each, known) for each in changes)


def _counted(change: Change, known: dict[str, _Known]) -> Change:
    points: tuple[Point, ...] = tuple(
        _told(point, change.id, known) if change.id and isinstance(point, DeadlineMoved) else point
        for point in change.points
    )
    return change if points == change.points else replace(change, points=points)


def _told(move: DeadlineMoved, milestone: str, known: dict[str, _Known]) -> DeadlineMoved:
    before = known.get(milestone)
    if before and move.moves[0] <= before.times:
        more = before.times + 1 - move.moves[0]
        move = replace(
            move,
            moves=tuple(number + more for number in move.moves),
            slip_days=(move.new.last - before.first).days,
        )
    first = move.new.last - timedelta(days=move.slip_days)
    known[milestone] = _Known(move.moves[-1], first)
    return move
