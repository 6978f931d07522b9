"""Which overdue milestones each milestone waits for: the nearest ones, found in one walk."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ogdplan.model.work import Milestone
from ogdplan.progress.health import Health
from ogdplan.progress.milestones import MilestoneProgress

MOST_LISTED = 10
"""How many milestones or challenges are listed that bear on one; how many there are is counted."""


class Waiting(NamedTuple):
    """The first of the overdue milestones that one waits for, and how many there are."""

    first: tuple[Milestone, ...] = ()
    total: int = 0


def nearest_overdue(milestones: Sequence[MilestoneProgress]) -> Mapping[str, Waiting]:
    """Return the overdue milestones that each waits for, by its id, in the order given.

    Only the nearest: what lies behind one that is overdue, that one waits for. To list all for
    each, of a chain of thousands, would fill books.

    Source: docs/definitions.md, "What waits for what".
    """
    overdue = [each.milestone for each in milestones if each.health is Health.OVERDUE]
    # Sets as bits of a number, in that order: thousands are joined in no time.
    bits = {each.id: 1 << place for place, each in enumerate(overdue)}
    needs = {each.milestone.id: each.milestone.depends_on for each in milestones}
    found = _joined(needs, bits)
    return {
        record: _waiting(found[record] & ~bits.get(record, 0), overdue)
        for record in needs
        if found[record]
    }


def _joined(needs: Mapping[str, Sequence[str]], bits: Mapping[str, int]) -> Mapping[str, int]:
    """Return for each milestone which bits stand nearest on the ways to what it depends on.

    In the order of `_needed_first` one round is enough, and another for each circle in a circle.
    """
    found = dict.fromkeys(needs, 0)
    order = tuple(_needed_first(needs))
    has_changed = bool(bits)
    while has_changed:
        has_changed = False
        for record in order:
            joined = 0
            for name in needs[record]:
                joined |= bits.get(name) or found.get(name, 0)
            has_changed |= joined != found[record]
            found[record] = joined
    return found


def _needed_first(needs: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield all milestones, each after those it depends on, as far as there is no circle."""
    seen: set[str] = set()
    for start in needs:
        if start in seen:
            continue
        seen.add(start)
        path = [(start, iter(needs[start]))]
        while path:
            record, ahead = path[-1]
            following = next((name for name in ahead if name in needs and name not in seen), None)
            if following is None:
                path.pop()
                yield record
            else:
                seen.add(following)
                path.append((following, iter(needs[following])))


def _waiting(bits: int, overdue: Sequence[Milestone]) -> Waiting:
    first: list[Milestone] = []
    left = bits
    while left and len(first) < MOST_LISTED:
        lowest = left & -left
        first.append(overdue[lowest.bit_length() - 1])
        left ^= lowest
    return Waiting(tuple(first), bits.bit_count())
