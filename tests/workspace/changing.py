"""Programs of their own that change a plan file, for the tests of locks and of killed writers."""

import os
import subprocess
import sys
from pathlib import Path

ADD = """
import sys
from pathlib import Path
from ogdplan.workspace.files import replace_plan
from ogdplan.workspace.locks import locked

path, line = Path(sys.argv[1]), sys.argv[2]
with locked(path, shown="p"):
    read = path.read_bytes()
    replace_plan(path, read + line.encode() + b"\\n", read=read, shown="p")
"""
"""Adds one line to a file."""

ALTERNATE = """
import sys
from pathlib import Path
from ogdplan.workspace.files import replace_plan
from ogdplan.workspace.locks import locked

path = Path(sys.argv[1])
print("ready", flush=True)
while True:
    with locked(path, shown="p"):
        read = path.read_bytes()
        other = b"b" if read[:1] == b"a" else b"a"
        replace_plan(path, other * len(read), read=read, shown="p")
"""
"""Fills a file with as many bytes of the other letter, over and over."""

HOLD = """
import sys
from pathlib import Path
from ogdplan.workspace.locks import locked

with locked(Path(sys.argv[1]), shown="p"):
    print("ready", flush=True)
    sys.stdin.read()
"""
"""Holds the lock of a file until its input ends."""


def start(program: str, *arguments: str | Path, temporary: Path) -> subprocess.Popen[str]:
    """Start a program whose locks lie in a temporary folder of the test."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary)},
    )


def start_ready(program: str, *arguments: str | Path, temporary: Path) -> subprocess.Popen[str]:
    """Start a program and wait until it says that it is ready."""
    process = start(program, *arguments, temporary=temporary)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def stop(process: subprocess.Popen[str]) -> None:
    """Kill a program where it stands; close what it leaves."""
    process.kill()
    with process:
        pass
