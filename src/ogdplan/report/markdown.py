"""Pages in Markdown: every character of a plan's text stands for itself."""

import re

from ogdplan.report import chart
from ogdplan.report.gauges import cell_line
from ogdplan.report.linked import bullet, link
from ogdplan.report.markdown_text import escaped
from ogdplan.report.page import Block, Cell, Chart, Column, Heading, Lines, Page, Sheet
from ogdplan.report.segments import Line, Style, plain

_BLANKS = re.compile(" +")
_CHART_WIDTH = 80
_ALIGNED = {"left": "---", "right": "---:", "center": ":---:"}


def page(content: Page) -> str:
    """Return the page in Markdown."""
    return "\n\n".join(filter(None, (_block(block) for block in content.blocks))) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {escaped(text)}"
        case Lines(lines):
            return "\n".join(_line(line) for line in lines)
        case Sheet(columns, rows, totals):
            return _table(columns, (*rows, totals) if totals else rows)
        case Chart():
            return f"```text\n{plain(chart.drawn(block, width=_CHART_WIDTH))}```"


def _line(line: Line) -> str:
    if any(segment.style is Style.LINK for segment in line):
        return bullet(line)
    words = _words(line)
    return f"- {escaped(words)}" if words else ""


def _table(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> str:
    heads = [_row([escaped(column.heading.replace("\n", " ")) for column in columns])]
    heads.append(_row([_ALIGNED[column.align] for column in columns]))
    cells = ([_cell(cell) for cell in row] for row in rows)
    return "\n".join([*heads, *map(_row, cells)])


def _cell(cell: Cell) -> str:
    words = escaped(_words(cell_line(cell)))
    return link(words, cell.href) if cell.href else words


def _words(line: Line) -> str:
    """Return a line without the blanks that align it on a terminal."""
    return _BLANKS.sub(" ", "".join(segment.text for segment in line)).strip()


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
