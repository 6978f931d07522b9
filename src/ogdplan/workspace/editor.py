"""Someone's own editor, on a draft in a folder of its own, never on a plan itself."""

import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path, PureWindowsPath

from ogdplan.errors import FileError, OgdplanError, UsageError
from ogdplan.workspace.files import create_plan

_PLUS = frozenset(
    {"emacs", "emacsclient", "gvim", "joe", "kak", "mcedit", "micro", "nano", "nvim", "vi", "view"}
    | {"vim", "vim.basic", "vim.tiny"}
)
"""Editors that are told the line as `+12`."""

_GOTO = frozenset({"code", "code-insiders", "codium", "cursor", "vscodium"})
"""Editors that are told the line as `--goto FILE:12`."""


class EditorError(OgdplanError):
    """The editor could not be started, or said that it failed."""


def usual_editor() -> str:
    """Return the editor that is there on a system like this one."""
    if sys.platform == "win32":
        return "notepad"
    return "nano" if shutil.which("nano") else "vi"


def words_of(command: str) -> tuple[str, ...]:
    """Return the program and the options of an editor's command: `code --wait`.

    Raises UsageError where its quotes do not match.
    """
    is_windows = sys.platform == "win32"
    try:
        # Not as in a POSIX shell on Windows: there `\` stands between folders.
        words = shlex.split(command, posix=not is_windows)
    except ValueError as error:
        hint = "correct it in VISUAL or EDITOR, such as: code --wait"
        raise UsageError(f"the editor's command has an open quote: {command}", hint=hint) from error
    return tuple(word.strip('"') if is_windows else word for word in words)


def make_draft(name: str, content: bytes) -> Path:
    """Write a draft into a new folder that only this user can read, and return its path."""
    try:
        folder = Path(tempfile.mkdtemp(prefix="ogdplan-"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FileError("make", "a draft in the system's temporary folder", reason) from error
    draft = folder / name
    create_plan(draft, content, shown=str(draft))
    return draft


def read_draft(draft: Path) -> bytes:
    """Return what a draft holds now."""
    try:
        return draft.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FileError("read", f"the draft {draft}", reason) from error


def discard(draft: Path) -> None:
    """Remove a draft with its folder, and what an editor has left beside it."""
    shutil.rmtree(draft.parent, ignore_errors=True)


def open_in(command: Sequence[str], file: Path, line: int | None = None) -> None:
    """Open a file in an editor, at a line where it can be told one, and wait until it is closed.

    Raises EditorError when there is no such program, or when it ends with a failure.
    """
    program = shutil.which(command[0])
    if program is None:
        hint = "name an editor in VISUAL or EDITOR, such as nano, vim or code --wait"
        raise EditorError(f'there is no editor called "{command[0]}"', hint=hint)
    try:
        ended = subprocess.run([program, *command[1:], *_place(program, file, line)], check=False)  # noqa: S603 - the user's own editor
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise EditorError(f'cannot start the editor "{command[0]}": {reason}') from error
    except KeyboardInterrupt as error:
        raise EditorError(f'the editor "{command[0]}" was interrupted') from error
    if ended.returncode:
        raise EditorError(f'the editor "{command[0]}" ended with code {ended.returncode}')


def _place(program: str, file: Path, line: int | None) -> tuple[str, ...]:
    """Return how an editor is told the file and the line."""
    name = PureWindowsPath(program).name.lower()
    name = name.removesuffix(".exe").removesuffix(".cmd")
    if line is not None and name in _PLUS:
        return f"+{line}", str(file)
    if line is not None and name in _GOTO:
        return "-g", f"{file}:{line}"
    return (str(file),)
