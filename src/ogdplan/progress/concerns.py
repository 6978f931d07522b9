"""What a meeting has to talk about: the milestones that are late, held up or due soon."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ogdplan.model.knowledge import Challenge
from ogdplan.model.work import Milestone, Update
from ogdplan.progress.challenges import ChallengeProgress
from ogdplan.progress.health import Health
from ogdplan.progress.milestones import (
    MilestoneProgress,
    days_left,
    dependants_of,
    waiting_for,
)
from ogdplan.progress.plan import Progress
from ogdplan.progress.timeline import is_move

WITHIN_DAYS = 90
"""How many days ahead a report looks."""


@dataclass(frozen=True, slots=True)
class Concern:
    """A milestone to talk about, and what bears on it.

    `days_left` is below 0 after the deadline, None without one. `waits_for` are the overdue
    milestones it depends on, directly or not, by deadline; `challenges` those open that affect
    it or its commitment, in the order of the file. `last_move` and `last_report` are the latest
    update that moved its deadline, and the latest of any sort, up to the date.

    Source: docs/definitions.md, "What waits for what".
    """

    progress: MilestoneProgress
    days_left: int | None
    waits_for: tuple[Milestone, ...]
    challenges: tuple[Challenge, ...]
    last_move: Update | None
    last_report: Update | None


class Concerns(NamedTuple):
    """The milestones to talk about, each in one place only, by deadline, then by id.

    `due` are those due within `within_days`, that day included, and nothing of the others.
    """

    overdue: tuple[Concern, ...]
    blocked: tuple[Concern, ...]
    unconfirmed: tuple[Concern, ...]
    due: tuple[Concern, ...]
    within_days: int


def concerns_of(progress: Progress, *, within_days: int = WITHIN_DAYS) -> Concerns:
    """Return what has to be talked about: late, held up, not known, or due within some days."""
    looking = _Looking(progress, _needed(progress), _challenges(progress))
    found: dict[Health, list[Concern]] = defaultdict(list)
    for each in sorted(progress.milestones, key=_order):
        if _is_concern(each, progress.as_of, within_days):
            found[each.health].append(looking.at(each))
    ahead = (*found[Health.DUE_SOON], *found[Health.ON_TRACK])
    return Concerns(
        overdue=tuple(found[Health.OVERDUE]),
        blocked=tuple(found[Health.BLOCKED]),
        unconfirmed=tuple(found[Health.UNCONFIRMED]),
        due=tuple(sorted(ahead, key=lambda concern: _order(concern.progress))),
        within_days=within_days,
    )


def _is_concern(each: MilestoneProgress, as_of: date, within_days: int) -> bool:
    if each.health in (Health.OVERDUE, Health.BLOCKED, Health.UNCONFIRMED):
        return True
    left = days_left(each.milestone, as_of)
    is_ahead = each.health in (Health.DUE_SOON, Health.ON_TRACK)
    return is_ahead and left is not None and left <= within_days


def _order(each: MilestoneProgress) -> tuple[date, str]:
    due = each.milestone.due
    return (due.last if due else date.max, each.milestone.id)


@dataclass(frozen=True, slots=True)
class _Looking:
    """What bears on milestones, by their ids and those of their commitments."""

    progress: Progress
    needed: Mapping[str, Sequence[Milestone]]
    challenges: Mapping[str, Sequence[ChallengeProgress]]

    def at(self, each: MilestoneProgress) -> Concern:
        milestone, as_of = each.milestone, self.progress.as_of
        known = [update for update in each.updates if update.on.last <= as_of]
        affected = (milestone.id, milestone.commitment or "")
        about = {one.index: one for key in affected for one in self.challenges.get(key, ())}
        return Concern(
            progress=each,
            days_left=days_left(milestone, as_of),
            waits_for=tuple(self.needed.get(milestone.id, ())),
            challenges=tuple(about[index].challenge for index in sorted(about)),
            last_move=next(filter(is_move, reversed(known)), None),
            last_report=known[-1] if known else None,
        )


def _challenges(progress: Progress) -> Mapping[str, Sequence[ChallengeProgress]]:
    """Return the open challenges by the ids of what they affect."""
    found: dict[str, list[ChallengeProgress]] = defaultdict(list)
    for each in progress.challenges:
        if each.is_open:
            for affected in each.challenge.affects:
                found[affected].append(each)
    return found


def _needed(progress: Progress) -> Mapping[str, Sequence[Milestone]]:
    """Return the overdue milestones that each waits for, by its id.

    Walks from each that is overdue to those that wait: few are, and each is seen once.
    """
    dependants = dependants_of(each.milestone for each in progress.milestones)
    found: dict[str, list[Milestone]] = defaultdict(list)
    for each in sorted(progress.milestones, key=_order):
        if each.health is Health.OVERDUE:
            for record in waiting_for([each.milestone.id], dependants):
                if record != each.milestone.id:
                    found[record].append(each.milestone)
    return found
