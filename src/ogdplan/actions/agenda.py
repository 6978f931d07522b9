"""What is to be done, over several plans."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ogdplan.actions.library import Loaded
from ogdplan.model.plan import Plan
from ogdplan.progress.agenda import AgendaItem, agenda_of, merge
from ogdplan.progress.plan import progress_of


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is late, and what is due within some days; `plans` and `over` by plan id.

    `over` holds the ids of the plans that have ended.
    """

    as_of: date
    within_days: int
    items: tuple[AgendaItem, ...]
    plans: dict[str, Plan]
    over: frozenset[str]


def agenda_over(plans: Sequence[Loaded], *, as_of: date, within_days: int) -> Agenda:
    """Return the agenda of all plans together, by date."""
    measured = {each.plan_id: progress_of(each.plan, as_of) for each in plans}
    agendas = (
        agenda_of(plan_id, progress, within_days=within_days)
        for plan_id, progress in measured.items()
    )
    return Agenda(
        as_of,
        within_days,
        merge(agendas),
        {each.plan_id: each.plan for each in plans},
        frozenset(plan_id for plan_id, progress in measured.items() if progress.over),
    )
