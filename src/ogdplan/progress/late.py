"""What is late and no milestone: commitments past their end, next steps, releases."""

from collections.abc import Iterator
from dataclasses import dataclass

from ogdplan.model.evidence import Dataset
from ogdplan.model.kinds import kind_of
from ogdplan.model.knowledge import NextStep
from ogdplan.model.when import When
from ogdplan.model.work import Commitment
from ogdplan.progress.datasets import datasets_of
from ogdplan.progress.ends import ends_of
from ogdplan.progress.next_steps import open_next_steps
from ogdplan.progress.plan import Progress


@dataclass(frozen=True, slots=True)
class Late:
    """A commitment, next step or dataset whose day has passed.

    `due` is its end, deadline or planned release, `days_left` below 0. `lead` is the institution
    in charge; of a dataset, the publisher.

    Source: docs/definitions.md, "Late besides milestones".
    """

    record: Commitment | NextStep | Dataset
    due: When
    days_left: int
    lead: str | None

    @property
    def kind(self) -> str:
        """Return the kind of the record, as the command line names it."""
        return kind_of(self.record).name


def late_besides(progress: Progress) -> tuple[Late, ...]:
    """Return what is late besides milestones, the longest late first, then by id."""
    found = (
        Late(record, due, (due.last - progress.as_of).days, lead)
        for record, due, lead in _late(progress)
        if due
    )
    return tuple(sorted(found, key=lambda each: (each.days_left, each.record.id)))


def _late(
    progress: Progress,
) -> Iterator[tuple[Commitment | NextStep | Dataset, When | None, str | None]]:
    for commitment in ends_of(progress).past:
        yield commitment.commitment, commitment.commitment.end, commitment.lead
    for step in open_next_steps(progress):
        if step.is_late:
            yield step.step, step.step.due, step.step.lead
    for dataset in datasets_of(progress):
        if dataset.is_late:
            yield dataset.dataset, dataset.dataset.planned, dataset.dataset.publisher
