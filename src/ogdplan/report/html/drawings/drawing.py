"""What a drawing is made of; places are percentages of its room, from the top left corner."""

from typing import NamedTuple

from ogdplan.report.page import Sheet
from ogdplan.report.segments import Line


class Box(NamedTuple):
    """A filled rectangle; `role` says what it stands for, and so its colour."""

    x: float
    y: float
    width: float
    height: float
    role: str


class Stroke(NamedTuple):
    """A straight line between two places."""

    x: float
    y: float
    to_x: float
    to_y: float
    role: str


class Sign(NamedTuple):
    """A small symbol, of one size everywhere: its `shape` is the name of a health."""

    x: float
    y: float
    shape: str


class Words(NamedTuple):
    """A few words that begin, end or have their middle (`anchor`) at a place.

    What `is_minor` goes first where there is no room; what `is_strong` stands out.
    """

    x: float
    y: float
    text: str
    anchor: str = "start"
    is_minor: bool = False
    is_strong: bool = False


Shape = Box | Stroke | Sign | Words


class Plot(NamedTuple):
    """One picture of some height in pixels, as wide as the page."""

    height: int
    shapes: tuple[Shape, ...]


class Row(NamedTuple):
    """A picture of one row, beside its name and above some words."""

    name: Line
    shapes: tuple[Shape, ...]
    words: Line = ()
    is_head: bool = False


class Rows(NamedTuple):
    """Rows below each other that share an axis, which is drawn above them; () for none."""

    rows: tuple[Row, ...]
    axis: tuple[Shape, ...] = ()


class Tile(NamedTuple):
    """A field of one colour (`#RRGGBB`) with a number, a name and some figures in it."""

    number: str
    name: str
    figures: tuple[str, ...]
    colour: str
    is_dark: bool


class Tiles(NamedTuple):
    """Fields side by side."""

    tiles: tuple[Tile, ...]


Figure = Plot | Rows | Tiles


class Key(NamedTuple):
    """What a colour or symbol means; `shape` is drawn before the words."""

    shape: Box | Stroke | Sign
    words: str


class Drawing(NamedTuple):
    """A figure with its title, what it shows in words, what its signs mean, and its numbers.

    `name` is part of its address in the page. The `table` has every number that the figure
    shows. `note` says what is left out of the figure, "" for nothing.
    """

    name: str
    title: str
    description: str
    figure: Figure
    table: Sheet
    legend: tuple[Key, ...] = ()
    note: str = ""
