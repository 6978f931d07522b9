"""One writer of a plan file at a time, among all processes and threads of a user.

The system holds the locks and releases them when a process ends, however it ends. What is not
kept out, such as an editor or another user, is noticed by `files.replace_plans`: the file changed.
"""

import os
import stat
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from ogdplan.errors import FileError, OgdplanError
from ogdplan.workspace.failures import AGAIN, said_of, words_of
from ogdplan.workspace.links import real_path

PATIENCE = 60.0
"""Seconds to wait for a lock."""

_FOLDER = "ogdplan" if sys.platform == "win32" else f"ogdplan-{os.geteuid()}"


class LockedError(OgdplanError):
    """Another program held the lock of a plan file for as long as we waited."""

    def __init__(self, shown: str) -> None:
        hint = "wait until it is done, then run the command again"
        super().__init__(f"{shown} is being changed by another program", hint=hint)


@contextmanager
def locked(path: Path, *, shown: str, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of one plan file, which all links to it share.

    Waits for `patience` seconds, then raises LockedError; raises FileError where no lock can be
    made. Taking it again while holding it waits in vain.
    """
    # Here, since it takes 40 ms to load and most commands change nothing.
    from filelock import FileLock, Timeout  # noqa: PLC0415

    # No fallback to lock files by mere presence: a killed process would leave them locked.
    lock = FileLock(_lock_file(path), timeout=patience, fallback_to_soft=False)
    with said_of(lock.lock_file, action="use"):
        try:
            lock.acquire()
        except Timeout as error:
            raise LockedError(shown) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def locked_all(plans: Mapping[Path, str], *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the locks of several plan files; the mapping gives the name of each in output.

    They are taken in one order by all programs, so that none waits for another for ever.
    """
    real = {real_path(path): shown for path, shown in plans.items()}
    with ExitStack() as locks:
        for path in sorted(real):
            locks.enter_context(locked(path, shown=real[path], patience=patience))
        yield


def _lock_file(path: Path) -> Path:
    from hashlib import sha256  # noqa: PLC0415

    return _lock_folder() / sha256(os.fsencode(real_path(path))).hexdigest()


def _lock_folder() -> Path:
    """Return a folder of the user's own, where git does not look; made when it is missing."""
    try:
        above = tempfile.gettempdir()
    except OSError as error:
        hint = f"make room on the disk, {AGAIN}"
        raise FileError("find", "a folder for locks", words_of(error), hint=hint) from error
    folder = Path(above, _FOLDER)
    with said_of(str(folder), action="use"):
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        _make_private(folder)
    return folder


def _make_private(folder: Path) -> None:
    """Refuse a folder that others could have put there; let nobody else into it."""
    if sys.platform == "win32":
        return  # The temporary folder is the user's own already.
    facts = folder.lstat()
    if not stat.S_ISDIR(facts.st_mode):
        raise _no_place(folder, "it is no folder")
    if facts.st_uid != os.geteuid():
        raise _no_place(folder, "it belongs to someone else")
    if stat.S_IMODE(facts.st_mode) != 0o700:
        folder.chmod(0o700)


def _no_place(folder: Path, reason: str) -> FileError:
    hint = f"locks of plan files are kept there; remove it, {AGAIN}"
    return FileError("use", str(folder), reason, hint=hint)
