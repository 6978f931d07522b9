"""What becomes of each table in a merge, and the records that cannot go."""

from collections.abc import Sequence
from typing import NamedTuple

from ogdplan.compare.merge.conflicts import Conflict, Side, What
from ogdplan.compare.merge.documents import Fields, Key, Open, Row, references_in


class Outcome(NamedTuple):
    """What becomes of one table; `ours` and `theirs` are None where that side has none of it.

    `fields` are those of the merged file, None where the table goes. `open` are the conflicts of
    earlier merges that are still to be settled there.
    """

    key: Key
    ours: Row | None
    theirs: Row | None
    fields: Fields | None
    open: tuple[Open, ...] = ()


def with_needed(outcomes: Sequence[Outcome]) -> tuple[list[Outcome], list[Conflict]]:
    """Return the outcomes with the records kept that one side removed and the other refers to.

    Of those that came to be referred to only: a reference that the side which removed the record
    left behind is a mistake of its own.
    """
    found = {outcome.key: outcome for outcome in outcomes}
    by_name = {key.name: key for key in found if key.table not in ("plan", "accepted")}
    conflicts = []
    waiting = [each for each in outcomes if each.fields is not None]
    while waiting:
        outcome = waiting.pop()
        for name in references_in(outcome.key.table, outcome.fields or {}):
            gone = found.get(by_name.get(name, outcome.key), outcome)
            if gone.fields is None and _is_needed_by(outcome, gone, name):
                found[gone.key], conflict = _kept(gone)
                waiting.append(found[gone.key])
                conflicts.append(conflict)
    return list(found.values()), conflicts


def _is_needed_by(outcome: Outcome, gone: Outcome, name: str) -> bool:
    """Return whether the side that removed a record does not refer to it by this table."""
    remover = outcome.theirs if gone.ours else outcome.ours
    is_left = remover and name in references_in(outcome.key.table, remover.fields)
    return bool(gone.ours or gone.theirs) and not is_left


def _kept(gone: Outcome) -> tuple[Outcome, Conflict]:
    there, removed_by = (gone.ours, Side.THEIRS) if gone.ours else (gone.theirs, Side.OURS)
    conflict = Conflict(What.REMOVED, gone.key, removed_by=removed_by, is_needed=True)
    if there is None:
        return gone, conflict
    return gone._replace(fields=there.fields, open=there.open), conflict
