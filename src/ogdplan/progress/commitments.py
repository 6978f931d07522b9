"""How each commitment stands: as it states itself, else as its milestones do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ogdplan.model.plan import Plan
from ogdplan.model.vocabularies import Status
from ogdplan.model.work import Commitment, Update
from ogdplan.progress.completion import completion_of
from ogdplan.progress.milestones import MilestoneProgress
from ogdplan.progress.timeline import Updates, state_at


@dataclass(frozen=True, slots=True)
class CommitmentProgress:
    """A commitment at a date.

    `index` is its place in the file. `reported`: it states its own status (by `status`, a
    date or an update about it); else its status is read off its milestones, which are in the
    order of the file.
    """

    commitment: Commitment
    index: int
    reported: bool
    status: Status
    milestones: tuple[MilestoneProgress, ...]

    @property
    def completed(self) -> bool:
        """Whether it is completed at the date."""
        return self.status is Status.COMPLETED

    @property
    def completed_percent(self) -> int | None:
        """Return how many percent of its milestones are completed by weight, rounded down.

        None when none of them is active.
        """
        return completion_of(self.milestones).percent

    @property
    def completed_milestones(self) -> int:
        """Return how many of its milestones are completed at the date."""
        return sum(each.is_completed for each in self.milestones)

    @property
    def active_milestones(self) -> int:
        """Return how many of its milestones are not withdrawn at the date."""
        return sum(each.is_active for each in self.milestones)

    @property
    def lead(self) -> str | None:
        """Return the id of the institution in charge."""
        return self.commitment.lead


def measure(
    plan: Plan, milestones: Sequence[MilestoneProgress], updates: Updates, as_of: date
) -> tuple[CommitmentProgress, ...]:
    """Return how each commitment of the plan stands at `as_of`, in the order of the file.

    `milestones` are those of the whole plan at the same date.
    """
    parts: dict[str, list[MilestoneProgress]] = {each.id: [] for each in plan.commitments}
    for each in milestones:
        if each.milestone.commitment in parts:
            parts[each.milestone.commitment].append(each)
    return tuple(
        _measure_one(commitment, index, parts[commitment.id], updates, as_of)
        for index, commitment in enumerate(plan.commitments)
    )


def _measure_one(
    commitment: Commitment,
    index: int,
    milestones: Sequence[MilestoneProgress],
    updates: Updates,
    as_of: date,
) -> CommitmentProgress:
    about = updates.get(commitment.id, ())
    reported = _states_its_own(commitment, about)
    return CommitmentProgress(
        commitment=commitment,
        index=index,
        reported=reported,
        status=state_at(commitment, about, as_of).status if reported else _derived(milestones),
        milestones=tuple(milestones),
    )


def _states_its_own(commitment: Commitment, updates: Sequence[Update]) -> bool:
    own = (commitment.status, commitment.completed, commitment.withdrawn)
    return any(own) or any(update.status for update in updates)


def _derived(milestones: Sequence[MilestoneProgress]) -> Status:
    """Return the status that the milestones not withdrawn share, else in progress.

    Limited or substantial work on all of them is in progress too: a level of completion is
    an assessor's word, and nobody has said it of the whole.
    """
    if not milestones:
        return Status.UNCLEAR
    shared = {each.status for each in milestones if each.is_active} or {Status.WITHDRAWN}
    levels = {Status.IN_PROGRESS, Status.LIMITED, Status.SUBSTANTIAL}
    return Status.IN_PROGRESS if len(shared) > 1 or shared & levels else shared.pop()
