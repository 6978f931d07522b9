"""The repository that a folder of plans lies in."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ogdplan.errors import OgdplanError
from ogdplan.workspace.folder import PlansFolder
from ogdplan.workspace.git.process import GitError, attempt, said

_FACTS = ("--is-bare-repository", "--is-shallow-repository", "--show-prefix", "--show-toplevel")


class NoRepositoryError(OgdplanError):
    """The plans are in no git repository, so that they have no history."""

    def __init__(self, folder: PlansFolder) -> None:
        super().__init__(
            f"{folder.shown('')}/ is in no git repository, so there is no history of it",
            hint="begin one with `git init`, then `git add` and `git commit` the plans",
        )


class BareRepositoryError(OgdplanError):
    """The folder is in a repository without files to work on."""

    def __init__(self) -> None:
        super().__init__(
            "this git repository is a bare one: it has no files to work on",
            hint="make a clone of it with `git clone`, and go there",
        )


@dataclass(frozen=True, slots=True)
class Repository:
    """A working tree: its top, and where in it the plans lie.

    `prefix` is the path of the folder of plans from the top, `plans/`, or empty where that is
    the top itself. `is_shallow`: only the last part of the history is here.
    """

    root: Path
    prefix: str
    is_shallow: bool

    @property
    def pathspec(self) -> str:
        """Return how git is told to look at the plans only."""
        return self.prefix or "."

    def below(self, path: str) -> str | None:
        """Return the path of a file from the folder of plans, None where it lies elsewhere."""
        return path[len(self.prefix) :] if path.startswith(self.prefix) else None


def repository_of(folder: PlansFolder) -> Repository:
    """Return the repository that holds a folder of plans.

    Raises NoRepositoryError where there is none, BareRepositoryError where it has no files.
    """
    ended = attempt(folder.root, ["rev-parse", *_FACTS])
    facts = os.fsdecode(ended.stdout).split("\n")
    # A git older than 2.38 does not refuse a bare repository by itself.
    if facts[0] == "true" or b"cannot use bare repository" in ended.stderr:
        raise BareRepositoryError
    if ended.returncode or len(facts) <= len(_FACTS):
        raise _failure(folder, ended.stderr)
    _, shallow, *paths, _ = facts
    prefix, root = _told_apart(paths, folder)
    return Repository(Path(root), prefix, shallow == "true")


def _told_apart(lines: Sequence[str], folder: PlansFolder) -> tuple[str, str]:
    """Return the path from the top and the top itself; the name of a folder may have many lines."""
    pairs = [("\n".join(lines[:at]), "\n".join(lines[at:])) for at in range(1, len(lines))]
    for prefix, root in pairs[:-1]:
        if PlansFolder(Path(root, prefix)).target == folder.target:
            return prefix, root
    return pairs[-1]


def _failure(folder: PlansFolder, stderr: bytes) -> OgdplanError:
    """Return why there is no repository; its owner may be someone else, which git says itself."""
    words = said(stderr)
    is_none = "not a git repository" in words.lower()
    return NoRepositoryError(folder) if is_none else GitError(words or "it gives no answer")
