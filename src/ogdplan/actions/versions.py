"""The versions of one plan that git has stored, and what changed from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ogdplan.actions.archive import Archive, PlanFile
from ogdplan.actions.library import Failed
from ogdplan.actions.stored_plans import side_in
from ogdplan.compare.changes import Change, between_sides
from ogdplan.compare.merged import by_the_merge_itself
from ogdplan.compare.sides import Side
from ogdplan.compare.whole_plans import plan_added, plan_moved, plan_removed
from ogdplan.model.plan import Plan
from ogdplan.planfile.pieces import VersionReader
from ogdplan.workspace.folder import PlanPath, plan_path
from ogdplan.workspace.git.history import Version

_KEPT = 50
"""How many versions are kept: each is asked for again soon, as what another one was before."""


@dataclass(frozen=True)
class Step:
    """One version of a plan and the last readable one of each parent; None for no plan.

    `failed` says why the file yields none: then nothing can be told of it.
    """

    version: Version
    place: PlanPath
    olds: tuple[Side, ...] = ()
    new: Side | None = None
    failed: Failed | None = None

    @property
    def is_merge(self) -> bool:
        """Whether several parents have the plan."""
        return len(self.olds) > 1

    @property
    def whole(self) -> tuple[Change, ...]:
        """Return what happened to the plan as a whole."""
        plan_id, moved_from = self.place.plan_id, self.version.moved_from
        if self.failed:
            return ()
        if self.new is None:
            return (plan_removed(plan_id, self.olds[0].plan if self.olds else None),)
        if not self.olds:
            return (plan_added(plan_id, self.new.plan),)
        if moved_from and not self.is_merge:
            return (plan_moved(moved_from.removesuffix(".toml"), plan_id, self.new.plan),)
        return ()

    @cached_property
    def within(self) -> tuple[Change, ...]:
        """Return what happened in the plan; of a merge what it changed itself."""
        if self.new is None or not self.olds:
            return ()
        plan_id = self.place.plan_id
        against = [between_sides(old, self.new, plan_id=plan_id) for old in self.olds]
        return by_the_merge_itself(against) if self.is_merge else against[0]


@dataclass(frozen=True, slots=True)
class Versions:
    """The commits that changed a plan, newest first; each stored file is read once."""

    archive: Archive
    all: Sequence[Version]
    reader: VersionReader
    _read: dict[str, Side | Failed] = field(default_factory=dict)

    def step(self, number: int) -> Step:
        """Return a version by its number, 0 for the newest, and what it is to be compared with."""
        version = self.all[number]
        place = plan_path(self.archive.folder, version.path)
        found = self._side(version.blob, place) if version.blob else None
        if isinstance(found, Failed):
            return Step(version, place, failed=found)
        bases = [self._readable(number, blob) for blob in version.before if blob]
        self._look_ahead(number + 1)
        return Step(version, place, tuple(base for base in bases if base), found)

    def _look_ahead(self, number: int) -> None:
        """Let git look for what the next version is compared with, while this one is."""
        for blob in self.all[number].before[:1] if number < len(self.all) else ():
            if blob and blob not in self._read:
                self.archive.objects.look_ahead(blob)

    def plan(self, number: int) -> Plan | None:
        """Return the plan of a version; None where it was removed or cannot be read."""
        found = self.step(number).new
        return found.plan if found else None

    def _readable(self, number: int, blob: str) -> Side | None:
        """Return the plan of a stored file, else the last before it that could be read.

        `number` is that of a version which came after it.
        """
        version = self.all[number]
        found = self._side(blob, plan_path(self.archive.folder, version.path))
        if isinstance(found, Side):
            return found
        for older in range(number + 1, len(self.all)):
            before = self.all[older].before
            if self.all[older].blob == blob:
                return self._readable(older, before[0]) if before and before[0] else None
        return None

    def _side(self, blob: str, place: PlanPath) -> Side | Failed:
        if blob not in self._read:
            if len(self._read) > _KEPT:
                del self._read[next(iter(self._read))]
            file = PlanFile(place, self.archive.objects.file(blob))
            self._read[blob] = side_in(file, self.reader)
        return self._read[blob]
