"""When commitments end whose milestones do not say it."""

from typing import NamedTuple

from ogdplan.model.vocabularies import Status
from ogdplan.progress.commitments import CommitmentProgress
from ogdplan.progress.plan import Progress

_FINISHED = (Status.COMPLETED, Status.WITHDRAWN)


class Ends(NamedTuple):
    """Unfinished commitments with an end, none of whose active milestones has a deadline.

    `past` are those whose last day has passed, `ahead` the others; both by end, then by id.

    Source: docs/definitions.md, "Late besides milestones".
    """

    past: tuple[CommitmentProgress, ...]
    ahead: tuple[CommitmentProgress, ...]


def ends_of(progress: Progress) -> Ends:
    """Return the commitments of a plan that end by their own word alone."""
    dated = [
        (each.commitment.end.last, each.commitment.id, each)
        for each in progress.commitments
        if each.commitment.end and each.status not in _FINISHED and not _has_deadline(each)
    ]
    found = sorted(dated, key=lambda one: one[:2])
    return Ends(
        tuple(each for day, _, each in found if day < progress.as_of),
        tuple(each for day, _, each in found if day >= progress.as_of),
    )


def _has_deadline(commitment: CommitmentProgress) -> bool:
    return any(each.is_active and each.milestone.due for each in commitment.milestones)
