"""The same work for many files, on all processors when that pays."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

WORTH_IT = 1_000_000
"""Bytes of plans for one process: with less, starting it costs more than it saves (benchmarks/)."""

_CHUNKS_PER_PROCESS = 8
_MOST_PROCESSES = 61
"""What Windows can wait for at once."""


def each(
    work: Callable[[_Item], _Result], items: Sequence[_Item], *, size: int
) -> Iterator[_Result]:
    """Yield the result of each item in order; `size` is the number of bytes to be read in all.

    `work` and the results have to be picklable.
    """
    processes = min(_processors(), len(items), size // WORTH_IT + 1, _MOST_PROCESSES)
    if size < WORTH_IT or processes < 2:
        return map(work, items)
    return _in_processes(work, items, processes)


def _in_processes(
    work: Callable[[_Item], _Result], items: Sequence[_Item], processes: int
) -> Iterator[_Result]:
    # Here, since they take as long as a plan: few plans do not need them.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    # Forking is the fastest start, and safe on Linux while there is one thread.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    chunk = max(1, len(items) // (processes * _CHUNKS_PER_PROCESS))
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        yield from pool.map(work, items, chunksize=chunk)


def _processors() -> int:
    """Return how many processors this process may use, where the system tells."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
