"""How far deadlines have moved from the first promise, and the reasons that were given."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ogdplan.model.plan import Plan
from ogdplan.model.when import When
from ogdplan.model.work import Milestone, Update
from ogdplan.progress.timeline import Updates, first_promised, is_move, updates_by_subject


class Slip(NamedTuple):
    """A milestone whose deadline has moved, as it stood at a day.

    `first` is the deadline first promised, `present` the one in force at that day, None where it
    had none any more; `days` lie between their last days, negative when it came forward. `moves`
    are the reports that had moved it, by day.

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


def slips_of(plan: Plan, as_of: date) -> tuple[Slip, ...]:
    """Return the milestones whose deadlines had moved at a day, the furthest first, then by id.

    Moves count from the last day of `on`. After the last of them this is the slip that a
    milestone has in its file.
    """
    updates = updates_by_subject(plan.updates)
    return tuple(sorted(_slips(plan.milestones, updates, as_of), key=_order))


def longest_slip(slips: Iterable[Slip]) -> int | None:
    """Return by how many days the deadline moved that moved the furthest; None without any."""
    return max((slip.days for slip in slips if slip.days is not None), default=None)


def _slips(milestones: Iterable[Milestone], updates: Updates, as_of: date) -> Iterator[Slip]:
    for milestone in milestones:
        about = updates.get(milestone.id, ())
        known = tuple(each for each in about if each.on.last <= as_of)
        first = next((each.due_from for each in known if each.due_from), None)
        if first:
            # What a later move left was the deadline until then.
            left = (each.due_from for each in about[len(known) :] if each.due_from)
            present = next(left, milestone.due)
            days = (present.last - first.last).days if present else None
            yield Slip(milestone, first, present, days, tuple(filter(is_move, known)))


def _order(slip: Slip) -> tuple[bool, int, str]:
    return (slip.days is None, -(slip.days or 0), slip.milestone.id)
