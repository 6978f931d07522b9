"""How often each kind of change happened."""

from collections import Counter
from collections.abc import Iterable, Mapping

from ogdplan.compare.changes import Change, told_once
from ogdplan.compare.points import RANKS


def count_by_kind(changes: Iterable[Change]) -> Mapping[str, int]:
    """Return how often each kind of change happened, zeros too, in the order of what matters.

    To one record several things can happen. What is told twice counts once, as people are told.
    """
    found = Counter(point.name for change in told_once(changes) for point in change.points)
    return {kind.name: found[kind.name] for kind in RANKS}
