"""How a milestone or commitment stood at any date, from its dated facts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from ogdplan.model.vocabularies import Status
from ogdplan.model.when import When
from ogdplan.model.work import Commitment, Milestone, Update

Updates = Mapping[str, tuple[Update, ...]]
"""The updates about each record, by its id."""

_DAY = attrgetter("day")


class Fact(NamedTuple):
    """A status that holds from a day on.

    `record` is the id of the record that says so: the work itself, or an update about it.
    """

    day: date
    status: Status
    record: str


class State(NamedTuple):
    """How a milestone or commitment stands at a date.

    `since` is the day from which it has stood so without a break, None when no fact says
    since when. `undated`: it is completed, and neither a `completed` date nor an update says
    when.
    """

    status: Status
    since: date | None
    undated: bool


def updates_by_subject(updates: Sequence[Update]) -> Updates:
    """Return the updates about each milestone and commitment.

    Each tuple is ordered by the last day of `on`, in the order of the file where days are
    the same. Updates about the plan as a whole are left out.
    """
    found: dict[str, list[Update]] = {}
    for update in sorted(updates, key=attrgetter("on.last")):
        if update.about is not None:
            found.setdefault(update.about, []).append(update)
    return {subject: tuple(about) for subject, about in found.items()}


def is_move(update: Update) -> bool:
    """Return whether a report moved a deadline."""
    return update.due_from is not None and update.due_to is not None


def first_promised(updates: Sequence[Update], deadline: When) -> When:
    """Return the first deadline of a milestone: that which its first move left, else the present.

    `updates` are those about it, by day.

    Source: docs/definitions.md, "Slip and delay".
    """
    return next((each.due_from for each in updates if each.due_from), deadline)


def facts_of(work: Milestone | Commitment, updates: Sequence[Update]) -> tuple[Fact, ...]:
    """Return the dated facts of a milestone or commitment, earliest first.

    `started` counts from its first day, everything else from its last. On one day the order
    is `started`, updates (as given), `completed`, `withdrawn`. Updates about something else,
    and updates without a status, are passed over.

    Source: docs/definitions.md, "Timeline and status".
    """
    # In the order that holds on one day: sorting keeps it.
    facts = []
    if isinstance(work, Milestone) and work.started:
        facts.append(Fact(work.started.first, Status.IN_PROGRESS, work.id))
    facts += [
        Fact(update.on.last, update.status, update.id)
        for update in updates
        if update.status is not None and update.about == work.id
    ]
    if work.completed:
        facts.append(Fact(work.completed.last, Status.COMPLETED, work.id))
    if work.withdrawn:
        facts.append(Fact(work.withdrawn.last, Status.WITHDRAWN, work.id))
    facts.sort(key=_DAY)
    return tuple(facts)


def state_at(work: Milestone | Commitment, updates: Sequence[Update], as_of: date) -> State:
    """Return how a milestone or commitment stands at the end of the day `as_of`.

    A stated `status` says how it stands from the last fact on; always, when there is none.
    """
    return _state(work, facts_of(work, updates), as_of)


def states_of(
    work: Milestone | Commitment, updates: Sequence[Update]
) -> Iterator[tuple[date, State]]:
    """Yield each day on which a fact holds, and how it stands from the end of that day on.

    The first is the first day of the calendar, so that there is a state for every date.
    """
    facts = facts_of(work, updates)
    for day in dict.fromkeys((date.min, *(fact.day for fact in facts))):
        yield day, _state(work, facts, day)


def _state(work: Milestone | Commitment, facts: Sequence[Fact], as_of: date) -> State:
    known = [fact for fact in facts if fact.day <= as_of]
    status = known[-1].status if known else Status.NOT_STARTED
    if work.status is not None and len(known) == len(facts):
        status = work.status
    undated = status is Status.COMPLETED and all(fact.status is not status for fact in known)
    return State(status, _since(status, known), undated)


def _since(status: Status, known: Sequence[Fact]) -> date | None:
    since = known[-1].day if known else None
    for fact in reversed(known):
        if fact.status is not status:
            break
        since = fact.day
    return since
