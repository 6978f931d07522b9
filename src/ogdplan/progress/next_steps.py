"""How each next step stands that is still to be taken."""

from dataclasses import dataclass

from ogdplan.model.knowledge import NextStep
from ogdplan.model.vocabularies import NextStepStatus
from ogdplan.progress.plan import Progress

_OPEN = (NextStepStatus.OPEN, NextStepStatus.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class NextStepProgress:
    """A next step, open or in progress, at a date.

    `is_late`: the day it is due has passed. One that has become a milestone is late as that.
    """

    step: NextStep
    is_late: bool


def open_next_steps(progress: Progress) -> tuple[NextStepProgress, ...]:
    """Return the next steps open or in progress, in the order of the file."""
    return tuple(
        NextStepProgress(
            step,
            step.due is not None and step.promoted_to is None and step.due.last < progress.as_of,
        )
        for step in progress.plan.next_steps
        if step.status in _OPEN
    )
