"""Licences, and whether the Open Definition calls them open."""

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from ogdplan.reference.tables import read_table


class Conformance(StrEnum):
    """What the Open Definition says of a licence; not reviewed is unknown, never "not open"."""

    OPEN = "open"
    NOT_OPEN = "not-open"
    NOT_REVIEWED = "not-reviewed"


class Licence(NamedTuple):
    """A licence of the Open Definition's list; `url` is None where the list gives none."""

    id: str
    conformance: Conformance
    title: str
    url: str | None


def licence(licence_id: str) -> Licence | None:
    """Return the licence with exactly this id, letter case included."""
    return _licences().get(licence_id)


def licence_ids() -> tuple[str, ...]:
    """Return the ids of all listed licences, sorted."""
    return tuple(_licences())


@cache
def _licences() -> dict[str, Licence]:
    return {
        licence_id: Licence(licence_id, Conformance(conformance), title, url or None)
        for licence_id, conformance, title, url in read_table("licences.csv")
    }
