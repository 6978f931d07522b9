"""How much changed: how many records, and how often each kind of change happened."""

from collections import Counter
from collections.abc import Iterable, Mapping

from ogdplan.compare.changes import Change, with_words
from ogdplan.compare.points import RANKS


def count_by_kind(changes: Iterable[Change]) -> Mapping[str, int]:
    """Return how often each kind of change happened, zeros too, in the order of what matters.

    To one record several things can happen. What is told twice counts once, as people are told.
    """
    found = Counter(point.name for change in with_words(changes) for point in change.points)
    return {kind.name: found[kind.name] for kind in RANKS}


def count_records(changes: Iterable[Change]) -> int:
    """Return of how many records people are told that they changed, one line each."""
    return len(with_words(changes))


def count_events(changes: Iterable[Change]) -> Mapping[tuple[str, str], int]:
    """Return how often what happened to which kind of record, in the order of what matters.

    The keys are the name of a kind of change and that of a kind of record.
    """
    found = Counter(
        (type(point), change.kind) for change in with_words(changes) for point in change.points
    )
    ordered = sorted(found, key=lambda each: (RANKS[each[0]], each[1]))
    return {(point.name, kind): found[point, kind] for point, kind in ordered}
