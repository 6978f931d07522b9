"""Which plan files git says differ, between two commits or between one and the disk."""

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ogdplan.workspace.git.process import run
from ogdplan.workspace.git.repository import Repository

FILES = frozenset({"100644", "100755"})
"""The modes of files; links and submodules have others."""

_LINK = "160000"
_SUFFIX = ".toml"
_RENAMES = "-M"


class Side(NamedTuple):
    """A file on one side: its path from the folder of plans, and its blob.

    `blob` is None for what is on the disk and not stored.
    """

    path: str
    blob: str | None


class Difference(NamedTuple):
    """A plan file that differs; `old` is None where it is new, `new` where it is gone.

    Where it was moved the two have different paths. `is_tracked` is false for a new file that
    git was not told of.
    """

    old: Side | None
    new: Side | None
    is_tracked: bool = True

    @property
    def order(self) -> str:
        """Return the path to sort by: where it is now, else where it was."""
        return (self.new or self.old or Side("", None)).path


class Differences(NamedTuple):
    """The plan files that differ, by path, and the submodules that do: they are not looked into."""

    files: tuple[Difference, ...]
    submodules: tuple[str, ...] = ()


def between_commits(repository: Repository, old: str, new: str) -> Differences:
    """Return which plan files differ between two commits, by their ids."""
    arguments = ["diff-tree", "-r", "-z", "--raw", "--full-index", _RENAMES, old, new, "--"]
    return _read(repository, run(repository.root, [*arguments, repository.pathspec]))


def from_commit_to_disk(repository: Repository, commit: str) -> Differences:
    """Return which plan files on the disk differ from a commit, those new to git included.

    Files that git is told to ignore are passed over.
    """
    # Not diff-index: of a file that was only touched it says that it may differ.
    plain = ("--no-color", "--no-ext-diff", "--no-relative", "--ignore-submodules=none")
    arguments = ["diff", "-z", "--raw", "--no-abbrev", _RENAMES, *plain, commit, "--"]
    known = _read(repository, run(repository.root, [*arguments, repository.pathspec]))
    new = tuple(
        Difference(None, Side(path, None), is_tracked=False) for path in _untracked(repository)
    )
    there = (_on_disk(repository, each) for each in known.files)
    files = sorted((*there, *new), key=lambda each: each.order)
    return Differences(tuple(files), known.submodules)


def common_ancestor(repository: Repository, one: str, other: str) -> str | None:
    """Return the commit from which two went apart, None where they share none."""
    found = run(repository.root, ["merge-base", one, other], fine=(0, 1)).decode().split()
    return found[0] if found else None


def plan_path_of(repository: Repository, path: str) -> str | None:
    """Return the path of a plan file from the folder of plans, None for what is none.

    As on the disk, names that begin with a dot are passed over; those of several lines too.
    """
    below = repository.below(path)
    if below is None or "\n" in below or not below.lower().endswith(_SUFFIX):
        return None
    return None if any(part.startswith(".") for part in below.split("/")) else below


def _on_disk(repository: Repository, difference: Difference) -> Difference:
    """Return a difference whose new side is the file on the disk.

    In a sparse checkout a file may be on no disk and be there all the same, as it is stored. Of
    one that was moved git tells the id it would be stored under: that is not stored yet.
    """
    new = difference.new
    if new is None or not os.path.lexists(repository.root / repository.prefix / new.path):
        return difference
    return difference._replace(new=Side(new.path, None))


def _untracked(repository: Repository) -> Iterator[str]:
    arguments = ["ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--"]
    for path in os.fsdecode(run(repository.root, [*arguments, repository.pathspec])).split("\0"):
        if below := plan_path_of(repository, path):
            yield below


def _read(repository: Repository, output: bytes) -> Differences:
    """Return what `--raw -z` tells: modes, blobs and a letter, then one path or two."""
    files, submodules = [], []
    for modes, blobs, paths in raw_rows(os.fsdecode(output).split("\0")):
        if _LINK in modes:
            submodules.append(paths[-1])
            continue
        old = _side(repository, paths[0], modes[0], blobs[0])
        new = _side(repository, paths[-1], modes[-1], blobs[-1])
        if old or new:
            files.append(Difference(old, new))
    return Differences(tuple(sorted(files, key=lambda each: each.order)), tuple(submodules))


Row = tuple[Sequence[str], Sequence[str], Sequence[str]]
"""Modes, blobs and paths of a file, of each side, the newest last."""


def raw_rows(words: Sequence[str], at: int = 0) -> Iterator[Row]:
    """Yield the files of `--raw -z` output that was taken apart at its zeros, from a place on."""
    while at < len(words) and (word := words[at].lstrip("\n")).startswith(":"):
        modes, blobs, letters = _facts(word)
        # Of a merge each side has a path; else there are two where it was moved.
        count = len(modes) if len(modes) > 2 else 1 + (letters[0] in "RC")
        yield modes, blobs, words[at + 1 : at + 1 + count]
        at += 1 + count


def _facts(word: str) -> tuple[list[str], list[str], str]:
    sides = word.count(":", 0, len(word) - len(word.lstrip(":"))) + 1
    *found, letters = word.lstrip(":").split(" ")
    return found[:sides], found[sides:], letters


def _side(repository: Repository, path: str, mode: str, blob: str) -> Side | None:
    """Return a plan file of one side; a link is none, for its plan is where it leads."""
    below = plan_path_of(repository, path)
    if below is None or mode not in FILES:
        return None
    return Side(below, blob if blob.strip("0") else None)
