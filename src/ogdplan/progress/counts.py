"""How many there are of each kind, and how many of them stand how."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar

from ogdplan.model.evidence import Dataset
from ogdplan.model.knowledge import NextStep
from ogdplan.model.terms import Term
from ogdplan.model.vocabularies import ChallengeStatus, NextStepStatus, Status
from ogdplan.progress.challenges import ChallengeProgress
from ogdplan.progress.commitments import CommitmentProgress
from ogdplan.progress.completion import Completion, completion_of
from ogdplan.progress.health import Health
from ogdplan.progress.milestones import Evidence, MilestoneProgress
from ogdplan.progress.openness import is_open
from ogdplan.progress.percentages import percent_of

_Value = TypeVar("_Value", bound=Term)


@dataclass(frozen=True, slots=True)
class MilestoneCounts:
    """The milestones; active are those not withdrawn.

    `completion` is by weight. `undated` are completed without anything that says when.
    `by_status` and `by_health` hold every value in the order of its vocabulary, zeros too.
    """

    total: int
    active: int
    completed: int
    withdrawn: int
    undated: int
    completion: Completion
    substantial_or_completed: int
    by_status: Mapping[Status, int] = field(hash=False)
    by_health: Mapping[Health, int] = field(hash=False)

    @property
    def completed_percent(self) -> int | None:
        """Return how many percent are completed by weight, rounded down."""
        return self.completion.percent


class CommitmentCounts(NamedTuple):
    """The commitments; reported are those that state their own status."""

    total: int
    completed: int
    reported: int


class ChallengeCounts(NamedTuple):
    """The challenges; open are those open or mitigating, unmitigated a part of the open."""

    total: int
    open: int
    unmitigated: int
    resolved: int


class NextStepCounts(NamedTuple):
    """The next steps; open are those open or in progress."""

    total: int
    open: int
    done: int


class EvidenceCounts(NamedTuple):
    """The completed milestones, and those of them with public evidence."""

    completed: int
    with_public_evidence: int

    @property
    def public_percent(self) -> int | None:
        """Return how many percent have public evidence, None when nothing is completed."""
        return percent_of(self.with_public_evidence, self.completed)


class DatasetCounts(NamedTuple):
    """The datasets, those open, those linked to an SDG, and those both."""

    total: int
    open: int
    sdg_linked: int
    sdg_linked_open: int

    @property
    def sdg_linked_open_percent(self) -> int | None:
        """Return how many percent of the SDG-linked datasets are open, None without any.

        The workshop's benchmark: about half "in the best cases" (session I).
        """
        return percent_of(self.sdg_linked_open, self.sdg_linked)


def count_milestones(milestones: Sequence[MilestoneProgress]) -> MilestoneCounts:
    """Return the counts of milestones."""
    by_status = _count_by(Status, (each.status for each in milestones))
    withdrawn, completed = by_status[Status.WITHDRAWN], by_status[Status.COMPLETED]
    return MilestoneCounts(
        total=len(milestones),
        active=len(milestones) - withdrawn,
        completed=completed,
        withdrawn=withdrawn,
        undated=sum(each.state.undated for each in milestones),
        completion=completion_of(milestones),
        substantial_or_completed=by_status[Status.SUBSTANTIAL] + completed,
        by_status=by_status,
        by_health=_count_by(Health, (each.health for each in milestones)),
    )


def count_commitments(commitments: Sequence[CommitmentProgress]) -> CommitmentCounts:
    """Return the counts of commitments."""
    return CommitmentCounts(
        total=len(commitments),
        completed=sum(each.completed for each in commitments),
        reported=sum(each.reported for each in commitments),
    )


def count_challenges(challenges: Sequence[ChallengeProgress]) -> ChallengeCounts:
    """Return the counts of challenges; one not yet raised is in the total only."""
    return ChallengeCounts(
        total=len(challenges),
        open=sum(each.is_open for each in challenges),
        unmitigated=sum(each.unmitigated for each in challenges),
        resolved=sum(each.status is ChallengeStatus.RESOLVED for each in challenges),
    )


def count_next_steps(steps: Sequence[NextStep]) -> NextStepCounts:
    """Return the counts of next steps, which have no history: they stand as stated."""
    by_status = _count_by(NextStepStatus, (step.status for step in steps))
    return NextStepCounts(
        total=len(steps),
        open=by_status[NextStepStatus.OPEN] + by_status[NextStepStatus.IN_PROGRESS],
        done=by_status[NextStepStatus.DONE],
    )


def count_evidence(milestones: Iterable[MilestoneProgress]) -> EvidenceCounts:
    """Return how many completed milestones there are, and how many have public evidence."""
    completed = [each for each in milestones if each.is_completed]
    public = sum(each.evidence is Evidence.PUBLIC for each in completed)
    return EvidenceCounts(len(completed), public)


def count_datasets(datasets: Sequence[Dataset], as_of: date) -> DatasetCounts:
    """Return the counts of datasets at `as_of`."""
    opened = [dataset for dataset in datasets if is_open(dataset, as_of)]
    return DatasetCounts(
        total=len(datasets),
        open=len(opened),
        sdg_linked=sum(bool(dataset.sdgs) for dataset in datasets),
        sdg_linked_open=sum(bool(dataset.sdgs) for dataset in opened),
    )


def _count_by(vocabulary: type[_Value], values: Iterable[_Value]) -> dict[_Value, int]:
    counts = Counter(values)
    return {value: counts[value] for value in vocabulary}
