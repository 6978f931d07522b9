"""A chart of columns and a line over them, in text; and a row of columns that fits in a cell.

Columns and line have marks of their own, so that they differ without colours.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from ogdplan.report.page import Chart
from ogdplan.report.segments import Line, Segment, Style, trimmed

COLUMN, LINE = "█", "━"
"""The marks of the columns and of the line."""

WIDEST = 100
"""The most cells that a chart takes, however wide the terminal is."""

_WIDEST_COLUMN = 12
_MOST_ROWS = 14
_MOST_SCALED = 6
_STEPS = (1, 2, 4, 5)
_HEIGHTS = " ▁▂▃▄▅▆▇█"
_UNKNOWN = "·"
_GAP = 2

_Item = TypeVar("_Item")
_Mark = tuple[str, Style]


def drawn(chart: Chart, *, width: int | None) -> Iterator[Line]:
    """Yield the lines of a chart for a terminal of so many cells, None for a pipe.

    Where there are more columns than room some are left out, but not the first and the last.
    """
    highest = max((1, *chart.columns, *chart.line))
    step = _step(highest)
    rows = -(-highest // step)
    margin = len(str(rows * step))
    room = max(1, min(width or WIDEST, WIDEST) - margin - 2)
    labels, line = thinned(chart.labels, room), thinned(chart.line, room)
    size = min(_WIDEST_COLUMN, room // len(labels))
    pairs = tuple(zip(thinned(chart.columns, room), line, strict=True))
    for row in range(rows, 0, -1):
        marks = (_mark(*pair, row, step) for pair in pairs)
        yield _row(_scale(row, rows, step).rjust(margin + 2), [[mark] * size for mark in marks])
    places = _placed(labels, size, room)
    ground = [_ground(value, size, has_tick=at in places) for at, value in enumerate(line)]
    yield _row("0 └".rjust(margin + 2), ground)
    names = ""
    for start, name in places.values():
        names = names.ljust(start) + name
    yield (Segment(" " * (margin + 2) + names, Style.MUTED),)


def spark(shares: Sequence[int | None], *, most: int) -> str:
    """Return shares, 0 to 100 percent, as columns of one cell, at most so many.

    Only 100 fills its cell. A dot stands for None, a share that is not known.
    """
    found = thinned(shares, most)
    return "".join(_UNKNOWN if each is None else _HEIGHTS[1 + each * 7 // 100] for each in found)


def thinned(items: Sequence[_Item], most: int) -> Sequence[_Item]:
    """Return at most so many of the items, evenly spread; the first, and always the last."""
    if len(items) <= most:
        return items
    if most == 1:
        return items[-1:]
    return [items[at * (len(items) - 1) // (most - 1)] for at in range(most)]


def _step(highest: int) -> int:
    """Return how much a row stands for, a round number, so that there are not too many rows."""
    ten = 1
    while True:
        for step in (ten * each for each in _STEPS):
            if step * _MOST_ROWS >= highest:
                return step
        ten *= 10


def _scale(row: int, rows: int, step: int) -> str:
    """Return what stands left of a row: of many rows every second has its number."""
    has_number = rows <= _MOST_SCALED or (rows - row) % 2 == 0
    return f"{row * step} ┤" if has_number else "│"


def _mark(column: int, line: int, row: int, step: int) -> _Mark:
    """Return what a column and the line are in a row, which begins above the row below it."""
    if -(-line // step) == row:
        return LINE, Style.EMPHASIS
    above = column - (row - 1) * step
    # Whatever there is is seen, and only what fills a row fills it.
    eighths = min(8, max(1, above * 8 // step)) if above > 0 else 0
    return _HEIGHTS[eighths], Style.RULE


def _ground(line: int, size: int, *, has_tick: bool) -> list[_Mark]:
    """Return the axis below a column; a line at zero lies on it."""
    if line == 0:
        tick, mark, style = "┯", LINE, Style.EMPHASIS
    else:
        tick, mark, style = "┬", "─", Style.MUTED
    return [(tick if has_tick else mark, style), *[(mark, style)] * (size - 1)]


def _row(scale: str, columns: Iterable[Sequence[_Mark]]) -> Line:
    marks = (mark for column in columns for mark in column)
    runs = groupby(marks, key=itemgetter(1))
    parts = (Segment("".join(mark for mark, _ in run), style) for style, run in runs)
    return trimmed((Segment(scale, Style.MUTED), *parts))


def _placed(labels: Sequence[str], size: int, room: int) -> Mapping[int, tuple[int, str]]:
    """Return where the names of columns begin, by the column: as many as there is room for.

    The last column has its name, and so has the first where both fit.
    """
    last = len(labels) - 1
    end = max(0, min(last * size, room - len(labels[last])))
    found: dict[int, tuple[int, str]] = {}
    free = 0
    for at, label in enumerate(labels[:last]):
        if at * size >= free and at * size + len(label) + _GAP <= end:
            found[at] = (at * size, label)
            free = at * size + len(label) + _GAP
    return found | {last: (end, labels[last])}
