"""Changes between two plans, record by record and field by field, as words and as data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from ogdplan.compare.matching import (
    Pair,
    Renames,
    differing_kinds,
    matched_accepted,
    matched_records,
    renames_between,
)
from ogdplan.compare.ordering import HEADER_FIRST
from ogdplan.compare.points import RANKS, Point
from ogdplan.compare.points_of_deadlines import DeadlineMoved
from ogdplan.compare.points_of_faults import Unreadable
from ogdplan.compare.points_of_fields import Renamed
from ogdplan.compare.sides import Side
from ogdplan.compare.telling import (
    added_point,
    changed_points,
    removed_point,
    standing_words,
    told_reports,
)
from ogdplan.model.kinds import KINDS, fields_of
from ogdplan.model.plan import Plan
from ogdplan.model.record import Record, Table

_KINDS = ("plan", *(kind.name for kind in KINDS), "accepted")


class What(StrEnum):
    """What happened to a record as a whole."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"


class FieldChange(NamedTuple):
    """A field and what the file had and has there, as JSON; None where the field is absent."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Change:
    """One record that differs between two plans.

    `kind` is the word of the command line, `plan` for the header, `accepted` for an accepted
    finding; those two have no `id`. Of a rename `id` is the new one. `title` is what the record
    is called now, or was. `fields` are all that differ, in the order of the file: of an added
    or removed record all it has but the id, of a rename the id alone. `points` say what
    happened, what matters most first. `was` says of a milestone that is gone how it stood.
    `is_told` of a new report: the milestone or commitment it is about has a change that tells
    the same.
    """

    plan_id: str
    kind: str
    id: str | None
    what: What
    title: str
    fields: tuple[FieldChange, ...]
    points: tuple[Point, ...]
    is_told: bool = False
    was: str = ""

    @property
    def summary(self) -> str:
        """Return what happened in one line; of a changed record after its id."""
        words = "; ".join(map(str, self.points))
        if self.what is not What.CHANGED:
            return words
        subject = f"accepted {self.title}" if self.kind == "accepted" else self.kind
        return f"{self.id or subject}: {words}"


def between(old: Plan, new: Plan, *, plan_id: str) -> tuple[Change, ...]:
    """Return how `new` differs from `old`, empty when both mean the same.

    Records match by id, accepted findings by their rule and record. No change are the order of
    records, a default that is written out, and a plain string for a text in the plan's first
    language (the new one: that it is another, the header tells). A record gone and one come of
    one kind, equal but for the id, and no third like them, are a rename; references that follow
    the new id are part of it, no change of their own.

    What matters to a meeting comes first (`points.RANKS`), then by kind, then by id. The order
    of the records in the files does not count.
    """
    return between_sides(Side(old), Side(new), plan_id=plan_id)


def between_sides(before: Side, after: Side, *, plan_id: str) -> tuple[Change, ...]:
    """Return the same of two sides, each of which may be compared with others too."""
    comparison = _Comparison(plan_id, before, after, renames_between(before, after))
    return tuple(sorted(_marked(tuple(comparison.changes()), after), key=_order))


def told_once(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes without the reports whose milestone or commitment tells the same.

    Those only record a move of its deadline, whose reason it tells too, or are behind a change
    of its status. A report that also brings evidence or a percentage stays.
    """
    return tuple(change for change in changes if not change.is_told)


