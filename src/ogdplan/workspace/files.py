"""Writing files: whole or not at all."""

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from ogdplan.errors import FileError, OgdplanError
from ogdplan.planfile.reading import SIZE_LIMIT
from ogdplan.workspace.drafts import clear_drafts, drafted, sync_folder
from ogdplan.workspace.failures import AGAIN, said_of, words_of
from ogdplan.workspace.links import real_path


class ChangedOnDiskError(OgdplanError):
    """A file was edited by someone else between reading and writing."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"{shown} changed since it was read", hint="run the command again")


class AlreadyThereError(OgdplanError):
    """A plan file was to be made where something is; `id_given` says how another id is given."""

    def __init__(self, shown: str, *, id_given: str = "") -> None:
        another = f"choose another plan id {id_given}".rstrip()
        hint = f"{another}, or change the plan that is there"
        super().__init__(f"{shown} is there already", hint=hint)


@dataclass(frozen=True, slots=True)
class Replacement:
    """New content for a plan file; `shown` is its name in output, `read` what was read of it."""

    path: Path
    shown: str
    read: bytes
    content: bytes


def write_output(path: Path, content: str | bytes, *, option: str = "--output") -> None:
    """Write a text as UTF-8, or bytes; the file is the old or the whole new one at any moment.

    A link is followed, the permissions of the old file stay. What is no file, such as
    /dev/stdout or a pipe, is written to as it is. Raises FileError where the folder is missing
    or may not be written to, for a pipe that nobody reads, and for a name that makes it a plan:
    no result is one, and the file may be somebody's plan. `option` is the one that names the file.
    """
    target = real_path(path)
    written = content.encode() if isinstance(content, str) else content
    if any(map(_is_called_as_a_plan, (path, target))):
        hint = "choose another name, such as status.md, report.json or milestones.csv"
        raise FileError("write", str(path), "files called .toml are plans", hint=hint)
    try:
        if target.parent.is_dir() and path.exists() and not target.is_file():
            _pour(path, written)
        else:
            with drafted(target, written) as draft:
                draft.replace(target)
    except OSError as error:
        raise _cannot_write(path, target, error, option) from error


def _pour(path: Path, content: bytes) -> None:
    """Write into what is no file; raises OSError (ENXIO) for a pipe that nobody has open to read.

    To open such a pipe in the usual way waits for ever.
    """
    if sys.platform == "win32":
        path.write_bytes(content)
        return
    handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
    with os.fdopen(handle, "wb") as file:
        os.set_blocking(handle, True)
        file.write(content)


def replace_plan(path: Path, content: bytes, *, read: bytes, shown: str) -> None:
    """Put new content in the place of a plan file; `replace_plans` says how, and what raises."""
    replace_plans([Replacement(path, shown, read, content)])


def replace_plans(changes: Sequence[Replacement]) -> None:
    """Put new contents in the places of plan files, of all or of none.

    The caller holds the locks of all of them (`locks.locked_all`). Links are followed,
    permissions stay. What can fail is done before the first file is replaced; where one cannot
    be replaced all the same, those before it get back what was read. A process killed in between
    leaves each file whole, but some new and some old, and drafts that the next writer clears.

    Raises ChangedOnDiskError when a file no longer holds what was read of it, FileError when one
    is gone, is read-only, or cannot be written.
    """
    # Drafts go before anything is put back, which may need their room on the disk.
    with ExitStack() as undoing, ExitStack() as leftovers:
        drafts = [_prepare(change, leftovers) for change in changes]
        for change in changes:
            _require_unchanged(change)
        for change, draft in zip(changes, drafts, strict=True):
            undoing.callback(_put_back, change)
            _put_in_place(change, draft)
        undoing.pop_all()


def create_plan(path: Path, content: bytes, *, shown: str) -> None:
    """Make a new plan file, whole or not at all, and the folders above it that are missing.

    Needs no lock. Raises AlreadyThereError when anything has that name, also when it came a
    moment ago, and FileError when the file cannot be written.
    """
    if os.path.lexists(path):
        raise AlreadyThereError(shown)
    _require_readable(content, shown)
    with said_of(shown):
        _make_folder(path.parent, shown)
        require_open_folder(path.parent, shown)
        with drafted(path, content) as draft:
            try:
                _take_free_name(draft, path)
            except FileExistsError as error:
                raise AlreadyThereError(shown) from error
        sync_folder(path.parent)


def write_settings(path: Path, content: bytes, *, read: bytes | None, shown: str) -> None:
    """Put new content into a file about plans that is none itself, such as `.gitattributes`.

    Needs no lock. `read` is what was read of the file, None where there was none, which makes
    it; without content the file goes. Raises ChangedOnDiskError when the file is no longer as it
    was read, and FileError when it cannot be written.
    """
    if read is None:
        try:
            create_plan(path, content, shown=shown)
        except AlreadyThereError as error:
            raise ChangedOnDiskError(shown) from error
    elif content:
        replace_plan(path, content, read=read, shown=shown)
    else:
        with said_of(shown, action="remove"):
            require_open_folder(path.parent, shown)
            _require_unchanged(Replacement(path, shown, read, content))
            path.unlink()
            sync_folder(path.parent)


def _is_called_as_a_plan(path: Path) -> bool:
    """Return whether a file is called `.toml`, also in the ways in which only Windows says it."""
    name = path.name.partition(":")[0].rstrip(". ")
    return any(each.lower().endswith(".toml") for each in (name, path.name))


# Replacing.


def _prepare(change: Replacement, leftovers: ExitStack) -> Path:
    """Return a draft of the new content, which goes with the leftovers if it is still there."""
    target = real_path(change.path)
    _require_readable(change.content, change.shown)
    with said_of(change.shown):
        _require_open(target, change.shown)
        clear_drafts(target)
        return leftovers.enter_context(drafted(target, change.content))


def _require_readable(content: bytes, shown: str) -> None:
    """Raise FileError for a plan that nobody could read again: it would be too large."""
    if len(content) > SIZE_LIMIT:
        reason = f"it would have {len(content):,} bytes, and a plan has at most {SIZE_LIMIT:,}"
        raise FileError("write", shown, reason, hint="put a part of it into a plan of its own")


def _require_open(target: Path, shown: str) -> None:
    """Refuse a file that is kept from being changed; replacing it would not notice."""
    if not target.stat().st_mode & 0o222 or not os.access(target, os.W_OK):
        hint = f"allow changes to the file, {AGAIN}"
        raise FileError("write", shown, "it is read-only", hint=hint)
    require_open_folder(target.parent, shown)


def require_open_folder(folder: Path, shown: str) -> None:
    """Raise FileError where a folder is kept from having its files changed."""
    # On Windows the mark means nothing on a folder, and OneDrive gives it to each of its own.
    is_marked = sys.platform != "win32" and not folder.stat().st_mode & 0o222
    if is_marked or not os.access(folder, os.W_OK):
        hint = f"allow changes to the folder, {AGAIN}"
        raise FileError("write", shown, "its folder is read-only", hint=hint)


def _require_unchanged(change: Replacement) -> None:
    with said_of(change.shown):
        if change.path.read_bytes() != change.read:
            raise ChangedOnDiskError(change.shown)


def _put_in_place(change: Replacement, draft: Path) -> None:
    _require_unchanged(change)
    with said_of(change.shown):
        _move(draft, change.path)


def _put_back(change: Replacement) -> None:
    """Give a file what was read of it, unless its new content never came or is there no more."""
    try:
        if change.path.read_bytes() == change.content:
            with drafted(real_path(change.path), change.read) as draft:
                _move(draft, change.path)
    except OSError as error:
        hint = "it may hold the new text; `git diff` shows what changed"
        raise FileError("put back", change.shown, words_of(error), hint=hint) from error


def _move(draft: Path, path: Path) -> None:
    target = real_path(path)
    draft.replace(target)
    sync_folder(target.parent)


# Creating.


def _make_folder(folder: Path, shown: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        hint = "choose another plan id, or move that file"
        raise FileError("write", shown, "a file is where its folder would be", hint=hint) from error


def _take_free_name(draft: Path, path: Path) -> None:
    """Give the draft a name that nothing has; raises FileExistsError when something has it."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:
        # No such links here, as on a memory stick. Killed before the second step, an empty file
        # stays: better than to look first and then move, over a plan that came in between.
        with ExitStack() as undoing:
            path.touch(exist_ok=False)
            undoing.callback(path.unlink)
            draft.replace(path)
            undoing.pop_all()


def _cannot_write(path: Path, target: Path, error: OSError, option: str) -> FileError:
    is_lost = isinstance(error, FileNotFoundError) and not target.parent.exists()
    reason = "there is no such folder" if is_lost else words_of(error)
    if error.errno == errno.ENXIO:
        reason = "it is a pipe that nobody reads"
    return FileError("write", str(path), reason, hint=f"choose another file with {option}")
