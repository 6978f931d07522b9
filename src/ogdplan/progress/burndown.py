"""How many milestones remain at each date, beside how many would remain by their deadlines."""

from bisect import bisect_left
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate, islice, repeat
from typing import NamedTuple

from ogdplan.model.plan import Plan
from ogdplan.model.vocabularies import Status
from ogdplan.model.work import Milestone, Update
from ogdplan.progress.health import is_overdue
from ogdplan.progress.percentages import percent_of
from ogdplan.progress.timeline import State, facts_of, states_of, updates_by_subject

MOST_MONTHS_AHEAD = 120
"""How far a plan is looked ahead: longer than nearly all plans run."""


class Point(NamedTuple):
    """The milestones of a plan at the end of a day.

    `remaining`, `completed` and `withdrawn` together are all of them; `undated` are completed
    without anything that says when, a part of the completed. `planned` is how many would remain
    if each were completed on the last day of its present deadline; those without a deadline
    count there as they stand. `overdue` are those that remain though their deadline has passed.

    Source: docs/definitions.md, "Burn-down".
    """

    date: date
    total: int
    completed: int
    withdrawn: int
    undated: int
    remaining: int
    planned: int
    overdue: int

    @property
    def active(self) -> int:
        """Return how many are not withdrawn."""
        return self.total - self.withdrawn

    @property
    def behind(self) -> int:
        """Return how many more remain than were planned to; below 0, how many fewer."""
        return self.remaining - self.planned

    @property
    def completed_percent(self) -> int | None:
        """Return how many percent of the active are completed, by number and not by weight."""
        return percent_of(self.completed, self.active)


def points_at(plan: Plan, dates: Iterable[date]) -> tuple[Point, ...]:
    """Return the points of a plan at some dates, in their order, each date once."""
    days = sorted(set(dates))
    updates = updates_by_subject(plan.updates)
    # What begins and ends to count after one date and up to the next; the last, after all.
    changes: list[Counter[str]] = [Counter() for _ in range(len(days) + 1)]
    for milestone in plan.milestones:
        before: tuple[str, ...] = ()
        for day, parts in _turns(milestone, updates.get(milestone.id, ())):
            change = changes[bisect_left(days, day)]
            change.subtract(before)
            change.update(parts)
            before = parts
    # A sum of counters leaves out what is not above zero: of what has begun, no less has ended.
    return tuple(map(_point, days, accumulate(changes), repeat(len(plan.milestones))))


def month_ends(plan: Plan, as_of: date) -> tuple[date, ...]:
    """Return the dates of a plan's burn-down: the month ends before `as_of`, then `as_of` itself.

    They begin in the month of the plan's first day or, when that is not known, of the first
    dated fact of a milestone. A plan that begins later, or has no date, has `as_of` alone.
    """
    first = _first_day(plan)
    months = _months(first, as_of) if first else ()
    ends = (date(year, month, monthrange(year, month)[1]) for year, month in months)
    return (*(end for end in ends if end < as_of), as_of)


def month_ends_ahead(plan: Plan, as_of: date) -> tuple[date, ...]:
    """Return the month ends after `as_of` up to the plan's end and its last deadline.

    Whatever the file says, they end after `MOST_MONTHS_AHEAD`.
    """
    ends = [plan.header.end, *(milestone.due for milestone in plan.milestones)]
    last = max((end.last for end in ends if end), default=as_of)
    months = islice(_months(as_of, last), MOST_MONTHS_AHEAD)
    found = (date(year, month, monthrange(year, month)[1]) for year, month in months)
    return tuple(end for end in found if end > as_of)


def without_deadline(plan: Plan) -> int:
    """Return how many milestones have no deadline."""
    return sum(milestone.due is None for milestone in plan.milestones)


def _first_day(plan: Plan) -> date | None:
    if plan.header.start:
        return plan.header.start.first
    updates = updates_by_subject(plan.updates)
    facts = (facts_of(each, updates.get(each.id, ())) for each in plan.milestones)
    return min((found[0].day for found in facts if found), default=None)


def _months(first: date, last: date) -> Iterator[tuple[int, int]]:
    """Yield the year and month of each month from that of one day to that of another."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        year, month = divmod(number, 12)
        yield year, month + 1


def _turns(
    milestone: Milestone, updates: Sequence[Update]
) -> Iterator[tuple[date, tuple[str, ...]]]:
    """Yield the days from whose end on a milestone counts otherwise, and in which figures."""
    states = dict(states_of(milestone, updates))
    due = milestone.due.last if milestone.due else None
    state = states[date.min]
    for day in sorted({*states, *_days_of(due)}):
        state = states.get(day, state)
        yield day, tuple(_parts(state, days_left=(due - day).days if due else None))


def _days_of(due: date | None) -> tuple[date, ...]:
    """Return the day on which a milestone is due, and the one from which it is overdue."""
    if due is None or due == date.max:
        return (due,) if due else ()
    return due, due + timedelta(days=1)


def _parts(state: State, *, days_left: int | None) -> Iterator[str]:
    if state.status is Status.WITHDRAWN:
        yield "withdrawn"
        return
    is_completed = state.status is Status.COMPLETED
    if is_completed:
        yield "completed"
    if state.undated:
        yield "undated"
    if is_completed if days_left is None else days_left <= 0:
        yield "done by plan"
    if is_overdue(state.status, days_left):
        yield "overdue"


def _point(day: date, counts: Counter[str], total: int) -> Point:
    completed, withdrawn = counts["completed"], counts["withdrawn"]
    return Point(
        date=day,
        total=total,
        completed=completed,
        withdrawn=withdrawn,
        undated=counts["undated"],
        remaining=total - completed - withdrawn,
        planned=total - withdrawn - counts["done by plan"],
        overdue=counts["overdue"],
    )
