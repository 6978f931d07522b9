"""What a command shows, apart from the voice that says it: lines of text and tables."""

from enum import Enum, auto
from typing import NamedTuple

from ogdplan.report.cells import Align
from ogdplan.report.segments import Line, Segment, Style, words


class Fit(Enum):
    """What becomes of a cell on a terminal that has no room for all of it."""

    WHOLE = auto()
    WRAPPED = auto()
    CLIPPED = auto()


class Column(NamedTuple):
    """A column of a table.

    `key` names it in CSV. On a narrow terminal the columns with the highest `priority` go
    first; those with 0 stay.
    """

    heading: str
    key: str
    align: Align = "left"
    priority: int = 0
    fit: Fit = Fit.WHOLE


class Gauge(NamedTuple):
    """Work done beside time passed, as percentages from 0 to 100; None where unknown."""

    done: int | None
    elapsed: int | None


class Cell(NamedTuple):
    """One cell: words and what they mean; a `mark` stands before them, a gauge is drawn.

    `value` is what CSV has instead of the words, where that differs. `language` is that of the
    words where they are not in the page's own, `href` where they lead, `anchor` what others call
    the place by that lead here. `parts` are the words where they quote a plan (see `quoting`).
    """

    text: str
    style: Style = Style.PLAIN
    mark: str = ""
    gauge: Gauge | None = None
    value: str | float | None = None
    language: str = ""
    href: str = ""
    anchor: str = ""
    parts: Line = ()

    @property
    def words(self) -> str:
        """Return the mark and the words."""
        return f"{self.mark} {self.text}" if self.mark else self.text


EMPTY = Cell("")
"""A cell with nothing in it."""


class Sheet(NamedTuple):
    """A table. Each row, and `totals`, has as many cells as there are columns.

    A terminal shows `most` rows, None for all, or one row of `every` so many, the last among
    them, and under them the line `rest`; nothing is left out where there is no terminal.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[Cell, ...] | None = None
    most: int | None = None
    rest: Line = ()
    every: int = 1


class Lines(NamedTuple):
    """Lines of text one below the other; long ones wrap on a terminal, under `indent` cells.

    Those that `are_whole` do not: commands to copy, and the lines of a file.
    """

    lines: tuple[Line, ...]
    indent: int = 0
    are_whole: bool = False


class Heading(NamedTuple):
    """The title of what follows; level 1 or 2."""

    text: str
    level: int = 2


class Chart(NamedTuple):
    """Columns side by side, each with its name, and a line over them; at least one, none below 0.

    A terminal too narrow for all leaves some out.
    """

    labels: tuple[str, ...]
    columns: tuple[int, ...]
    line: tuple[int, ...]


Block = Sheet | Lines | Heading | Chart


class Page(NamedTuple):
    """Blocks from top to bottom, a blank line between them, but none below a heading of level 2."""

    blocks: tuple[Block, ...]


def quoting(line: Line) -> Cell:
    """Return a cell of words among which texts of a plan are quoted."""
    return Cell(words(line), parts=line)


def said(*parts: str | tuple[str, Style]) -> Line:
    """Return a line of words; a pair gives the words a style."""
    return tuple(Segment(part) if isinstance(part, str) else Segment(*part) for part in parts)
