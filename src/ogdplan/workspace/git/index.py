"""The index of git: what a merge has left open in it, and the submodules it has."""

import os

from ogdplan.workspace.git.differences import plan_path_of
from ogdplan.workspace.git.process import run
from ogdplan.workspace.git.repository import Repository

_LINK = "160000 "


def unmerged(repository: Repository) -> tuple[str, ...]:
    """Return the plan files that git holds to be in conflict, by path from the folder of plans."""
    arguments = ["ls-files", "--unmerged", "-z", "--full-name", "--", repository.pathspec]
    rows = os.fsdecode(run(repository.root, arguments)).split("\0")[:-1]
    paths = (plan_path_of(repository, row.partition("\t")[2]) for row in rows)
    return tuple(sorted({path for path in paths if path is not None}))


def submodules(repository: Repository) -> tuple[str, ...]:
    """Return the submodules among the plans, by path from the folder of plans."""
    arguments = ["ls-files", "--stage", "-z", "--full-name", "--", repository.pathspec]
    rows = os.fsdecode(run(repository.root, arguments)).split("\0")[:-1]
    paths = (row.partition("\t")[2] for row in rows if row.startswith(_LINK))
    found = (repository.below(path) for path in paths)
    return tuple(sorted({path for path in found if path is not None}))
