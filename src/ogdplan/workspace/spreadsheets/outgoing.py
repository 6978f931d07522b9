"""What is written as a spreadsheet: a book, its sheets, their columns and cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Link(NamedTuple):
    """A cell that shows a text and leads to an address."""

    text: str
    url: str


OutCell = str | int | float | bool | date | None | Link
"""What a cell is to hold; an empty text is an empty cell."""


class Style(StrEnum):
    """How a cell is coloured by what it says."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    MUTED = "muted"
    INFO = "info"


class Colour(NamedTuple):
    """The cells of a sheet that hold just this text look so."""

    value: str
    style: Style


@dataclass(frozen=True, slots=True)
class OutColumn:
    """A column; `width` is in characters, `note` is a comment on the heading.

    Cells of a column with `choices` offer them, and take nothing else. A computed column is grey:
    it only shows how something stands.
    """

    heading: str
    width: int = 16
    choices: tuple[str, ...] = ()
    note: str = ""
    is_computed: bool = False


@dataclass(frozen=True, slots=True)
class OutSheet:
    """A sheet: a bold row of headings, then the rows, which may be shorter than the headings.

    `spare_rows` below the last one also get drop-downs and forms, for new records. The first
    `naming_columns` say what a row is about: a sheet of several pages across has them on each.
    """

    name: str
    columns: tuple[OutColumn, ...]
    rows: tuple[tuple[OutCell, ...], ...]
    freeze_heading: bool = True
    colours: tuple[Colour, ...] = ()
    is_hidden: bool = False
    spare_rows: int = 200
    naming_columns: int = 2


@dataclass(frozen=True, slots=True)
class OutBook:
    """A whole spreadsheet; `properties` become custom properties of the document."""

    sheets: tuple[OutSheet, ...]
    properties: Mapping[str, str] = field(default_factory=dict)
