"""Pages in Markdown: every character of a plan's text stands for itself."""

import re

from ogdplan.report import chart
from ogdplan.report.gauges import cell_line
from ogdplan.report.page import Block, Cell, Chart, Column, Heading, Lines, Page, Sheet
from ogdplan.report.safety import visible
from ogdplan.report.segments import Line, plain

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&@])")
_BULLET_OR_RULE = re.compile(r"^(\s*)([-=])(?=[-=\s]|$)")
_NUMBERED = re.compile(r"^(\s*\d+)\.(?=\s|$)")
_BLANKS = re.compile(" +")
_CHART_WIDTH = 80
_ALIGNED = {"left": "---", "right": "---:", "center": ":---:"}


def page(content: Page) -> str:
    """Return the page in Markdown."""
    return "\n\n".join(filter(None, (_block(block) for block in content.blocks))) + "\n"


def escaped(text: str) -> str:
    """Return text so that Markdown shows it as it is: no markup, no HTML, no link."""
    safe = _SPECIAL.sub(r"\\\1", visible(text))
    safe = safe.replace("://", ":\\//").replace("www.", "www\\.")
    return _NUMBERED.sub(r"\1\\.", _BULLET_OR_RULE.sub(r"\1\\\2", safe))


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
    words = _words(line)
    return f"- {escaped(words)}" if words else ""


def _table(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> str:
    heads = [_row([escaped(column.heading.replace("\n", " ")) for column in columns])]
    heads.append(_row([_ALIGNED[column.align] for column in columns]))
    cells = ([escaped(_words(cell_line(cell))) for cell in row] for row in rows)
    return "\n".join([*heads, *map(_row, cells)])


def _words(line: Line) -> str:
    """Return a line without the blanks that align it on a terminal."""
    return _BLANKS.sub(" ", "".join(segment.text for segment in line)).strip()


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
