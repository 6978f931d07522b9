"""References as a graph: which table of a plan names which records, and what a name may mean."""

from collections.abc import Iterable, Iterator
from functools import cache

from ogdplan.findings import DataPath
from ogdplan.model.kinds import KINDS, FieldSpec, fields_of
from ogdplan.model.plan import Plan
from ogdplan.model.record import Table
from ogdplan.reference.suggestions import closest

COMPARISONS = 50_000
"""How many names are compared before guessing stops, after half a second.

A broken file may have thousands of wrong names, and thousands of ids that they may mean.
"""

Link = tuple[FieldSpec, DataPath, str]
"""A field that refers, the way from its value to the name (an index in a list), the name."""


def tables_of(plan: Plan) -> Iterator[tuple[str, int | None, Table]]:
    """Yield `[plan]`, every record and every accepted finding with its key and its index."""
    yield "plan", None, plan.header
    for name in (*(kind.table for kind in KINDS), "accepted"):
        for index, table in enumerate(getattr(plan, name)):
            yield name, index, table


def links_of(table: Table) -> Iterator[Link]:
    """Yield the references of a table to records of its own file."""
    return _values(table, link_fields(type(table)))


def far_links_of(table: Table) -> Iterator[Link]:
    """Yield the references of a table to records of other plans, as `plan-id#record-id`."""
    return _values(table, _far_fields(type(table)))


@cache
def link_fields(model: type[Table]) -> tuple[FieldSpec, ...]:
    """Return the fields of a table that refer to records of its own file."""
    return tuple(spec for spec in fields_of(model) if spec.refers_to is not None)


@cache
def _far_fields(model: type[Table]) -> tuple[FieldSpec, ...]:
    return tuple(spec for spec in fields_of(model) if spec.refers_far)


def _values(table: Table, specs: tuple[FieldSpec, ...]) -> Iterator[Link]:
    for spec in specs:
        value = getattr(table, spec.attribute)
        if spec.repeated:
            for index, name in enumerate(value):
                yield spec, (index,), name
        elif value is not None:
            yield spec, (), value


class Guesses:
    """What names that lead nowhere may have been meant to be; each is thought about once."""

    def __init__(self) -> None:
        """Start without guesses."""
        self._made: dict[tuple[str, object], str | None] = {}
        self._left = COMPARISONS

    def nearest(self, name: str, candidates: Iterable[str], *, among: object) -> str | None:
        """Return the candidate that the name is most like, None when it is like none.

        `among` tells sets of candidates apart; they are looked at once for each name only.
        """
        key = (name, among)
        if key not in self._made and self._left > 0:
            names = tuple(candidates)
            self._left -= len(names)
            self._made[key] = next(iter(closest(name, names)), None)
        return self._made.get(key)


def did_you_mean(name: str | None) -> str | None:
    """Return the question whether a name was meant, None when there is no guess."""
    return f'did you mean "{name}"?' if name else None
