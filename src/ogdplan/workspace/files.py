"""Writing files: whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from ogdplan.errors import FileError


def write_output(path: Path, text: str) -> None:
    """Write a text as UTF-8; the file is the old one or the whole new one at any moment.

    Raises FileError where the folder is missing or may not be written to.
    """
    target = Path(os.path.realpath(path))
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise _cannot_write(path, error) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except OSError as error:
        with suppress(OSError):
            Path(name).unlink()
        raise _cannot_write(path, error) from error


def _mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, else those of a new file."""
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _cannot_write(path: Path, error: OSError) -> FileError:
    reason = (error.strerror or str(error)).lower()
    return FileError("write", str(path), reason, hint="choose another file with --output")
