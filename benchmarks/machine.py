"""The machine in a line: what a reader of figures has to know of it, and nothing that names it."""

import os
import platform
import sys
from contextlib import suppress
from pathlib import Path

GIGABYTE = 2**30


def machine() -> str:
    """Return processors, memory, system and Python; no name of the machine, no path."""
    parts = (_processors(), _memory(), _system(), f"Python {platform.python_version()}")
    return ", ".join(filter(None, parts))


def _processors() -> str:
    usable = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text("utf-8", "replace").splitlines():
            if line.startswith("model name"):
                return f"{_counted(usable)} ({line.partition(':')[2].strip()})"
    return _counted(usable)


def _counted(processors: int) -> str:
    return f"{processors} processor{'s' if processors > 1 else ''}"


def _memory() -> str:
    try:
        size = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return ""
    return f"{size / GIGABYTE:.0f} GB of memory"


def _system() -> str:
    with suppress(OSError):
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    return f"{platform.system()} {platform.mac_ver()[0] or platform.release()}"
