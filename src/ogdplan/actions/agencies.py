"""Agency plans: which plans of a folder are under another, and their figures."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ogdplan.actions.examination import Examined
from ogdplan.actions.library import Failed, Selection, load
from ogdplan.progress.kin import ids_under
from ogdplan.progress.plan import progress_of
from ogdplan.progress.summary import Summary, summary_of
from ogdplan.workspace.folder import PlanPath


class Agency(NamedTuple):
    """A plan under another, directly or further down, and its figures."""

    plan_id: str
    summary: Summary


@dataclass(frozen=True, slots=True)
class Family:
    """The files of a folder by their plan ids, and which ids are directly under which."""

    places: Mapping[str, PlanPath]
    children: Mapping[str, Sequence[str]]

    def under(self, plan_id: str) -> tuple[PlanPath, ...]:
        """Return the files under a plan, directly or further down, by plan id; never its own.

        Each comes once, also where plans are under each other in a circle.
        """
        return tuple(self.places[each] for each in sorted(ids_under(plan_id, self.children)))


def family_of(examined: Iterable[Examined]) -> Family:
    """Return which files are under which plans, by the `parent` that they name.

    A file that does not even say that much may be under the plans whose ids its path goes
    through: `brazil/saude` under `brazil`.
    """
    places: dict[str, PlanPath] = {}
    children: dict[str, list[str]] = defaultdict(list)
    for each in examined:
        places[each.place.plan_id] = each.place
        for parent in _parents(each):
            children[parent].append(each.place.plan_id)
    return Family(places, children)


def _parents(examined: Examined) -> Iterator[str]:
    if examined.card:
        yield from filter(None, (examined.card.parent,))
        return
    plan_id = examined.place.plan_id
    while plan_id := plan_id.rpartition("/")[0]:
        yield plan_id


@dataclass(frozen=True, slots=True)
class Agencies:
    """The figures of the plans under some others, and the files among them that yield none."""

    family: Family
    summaries: Mapping[PlanPath, Summary]
    failed: tuple[Failed, ...]

    def under(self, plan_id: str) -> tuple[Agency, ...]:
        """Return the plans under one, directly or further down, by plan id."""
        places = self.family.under(plan_id)
        return tuple(
            Agency(place.plan_id, self.summaries[place])
            for place in places
            if place in self.summaries
        )


def agencies_of(
    selection: Selection, family: Family, known: Mapping[PlanPath, Summary], *, as_of: date
) -> Agencies:
    """Return the figures of the plans under those of a selection.

    `known` are the figures of plans that were read already. The files of the selection itself
    that yield no plan are not among the failed.
    """
    asked = set(selection.paths)
    under = {each for place in known for each in family.under(place.plan_id)}
    others = sorted(under - asked, key=lambda place: place.plan_id)
    found = load(Selection(selection.folder, tuple(others)))
    read = {each.place: summary_of(progress_of(each.plan, as_of)) for each in found.plans}
    return Agencies(family, {**known, **read}, found.failed)
