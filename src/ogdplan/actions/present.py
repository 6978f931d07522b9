"""The file of a plan as it is now beside its last commit, and what is good to know of the two."""

from collections.abc import Iterator
from typing import NamedTuple

from ogdplan.actions.archive import Archive, PlanFile
from ogdplan.actions.stored_plans import side_in
from ogdplan.compare.sides import Side
from ogdplan.planfile.pieces import VersionReader
from ogdplan.workspace.folder import Content, PlanPath, Unreadable, read_plan
from ogdplan.workspace.git.objects import Commit

_CUT = "the history in this clone is cut: `git fetch --unshallow` brings the rest"


class Present(NamedTuple):
    """The file of a plan as it is on the disk, and as it was last committed; None for never.

    `stored_at` is where the last commit has it: elsewhere when it was moved since.
    """

    place: PlanPath
    on_disk: Content
    committed: Content | None
    stored_at: PlanPath

    @property
    def side(self) -> Side | None:
        """Return the plan on the disk, if there is one."""
        found = side_in(PlanFile(self.place, self.on_disk), VersionReader())
        return found if isinstance(found, Side) else None

    @property
    def is_gone(self) -> bool:
        """Whether neither the disk nor the last commit has it under this name."""
        return isinstance(self.on_disk, Unreadable) and self.committed is None


def present_of(archive: Archive, place: PlanPath, head: Commit) -> Present:
    """Return how the file of a plan is now, and how it is in the last commit."""
    on_disk = read_plan(archive.folder, place)
    path = archive.repository.prefix + path_below(archive, place)
    if blob := archive.objects.blob_at(head.id, path):
        return Present(place, on_disk, archive.objects.file(blob), place)
    if not isinstance(on_disk, Unreadable) and (old := _moved_from(archive, place, head)):
        return Present(place, on_disk, old.content, old.place)
    return Present(place, on_disk, None, place)


def path_below(archive: Archive, place: PlanPath) -> str:
    """Return the path of a plan from the folder of plans."""
    return place.path.relative_to(archive.folder.root).as_posix()


def notes_of(archive: Archive, now: Present) -> Iterator[str]:
    """Yield what is good to know beside the history of a plan."""
    if archive.repository.is_shallow:
        yield _CUT
    plan_id, old_id = now.place.plan_id, now.stored_at.plan_id
    if isinstance(now.on_disk, Unreadable):
        if now.committed:
            yield f"{now.place.shown}: {now.on_disk.message}; the last commit has it"
        return
    if now.committed is None:
        yield f"{plan_id} is not committed: what it says now is in no history yet"
    elif old_id != plan_id:
        yield f"{plan_id} is still {old_id} in the last commit: ogdplan diff --plan {plan_id}"
    elif _lines(now.on_disk) != _lines(now.committed):
        yield f"{plan_id} has changes that are not committed: ogdplan diff --plan {plan_id}"
    if (side := now.side) and side.unread:
        yield f"{plan_id} has errors: ogdplan check {plan_id}"


def _moved_from(archive: Archive, place: PlanPath, head: Commit) -> PlanFile | None:
    """Return the file in the last commit that git sees to have been moved to a place."""
    for each in archive.differences(head, None).plans:
        if each.old and each.new and each.new.place.path == place.path:
            return each.old
    return None


def _lines(content: Content) -> object:
    # What git stores may have other line ends than what it puts on the disk.
    return content.replace(b"\r\n", b"\n") if isinstance(content, bytes) else content
