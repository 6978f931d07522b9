"""What the plan does for each of the Sustainable Development Goals."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ogdplan.model.vocabularies import Status
from ogdplan.progress.openness import is_open
from ogdplan.progress.plan import Progress
from ogdplan.reference.sdg import goal_of


class GoalCounts(NamedTuple):
    """The records that name a goal themselves, or a target or indicator of it; each once.

    Milestones and commitments that are withdrawn do not count.
    """

    goal: int
    commitments: int
    milestones: int
    completed_milestones: int
    datasets: int
    open_datasets: int
    indicators: int


def goals_of(progress: Progress) -> tuple[GoalCounts, ...]:
    """Return the goals for which there is anything, ascending."""
    plan = progress.plan
    promised = [each for each in progress.commitments if each.status is not Status.WITHDRAWN]
    active = [each for each in progress.milestones if each.is_active]
    done = [each for each in active if each.is_completed]
    opened = [each for each in plan.datasets if is_open(each, progress.as_of)]
    counts = (
        _count(each.commitment.sdgs for each in promised),
        _count(each.milestone.sdgs for each in active),
        _count(each.milestone.sdgs for each in done),
        _count(each.sdgs for each in plan.datasets),
        _count(each.sdgs for each in opened),
        _count((each.sdg,) for each in plan.indicators if each.sdg),
    )
    goals = sorted(set().union(*counts))
    return tuple(GoalCounts(goal, *(count[goal] for count in counts)) for goal in goals)


def _count(records: Iterable[Iterable[str]]) -> Counter[int]:
    return Counter(goal for codes in records for goal in {goal_of(code) for code in codes})
