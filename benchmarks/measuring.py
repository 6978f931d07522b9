"""What whole commands take on this machine: time, processor time, memory."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from threading import Timer

HERE = Path(__file__).resolve().parent
MEGABYTE = 1_000_000
INSTALL = "run: pip install -e '.[test]'"

Command = Sequence[str | Path]


class CannotRunError(Exception):
    """A command that is to be measured is not there, or fails."""


class TooSlowError(Exception):
    """A command took longer than it may, and was stopped."""


@dataclass(frozen=True)
class Usage:
    """What one run took; `megabytes` is the memory of its largest process."""

    seconds: float
    processor_seconds: float
    megabytes: float


def program(name: str) -> Path:
    """Return the program of this Python environment."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        raise CannotRunError(f"{name} is not installed beside this Python; {INSTALL}")
    return Path(found)


def need_module(name: str) -> None:
    """Raise CannotRunError unless Python finds a module that a yardstick is made of."""
    if find_spec(name) is None:
        raise CannotRunError(f"{name} is not installed; {INSTALL}")


def system_program(name: str, install: str) -> Path:
    """Return a program of this machine; `install` is how Debian gets it."""
    found = shutil.which(name)
    if found is None:
        raise CannotRunError(f"{name} is not installed; in Debian: {install}")
    return Path(found)


def yardstick(name: str, *arguments: str | Path) -> Command:
    """Return the command that runs one of the yardsticks here."""
    return [sys.executable, HERE / "yardsticks" / f"{name}.py", *arguments]


def run(
    command: Command, *, ends: Collection[int] = (0,), limit_seconds: float | None = None
) -> Usage:
    """Run a command to its end, its output thrown away, and return what that took.

    `ends` are the exit codes of a run that did its work. Raises CannotRunError for another one,
    TooSlowError when the run had to be stopped.
    """
    with tempfile.TemporaryFile() as errors:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        with _stopped_after(limit_seconds, process.pid):
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if limit_seconds and process.returncode == -signal.SIGKILL:
            raise TooSlowError(f"{command[0]} did not end within {limit_seconds:g} seconds")
        if process.returncode not in ends:
            errors.seek(0)
            said = errors.read().decode(errors="replace").strip().partition("\n")[0]
            name = Path(command[0]).name
            raise CannotRunError(f"exit code {process.returncode} of {name}: {said}")
    unit = 1 if sys.platform == "darwin" else 1024
    memory = usage.ru_maxrss * unit / MEGABYTE
    return Usage(seconds, usage.ru_utime + usage.ru_stime, memory)


@contextmanager
def _stopped_after(seconds: float | None, process: int) -> Iterator[None]:
    """Kill a process that is still there after so many seconds."""
    if seconds is None:
        yield
        return
    # Popen has a limit too, but waits in a way that does not tell what the process took.
    timer = Timer(seconds, _kill, [process])
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _kill(process: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def by_turns(commands: Sequence[Command], runs: int) -> list[Usage]:
    """Return the medians of each command, run A B A B …, after one unmeasured run."""
    rounds = [[run(command) for command in commands] for _ in range(runs + 1)]
    return [medians(usages) for usages in zip(*rounds[1:], strict=True)]


def medians(usages: Sequence[Usage]) -> Usage:
    """Return the median of each measure, and the most memory."""
    return Usage(
        median(usage.seconds for usage in usages),
        median(usage.processor_seconds for usage in usages),
        max(usage.megabytes for usage in usages),
    )
