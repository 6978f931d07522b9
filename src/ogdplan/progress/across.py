"""What plans have in common: challenges and lessons by category, goals over all of them."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from ogdplan.model.knowledge import Lesson
from ogdplan.model.vocabularies import ChallengeCategory, ChallengeStatus, LessonCategory
from ogdplan.progress.challenges import ChallengeProgress
from ogdplan.progress.counts import DatasetCounts
from ogdplan.progress.goals import GoalCounts
from ogdplan.progress.known import Known
from ogdplan.progress.plan import Subtotal, subtotal
from ogdplan.reference.sdg import goal

Matter = TypeVar("Matter")


class Of(NamedTuple, Generic[Matter]):
    """Something of a plan, and which plan."""

    known: Known
    matter: Matter


class ChallengeTopic(NamedTuple):
    """The challenges of one category over all plans, in the order of plans and files.

    `mitigated` are open ones that something works against, `unmitigated` the other open ones.
    `lessons` say that they help with it.
    """

    category: ChallengeCategory
    challenges: tuple[Of[ChallengeProgress], ...]
    lessons: tuple[Of[Lesson], ...]

    @property
    def unmitigated(self) -> int:
        """Return how many are open and nothing works against them."""
        return sum(each.matter.unmitigated for each in self.challenges)

    @property
    def mitigated(self) -> int:
        """Return how many are open and something works against them."""
        return sum(each.matter.is_open for each in self.challenges) - self.unmitigated

    @property
    def solved(self) -> tuple[Of[ChallengeProgress], ...]:
        """Return those that were resolved."""
        resolved = ChallengeStatus.RESOLVED
        return tuple(each for each in self.challenges if each.matter.status is resolved)

    def solved_elsewhere(self, known: Known) -> tuple[Known, ...]:
        """Return the other plans that have resolved one of this category, each once."""
        plans = {each.known.plan_id: each.known for each in self.solved}
        return tuple(each for each in plans.values() if each.plan_id != known.plan_id)


class LessonTopic(NamedTuple):
    """The lessons of one category over all plans, in the order of plans and files."""

    category: LessonCategory
    lessons: tuple[Of[Lesson], ...]


class GoalTopic(NamedTuple):
    """One goal over all plans: its counts in each that has anything for it, and together."""

    goal: int
    plans: tuple[Of[GoalCounts], ...]
    total: GoalCounts


class Totals(NamedTuple):
    """All plans together."""

    milestones: Subtotal
    open_challenges: int
    unmitigated: int
    lessons: int
    datasets: DatasetCounts


def challenge_topics(plans: Sequence[Known]) -> tuple[ChallengeTopic, ...]:
    """Return the categories that any plan has a challenge of, in their order."""
    found = [Of(known, each) for known in plans for each in known.challenges]
    lessons = [Of(known, each) for known in plans for each in known.lessons]
    topics = (
        ChallengeTopic(
            category,
            tuple(each for each in found if each.matter.challenge.category is category),
            tuple(each for each in lessons if category in each.matter.helps_with),
        )
        for category in ChallengeCategory
    )
    return tuple(topic for topic in topics if topic.challenges)


def lesson_topics(plans: Sequence[Known]) -> tuple[LessonTopic, ...]:
    """Return the categories that any plan has a lesson of, in their order."""
    found = [Of(known, each) for known in plans for each in known.lessons]
    topics = (
        LessonTopic(category, tuple(each for each in found if each.matter.category is category))
        for category in LessonCategory
    )
    return tuple(topic for topic in topics if topic.lessons)


def goal_topics(plans: Sequence[Known]) -> tuple[GoalTopic, ...]:
    """Return the goals that any plan has something for, ascending."""
    found = [Of(known, counts) for known in plans for counts in known.goals if goal(counts.goal)]
    numbers = sorted({each.matter.goal for each in found})
    return tuple(_goal(n, [each for each in found if each.matter.goal == n]) for n in numbers)


def totals(plans: Sequence[Known]) -> Totals:
    """Return the sums over all plans."""
    summaries = [each.summary for each in plans]
    return Totals(
        milestones=subtotal([each.milestones for each in summaries]),
        open_challenges=sum(each.challenges.open for each in summaries),
        unmitigated=sum(each.challenges.unmitigated for each in summaries),
        lessons=sum(each.lessons for each in summaries),
        datasets=_summed([each.datasets for each in summaries]),
    )


def _goal(number: int, plans: Sequence[Of[GoalCounts]]) -> GoalTopic:
    counts = [each.matter for each in plans]
    total = GoalCounts(
        goal=number,
        commitments=sum(each.commitments for each in counts),
        milestones=sum(each.milestones for each in counts),
        completed_milestones=sum(each.completed_milestones for each in counts),
        datasets=sum(each.datasets for each in counts),
        open_datasets=sum(each.open_datasets for each in counts),
        indicators=sum(each.indicators for each in counts),
    )
    return GoalTopic(number, tuple(plans), total)


def _summed(counts: Sequence[DatasetCounts]) -> DatasetCounts:
    columns = zip(*counts, DatasetCounts(0, 0, 0, 0), strict=True)
    return DatasetCounts(*(sum(column) for column in columns))
