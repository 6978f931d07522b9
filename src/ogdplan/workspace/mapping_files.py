"""Mapping files: what the columns of a table mean, kept beside the table."""

import os
import stat
from pathlib import Path

from ogdplan.errors import FileError
from ogdplan.workspace.failures import words_of
from ogdplan.workspace.files import write_settings
from ogdplan.workspace.folder import PlansFolder

_LIMIT = 1024 * 1024
_MARK = b"# How the columns of a table become records"
"""How a mapping file begins; no other file is written over."""


def read_mapping_file(path: Path) -> str:
    """Return the text of a mapping file; raises FileError where it cannot be had."""
    try:
        return _content(path, "read").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError("read", str(path), "it is not UTF-8") from error
    except OSError as error:
        raise FileError("read", str(path), words_of(error)) from error


def write_mapping_file(path: Path, text: str, folder: PlansFolder | None) -> None:
    """Write a mapping file, or write one over.

    Raises FileError for a place among the plans, where it would be taken for one, and for a file
    that is there and no mapping.
    """
    shown = str(path)
    real = Path(os.path.realpath(path))
    if folder is not None and real.is_relative_to(folder.target):
        hint = "choose a folder beside the plans"
        raise FileError("write", shown, "a file in the folder of plans is a plan", hint=hint)
    try:
        known = _content(path, "write") if path.exists() else None
    except OSError as error:
        raise FileError("write", shown, words_of(error)) from error
    if known is not None and not known.startswith(_MARK):
        hint = "choose another name"
        raise FileError("write", shown, "a file that is no mapping has that name", hint=hint)
    if known != text.encode():
        write_settings(path, text.encode(), read=known, shown=shown)


def _content(path: Path, action: str) -> bytes:
    """Return the beginning of a file, as long as a mapping can be; raises FileError for no file."""
    # Asked before it is opened: to open a pipe waits for who writes to it.
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise FileError(action, str(path), "it is no file", hint="name a file")
    with path.open("rb") as file:
        return file.read(_LIMIT + 1)
