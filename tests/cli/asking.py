"""The program asked in tests as a person asks it, and plan files written for it."""

import json
import os
import re
import struct
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    *words: str,
    columns: int,
    env: Mapping[str, str] | None = None,
    keep_colours: bool = False,
    **given: Any,
) -> Answer:
    """Run the program in a terminal of so many columns; `out` is all that it shows.

    Only where the system has terminals of this kind: not on Windows.
    """
    import fcntl  # noqa: PLC0415 - not on Windows
    import pty  # noqa: PLC0415
    import termios  # noqa: PLC0415

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    environment = {"TERM": "xterm-256color", **(env or {})}
    process = start(*words, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, **given)
    os.close(theirs)
    shown = _read_all(ours).replace("\r\n", "\n")
    return Answer(process.wait(), shown if keep_colours else _COLOUR.sub("", shown), "")


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
