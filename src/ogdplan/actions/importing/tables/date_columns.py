"""Day first or month first over all columns of a table: one that tells it tells for the others."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ogdplan.actions.importing.cells.deadlines import is_in_doubt, order_of
from ogdplan.model.deadlines.day_orders import DayOrder
from ogdplan.workspace.spreadsheets.cells import CellValue


class Dates(NamedTuple):
    """A column of dates: what people call it, and its cells."""

    name: str
    values: tuple[CellValue, ...]


def order_of_table(columns: Sequence[Dates]) -> DayOrder:
    """Return the order that the dates of all columns keep; unknown where they contradict."""
    return order_of(value for column in columns for value in column.values)


def notes_of_order(columns: Sequence[Dates], order: DayOrder) -> Iterator[str]:
    """Yield which columns are read in the order of the table, since their own dates tell none."""
    if order is DayOrder.UNKNOWN:
        return
    proof = next(each.name for each in columns if order_of(each.values) is order)
    first = "day" if order is DayOrder.DAY_FIRST else "month"
    for column in columns:
        if order_of(column.values) is not order and any(map(is_in_doubt, column.values)):
            yield f"the dates of {column.name} are read with the {first} first, as {proof} shows"
