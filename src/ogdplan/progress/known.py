"""One plan as it is seen among many: its figures, and the records that plans share."""

from dataclasses import dataclass

from ogdplan.model.knowledge import Lesson
from ogdplan.model.plan import Plan
from ogdplan.progress.challenges import ChallengeProgress
from ogdplan.progress.goals import GoalCounts, goals_of
from ogdplan.progress.measures import Measures, measures_of
from ogdplan.progress.plan import Progress
from ogdplan.progress.summary import Summary, summary_of


@dataclass(frozen=True, slots=True)
class Known:
    """A plan as the pages about all plans see it, without the records that only its own shows.

    `plan` has its header and institutions alone. The challenges are those raised by the date, the
    lessons those learned by then.
    """

    plan_id: str
    plan: Plan
    summary: Summary
    measures: Measures
    challenges: tuple[ChallengeProgress, ...]
    lessons: tuple[Lesson, ...]
    goals: tuple[GoalCounts, ...]

    @property
    def parent(self) -> str | None:
        """Return the id of the plan that this one is under; a plan is not under itself."""
        parent = self.plan.header.parent
        return None if parent == self.plan_id else parent


def known_of(plan_id: str, progress: Progress) -> Known:
    """Return what the pages about all plans need of a plan."""
    plan, day = progress.plan, progress.as_of
    return Known(
        plan_id=plan_id,
        plan=Plan.model_construct(
            format=plan.format, header=plan.header, institutions=plan.institutions
        ),
        summary=summary_of(progress),
        measures=measures_of(progress),
        challenges=tuple(each for each in progress.challenges if each.raised),
        lessons=tuple(each for each in plan.lessons if not each.on or each.on.last <= day),
        goals=goals_of(progress),
    )
