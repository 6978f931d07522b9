"""What a time line is drawn of: a plan at a day, for readers, on an axis."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ogdplan.model.when import When
from ogdplan.progress.milestones import MilestoneProgress
from ogdplan.progress.parts import without_commitment
from ogdplan.progress.plan import Progress
from ogdplan.progress.slips import Slip
from ogdplan.report.html.drawings.scale import Scale
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.segments import Segment, Style


@dataclass(frozen=True)
class Scene:
    """What is drawn, for whom, on which axis."""

    progress: Progress
    slips: Mapping[str, Slip]
    teller: Teller
    scale: Scale

    def present(self, each: MilestoneProgress) -> When | None:
        """Return the deadline, else when it was completed."""
        slip = self.slips.get(each.milestone.id)
        due = slip.present if slip else each.milestone.due
        return due or (each.milestone.completed if each.is_completed else None)

    def health(self, each: MilestoneProgress) -> str:
        """Return the label of the health."""
        return self.teller.tongue.health(each.health, plan_over=self.progress.over)

    def name(self, each: MilestoneProgress) -> Segment:
        """Return the title."""
        return self.teller.segment(each.milestone.title)

    def groups(self) -> Iterator[tuple[Segment | None, Sequence[MilestoneProgress]]]:
        """Yield the commitments that have milestones, then those of none, each by deadline.

        The name is None where the plan has no commitments.
        """
        progress, teller = self.progress, self.teller
        for each in progress.commitments:
            if each.milestones:
                yield teller.segment(each.commitment.title), self._sorted(each.milestones)
        if rest := without_commitment(progress.milestones, progress.commitments):
            name = Segment(teller.tongue.say("No commitment"), Style.MUTED)
            yield name if progress.commitments else None, self._sorted(rest)

    def _sorted(self, milestones: Sequence[MilestoneProgress]) -> list[MilestoneProgress]:
        days = {each.index: self.present(each) for each in milestones}
        return sorted(milestones, key=lambda each: _order(days[each.index], each.index))


def _order(when: When | None, index: int) -> tuple[date, int]:
    return (when.last if when else date.max, index)
