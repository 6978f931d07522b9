"""The ids of a file: which record has which, and which two have the same."""

from collections.abc import Iterator
from typing import NamedTuple

from ogdplan.findings import Place, Problem
from ogdplan.model.kinds import KINDS, Kind
from ogdplan.model.values import is_id
from ogdplan.planfile.positions import Lines, locate
from ogdplan.planfile.shape import Faulty
from ogdplan.planfile.slips import Data
from ogdplan.rules.catalogue import RULES


class Identities(NamedTuple):
    """The kind of each record by its id, and the ids given twice.

    Of two records with one id the kind is that of the first in the file.
    """

    kinds: dict[str, str]
    problems: tuple[Problem, ...]
    faulty: frozenset[Faulty]


_Holder = tuple[Kind, int]
"""A record by its kind and its place in the table."""


def check(data: Data, text: str) -> Identities:
    """Return who is called what in the data of a file, whatever its shape, and in its text."""
    holders: dict[str, list[_Holder]] = {}
    for kind in KINDS:
        for index, record_id in _ids(data.get(kind.table)):
            holders.setdefault(record_id, []).append((kind, index))
    shared = {record_id: each for record_id, each in holders.items() if len(each) > 1}
    problems = tuple(_duplicates(shared, text)) if shared else ()
    faulty = (
        Faulty(kind.table, index, "id") for each in shared.values() for kind, index in each[1:]
    )
    kinds = {record_id: each[0][0].name for record_id, each in holders.items()}
    return Identities(kinds, problems, frozenset(faulty))


def is_reliable(faulty: frozenset[Faulty]) -> bool:
    """Return whether every record that may be referred to is known by its id.

    Not so while an id is missing, bad or duplicate, or a whole table cannot be read.
    """
    tables = {"", *(kind.table for kind in KINDS)}
    return not any(
        fault.field == "id" or (fault.index is None and fault.table in tables) for fault in faulty
    )


def _ids(records: object) -> Iterator[tuple[int, str]]:
    """Yield the ids of records; what cannot be an id has an error of its own."""
    for index, record in enumerate(records if isinstance(records, list) else ()):
        record_id = record.get("id") if isinstance(record, dict) else None
        if isinstance(record_id, str) and is_id(record_id):
            yield index, record_id


def _duplicates(shared: dict[str, list[_Holder]], text: str) -> Iterator[Problem]:
    """Yield a problem for each record whose id an earlier one has; sorts them as in the file."""
    positions = locate(text)
    lines = Lines(text)

    def start(holder: _Holder) -> int:
        kind, index = holder
        header = positions.header((kind.table, index))
        return header.start if header else 0

    for record_id, holders in shared.items():
        holders.sort(key=start)
        line, _ = lines.position(start(holders[0]))
        owner = f"the {holders[0][0].words} in line {line}"
        for kind, index in holders[1:]:
            yield _duplicate(kind, index, record_id, owner=owner)


def _duplicate(kind: Kind, index: int, record_id: str, *, owner: str) -> Problem:
    rule = RULES["duplicate-id"]
    message = f'{owner} has the id "{record_id}" already'
    place = Place((kind.table, index, "id"))
    return Problem(rule, place, message, rule.fix, record=record_id, field="id")
