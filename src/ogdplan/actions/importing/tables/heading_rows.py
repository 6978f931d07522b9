"""Where the headings of a table stand, and what they say of each column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ogdplan.model.headings import is_heading
from ogdplan.reference.plain_words import plain_words
from ogdplan.workspace.spreadsheets.cells import CellValue, Range, Row, Table
from ogdplan.workspace.spreadsheets.grid import column_letters

_LOOKED_AT = 30
"""Headings are looked for in so many rows from the top."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column with a heading or values: its place from 0, its heading, its first value.

    `under` is the lower of two headings, without that of its group, `over` that of the group.
    """

    index: int
    heading: str
    first: CellValue
    under: str = ""
    over: str = ""

    @property
    def letters(self) -> str:
        """Return what a spreadsheet calls it: A, F, AB."""
        return column_letters(self.index)


class Headed(NamedTuple):
    """A table below its headings: the columns, and the index of the first row of values.

    `top` is the index of the row of headings, of two the upper one.
    """

    columns: tuple[Column, ...]
    first_row: int
    top: int


def headed(table: Table) -> Headed | None:
    """Return the columns of a table; rows above its headings, such as a title, are passed over.

    The headings are the row that says most that is known, else the first with several texts.
    Where they take two rows, as with merged cells above others, both are joined. None for a
    table without headings.
    """
    top = _heading_row(table)
    if top is None:
        return None
    upper = _spread(table, top)
    lower = table.rows[top + 1] if top + 1 < len(table.rows) else ()
    takes_two = _is_second(table, top, lower)
    names = _joined(upper, lower) if takes_two else [_text(value) for value in upper]
    under = [_text(value) for value in lower] if takes_two else [""] * len(names)
    first_row = top + 2 if takes_two else top + 1
    over = [_text(value) for value in upper] if takes_two else under
    return Headed(tuple(_columns(table, names, under, over, first_row=first_row)), first_row, top)


def name_of(column: Column, columns: Sequence[Column]) -> str:
    """Return what someone can call a column: its heading, or letters where others have it too."""
    same = [each for each in columns if each.heading == column.heading]
    return column.heading if column.heading and len(same) == 1 else column.letters


def filled(table: Table) -> tuple[Row, ...]:
    """Return the rows with what cells merged down a column show in each of them."""
    tall = [
        place for place in table.merged if place.bottom > place.top and place.left == place.right
    ]
    if not tall:
        return table.rows
    rows = [list(row) for row in table.rows]
    for place in tall:
        for index in range(place.top + 1, min(place.bottom + 1, len(rows))):
            rows[index][place.left] = rows[place.top][place.left]
    return tuple(map(tuple, rows))


def _columns(
    table: Table, names: list[str], under: list[str], over: list[str], *, first_row: int
) -> Iterator[Column]:
    for index, name in enumerate(names):
        values = (row[index] for row in table.rows[first_row:])
        first = next((value for value in values if value is not None), None)
        if name or first is not None:
            yield Column(index, name, first, under[index], over[index])


def _heading_row(table: Table) -> int | None:
    rows = table.rows[:_LOOKED_AT]
    known = [_known(row) for row in rows]
    if best := max(known, default=0):
        index = known.index(best)
        above = index - 1
        # The words of the upper row may be known less well than those below them.
        return above if above >= 0 and _has_groups(table, above, rows[index]) else index
    several = (n for n, row in enumerate(rows) if sum(isinstance(each, str) for each in row) > 1)
    return next(several, next((n for n, row in enumerate(rows) if any(map(_text, row))), None))


def _known(row: Row) -> int:
    """Return how many known headings a row has; a word in several cells, such as No, is one."""
    texts = (value for value in row if isinstance(value, str))
    return len({plain_words(text) for text in texts if is_heading(text)})


def _spread(table: Table, top: int) -> Row:
    """Return a row of headings, each standing over all the columns that it is merged over."""
    row = list(table.rows[top])
    for place in _wide(table, top):
        for index in range(place.left + 1, min(place.right + 1, len(row))):
            row[index] = row[place.left]
    return tuple(row)


def _wide(table: Table, top: int) -> list[Range]:
    return [place for place in table.merged if place.top == top and place.right > place.left]


def _has_groups(table: Table, above: int, row: Row) -> bool:
    """Return whether the row above has headings of groups: merged, or with gaps below."""
    upper = table.rows[above]
    if not all(value is None or isinstance(value, str) for value in upper):
        return False
    if not _wide(table, above) and _stands_alone(row):
        return False
    texts = [index for index, value in enumerate(upper) if value is not None]
    is_title = len(texts) < 2 and not any(place.left > 0 for place in _wide(table, above))
    if not texts or is_title:
        return False
    return bool(_wide(table, above)) or any(
        lower is not None and upper[index] is None for index, lower in enumerate(row)
    )


def _stands_alone(row: Row) -> bool:
    """Return whether a row has a heading of its own for each column, all of them known."""
    width = max((at for at, value in enumerate(row, 1) if value is not None), default=0)
    return width > 1 and _known(row) == width


def _is_second(table: Table, top: int, lower: Row) -> bool:
    """Return whether the row below belongs to the headings: some are merged down into it."""
    if any(value is not None for value in lower) and _is_merged_down(table, top):
        return True
    texts = [value for value in lower if value is not None]
    if not texts or not all(isinstance(value, str) for value in texts):
        return False
    return _has_groups(table, top, lower) and _known(lower) > 0


def _is_merged_down(table: Table, top: int) -> bool:
    return any(place.top == top < place.bottom for place in table.merged)


def _joined(upper: Row, lower: Row) -> list[str]:
    """Return the headings of two rows as one; a group stands over the columns right of it too."""
    names = []
    group = ""
    for above, below in zip(upper, lower, strict=True):
        group = _text(above) or (group if below is not None else "")
        under = _text(below)
        both = f"{group} {under}".strip()
        names.append(both if plain_words(group) != plain_words(under) else under)
    return names


def _text(value: CellValue) -> str:
    return "" if value is None else " ".join(str(value).split())
