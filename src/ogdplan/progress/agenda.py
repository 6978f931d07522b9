"""What is due, by date: milestones, next steps and releases."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ogdplan.model.evidence import Dataset
from ogdplan.model.kinds import kind_of
from ogdplan.model.knowledge import NextStep
from ogdplan.model.text import Text
from ogdplan.model.when import When
from ogdplan.model.work import Milestone
from ogdplan.progress.health import Health
from ogdplan.progress.next_steps import open_next_steps
from ogdplan.progress.openness import may_be_released
from ogdplan.progress.plan import Progress


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """Something to be done by a day.

    `kind` is milestone, next-step or dataset; `when` its deadline or planned release, `day`
    the last day of that; `days` from the date asked for to that day, negative when late.
    `health` is that of a milestone. `lead` is the institution in charge; of a dataset, the
    publisher.
    """

    plan_id: str
    record: Milestone | NextStep | Dataset
    when: When
    days: int
    health: Health | None
    lead: str | None

    @property
    def kind(self) -> str:
        """Return the kind of the record, as the command line names it."""
        return kind_of(self.record).name

    @property
    def title(self) -> Text:
        """Return what is to be done."""
        return self.record.title

    @property
    def day(self) -> date:
        """Return the last day on which it is in time."""
        return self.when.last


def agenda_of(plan_id: str, progress: Progress, *, within_days: int) -> tuple[AgendaItem, ...]:
    """Return what is late, and what is due up to `within_days` days ahead (that day too).

    Milestones neither completed nor withdrawn, next steps open or in progress that have not
    become one, datasets planned that cannot have been released; all by day, then id. What has no
    date is left out.
    """
    items = (
        *_milestones(plan_id, progress),
        *_next_steps(plan_id, progress),
        *_releases(plan_id, progress),
    )
    return merge([[item for item in items if item.days <= within_days]])


def merge(agendas: Iterable[Sequence[AgendaItem]]) -> tuple[AgendaItem, ...]:
    """Return the agendas of several plans as one: by day, then plan id, then record id."""
    items = (item for agenda in agendas for item in agenda)
    return tuple(sorted(items, key=lambda item: (item.day, item.plan_id, item.record.id)))


def _milestones(plan_id: str, progress: Progress) -> Iterator[AgendaItem]:
    for each in progress.milestones:
        due = each.milestone.due
        if due and each.is_active and not each.is_completed:
            days = _days(due, progress)
            yield AgendaItem(plan_id, each.milestone, due, days, each.health, each.lead)


def _next_steps(plan_id: str, progress: Progress) -> Iterator[AgendaItem]:
    for step in (each.step for each in open_next_steps(progress)):
        # A step that has become a milestone is due as that.
        if step.due and step.promoted_to is None:
            yield AgendaItem(plan_id, step, step.due, _days(step.due, progress), None, step.lead)


def _releases(plan_id: str, progress: Progress) -> Iterator[AgendaItem]:
    for dataset in progress.plan.datasets:
        if dataset.planned and not may_be_released(dataset, progress.as_of):
            days = _days(dataset.planned, progress)
            yield AgendaItem(plan_id, dataset, dataset.planned, days, None, dataset.publisher)


def _days(when: When, progress: Progress) -> int:
    return (when.last - progress.as_of).days
