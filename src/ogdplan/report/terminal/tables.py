"""Tables on a terminal: columns that do not fit are left out, the least important first.

The room that they take is counted in `report.cells`, which says why.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from ogdplan.report.cells import Align, cell_width, clipped, room_around, wrapped
from ogdplan.report.gauges import cell_line
from ogdplan.report.page import Cell, Column, Fit, Sheet
from ogdplan.report.segments import Line, Segment, Style, part_of, shown, trimmed, words

NARROWEST = 24
"""The least cells that a column of words keeps before columns beside it are left out."""

GAP = 2
"""The blank cells between two columns."""

_RULE = "─"

Row = Sequence[Line]
Widths = Mapping[int, int]
"""The width of each column that is shown, by its index, in order."""


def drawn(sheet: Sheet, *, width: int | None) -> Iterator[Line]:
    """Yield the lines of a table for a terminal of so many cells; None is a pipe: all of it.

    Under the headings and above the totals there is a rule. No line ends in blanks.
    """
    columns = sheet.columns
    rows = [_cell_lines(row) for row in shown_rows(sheet, width)]
    totals = _bold(_cell_lines(sheet.totals)) if sheet.totals else None
    natural = _natural(columns, [*rows, totals] if totals else rows)
    widths = dict(enumerate(natural)) if width is None else fitted(columns, natural, width)
    rule = (Segment(_RULE * _taken(widths.values()), Style.MUTED),)
    yield from _heading(columns, widths)
    yield rule
    for row in rows:
        yield from _lines(row, columns, widths)
    if totals:
        yield rule
        yield from _lines(totals, columns, widths)


def shown_rows(sheet: Sheet, width: int | None) -> Sequence[Sequence[Cell]]:
    """Return the rows that are shown: on a terminal no more than the sheet says."""
    if width is None:
        return sheet.rows
    return sheet.rows[:: -sheet.every][::-1][: sheet.most]


def fitted(columns: Sequence[Column], natural: Sequence[int], room: int) -> dict[int, int]:
    """Return the width of each column that fits, by its index, in order.

    Columns of words give way down to `NARROWEST`, then columns are left out by priority, of
    equal ones the last; when only those of priority 0 are left, the widest are cut.
    """
    least = {
        index: natural[index] if column.fit is Fit.WHOLE else min(natural[index], NARROWEST)
        for index, column in enumerate(columns)
    }
    for index in sorted(least, key=lambda index: (-columns[index].priority, -index)):
        if _taken(least.values()) <= room or columns[index].priority == 0:
            break
        del least[index]
    spare = room - _taken(least.values())
    return _widened(least, natural, spare) if spare >= 0 else _squeezed(least, -spare)


def _widened(widths: dict[int, int], natural: Sequence[int], spare: int) -> dict[int, int]:
    """Return the widths with the spare cells shared out; who needs least gets it first."""
    hungry = sorted(
        (index for index in widths if natural[index] > widths[index]),
        key=lambda index: natural[index] - widths[index],
    )
    for position, index in enumerate(hungry):
        gain = min(spare // (len(hungry) - position), natural[index] - widths[index])
        widths[index] += gain
        spare -= gain
    return widths


def _squeezed(widths: dict[int, int], lacking: int) -> dict[int, int]:
    """Return the widths with the cells that are lacking taken from the widest, one by one."""
    for _ in range(lacking):
        widest = max(widths, key=lambda index: widths[index])
        widths[widest] = max(1, widths[widest] - 1)
    return widths


def _taken(widths: Iterable[int]) -> int:
    """Return the cells that columns of these widths take side by side."""
    return max(0, sum(width + GAP for width in widths) - GAP)


def _natural(columns: Sequence[Column], rows: Iterable[Row]) -> list[int]:
    """Return the cells that each column takes when nothing wraps."""
    widths = [max(map(cell_width, column.heading.split("\n"))) for column in columns]
    for row in rows:
        for index, cell in enumerate(row):
            widths[index] = max(widths[index], cell_width(words(cell)))
    return widths


def _cell_lines(row: Sequence[Cell]) -> list[Line]:
    return [shown(cell_line(cell)) for cell in row]


def _bold(row: Row) -> list[Line]:
    return [tuple(segment._replace(is_bold=True) for segment in cell) for cell in row]


def _heading(columns: Sequence[Column], widths: Widths) -> Iterator[Line]:
    """Yield the lines of the headings, which stand at the bottom."""
    split = [columns[index].heading.split("\n") for index in widths]
    height = max(map(len, split), default=1)
    for level in range(height):
        texts = [lines[level - height] if level >= height - len(lines) else "" for lines in split]
        cells = [
            (Segment(clipped(text, width), Style.HEADING),)
            for text, width in zip(texts, widths.values(), strict=True)
        ]
        yield _joined(cells, _sides(columns, widths))


def _lines(row: Row, columns: Sequence[Column], widths: Widths) -> Iterator[Line]:
    """Yield the lines that a row takes: more than one when a cell wraps."""
    parts = [_fit(row[index], width, columns[index].fit) for index, width in widths.items()]
    sides = _sides(columns, widths)
    for cells in zip_longest(*parts, fillvalue=()):
        yield _joined(cells, sides)


def _sides(columns: Sequence[Column], widths: Widths) -> list[tuple[int, Align]]:
    return [(width, columns[index].align) for index, width in widths.items()]


def _fit(cell: Line, width: int, fit: Fit) -> list[Line]:
    """Return the lines of a cell in a column of this width."""
    text = words(cell)
    if cell_width(text) <= width:
        return [cell]
    if fit is Fit.WRAPPED:
        return [part_of(cell, part) for part in wrapped(text, width)]
    short = clipped(text, width)
    return [(*part_of(cell, slice(len(short) - 1)), Segment(short[-1]))]


def _joined(cells: Iterable[Line], sides: Sequence[tuple[int, Align]]) -> Line:
    """Return the cells side by side, each in its width, without blanks at the end."""
    line: list[Segment] = []
    blank = 0
    for cell, (width, align) in zip(cells, sides, strict=True):
        text = words(cell)
        before, after = room_around(cell_width(text), width, align)
        if text:
            line += (Segment(" " * (blank + before)), *cell)
            blank = 0
        else:
            blank += before
        blank += after + GAP
    return trimmed(tuple(line))
