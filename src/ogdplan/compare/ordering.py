"""In which order is told what happened to one record."""

from collections.abc import Iterable

from ogdplan.compare.points import RANKS, Point
from ogdplan.compare.points_of_fields import LeadChanged
from ogdplan.compare.points_of_work import Completed, Started, Withdrawn
from ogdplan.model.plan import Header
from ogdplan.model.record import Table

HEADER_FIRST = ("stage", "adopted", "start", "end", "lead")
"""The fields of a plan's header that a meeting cares for, in the order in which they are told."""


def in_order(points: Iterable[Point], table: Table) -> tuple[Point, ...]:
    """Return the points with what matters most first (`points.RANKS`).

    What began stands before its end, and of a header what a meeting cares for before the rest.
    """
    found = tuple(points)
    has_end = any(isinstance(point, Completed | Withdrawn) for point in found)

    def order(point: Point) -> tuple[int, int]:
        field = "lead" if isinstance(point, LeadChanged) else getattr(point, "field", "")
        if isinstance(table, Header) and field in HEADER_FIRST:
            return -1, HEADER_FIRST.index(field)
        return (-1 if has_end and isinstance(point, Started) else 0), RANKS[type(point)]

    return tuple(sorted(found, key=order))
