"""The commits that changed one plan file, through its renames and through merges."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from ogdplan.workspace.git.clock import moment_of, seconds_of
from ogdplan.workspace.git.differences import FILES, Row, plan_path_of, raw_rows
from ogdplan.workspace.git.objects import Objects, short_id
from ogdplan.workspace.git.process import run
from ogdplan.workspace.git.repository import Repository

_START = "\x01"
_FORMAT = "--format=%x01%H%x00%P%x00%aN%x00%cd%x00%s"
_HEADER = 5
_SETTINGS = ("log.showSignature=false", "log.follow=false", "log.showRoot=true")
_OPTIONS = (
    *("-z", "--raw", "--no-abbrev", "-M", "--date-order", "--parents", "--no-notes"),
    *("--date=raw", "--encoding=UTF-8"),
)


class Version(NamedTuple):
    """A commit that changed a plan, and what the plan's file was before and after it.

    `committed` is when it came into this line of history. `path` is where the file was then, from
    the folder of plans; `blob` is None where the commit removed it. `before` has the blob of each
    parent, None for a parent without the file: one, but several of a merge; of a first commit,
    which has no parent and `is_first`, it is one None. `moved_from` is the file's path in the first
    parent that has it under another one.
    """

    commit: str
    author: str
    committed: datetime
    subject: str
    path: str
    blob: str | None
    before: tuple[str | None, ...]
    moved_from: str | None = None
    is_first: bool = False

    @property
    def short(self) -> str:
        """Return the beginning of the commit's id, as people write it."""
        return short_id(self.commit)


class _Entry(NamedTuple):
    """A commit as git tells it: its facts, and the plan files that it changed."""

    id: str
    parents: tuple[str, ...]
    facts: Sequence[str]
    rows: tuple[Row, ...]


def versions_of(
    repository: Repository, objects: Objects, path: str, commit: str
) -> tuple[Version, ...]:
    """Return the commits that changed the plan which is at a path in a commit, newest first.

    The file is followed through its renames, also where it has another name on a side of a
    merge, and into earlier lives where it was removed and came again. Of a merge whose result is
    what one side had only that side is followed, as git does.
    """
    entries = _entries(repository, commit, ["-c", "--combined-all-paths"])
    return tuple(_walked(repository, objects, entries, path))


def states_of(
    repository: Repository, objects: Objects, paths: Iterable[str], commit: str
) -> Mapping[str, tuple[Version, ...]]:
    """Return the commits of the main line that changed each of some plans, newest first.

    That is the line of first parents: what a merge brought counts from the merge on. git looks
    through the history once, for however many plans.
    """
    options = ["--first-parent", "--diff-merges=first-parent"]
    entries = {
        entry.id: entry._replace(parents=entry.parents[:1])
        for entry in _entries(repository, commit, options).values()
    }
    return {path: tuple(_walked(repository, objects, entries, path)) for path in paths}


def last_commit_before(repository: Repository, commit: str, moment: str) -> str | None:
    """Return the last commit on the main line that was made before a moment, None for none.

    `moment` is a day, whose beginning counts, or a point of time, both in ISO 8601.
    """
    seconds = seconds_of(datetime.fromisoformat(moment))
    if not seconds:
        return None
    # Not the day itself: git reads days before 1970 and after 2099 as something else.
    before = f"--before=@{seconds - 1}"
    arguments = ["rev-list", "--first-parent", "-1", before, commit, "--"]
    return run(repository.root, arguments).decode().strip() or None


def first_commit(repository: Repository, commit: str) -> str:
    """Return the oldest commit of the main line that is here."""
    arguments = ["rev-list", "--first-parent", "--max-parents=0", commit, "--"]
    found = run(repository.root, arguments).decode().split()
    return found[-1] if found else commit


def _entries(repository: Repository, commit: str, options: Sequence[str]) -> dict[str, _Entry]:
    settings = [word for each in _SETTINGS for word in ("-c", each)]
    arguments = [*settings, "log", *_OPTIONS, *options, _FORMAT, commit, "--"]
    output = run(repository.root, [*arguments, repository.pathspec])
    entries = _read(os.fsdecode(output).split("\0"))
    return {entry.id: entry for entry in entries}


