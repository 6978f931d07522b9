"""The file of a plan as it is now beside its last commit, and what is good to know of the two."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ogdplan.actions.archive import Archive, PlanFile
from ogdplan.actions.stored_plans import side_in
from ogdplan.compare.sides import Side
from ogdplan.planfile.pieces import VersionReader
from ogdplan.workspace.folder import PlanPath, Unreadable, read_plan
from ogdplan.workspace.git.objects import Commit

_CUT = "the history in this clone is cut: `git fetch --unshallow` brings the rest"


@dataclass(frozen=True)
class Present:
    """The file of a plan as it is on the disk, and as it was last committed; None for never.

    The last commit has it elsewhere when it was moved since. `reader` knows other versions of it.
    """

    on_disk: PlanFile
    committed: PlanFile | None
    reader: VersionReader

    @property
    def place(self) -> PlanPath:
        """Return where it is now."""
        return self.on_disk.place

    @property
    def stored_at(self) -> PlanPath:
        """Return where its history has it."""
        return (self.committed or self.on_disk).place

    @cached_property
    def side(self) -> Side | None:
        """The plan on the disk, if there is one."""
        found = side_in(self.on_disk, self.reader)
        return found if isinstance(found, Side) else None

    @property
    def is_gone(self) -> bool:
        """Whether neither the disk nor the last commit has it under this name."""
        return isinstance(self.on_disk.content, Unreadable) and self.committed is None


def present_of(archive: Archive, place: PlanPath, head: Commit, reader: VersionReader) -> Present:
    """Return how the file of a plan is now, and how it is in the last commit."""
    on_disk = PlanFile(place, read_plan(archive.folder, place))
    committed = None
    if blob := archive.blob_of(place, head):
        committed = PlanFile(place, archive.objects.file(blob))
    elif not isinstance(on_disk.content, Unreadable):
        committed = archive.differences(head, None).earlier.get(place)
    return Present(on_disk, committed, reader)


def notes_of(archive: Archive, now: Present) -> Iterator[str]:
    """Yield what is good to know beside the history of a plan."""
    if archive.repository.is_shallow:
        yield _CUT
    plan_id, old_id = now.place.plan_id, now.stored_at.plan_id
    if isinstance(now.on_disk.content, Unreadable):
        if now.committed:
            yield f"{now.place.shown}: {now.on_disk.content.message}; the last commit has it"
        return
    if now.committed is None:
        yield f"{plan_id} is not committed: what it says now is in no history yet"
    elif old_id != plan_id:
        yield f"{plan_id} is still {old_id} in the last commit: ogdplan diff --plan {plan_id}"
    elif now.on_disk.lines != now.committed.lines:
        yield f"{plan_id} has changes that are not committed: ogdplan diff --plan {plan_id}"
    if (side := now.side) and side.unread:
        yield f"{plan_id} has errors: ogdplan check {plan_id}"
