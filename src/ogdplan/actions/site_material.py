"""What the pages about all plans need of each, read one plan after another."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from ogdplan.actions.library import Failed, Loaded, plan_in
from ogdplan.progress.known import Known, known_of
from ogdplan.progress.plan import Progress, progress_of
from ogdplan.workspace.folder import PlanPath, PlansFolder, read_plan

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Gathered(Generic[Told]):
    """One plan read: what is known of it, and what else was told of it while it was at hand."""

    known: Known
    told: Told


def gather(
    folder: PlansFolder,
    places: Sequence[PlanPath],
    *,
    as_of: date,
    tell: Callable[[Loaded, Progress], Told],
) -> Iterator[Gathered[Told] | Failed]:
    """Yield what is known of each plan; only one at a time is held as a whole."""
    for place in places:
        loaded = plan_in(place, read_plan(folder, place))
        if isinstance(loaded, Failed):
            yield loaded
        else:
            progress = progress_of(loaded.plan, as_of)
            yield Gathered(known_of(loaded.plan_id, progress), tell(loaded, progress))
