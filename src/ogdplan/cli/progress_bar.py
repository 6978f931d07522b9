"""A bar on stderr while something takes long, where a person is looking."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TextIO, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

_Item = TypeVar("_Item")

AFTER = 1.0
"""Seconds that work may take before a bar is shown."""

EVERY = 0.1
"""Seconds between two drawings of it; to draw takes longer than many an item."""

_shown: list["Progress"] = []


def with_bar(
    items: Iterable[_Item],
    words: str,
    *,
    total: int,
    colour: bool,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[_Item]:
    """Yield the items; show how many of the total are done once it takes over a second.

    The bar goes when all is done. There is none where stderr is no terminal or cannot move back.
    """
    stream = sys.stderr
    if not _is_watched(stream):
        yield from items
        return
    started = clock()
    with ExitStack() as shown:
        advance: Callable[[int], None] | None = None
        due = started + AFTER
        for done, item in enumerate(items, start=1):
            yield item
            if (now := clock()) < due:
                continue
            advance = advance or _shown_bar(shown, stream, words, total, colour=colour)
            advance(done)
            due = now + EVERY


@contextmanager
def no_bar() -> Iterator[None]:
    """Take the bar away, for a question, and show it again behind."""
    for bar in _shown:
        bar.stop()
    yield
    for bar in _shown:
        bar.start()


def _is_watched(stream: TextIO | None) -> bool:
    # Not asked of Rich: to it every pipe is a terminal under FORCE_COLOR.
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def _shown_bar(
    shown: ExitStack, stream: TextIO, words: str, total: int, *, colour: bool
) -> Callable[[int], None]:
    """Return what moves the bar to a number of items done; it goes with the stack."""
    # Here, since it takes 20 ms to load, and most work is done before.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    bar = Progress(
        TextColumn(words, markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(file=stream, no_color=not colour or None),
        # A thread that draws would be copied half-way into processes that are forked.
        auto_refresh=False,
        transient=True,
    )
    task = shown.enter_context(bar).add_task("", total=total)
    _shown.append(bar)
    shown.callback(_shown.remove, bar)

    def advance(done: int) -> None:
        bar.update(task, completed=done, refresh=True)

    return advance
