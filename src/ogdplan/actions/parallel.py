"""The same work for many files, on all processors when that pays."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

# Forking is the fastest start, and safe on Linux while there is one thread.
_START = "fork" if sys.platform == "linux" else "spawn"

WORTH_IT = 2_000_000 if _START == "fork" else 8_000_000
"""Bytes of plans for one process; with less, starting it costs more than it saves (benchmarks/)."""

_CHUNKS_PER_PROCESS = 8
_MOST_PROCESSES = 61
"""What Windows can wait for at once."""


def each(
    work: Callable[[_Item], _Result], items: Sequence[_Item], *, size: int
) -> Iterator[_Result]:
    """Return the result of each item in order; `size` is the number of bytes to be read in all.

    `work` and the results have to be picklable, and the results small: what several processes
    save is soon lost in handing over whole plans.
    """
    processes = min(size // WORTH_IT + 1, len(items), _processors(), _MOST_PROCESSES)
    return map(work, items) if processes < 2 else _in_processes(work, items, processes)


def _in_processes(
    work: Callable[[_Item], _Result], items: Sequence[_Item], processes: int
) -> Iterator[_Result]:
    # Here, since these take as long as reading a plan, and few plans do not need them.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    # The first item before forking: each process then has the models and tables it needs.
    yield work(items[0])
    chunk = max(1, len(items) // (processes * _CHUNKS_PER_PROCESS))
    with ProcessPoolExecutor(processes, mp_context=get_context(_START)) as pool:
        yield from pool.map(work, items[1:], chunksize=chunk)


def _processors() -> int:
    """Return how many processors this process may use, as far as the system tells."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
