"""Which plans are under which others: agency plans under that of their country."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar


class Kin(Protocol):
    """What has a plan's id, and that of the plan it is under."""

    @property
    def plan_id(self) -> str:
        """Return the plan's id."""

    @property
    def parent(self) -> str | None:
        """Return the id of the plan it is directly under, None for none."""


_Plan = TypeVar("_Plan", bound=Kin)


class Placed(NamedTuple, Generic[_Plan]):
    """A plan in its place in a list, or the plans directly `under` one, for their subtotal.

    `depth` is how deep it stands under others; `plan` is None for a subtotal.
    """

    plan: _Plan | None
    depth: int
    under: tuple[_Plan, ...] = ()


def in_order(plans: Iterable[_Plan]) -> Iterator[Placed[_Plan]]:
    """Yield the plans in the order given, but each below the one that it is under.

    A subtotal follows the plans under one.
    """
    found = list(plans)
    ids = {each.plan_id for each in found}
    children: dict[str, list[_Plan]] = defaultdict(list)
    for each in found:
        children[each.parent or ""].append(each)
    placed: set[str] = set()
    on_top = [each for each in found if each.parent not in ids]
    # Where plans are under each other in a circle, the first of them stands on top.
    for each in (*on_top, *found):
        if each.plan_id not in placed:
            yield from _with_those_under(each, children, placed, depth=0)


def under(plan_id: str, plans: Sequence[_Plan]) -> tuple[_Plan, ...]:
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


def above(plan_id: str, plans: Sequence[_Plan]) -> tuple[_Plan, ...]:
    """Return the plan that this one is directly under; none where it is on top."""
    parents = {each.parent for each in plans if each.plan_id == plan_id}
    return tuple(each for each in plans if each.plan_id in parents)


def _with_those_under(
    top: _Plan, children: Mapping[str, Sequence[_Plan]], placed: set[str], *, depth: int
) -> Iterator[Placed[_Plan]]:
    placed.add(top.plan_id)
    yield Placed(top, depth)
    below = tuple(each for each in children.get(top.plan_id, ()) if each.plan_id not in placed)
    for each in below:
        yield from _with_those_under(each, children, placed, depth=depth + 1)
    if below:
        yield Placed(None, depth + 1, below)