def _read(words: Sequence[str]) -> Iterator[_Entry]:
    """Yield the commits of the output: five facts each, then the files it changed.

    Whatever stands in a fact or a path is taken by its place.
    """
    at = 0
    while at < len(words):
        if not words[at].startswith(_START):
            at += 1
            continue
        commit, parents, *facts = words[at : at + _HEADER]
        rows, at = _rows(words, at + _HEADER)
        yield _Entry(commit[1:], tuple(parents.split()), [_readable(each) for each in facts], rows)


def _rows(words: Sequence[str], at: int) -> tuple[tuple[Row, ...], int]:
    """Return the files from a place on, and the place behind them."""
    # Of a merge an empty word stands before them, else a line end at the first.
    while at < len(words) and not words[at].strip("\n"):
        at += 1
    rows = tuple(raw_rows(words, at))
    return rows, at + sum(1 + len(paths) for _, _, paths in rows)


def _readable(text: str) -> str:
    """Return a text with a sign of replacement for each byte that is no UTF-8."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _walked(
    repository: Repository, objects: Objects, entries: Mapping[str, _Entry], path: str
) -> Iterator[Version]:
    """Yield the commits that changed a file; children come before parents in `entries`."""
    names = dict.fromkeys(list(entries)[:1], repository.prefix + path)
    for entry in entries.values():
        if name := names.get(entry.id):
            sides = _sides(entry, name, objects)
            for parent, old in zip(entry.parents, sides.before, strict=False):
                if old is not None:
                    names.setdefault(parent, old.path)
            if sides.is_changed and (below := plan_path_of(repository, name)):
                yield _version(entry, below, sides, _moved_from(repository, name, sides))


class _File(NamedTuple):
    """A file in a commit: its path from the top, its blob; None where it is not there."""

    path: str
    blob: str | None


class _Sides(NamedTuple):
    """A file in a commit and in its parents; None for a parent that is not to be followed."""

    blob: str | None
    before: tuple[_File | None, ...]
    is_changed: bool = True


def _sides(entry: _Entry, name: str, objects: Objects) -> _Sides:
    row = next((row for row in entry.rows if row[2][-1] == name), None)
    if row is None and len(entry.parents) > 1:
        return _merged(entry, name, objects)
    if row is None:
        return _Sides(None, tuple(_File(name, None) for _ in entry.parents), is_changed=False)
    modes, blobs, paths = row
    *olds, new = (
        blob if mode in FILES and blob.strip("0") else None
        for mode, blob in zip(modes, blobs, strict=True)
    )
    names = paths[: len(olds)] if len(paths) > 1 else paths
    return _Sides(new, tuple(_File(*pair) for pair in zip(names, olds, strict=True)))


def _merged(entry: _Entry, name: str, objects: Objects) -> _Sides:
    """Return the sides of a merge whose result is what a parent had; only that one is followed."""
    blob = objects.blob_at(entry.id, name)
    sides = [objects.blob_at(parent, name) == blob for parent in entry.parents]
    followed = sides.index(True) if True in sides else 0
    before = (_File(name, blob) if n == followed else None for n in range(len(sides)))
    return _Sides(blob, tuple(before), is_changed=False)


def _moved_from(repository: Repository, name: str, sides: _Sides) -> str | None:
    olds = (each.path for each in sides.before if each and each.blob and each.path != name)
    return next(filter(None, (plan_path_of(repository, old) for old in olds)), None)


def _version(entry: _Entry, path: str, sides: _Sides, moved_from: str | None) -> Version:
    author, committed, subject = entry.facts
    return Version(
        commit=entry.id,
        author=author,
        committed=moment_of(committed),
        subject=subject,
        path=path,
        blob=sides.blob,
        before=tuple(each.blob if each else None for each in sides.before),
        moved_from=moved_from,
        is_first=not entry.parents,
    )
