"""Which plans are under which others: agency plans under that of their country."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ogdplan.progress.known import Known


class Placed(NamedTuple):
    """A plan in its place in a list, or the plans directly `under` one, for their subtotal.

    `depth` is how deep it stands under others; `known` is None for a subtotal.
    """

    known: Known | None
    depth: int
    under: tuple[Known, ...] = ()


def in_order(plans: Iterable[Known]) -> Iterator[Placed]:
    """Yield the plans in the order given, but each below the one that it is under.

    A subtotal follows the plans under one.
    """
    left = list(plans)
    ids = {each.plan_id for each in left}
    while left:
        # Where plans are under each other in a circle, the first of them stands on top.
        top = next((each for each in left if each.parent not in ids), left[0])
        yield from _with_those_under(top, left, depth=0)


def under(plan_id: str, plans: Sequence[Known]) -> tuple[Known, ...]:
    """Return the plans that are under this one, directly or not, in the order given."""
    children: dict[str, list[str]] = defaultdict(list)
    for each in plans:
        children[each.parent or ""].append(each.plan_id)
    found = ids_under(plan_id, children)
    return tuple(each for each in plans if each.plan_id in found)


def ids_under(plan_id: str, children: Mapping[str, Collection[str]]) -> frozenset[str]:
    """Return the ids of the plans under one, directly or further down; never its own.

    `children` are the ids of those directly under each. Plans may be under each other in a circle.
    """
    found = {plan_id}
    to_visit = [plan_id]
    while to_visit:
        below = set(children.get(to_visit.pop(), ())) - found
        found |= below
        to_visit += below
    return frozenset(found - {plan_id})


def above(plan_id: str, plans: Sequence[Known]) -> tuple[Known, ...]:
    """Return the plan that this one is directly under; none where it is on top."""
    parents = {each.parent for each in plans if each.plan_id == plan_id}
    return tuple(each for each in plans if each.plan_id in parents)


def _with_those_under(top: Known, left: list[Known], *, depth: int) -> Iterator[Placed]:
    left.remove(top)
    yield Placed(top, depth)
    below = tuple(each for each in left if each.parent == top.plan_id)
    for each in below:
        yield from _with_those_under(each, left, depth=depth + 1)
    if below:
        yield Placed(None, depth + 1, below)
