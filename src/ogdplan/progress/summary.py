"""The figures of a plan without its records: what a table of many plans needs."""

from datetime import date
from typing import NamedTuple

from ogdplan.model.plan import Header
from ogdplan.progress.counts import (
    ChallengeCounts,
    CommitmentCounts,
    DatasetCounts,
    EvidenceCounts,
    MilestoneCounts,
    NextStepCounts,
)
from ogdplan.progress.plan import Progress


class Summary(NamedTuple):
    """How a plan stands at a date; the fields are those of `Progress`."""

    header: Header
    elapsed_percent: int | None
    running: bool
    over: bool
    milestones: MilestoneCounts
    commitments: CommitmentCounts
    challenges: ChallengeCounts
    lessons: int
    next_steps: NextStepCounts
    evidence: EvidenceCounts
    datasets: DatasetCounts
    last_report: date | None
    stale: bool


def summary_of(progress: Progress) -> Summary:
    """Return the figures alone."""
    return Summary(
        header=progress.plan.header,
        elapsed_percent=progress.elapsed_percent,
        running=progress.running,
        over=progress.over,
        milestones=progress.milestone_counts,
        commitments=progress.commitment_counts,
        challenges=progress.challenge_counts,
        lessons=progress.lessons,
        next_steps=progress.next_step_counts,
        evidence=progress.evidence_counts,
        datasets=progress.dataset_counts,
        last_report=progress.last_report,
        stale=progress.stale,
    )
