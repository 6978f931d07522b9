"""What happened in some days, by the dates that stand in a plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from ogdplan.model.plan import Plan
from ogdplan.model.record import Record
from ogdplan.model.terms import Term
from ogdplan.model.vocabularies import Status
from ogdplan.model.when import When
from ogdplan.model.work import Commitment, Milestone, Update
from ogdplan.progress.interval import Interval
from ogdplan.progress.timeline import facts_of, is_move, updates_by_subject


class Happening(Term):
    """What can happen to a plan and its records, in the order in which a day is told."""

    PLAN_ADOPTED = ("plan-adopted", "the plan came into force")
    STARTED = ("started", "work began")
    COMPLETED = ("completed", "the work was done")
    WITHDRAWN = ("withdrawn", "the work was given up")
    DEADLINE_MOVED = ("deadline-moved", "a report set another deadline")
    REPORTED = ("reported", "someone reported how it stands")
    RAISED = ("raised", "a challenge was named")
    RESOLVED = ("resolved", "a challenge was overcome")
    RELEASED = ("released", "a dataset was released")
    MEASURED = ("measured", "an indicator was measured")
    HELD = ("held", "an event took place")
    IN_FORCE = ("in-force", "a law, decree or policy was passed or signed")
    LEARNED = ("learned", "a lesson was learned")
    ASSESSED = ("assessed", "an assessment was published")


_RANKS = {happening: rank for rank, happening in enumerate(Happening)}
_FROM_FIRST = frozenset({Happening.STARTED, Happening.RAISED})
_TURNS = {Status.COMPLETED: Happening.COMPLETED, Status.WITHDRAWN: Happening.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened on a day or in a period.

    `record` is what it happened to, None for the plan; `update` the report that says so, None
    where the record itself does.
    """

    record: Record | None
    happening: Happening
    on: When
    update: Update | None = None

    @property
    def day(self) -> date:
        """Return the day from which it counts: of what began the first, of all else the last."""
        return self.on.first if self.happening in _FROM_FIRST else self.on.last

    @property
    def order(self) -> tuple[date, int, str, str]:
        """Return the sort key of facts: day, what happened, id; of one record by report."""
        record_id = self.record.id if self.record else ""
        report_id = self.update.id if self.update else ""
        return self.day, _RANKS[self.happening], record_id, report_id


def facts_in(plan: Plan, interval: Interval) -> tuple[Fact, ...]:
    """Return what happened in the days of an interval, by day, then by kind, then by id.

    A report is one fact, and two when it moves a deadline and says that work is done. One with
    which work became done or given up is that fact; where the record has a later date for it,
    that date is.
    """
    found = (fact for fact in _facts(plan) if interval.has(fact.day))
    return tuple(sorted(found, key=lambda fact: fact.order))


def _facts(plan: Plan) -> Iterator[Fact]:
    if plan.header.adopted:
        yield Fact(None, Happening.PLAN_ADOPTED, plan.header.adopted)
    works = tuple(chain[Milestone | Commitment](plan.commitments, plan.milestones))
    updates = updates_by_subject(plan.updates)
    turns: dict[str, Happening] = {}
    for work in works:
        yield from _own(work)
        turns.update(_turning(work, updates.get(work.id, ())))
    by_id = {work.id: work for work in works}
    for update in plan.updates:
        yield from _reported(update, by_id, turns.get(update.id))
    for record, happening, on in _others(plan):
        if on:
            yield Fact(record, happening, on)


def _own(work: Milestone | Commitment) -> Iterator[Fact]:
    """Yield what the dates of a milestone or commitment itself say."""
    if isinstance(work, Milestone) and work.started:
        yield Fact(work, Happening.STARTED, work.started)
    if work.completed:
        yield Fact(work, Happening.COMPLETED, work.completed)
    if work.withdrawn:
        yield Fact(work, Happening.WITHDRAWN, work.withdrawn)


def _turning(
    work: Milestone | Commitment, updates: Sequence[Update]
) -> Iterator[tuple[str, Happening]]:
    """Yield the reports with which work became done or given up; those before its date do not."""
    dated = {Status.COMPLETED: work.completed, Status.WITHDRAWN: work.withdrawn}
    before: Status | None = None
    for fact in facts_of(work, updates):
        if fact.status in _TURNS and fact.status is not before:
            own = dated[fact.status]
            # After its date it can only become so where it was taken up again in between.
            if own is None or own.last < fact.day:
                yield fact.record, _TURNS[fact.status]
        before = fact.status


def _reported(
    update: Update, works: Mapping[str, Milestone | Commitment], turn: Happening | None
) -> Iterator[Fact]:
    # About what is nowhere in the plan: the report stands for itself.
    subject = works.get(update.about, update) if update.about else None
    if is_move(update):
        yield Fact(subject, Happening.DEADLINE_MOVED, update.on, update)
    if turn:
        yield Fact(subject, turn, update.on, update)
    elif not is_move(update):
        yield Fact(subject, Happening.REPORTED, update.on, update)


def _others(plan: Plan) -> Iterator[tuple[Record, Happening, When | None]]:
    for challenge in plan.challenges:
        yield challenge, Happening.RAISED, challenge.raised
        yield challenge, Happening.RESOLVED, challenge.resolved
    yield from ((each, Happening.RELEASED, each.released) for each in plan.datasets)
    yield from ((each, Happening.MEASURED, each.on) for each in plan.measurements)
    yield from ((each, Happening.HELD, each.end or each.start) for each in plan.events)
    yield from ((each, Happening.IN_FORCE, each.on) for each in plan.instruments)
    yield from ((each, Happening.LEARNED, each.on) for each in plan.lessons)
    yield from ((each, Happening.ASSESSED, each.on) for each in plan.assessments)
