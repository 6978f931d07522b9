"""What is wrong with the cells of a spreadsheet, by row and column."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ogdplan.errors import first_of
from ogdplan.reference.suggestions import closest

_LONGEST = 60
"""A text of a cell is cut to so many letters in a message."""
_SHOWN = 10
"""So many rows are named in a note."""


RowKey = tuple[str, int]
"""A row, by its sheet and number."""


class Bad(NamedTuple):
    """Why a cell cannot become a value: what is wrong with it, and what to do.

    `lacks` are fields without which no record can be.
    """

    message: str
    help: str = ""
    lacks: tuple[str, ...] = ()


class Spot(NamedTuple):
    """A cell of a spreadsheet, as people call it; `column` is "" where the whole row is meant."""

    sheet: str
    row: int
    column: str = ""
    heading: str = ""

    @property
    def key(self) -> RowKey:
        """Return the row that the cell is in."""
        return self.sheet, self.row

    @property
    def words(self) -> str:
        """Return the place in words: `row 17, column F (Deadline)`."""
        if not self.column:
            return f"row {self.row}"
        name = f" ({self.heading})" if self.heading else ""
        return f"row {self.row}, column {self.column}{name}"


class RowFault(NamedTuple):
    """Something that keeps a row from becoming a record; `lacks` are fields that this has not."""

    spot: Spot
    message: str
    help: str = ""
    lacks: tuple[str, ...] = ()


class Remark(NamedTuple):
    """What is noted of a cell that is taken all the same; all of one sentence are said at once."""

    sentence: str
    spot: Spot
    text: str


def rows_at_fault(faults: Iterable[RowFault]) -> frozenset[RowKey]:
    """Return the rows that have a fault."""
    return frozenset(fault.spot.key for fault in faults)


def shortened(text: str) -> str:
    """Return a text for a message, cut where it is long."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def choice_of(text: str, values: Sequence[str]) -> str:
    """Return what to take instead of a text: the value most like it, else one of all."""
    near = closest(text, values)
    return f"did you mean {near[0]}?" if near else f"choose one of: {', '.join(values)}"


def rows_named(rows: Sequence[int]) -> str:
    """Return rows in words: `rows 3, 5 and 9`; of many the first."""
    *most, last = map(str, rows)
    if not most:
        return f"row {last}"
    if len(rows) > _SHOWN:
        return f"rows {first_of([*most, last], _SHOWN)}"
    return f"rows {', '.join(most)} and {last}"


def begun(texts: Sequence[str], most: int = 3) -> str:
    """Return texts with commas between, of many the first and a mark that it goes on.

    Where their number is said beside; where it is not, `errors.first_of` says how many more.
    """
    return ", ".join(texts[:most]) + (" …" if len(texts) > most else "")
