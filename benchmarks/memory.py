"""The memory that a command and the processes it starts hold at once, as Linux tells it."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from measuring import MEGABYTE, Command

_PROCESSES = Path("/proc")
_EVERY_SECONDS = 0.02


def most_together(command: Command) -> float | None:
    """Run a command and return the most megabytes that its processes hold at once.

    What several of them share counts once. It is looked at every 20 ms, so a shorter peak may be
    missed; the looking slows the command, which is not to be timed meanwhile. None on systems that
    do not tell.
    """
    if sys.platform != "linux":
        return None
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0.0
    while process.poll() is None:
        most = max(most, sum(map(_share, _with_those_below(process.pid))))
        time.sleep(_EVERY_SECONDS)
    return most or None


def _with_those_below(process: int) -> Iterator[int]:
    yield process
    for path in _PROCESSES.glob(f"{process}/task/*/children"):
        with suppress(OSError):
            for child in path.read_text(encoding="ascii").split():
                yield from _with_those_below(int(child))


def _share(process: int) -> float:
    """Return the megabytes of a process; of what it shares with others, its part."""
    with suppress(OSError):
        for line in (_PROCESSES / f"{process}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024 / MEGABYTE
    return 0
