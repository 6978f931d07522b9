"""The bar that shows work done beside time passed."""

from itertools import groupby

from ogdplan.report.page import Cell, Gauge
from ogdplan.report.segments import Line, Segment, Style

GAUGE_CELLS = 12
"""How long the bar is."""

DONE, TO_DO, UNKNOWN, NOW = "█", "░", "·", "┃"


def bar(gauge: Gauge) -> Line:
    """Return work done as a filled bar, and time passed as a stroke on it.

    Only 100 percent fill the bar; at 100 percent of the time the stroke is its last cell.
    """
    filled = _cells(gauge.done or 0)
    now = None if gauge.elapsed is None else min(_cells(gauge.elapsed), GAUGE_CELLS - 1)
    rest = (UNKNOWN if gauge.done is None else TO_DO, Style.MUTED)
    cells = [(DONE, Style.DONE)] * filled + [rest] * (GAUGE_CELLS - filled)
    if now is not None:
        cells[now] = (NOW, Style.EMPHASIS)
    runs = ((cell, len(list(run))) for cell, run in groupby(cells))
    return tuple(Segment(mark * length, style) for (mark, style), length in runs)


def cell_line(cell: Cell) -> Line:
    """Return a cell as a line: its bar if it has one, then its mark and words."""
    words = Segment(cell.words, cell.style)
    return (*bar(cell.gauge), Segment(" "), words) if cell.gauge else (words,)


def _cells(percent: int) -> int:
    return percent * GAUGE_CELLS // 100
