"""How plan files differ between two states of them, as values."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ogdplan.actions.archive import Differing, PlanFile
from ogdplan.actions.library import Failed
from ogdplan.actions.moments import Moment
from ogdplan.actions.stored_plans import side_in
from ogdplan.compare.changes import Change, What, between_sides
from ogdplan.compare.sides import Side
from ogdplan.compare.whole_plans import plan_added, plan_moved, plan_removed
from ogdplan.findings import DataPath
from ogdplan.model.kinds import kind_named, records_of
from ogdplan.model.plan import Plan
from ogdplan.planfile.locating import Locator
from ogdplan.planfile.pieces import VersionReader
from ogdplan.planfile.reading import as_text
from ogdplan.workspace.folder import PlanPath


class Broken(NamedTuple):
    """A file that yields no plan in one of the two states."""

    moment: Moment
    failed: Failed


class Located(NamedTuple):
    """A change, and the line of the new file where its record begins; None where it is gone."""

    change: Change
    line: int | None


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """A plan file that differs, and how.

    `place` is where it is, or was; `was` where it was before, when that is another place.
    Without changes and with nothing broken only its layout or comments differ. `texts` are what
    it held before and after, "" where it was not there, with LF at the ends of lines.
    `new` is the plan after it, with its values at fault.
    """

    place: PlanPath
    was: PlanPath | None
    changes: tuple[Change, ...]
    broken: tuple[Broken, ...]
    texts: tuple[str, str]
    new: Side | None

    @property
    def is_faulty(self) -> bool:
        """Whether the plan after it has values that cannot be read."""
        return self.new is not None and bool(self.new.unread)

    @property
    def located(self) -> tuple[Located, ...]:
        """Return the changes, each with its line."""
        locator = Locator(self.texts[1])
        paths = ((each, _path(each, self.new.plan if self.new else None)) for each in self.changes)
        return tuple(
            Located(each, None if path is None else locator.line(path)) for each, path in paths
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two states: the plans that differ, by path.

    `notes` say what is good to know beside it.
    """

    old: Moment
    new: Moment
    plans: tuple[PlanDifference, ...]
    notes: tuple[str, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return all changes, plan by plan."""
        return tuple(change for plan in self.plans for change in plan.changes)

    @property
    def broken(self) -> tuple[Broken, ...]:
        """Return all that could not be read."""
        return tuple(each for plan in self.plans for each in plan.broken)


def difference(differing: Differing, from_: Moment, to: Moment) -> PlanDifference | None:
    """Return how a plan file differs between two moments; None where it holds the same.

    git names a file on the disk that was written anew, though with the same bytes.
    """
    before, after = differing.old, differing.new
    file = after or before
    if file is None or before == after:
        return None
    reader = VersionReader()
    olds, news = (side_in(each, reader) if each else None for each in (before, after))
    old, new = (each if isinstance(each, Side) else None for each in (olds, news))
    was = before.place if before and before.place != file.place else None
    changes = (
        *_of_the_file(differing, old.plan if old else None, new.plan if new else None),
        *(between_sides(old, new, plan_id=file.place.plan_id) if old and new else ()),
    )
    broken = [Broken(to, news)] if isinstance(news, Failed) else []
    # A broken file that is gone is nobody's trouble any more.
    if isinstance(olds, Failed) and after:
        broken.insert(0, Broken(from_, olds))
    texts = _text(before), _text(after)
    return PlanDifference(file.place, was, changes, tuple(broken), texts, new)


def _of_the_file(differing: Differing, old: Plan | None, new: Plan | None) -> Iterator[Change]:
    """Yield what happened to the plan as a whole; nothing where it is what and where it was."""
    match differing:
        case Differing(None, PlanFile() as after):
            yield plan_added(after.place.plan_id, new, is_tracked=differing.is_tracked)
        case Differing(PlanFile() as before, None):
            yield plan_removed(before.place.plan_id, old)
        case Differing(PlanFile() as before, PlanFile() as after) if before.place != after.place:
            yield plan_moved(before.place.plan_id, after.place.plan_id, new)


def _text(file: PlanFile | None) -> str:
    lines = file.lines if file else b""
    return as_text(lines) if isinstance(lines, bytes) else ""


def _path(change: Change, plan: Plan | None) -> DataPath | None:
    """Return the way to what changed in the data of the new plan; None where it is gone."""
    if change.what is What.REMOVED:
        return None
    if plan is None or change.kind == "plan":
        return ("plan",)
    if change.kind == "accepted":
        titles = [Side(plan).title(each) for each in plan.accepted]
        return ("accepted", titles.index(change.title))
    kind = kind_named(change.kind)
    ids = [record.id for record in records_of(plan, kind)]
    # An id that cannot be read is not among them.
    return (kind.table, ids.index(change.id)) if change.id in ids else (kind.table,)
