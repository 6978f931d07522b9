"""What was completed in some days, and what shows it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from ogdplan.model.values import is_url
from ogdplan.model.when import When
from ogdplan.model.work import Commitment, Milestone
from ogdplan.progress.facts import Fact, Happening, facts_in
from ogdplan.progress.interval import Interval
from ogdplan.progress.plan import Progress
from ogdplan.progress.timeline import Updates, updates_by_subject


@dataclass(frozen=True, slots=True)
class Achieved:
    """A milestone or commitment that was completed, and still is.

    `evidence` is its own and that of reports about it up to the date, each once; `is_public`:
    a web address is among it. `delay_days` is that of the milestone; a commitment has none.
    `is_exact`: it lies in the days asked for as a whole, not with its last day alone.
    `is_recorded_since`: it lies before them, and the file tells of it only since they began.
    """

    record: Milestone | Commitment
    on: When
    evidence: tuple[str, ...]
    is_public: bool
    delay_days: int | None
    is_exact: bool = True
    is_recorded_since: bool = False


def achieved_in(
    progress: Progress, interval: Interval, recorded: Collection[str] = ()
) -> tuple[Achieved, ...]:
    """Return what was completed in the days of an interval, by day, then by id.

    `recorded` are the ids of what the file tells since then to be completed; they count too
    where they were completed earlier.
    What has been reopened since is left out, and so is what has no date: a milestone that is
    completed without one, a commitment that is completed by its milestones alone.
    """
    last = _last_completions(progress)
    updates = updates_by_subject(progress.plan.updates)
    found = [
        *(
            _achieved(each.milestone, last[each.milestone.id], updates, progress, each.delay_days)
            for each in progress.milestones
            if each.is_completed and each.milestone.id in last
        ),
        *(
            _achieved(each.commitment, last[each.commitment.id], updates, progress, None)
            for each in progress.commitments
            if each.completed and each.commitment.id in last
        ),
    ]
    inside = (
        replace(
            each,
            is_exact=interval.first <= each.on.first,
            is_recorded_since=not interval.has(each.on.last),
        )
        for each in found
        if interval.has(each.on.last) or each.record.id in recorded
    )
    return tuple(sorted(inside, key=lambda each: (each.on.last, each.record.id)))


def _last_completions(progress: Progress) -> dict[str, Fact]:
    """Return when each milestone and commitment was completed, of several times the last."""
    known = facts_in(progress.plan, Interval(date.min, progress.as_of))
    completed = (fact for fact in known if fact.happening is Happening.COMPLETED)
    return {fact.record.id: fact for fact in completed if fact.record}


def _achieved(
    record: Milestone | Commitment,
    fact: Fact,
    updates: Updates,
    progress: Progress,
    delay_days: int | None,
) -> Achieved:
    own = record.evidence if isinstance(record, Milestone) else ()
    told = (
        entry
        for update in updates.get(record.id, ())
        if update.on.last <= progress.as_of
        for entry in update.evidence
    )
    evidence = tuple(dict.fromkeys((*own, *told)))
    return Achieved(record, fact.on, evidence, any(map(is_url, evidence)), delay_days)