def with_words(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes without the reports of which nothing is lost: those of a moved deadline.

    The move tells their words as its reason. Of a report behind another status the words stand
    nowhere else: who wrote them knows them (`told_once`), who reads of them later does not.
    Where the milestone is not among the changes, its report tells the move.
    """
    found = tuple(changes)
    reasons = {
        report
        for change in found
        for point in change.points
        if isinstance(point, DeadlineMoved)
        for report in point.reports
    }
    return tuple(each for each in found if not (each.is_told and each.id in reasons))


def _marked(changes: tuple[Change, ...], after: Side) -> Iterator[Change]:
    points = {each.id: each.points for each in changes if each.id and each.what is What.CHANGED}
    new = (each for each in changes if each.kind == "update" and each.what is What.ADDED)
    reports = {each.id for each in new if each.id}
    told = told_reports(reports, points, after)
    return (replace(each, is_told=True) if each.id in told else each for each in changes)


def _order(change: Change) -> tuple[int, int, str, str]:
    # A meeting wants to know first that the plan itself is another: adopted, longer, led by others.
    is_of_all = change.kind == "plan" and any(each.field in HEADER_FIRST for each in change.fields)
    rank = -1 if is_of_all else min(RANKS[type(point)] for point in change.points)
    return rank, _KINDS.index(change.kind), change.id or change.title, change.summary


@dataclass(frozen=True, slots=True)
class _Comparison:
    plan_id: str
    before: Side
    after: Side
    renames: Renames

    def changes(self) -> Iterator[Change]:
        """Yield all changes, kind by kind."""
        old, new = self.before.plan, self.after.plan
        yield from self._of("plan", [(old.header, new.header)])
        for kind in differing_kinds(self.before, self.after):
            yield from self._of(
                kind.name, matched_records(kind, self.before, self.after, self.renames)
            )
        yield from self._of("accepted", matched_accepted(old, new, self.renames))

    def _of(
        self, kind: str, matches: Iterable[tuple[Table | None, Table | None]]
    ) -> Iterator[Change]:
        for old, new in matches:
            if old is not None and new is not None:
                yield from self._in_both(
                    kind, Pair(old, new, self.before, self.after, self.renames)
                )
            elif new is not None:
                fields = tuple(
                    FieldChange(name, None, value) for name, value in _content(new, self.after)
                )
                point = added_point(new, self.after)
                yield self._change(kind, new, What.ADDED, fields, (point,))
            elif old is not None:
                fields = tuple(
                    FieldChange(name, value, None) for name, value in _content(old, self.before)
                )
                point = removed_point(old, self.before)
                change = self._change(kind, old, What.REMOVED, fields, (point,))
                yield replace(change, was=standing_words(old, self.before))

    def _in_both(self, kind: str, pair: Pair) -> Iterator[Change]:
        old_id, new_id = _id(pair.old), _id(pair.new)
        if old_id and new_id and old_id != new_id:
            yield self._renamed(kind, pair, old_id, new_id)
            return
        differing = pair.differing
        if points := changed_points(pair, differing):
            fields = tuple(
                FieldChange(
                    spec.name,
                    self.before.in_file(pair.old, spec),
                    self.after.in_file(pair.new, spec),
                )
                for spec in differing
            )
            yield self._change(kind, pair.new, What.CHANGED, fields, points)

    def _renamed(self, kind: str, pair: Pair, old_id: str, new_id: str) -> Change:
        """Return that a record has another id, or one that cannot be read."""
        olds, news = self.before.unread_of(pair.old), self.after.unread_of(pair.new)
        if unread := news.get("id"):
            field = FieldChange("id", old_id, unread.raw)
            fault = Unreadable("id", unread.why or "it is missing", was_readable="id" not in olds)
            change = self._change(kind, pair.new, What.CHANGED, (field,), (fault,))
            return replace(change, id=old_id)
        was = str(olds["id"].raw or "no id") if "id" in olds else old_id
        field = FieldChange("id", olds["id"].raw if "id" in olds else old_id, new_id)
        point = Renamed(kind.replace("-", " "), was, new_id)
        return self._change(kind, pair.new, What.RENAMED, (field,), (point,))

    def _change(
        self,
        kind: str,
        table: Table,
        what: What,
        fields: tuple[FieldChange, ...],
        points: tuple[Point, ...],
    ) -> Change:
        side = self.before if what is What.REMOVED else self.after
        return Change(self.plan_id, kind, _id(table), what, side.title(table), fields, points)


def _content(table: Table, side: Side) -> Iterator[tuple[str, object]]:
    """Yield all that the file says in a table, but the id of a record."""
    for spec in fields_of(type(table)):
        if spec.name != "id" and (value := side.in_file(table, spec)) is not None:
            yield spec.name, value


def _id(table: Table) -> str | None:
    return table.id if isinstance(table, Record) else None
