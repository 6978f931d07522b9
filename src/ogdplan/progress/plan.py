"""How a whole plan stands at a date: the one place where its numbers are put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ogdplan.model.plan import Plan
from ogdplan.progress import challenges, commitments, milestones
from ogdplan.progress.challenges import ChallengeProgress
from ogdplan.progress.commitments import CommitmentProgress
from ogdplan.progress.completion import Completion, total_completion
from ogdplan.progress.counts import (
    ChallengeCounts,
    CommitmentCounts,
    DatasetCounts,
    EvidenceCounts,
    MilestoneCounts,
    NextStepCounts,
    count_challenges,
    count_commitments,
    count_datasets,
    count_evidence,
    count_milestones,
    count_next_steps,
)
from ogdplan.progress.freshness import is_stale, last_report
from ogdplan.progress.health import Health
from ogdplan.progress.milestones import MilestoneProgress
from ogdplan.progress.period import elapsed_percent, is_over, is_running
from ogdplan.progress.timeline import updates_by_subject


@dataclass(frozen=True)
class Progress:
    """A plan at a date; milestones, commitments and challenges in the order of the file.

    `over`: the plan's last day has passed. `last_report` is the day of its latest dated fact,
    `stale` says that it runs and that day is too long ago.
    """

    plan: Plan
    as_of: date
    elapsed_percent: int | None
    running: bool
    over: bool
    milestones: tuple[MilestoneProgress, ...]
    commitments: tuple[CommitmentProgress, ...]
    challenges: tuple[ChallengeProgress, ...]
    milestone_counts: MilestoneCounts
    commitment_counts: CommitmentCounts
    challenge_counts: ChallengeCounts
    next_step_counts: NextStepCounts
    evidence_counts: EvidenceCounts
    dataset_counts: DatasetCounts
    lessons: int
    last_report: date | None
    stale: bool

    @property
    def completed_percent(self) -> int | None:
        """Return how many percent of the plan are completed by weight, rounded down."""
        return self.milestone_counts.completed_percent

    def milestone(self, milestone_id: str) -> MilestoneProgress | None:
        """Return the milestone with this id, the first of several, None when there is none."""
        index = self._milestone_index.get(milestone_id)
        return None if index is None else self.milestones[index]

    def commitment(self, commitment_id: str) -> CommitmentProgress:
        """Return the commitment with this id, the first of several; KeyError when there is none."""
        return self.commitments[self._commitment_index[commitment_id]]

    def challenge(self, challenge_id: str) -> ChallengeProgress:
        """Return the challenge with this id, the first of several; KeyError when there is none."""
        return self.challenges[self._challenge_index[challenge_id]]

    @cached_property
    def _milestone_index(self) -> Mapping[str, int]:
        return {each.milestone.id: each.index for each in reversed(self.milestones)}

    @cached_property
    def _commitment_index(self) -> Mapping[str, int]:
        return {each.commitment.id: each.index for each in reversed(self.commitments)}

    @cached_property
    def _challenge_index(self) -> Mapping[str, int]:
        return {each.challenge.id: each.index for each in reversed(self.challenges)}


def progress_of(plan: Plan, as_of: date) -> Progress:
    """Return how a plan stands at the end of the day `as_of`, from what its file says alone.

    A plan with errors of meaning, such as references to nothing, is measured too.
    """
    updates = updates_by_subject(plan.updates)
    own_milestones = milestones.measure(plan, updates, as_of)
    own_commitments = commitments.measure(plan, own_milestones, updates, as_of)
    own_challenges = challenges.measure(plan, own_milestones, as_of)
    reported = last_report(plan, as_of)
    return Progress(
        plan=plan,
        as_of=as_of,
        elapsed_percent=elapsed_percent(plan.header, as_of),
        running=is_running(plan.header, as_of),
        over=is_over(plan.header, as_of),
        milestones=own_milestones,
        commitments=own_commitments,
        challenges=own_challenges,
        milestone_counts=count_milestones(own_milestones),
        commitment_counts=count_commitments(own_commitments),
        challenge_counts=count_challenges(own_challenges),
        next_step_counts=count_next_steps(plan.next_steps),
        evidence_counts=count_evidence(own_milestones),
        dataset_counts=count_datasets(plan.datasets, as_of),
        lessons=len(plan.lessons),
        last_report=reported,
        stale=is_stale(plan, reported, as_of),
    )


class Subtotal(NamedTuple):
    """The milestones of several plans together, for the line under a national plan."""

    plans: int
    total: int
    active: int
    completed: int
    overdue: int
    due_soon: int
    completion: Completion

    @property
    def completed_percent(self) -> int | None:
        """Return how many percent of all the plans are completed by weight, rounded down."""
        return self.completion.percent


def subtotal(counts: Sequence[MilestoneCounts]) -> Subtotal:
    """Return the sums over plans, such as the agency plans under a national one."""
    return Subtotal(
        plans=len(counts),
        total=sum(each.total for each in counts),
        active=sum(each.active for each in counts),
        completed=sum(each.completed for each in counts),
        overdue=sum(each.by_health[Health.OVERDUE] for each in counts),
        due_soon=sum(each.by_health[Health.DUE_SOON] for each in counts),
        completion=total_completion(each.completion for each in counts),
    )
