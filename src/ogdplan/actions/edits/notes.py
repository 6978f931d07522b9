"""What is said beside a change: what else happens to records, and what to keep in mind of them."""

from collections.abc import Iterable
from typing import NamedTuple

from ogdplan.errors import first_of


class Note(NamedTuple):
    """Something said of a record; of the whole plan where `record_id` is "".

    `sentence` names no record, so that what is said of many can be said once. `advice` is what to
    do about it, for this record.
    """

    record_id: str
    sentence: str
    advice: str = ""


def told(notes: Iterable[Note]) -> tuple[str, ...]:
    """Return each sentence once, behind the records that it is said of, with the first advice."""
    groups: dict[str, list[Note]] = {}
    for note in notes:
        groups.setdefault(note.sentence, []).append(note)
    return tuple(map(_told, groups.values()))


def _told(group: list[Note]) -> str:
    ids = first_of(tuple(dict.fromkeys(note.record_id for note in group)))
    where = f"{ids}: " if ids else ""
    advice = f"; {group[0].advice}" if group[0].advice else ""
    return f"{where}{group[0].sentence}{advice}"
