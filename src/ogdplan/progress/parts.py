"""The milestones of a part of a plan, counted: of a commitment, or of none."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ogdplan.progress.commitments import CommitmentProgress
from ogdplan.progress.completion import completion_of, is_weighted
from ogdplan.progress.health import Health
from ogdplan.progress.milestones import MilestoneProgress


class Part(NamedTuple):
    """Some milestones: those not withdrawn (active), those of them completed and overdue.

    `completed_percent` is by weight, rounded down; None when none is active. `is_weighted` says
    that the weights of the active differ.
    """

    active: int
    completed: int
    overdue: int
    completed_percent: int | None
    is_weighted: bool


def part_of(milestones: Sequence[MilestoneProgress]) -> Part:
    """Return the counts of some milestones."""
    return Part(
        active=sum(each.is_active for each in milestones),
        completed=sum(each.is_completed for each in milestones),
        overdue=sum(each.health is Health.OVERDUE for each in milestones),
        completed_percent=completion_of(milestones).percent,
        is_weighted=is_weighted(milestones),
    )


def without_commitment(
    milestones: Sequence[MilestoneProgress], commitments: Sequence[CommitmentProgress]
) -> tuple[MilestoneProgress, ...]:
    """Return the milestones that belong to no commitment of the plan, in the order of the file.

    One that names a commitment that is not there is among them: so none is lost.
    """
    known = {each.commitment.id for each in commitments}
    return tuple(each for each in milestones if each.milestone.commitment not in known)


def last_report_about(milestone: MilestoneProgress, as_of: date) -> date | None:
    """Return the day of the last report about a milestone up to a date; None when there is none."""
    days = (update.on.last for update in milestone.updates)
    return max((day for day in days if day <= as_of), default=None)
