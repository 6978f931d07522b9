"""Writing files: whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from ogdplan.errors import FileError


def write_output(path: Path, text: str) -> None:
    """Write a text as UTF-8; the file is the old one or the whole new one at any moment.

    A link is followed, the permissions of the old file stay. What is no file, such as
    /dev/stdout or a pipe, is written to as it is. Raises FileError where the folder is missing
    or may not be written to, and for a name that makes it a plan: no result is one, and the
    file may be somebody's plan.
    """
    if path.suffix.lower() == ".toml":
        hint = "choose another name, such as status.md, report.json or milestones.csv"
        raise FileError("write", str(path), "files called .toml are plans", hint=hint)
    target = Path(os.path.realpath(path))
    try:
        if target.parent.is_dir() and path.exists() and not target.is_file():
            path.write_text(text, encoding="utf-8", newline="")
        else:
            _replace(target, text)
    except OSError as error:
        raise _cannot_write(path, target, error) from error


def _replace(target: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".ogdplan-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    finally:
        with suppress(OSError):
            Path(name).unlink()


def _mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, else those of a new file."""
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _cannot_write(path: Path, target: Path, error: OSError) -> FileError:
    if isinstance(error, FileNotFoundError) and not target.parent.exists():
        reason = "there is no such folder"
    else:
        reason = error.strerror or str(error)
    reason = reason[:1].lower() + reason[1:]
    return FileError("write", str(path), reason, hint="choose another file with --output")
