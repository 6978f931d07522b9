"""Drafts: files written in full beside others, whose place they then take in one step.

A draft is called `.ogdplan-…`, so that no list of plans names it, and carries a digest of its
file's name, so that the next writer of that file knows what a killed one left.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def drafted(target: Path, content: bytes, *, mode: int | None = None) -> Iterator[Path]:
    """Give a file beside the target, safe on the disk, with a mode or the target's permissions.

    It is removed in the end, unless it was moved.
    """
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=_prefix(target))
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            draft.chmod(_mode(target) if mode is None else mode)
            os.fsync(file.fileno())
        yield draft
    finally:
        with suppress(OSError):
            draft.unlink()


def clear_drafts(target: Path) -> None:
    """Remove the drafts of a file that killed writers left; only for who holds its lock."""
    for draft in target.parent.glob(f"{_prefix(target)}*"):
        with suppress(OSError):
            draft.unlink()


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder outlast a loss of power, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _prefix(target: Path) -> str:
    # Here, since it takes 4 ms to load. A digest, since names may be as long as names can be.
    from hashlib import sha256  # noqa: PLC0415

    return f".ogdplan-{sha256(os.fsencode(target.name)).hexdigest()[:16]}-"


def _mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, else those of a new file."""
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    return new_mode()


def new_mode() -> int:
    """Return the permissions of a new file."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
