"""How far deadlines have moved from the first promise, and the reasons that were given."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ogdplan.model.plan import Plan
from ogdplan.model.when import When
from ogdplan.model.work import Milestone, Update
from ogdplan.progress.timeline import Updates, first_promised, is_move, updates_by_subject


class Slip(NamedTuple):
    """A milestone whose deadline has moved.

    `first` is the deadline first promised, `present` the one of today, None where it has none
    any more; `days` lie between their last days, negative when it came forward. `moves` are the
    reports that moved it, by day.

    Source: docs/definitions.md, "Slip and delay".
    """

    milestone: Milestone
    first: When
    present: When | None
    days: int | None
    moves: tuple[Update, ...]


def slip_days(milestone: Milestone, updates: Sequence[Update]) -> int | None:
    """Return how far a deadline is from the first promise, None when there is no deadline now.

    `updates` are those about the milestone, by day.
    """
    if milestone.due is None:
        return None
    return (milestone.due.last - first_promised(updates, milestone.due).last).days


def slips_of(plan: Plan) -> tuple[Slip, ...]:
    """Return the milestones whose deadlines have moved, the furthest first, then by id.

    As the slip of a milestone does, they say how it is according to the file, on any date.
    """
    return tuple(sorted(_slips(plan.milestones, updates_by_subject(plan.updates)), key=_order))


def total_days(slips: Iterable[Slip]) -> int:
    """Return the days that deadlines have moved, all together; those that came forward count."""
    return sum(slip.days or 0 for slip in slips)


def _slips(milestones: Iterable[Milestone], updates: Updates) -> Iterator[Slip]:
    for milestone in milestones:
        about = updates.get(milestone.id, ())
        moves = tuple(filter(is_move, about))
        first = next((each.due_from for each in about if each.due_from), None)
        if first:
            yield Slip(milestone, first, milestone.due, slip_days(milestone, about), moves)


def _order(slip: Slip) -> tuple[bool, int, str]:
    return (slip.days is None, -(slip.days or 0), slip.milestone.id)
