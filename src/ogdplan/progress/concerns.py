"""What a meeting has to talk about: the milestones that are late, held up or due soon."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import NamedTuple

from ogdplan.model.knowledge import Challenge
from ogdplan.model.vocabularies import Status
from ogdplan.model.work import Milestone, Update
from ogdplan.progress.health import Health
from ogdplan.progress.judgements import Judgement, judgements_of
from ogdplan.progress.milestones import MilestoneProgress, days_left
from ogdplan.progress.plan import Progress
from ogdplan.progress.timeline import is_move
from ogdplan.progress.waiting import MOST_LISTED, Waiting, nearest_overdue

WITHIN_DAYS = 90
"""How many days ahead a report looks."""


@dataclass(frozen=True, slots=True)
class Concern:
    """A milestone to talk about, and what bears on it.

    `days_left` is below 0 after the deadline, None without one. `waits_for` are the nearest
    overdue milestones it depends on, directly or not, by deadline; `challenges` those open that
    affect it or its commitment, in the order of the file; of both the first ten, and how many
    there are. `last_move` and `last_report` are the latest
    update that moved its deadline, and the latest of any sort, up to the date.
    `open_dependencies` are the other unfinished milestones that it depends on directly, in its
    own order. `judged` is the latest assessment that names a status, other than unclear, of it
    or of its commitment.

    Source: docs/definitions.md, "What waits for what".
    """

    progress: MilestoneProgress
    days_left: int | None
    waits_for: tuple[Milestone, ...]
    waits_for_total: int
    challenges: tuple[Challenge, ...]
    challenges_total: int
    last_move: Update | None
    last_report: Update | None
    open_dependencies: tuple[Milestone, ...] = ()
    judged: Judgement | None = None

    @property
    def is_unclear(self) -> bool:
        """Whether its status is unclear: perhaps it is done."""
        return self.progress.status is Status.UNCLEAR

    @property
    def is_explained(self) -> bool:
        """Whether something says why it stands as it does."""
        told = (self.waits_for, self.open_dependencies, self.challenges)
        return any(told) or bool(self.last_move or self.last_report)


class Concerns(NamedTuple):
    """The milestones to talk about, each in one place only, by deadline, then by id.

    `due` are those due within `within_days`, that day included, and nothing of the others.
    `ahead` are all that are unfinished and whose deadline has not passed, however far it is and
    whatever else is the matter with them.
    """

    overdue: tuple[Concern, ...]
    blocked: tuple[Concern, ...]
    unconfirmed: tuple[Concern, ...]
    due: tuple[Concern, ...]
    within_days: int
    ahead: tuple[Concern, ...]


def concerns_of(
    progress: Progress,
    *,
    within_days: int = WITHIN_DAYS,
    judgements: Sequence[Judgement] | None = None,
) -> Concerns:
    """Return what has to be talked about: late, held up, not known, or due within some days.

    `judgements` are those of the plan at its date, where they are at hand.
    """
    judged = _judged(judgements_of(progress) if judgements is None else judgements)
    milestones = sorted(progress.milestones, key=_order)
    looking = _Looking(progress, nearest_overdue(milestones), _challenges(progress), judged)
    found: dict[Health, list[Concern]] = defaultdict(list)
    for each in milestones:
        if each.health not in (Health.COMPLETED, Health.WITHDRAWN):
            found[each.health].append(looking.at(each))
    late, blocked, unconfirmed = (tuple(found[health]) for health in _PRESSING)
    near = _by_deadline((*found[Health.DUE_SOON], *found[Health.ON_TRACK]))
    return Concerns(
        overdue=late,
        blocked=blocked,
        unconfirmed=unconfirmed,
        due=tuple(each for each in near if (each.days_left or 0) <= within_days),
        within_days=within_days,
        ahead=_by_deadline((*near, *blocked, *unconfirmed)),
    )


_PRESSING = (Health.OVERDUE, Health.BLOCKED, Health.UNCONFIRMED)


def _by_deadline(found: Iterable[Concern]) -> tuple[Concern, ...]:
    """Return those that have a deadline, by it, then by id."""
    dated = (each for each in found if each.days_left is not None)
    return tuple(sorted(dated, key=lambda each: _order(each.progress)))


def _order(each: MilestoneProgress) -> tuple[date, str]:
    due = each.milestone.due
    return (due.last if due else date.max, each.milestone.id)


@dataclass(frozen=True, slots=True)
class _Looking:
    """What bears on milestones, by their ids and those of their commitments."""

    progress: Progress
    needed: Mapping[str, Waiting]
    challenges: Mapping[str, Mapping[int, Challenge]]
    judged: Mapping[str, Judgement]

    def at(self, each: MilestoneProgress) -> Concern:
        milestone, as_of = each.milestone, self.progress.as_of
        known = [update for update in each.updates if update.on.last <= as_of]
        affected = (milestone.id, milestone.commitment or "")
        waiting = self.needed.get(milestone.id, Waiting())
        challenges, number = self._challenges(milestone)
        judged = (self.judged[key] for key in affected if key in self.judged)
        return Concern(
            progress=each,
            days_left=days_left(milestone, as_of),
            waits_for=waiting.first,
            waits_for_total=waiting.total,
            challenges=challenges,
            challenges_total=number,
            last_move=next(filter(is_move, reversed(known)), None),
            last_report=known[-1] if known else None,
            open_dependencies=tuple(self._open_dependencies(milestone)),
            judged=max(judged, key=_published, default=None),
        )

    def _challenges(self, milestone: Milestone) -> tuple[tuple[Challenge, ...], int]:
        """Return the first challenges of it and of its commitment, and how many there are.

        Of those of a commitment no more are looked at: each of its milestones has them.
        """
        own = self.challenges.get(milestone.id, {})
        of_all = self.challenges.get(milestone.commitment or "", {})
        first = {**own, **dict(islice(of_all.items(), MOST_LISTED))}
        number = len(of_all) + sum(index not in of_all for index in own)
        return tuple(first[index] for index in sorted(first)[:MOST_LISTED]), number

    def _open_dependencies(self, milestone: Milestone) -> Iterator[Milestone]:
        for name in milestone.depends_on:
            found = self.progress.milestone(name)
            if found is None or found.is_completed or not found.is_active:
                continue
            if found.health is not Health.OVERDUE and name != milestone.id:
                yield found.milestone


def _judged(judgements: Iterable[Judgement]) -> Mapping[str, Judgement]:
    """Return the latest judgement that says how something stands, by the id of that."""
    found: dict[str, Judgement] = {}
    for each in sorted(judgements, key=_published):
        if each.judged not in (None, Status.UNCLEAR):
            found[each.assessment.about or ""] = each
    return found


def _published(judgement: Judgement) -> date:
    on = judgement.assessment.on
    return on.last if on else date.min


def _challenges(progress: Progress) -> Mapping[str, Mapping[int, Challenge]]:
    """Return the open challenges by the ids of what they affect, by their places in the file."""
    found: dict[str, dict[int, Challenge]] = defaultdict(dict)
    for each in progress.challenges:
        if each.is_open:
            for affected in each.challenge.affects:
                found[affected][each.index] = each.challenge
    return found
