"""The history of a folder of plans: plan files as git has stored them, and those that differ."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from ogdplan.workspace.folder import (
    Content,
    PlanPath,
    PlansFolder,
    Unreadable,
    plan_path,
    read_plan,
)
from ogdplan.workspace.git import differences
from ogdplan.workspace.git.differences import Side
from ogdplan.workspace.git.objects import Commit, Objects, objects_of
from ogdplan.workspace.git.repository import Repository, repository_of


class PlanFile(NamedTuple):
    """A plan file at one moment: where it was, and its bytes or why there are none."""

    place: PlanPath
    content: Content

    @property
    def lines(self) -> Content:
        """Return its bytes with LF at the ends of lines.

        What git stores may have other line ends than what it puts on the disk.
        """
        if isinstance(self.content, Unreadable):
            return self.content
        return self.content.replace(b"\r\n", b"\n")


class Differing(NamedTuple):
    """A plan file that differs between two moments; None where it was not there.

    Where the file was moved the two have different places. `is_tracked` is false for a file on
    the disk that git was not told of.
    """

    old: PlanFile | None
    new: PlanFile | None
    is_tracked: bool = True


class Differences(NamedTuple):
    """The plan files that differ, by path, and the submodules that do: nobody looks into them."""

    plans: tuple[Differing, ...]
    submodules: tuple[str, ...] = ()

    @property
    def earlier(self) -> Mapping[PlanPath, PlanFile]:
        """Return what files were that are there now and were there, moved ones too."""
        return {each.new.place: each.old for each in self.plans if each.new and each.old}


@dataclass(frozen=True, slots=True)
class Archive:
    """A folder of plans with its history.

    What git has stored is asked of one process, which ends with `archive_of`.
    """

    folder: PlansFolder
    repository: Repository
    objects: Objects

    def commit(self, revision: str) -> Commit:
        """Return the commit that a revision names; `Objects.commit` says what raises."""
        return self.objects.commit(revision)

    def differences(self, old: Commit, new: Commit | None) -> Differences:
        """Return the plan files that differ between two commits; None is the disk.

        Only those that git says differ are read. On the disk these are the files as they are,
        those that git was not told of included.
        """
        found = (
            differences.between_commits(self.repository, old.id, new.id)
            if new
            else differences.from_commit_to_disk(self.repository, old.id)
        )
        plans = (
            Differing(self._file(each.old), self._file(each.new), each.is_tracked)
            for each in found.files
        )
        return Differences(tuple(plans), found.submodules)

    def is_cut(self, commit: str) -> bool:
        """Return whether the history of this clone is cut behind a commit."""
        return self.repository.is_shallow and self.objects.is_cut(commit)

    def path_below(self, place: PlanPath) -> str:
        """Return the path of a plan from the folder; that of one outside is in no history."""
        is_inside = place.path.is_relative_to(self.folder.root)
        return (place.path.relative_to(self.folder.root) if is_inside else place.path).as_posix()

    def blob_of(self, place: PlanPath, commit: Commit) -> str | None:
        """Return the blob of a plan in a commit, None where it is not there."""
        path = self.repository.prefix + self.path_below(place)
        return self.objects.blob_at(commit.id, path)

    def file(self, side: Side) -> PlanFile:
        """Return a plan file of a commit, or as it is on the disk where it is not stored."""
        place = plan_path(self.folder, side.path)
        if side.blob is None:
            return PlanFile(place, read_plan(self.folder, place))
        return PlanFile(place, self.objects.file(side.blob))

    def _file(self, side: Side | None) -> PlanFile | None:
        return self.file(side) if side else None


@contextmanager
def archive_of(folder: PlansFolder) -> Iterator[Archive]:
    """Give a folder of plans with its history, for a block.

    Raises NoRepositoryError, BareRepositoryError and GitMissingError where there is none.
    """
    repository = repository_of(folder)
    with objects_of(repository) as objects:
        yield Archive(folder, repository, objects)
