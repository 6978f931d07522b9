"""The program asked in tests as a person asks it, and plan files written for it."""

import json
import os
import re
import struct
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from typer.testing import CliRunner

from ogdplan.cli.main import app

GOLDEN = Path(__file__).parents[1] / "golden"
"""The folder of golden files; `plans/` in it holds the plans that they are about."""

AS_OF = "2018-06-30"
"""The day that the plans of the golden files are made for."""

_QUIET = dict.fromkeys(
    ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS", "LINES", "OGDPLAN_PLANS")
)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")

# What a program started from here needs: the package may not be installed.
_PYTHONPATH = os.pathsep.join(path for path in sys.path if path)


@dataclass(frozen=True)
class Answer:
    """What the program gave: its exit code, and what it wrote to stdout and stderr."""

    code: int
    out: str
    err: str

    # Any: JSON is whatever it is; each test says what it expects.
    @property
    def document(self) -> Any:
        """Return stdout as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """Return the lines of stdout."""
        return self.out.splitlines()


def ask(*words: str, env: Mapping[str, str] | None = None) -> Answer:
    """Run the program here; it writes to pipes. A failure in the runner itself is raised."""
    result = CliRunner().invoke(
        app, list(words), prog_name="ogdplan", env={**_QUIET, "TERM": "dumb", **(env or {})}
    )
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(result.exit_code, result.stdout, result.stderr)


# Any: the streams and files of Popen.
def start(
    *words: str,
    env: Mapping[str, str] | None = None,
    code: str = "from ogdplan.cli.main import main; main()",
    **given: Any,
) -> "subprocess.Popen[bytes]":
    """Start the program, or other code, as a process with nothing of this one's terminal."""
    command = [sys.executable, "-c", code, *words]
    return subprocess.Popen(command, env=_environment(env), **given)


def run(*words: str, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Answer:
    """Run the program as a process of its own, into pipes."""
    process = start(*words, env=env, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = process.communicate(timeout=60)
    return Answer(process.returncode, out.decode(), err.decode())


def in_terminal(
    *words: str, columns: int, env: Mapping[str, str] | None = None, keep_colours: bool = False
) -> Answer:
    """Run the program here, in a terminal of so many columns; `out` is all that it shows.

    Only where the system has terminals of this kind: not on Windows.
    """
    ours, theirs = _a_terminal(columns)
    with ThreadPoolExecutor(1) as watching:
        shown = watching.submit(_read_all, ours)  # a terminal that nobody reads is soon full
        try:
            with _in_environment(env), _at(theirs):
                code = _code_of(words)
        finally:
            os.close(theirs)
    return Answer(code, _as_seen(shown.result(), keep_colours=keep_colours), "")


def started_in_terminal(
    *words: str,
    columns: int,
    env: Mapping[str, str] | None = None,
    keep_colours: bool = False,
    **given: Any,
) -> Answer:
    """Do as `in_terminal` does, in a process of its own."""
    ours, theirs = _a_terminal(columns)
    environment = {"TERM": "xterm-256color", **(env or {})}
    process = start(*words, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, **given)
    os.close(theirs)
    shown = _read_all(ours)
    return Answer(process.wait(), _as_seen(shown, keep_colours=keep_colours), "")


def _a_terminal(columns: int) -> tuple[int, int]:
    """Return our end and the program's end of a new terminal."""
    import fcntl  # noqa: PLC0415 - not on Windows
    import pty  # noqa: PLC0415
    import termios  # noqa: PLC0415

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    return ours, theirs


@contextmanager
def _in_environment(env: Mapping[str, str] | None) -> Iterator[None]:
    with patch.dict(os.environ):
        for name in _QUIET:
            os.environ.pop(name, None)
        os.environ.update({"TERM": "xterm-256color", **(env or {})})
        yield


@contextmanager
def _at(terminal: int) -> Iterator[None]:
    """Have a terminal for the streams of Python."""
    before = sys.stdin, sys.stdout, sys.stderr
    with ExitStack() as opened:
        sys.stdin, sys.stdout, sys.stderr = (
            opened.enter_context(open(terminal, mode, 1, encoding="utf-8", closefd=False))
            for mode in ("r", "w", "w")
        )
        try:
            yield
        finally:
            sys.stdin, sys.stdout, sys.stderr = before


def _code_of(words: tuple[str, ...]) -> int:
    with pytest.raises(SystemExit) as end:
        app(list(words), prog_name="ogdplan")
    return int(end.value.code or 0)


def _as_seen(shown: str, *, keep_colours: bool) -> str:
    lines = shown.replace("\r\n", "\n")
    return lines if keep_colours else _COLOUR.sub("", lines)


def _read_all(terminal: int) -> str:
    found = b""
    try:
        while more := os.read(terminal, 65536):
            found += more
    except OSError:  # Linux says so at the end, macOS gives nothing more
        pass
    os.close(terminal)
    return found.decode()


def _environment(env: Mapping[str, str] | None) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _QUIET}
    return {**kept, "PYTHONPATH": _PYTHONPATH, "PYTHONUTF8": "0", **(env or {})}


def write_plan(folder: Path, plan_id: str, toml: str = "", **header: str) -> Path:
    """Write a plan that is right and yields no warning, with more tables and keys of `[plan]`.

    The keys are given as TOML: `country='"NPL"'`.
    """
    keys = {
        "title": '"A plan"',
        "country": '"NPL"',
        "start": '"2017"',
        "end": '"2018"',
        "lead": '"office"',
        **header,
    }
    plan = "\n".join(f"{key} = {value}" for key, value in keys.items())
    office = '[[institutions]]\nid = "office"\nname = "An office"\nsector = "government"\n'
    path = folder / f"{plan_id}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = f"format = 1\n\n[plan]\n{plan}\n\n{office}\n{toml}"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
