"""How each milestone stands: state, health, slip, delay, evidence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ogdplan.model.plan import Plan
from ogdplan.model.terms import OWN, Term
from ogdplan.model.values import is_url
from ogdplan.model.vocabularies import Status
from ogdplan.model.work import Milestone, Update
from ogdplan.progress.health import Health, health_of, is_overdue
from ogdplan.progress.slips import slip_days
from ogdplan.progress.timeline import State, Updates, is_move, state_at


class Evidence(Term):
    """What shows how a milestone stands."""

    NONE = ("none", "nothing is named that shows it", OWN, "No evidence")
    PRIVATE = ("private", "something is named, nothing that everyone can look at")
    PUBLIC = ("public", "a web address is named")


@dataclass(frozen=True, slots=True)
class MilestoneProgress:
    """A milestone at a date.

    `index` is its place in the file. `lead` is its own, else its commitment's. `slip_days`:
    how far the deadline has moved from the first promise, None without a deadline.
    `delay_days`: from the deadline to its completion (negative when early) or, when it is
    overdue, to the date asked for; else None. `updates` are all about it, by day, those after
    the date too; `moves` are those of them that moved the deadline.
    """

    milestone: Milestone
    index: int
    state: State
    health: Health
    lead: str | None
    slip_days: int | None
    delay_days: int | None
    moves: tuple[Update, ...]
    evidence: Evidence
    updates: tuple[Update, ...]

    @property
    def status(self) -> Status:
        """Return its status at the date."""
        return self.state.status

    @property
    def is_completed(self) -> bool:
        """Whether it is completed at the date."""
        return self.state.status is Status.COMPLETED

    @property
    def is_active(self) -> bool:
        """Whether it counts: it is not withdrawn at the date."""
        return self.state.status is not Status.WITHDRAWN


def measure(plan: Plan, updates: Updates, as_of: date) -> tuple[MilestoneProgress, ...]:
    """Return how each milestone of the plan stands at `as_of`, in the order of the file."""
    about = [updates.get(milestone.id, ()) for milestone in plan.milestones]
    states = [state_at(*each, as_of) for each in zip(plan.milestones, about, strict=True)]
    healths = _healths(plan.milestones, states, as_of)
    leads = {commitment.id: commitment.lead for commitment in plan.commitments}
    return tuple(
        MilestoneProgress(
            milestone=milestone,
            index=index,
            state=states[index],
            health=healths[index],
            lead=milestone.lead or leads.get(milestone.commitment or ""),
            slip_days=slip_days(milestone, about[index]),
            delay_days=_delay_days(milestone, healths[index], as_of),
            moves=tuple(update for update in about[index] if is_move(update)),
            evidence=_evidence(milestone, about[index]),
            updates=about[index],
        )
        for index, milestone in enumerate(plan.milestones)
    )


def days_left(milestone: Milestone, as_of: date) -> int | None:
    """Return the days from `as_of` to the deadline, below 0 when it has passed; None without."""
    return (milestone.due.last - as_of).days if milestone.due else None


def _healths(
    milestones: Sequence[Milestone], states: Sequence[State], as_of: date
) -> tuple[Health, ...]:
    each = [
        (milestone.id, state.status, days_left(milestone, as_of))
        for milestone, state in zip(milestones, states, strict=True)
    ]
    overdue = {record for record, status, left in each if is_overdue(status, left)}
    waiting = waiting_for(overdue, dependants_of(milestones))
    return tuple(
        health_of(status, left, depends_on_overdue=record in waiting)
        for record, status, left in each
    )


def dependants_of(milestones: Iterable[Milestone]) -> Mapping[str, Sequence[str]]:
    """Return the ids of the milestones that depend directly on each, by its id."""
    found: dict[str, list[str]] = defaultdict(list)
    for milestone in milestones:
        for dependency in milestone.depends_on:
            found[dependency].append(milestone.id)
    return found


def waiting_for(needed: Iterable[str], dependants: Mapping[str, Sequence[str]]) -> set[str]:
    """Return the ids of the milestones that depend, directly or not, on one of `needed`.

    Walks from the few that are needed to those that wait, so that each is seen once, in
    cycles too.
    """
    found: set[str] = set()
    to_visit = list(needed)
    while to_visit:
        waiting = set(dependants.get(to_visit.pop(), ())) - found
        found |= waiting
        to_visit.extend(waiting)
    return found


def _delay_days(milestone: Milestone, health: Health, as_of: date) -> int | None:
    if milestone.due is None:
        return None
    if health is Health.COMPLETED and milestone.completed:
        return (milestone.completed.last - milestone.due.last).days
    return (as_of - milestone.due.last).days if health is Health.OVERDUE else None


def _evidence(milestone: Milestone, updates: Sequence[Update]) -> Evidence:
    named = [*milestone.evidence]
    for update in updates:
        named.extend(update.evidence)
    if any(map(is_url, named)):
        return Evidence.PUBLIC
    return Evidence.PRIVATE if named else Evidence.NONE
