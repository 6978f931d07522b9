"""The deadline of a milestone or commitment and the reports that moved it: one, in a merge.

Taken apart, two moves of one deadline would stand side by side in the reports, and the chain of
moves would be broken. Where both sides moved it ours stays as a whole; theirs' report is kept
without its move, which stands in a comment.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ogdplan.compare.merge.conflicts import Conflict, Side, What
from ogdplan.compare.merge.documents import Document, Key, Row
from ogdplan.planfile.operations import Value, is_same

_DEADLINES = {"milestones": "due", "commitments": "end"}
_MOVE = ("due_from", "due_to")
_Move = tuple[Value | None, Value | None]


class Settled(NamedTuple):
    """Theirs' tables without what conflicts over deadlines, and these conflicts."""

    theirs: Document
    conflicts: tuple[Conflict, ...]


class _Deadline(NamedTuple):
    """A deadline in one version: its date, and each report's part in its moves."""

    due: Value | None
    moves: Mapping[Key, _Move]


def settle(base: Document, ours: Document, theirs: Document) -> Settled:
    """Return theirs' tables, with deadlines that both sides moved given as ours has them."""
    rows = dict(theirs)
    conflicts: list[Conflict] = []
    deadlines = [_deadlines(each) for each in (base, ours, theirs)]
    for key in deadlines[0]:
        if key in deadlines[1] and key in deadlines[2]:
            was, own, other = (each[key] for each in deadlines)
            if _is_conflict(was, own, other):
                conflicts += _due_given_way(key, was, own, rows)
                for update in dict.fromkeys((*was.moves, *other.moves)):
                    conflicts += _move_given_way(update, base, ours, rows)
    return Settled(rows, tuple(conflicts))


def _deadlines(rows: Document) -> dict[Key, _Deadline]:
    moves: dict[str, dict[Key, _Move]] = {}
    for key, row in rows.items():
        if row.fields.keys() & set(_MOVE):
            moves.setdefault(str(row.fields.get("about")), {})[key] = _move(row)
    return {
        key: _Deadline(row.fields.get(_DEADLINES[key.table]), moves.get(key.name, {}))
        for key, row in rows.items()
        if key.table in _DEADLINES
    }


def _is_conflict(base: _Deadline, ours: _Deadline, theirs: _Deadline) -> bool:
    """Return whether the two sides cannot both have the deadline as they left it."""
    due = [not is_same(each.due, base.due) for each in (ours, theirs)]
    moves = [each.moves != base.moves for each in (ours, theirs)]
    if all(due) and not is_same(ours.due, theirs.due):
        return True
    if all(moves) and ours.moves != theirs.moves:
        return not _is_continued(ours, theirs)
    # One set the deadline, the other mended what reports say of it: they may not fit together.
    return (due, moves) in (([True, False], [False, True]), ([False, True], [True, False]))


def _is_continued(one: _Deadline, other: _Deadline) -> bool:
    """Return whether both have one deadline, and one has all moves of the other, and more."""
    few, many = sorted((one.moves, other.moves), key=len)
    return is_same(one.due, other.due) and all(many.get(key) == few[key] for key in few)


def _due_given_way(
    key: Key, base: _Deadline, ours: _Deadline, rows: dict[Key, Row]
) -> Iterator[Conflict]:
    """Take theirs' deadline back, and yield the conflict where it is another one than ours."""
    name = _DEADLINES[key.table]
    wanted = rows[key].fields.get(name)
    if not is_same(wanted, base.due) and not is_same(wanted, ours.due):
        yield Conflict(What.VALUE, key, (name,), base.due, ours.due, wanted)
    _put(rows, key, {name: base.due})


def _move_given_way(
    key: Key, base: Document, ours: Document, rows: dict[Key, Row]
) -> Iterator[Conflict]:
    """Take back what theirs says of a move, and yield the conflicts where ours says another.

    Of a report that ours does not have, or no more, the move as a whole: it is no part of ours'.
    """
    old, own, other = (each.get(key) for each in (base, ours, rows))
    if other is None:
        if old and own and is_same(own.fields, old.fields):
            rows[key] = old
            yield Conflict(What.REMOVED, key, removed_by=Side.THEIRS, is_needed=True)
        return
    was, wanted = _move(old), _move(other)
    if wanted == was:
        return
    for name, before, stays, asked in zip(_MOVE, was, _move(own), wanted, strict=True):
        if not is_same(asked, stays):
            yield Conflict(What.VALUE, key, (name,), before, stays, asked)
    _put(rows, key, dict(zip(_MOVE, was if own else (None, None), strict=True)))


def _move(row: Row | None) -> _Move:
    fields = row.fields if row else {}
    return fields.get("due_from"), fields.get("due_to")


def _put(rows: dict[Key, Row], key: Key, values: Mapping[str, Value | None]) -> None:
    """Give a table other values; None takes a field away."""
    row = rows[key]
    fields = {**row.fields, **values}
    rows[key] = row._replace(fields={n: each for n, each in fields.items() if each is not None})
