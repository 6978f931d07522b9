"""Which record of one plan is which of another: by id, and by content when the id changed."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from ogdplan.compare.sides import Side
from ogdplan.compare.values import compared, content_of
from ogdplan.model.kinds import KINDS, FieldSpec, Kind, all_records, fields_of, records_of
from ogdplan.model.plan import Accepted, Plan
from ogdplan.model.record import Record, Table

T = TypeVar("T", bound=Table)
Renames = Mapping[str, str]
"""The new id of each record that only changed its id, by the old one."""


class Pair(NamedTuple):
    """A table that stands in both plans, `old` in the one of `before`, `new` in that of `after`."""

    old: Table
    new: Table
    before: Side
    after: Side
    renames: Renames

    @property
    def differing(self) -> tuple[FieldSpec, ...]:
        """Return the fields whose values do not mean the same, in the order of the file.

        A reference to a renamed record that follows the new id means the same.
        """
        # Most often the header of a plan, one object in all versions that were read piece by piece.
        if self.old is self.new:
            return ()
        return tuple(spec for spec in fields_of(type(self.new)) if self._differs(spec))

    def values(self, spec: FieldSpec) -> tuple[object, object]:
        """Return the old value, with its references following the renames, and the new one."""
        old = getattr(self.old, spec.attribute)
        return followed(old, spec, self.renames), getattr(self.new, spec.attribute)

    def _differs(self, spec: FieldSpec) -> bool:
        if self._is_read_otherwise(spec):
            return True
        if getattr(self.new, spec.attribute) == getattr(self.old, spec.attribute):
            # Also where the reference stayed behind with an old id, and points nowhere now.
            return False
        old, new = self.values(spec)
        # Plain strings of both in the language that the plan has now: when that is another, the
        # header tells it, once.
        language = self.after.language
        return compared(old, language) != compared(new, language)

    def _is_read_otherwise(self, spec: FieldSpec) -> bool:
        """Return whether the file has another value, of which one at least cannot be read."""
        if not (self.before.unread or self.after.unread):
            return False
        old = self.before.unread_of(self.old).get(spec.name)
        new = self.after.unread_of(self.new).get(spec.name)
        if old and new:
            return old.raw != new.raw
        return bool(old or new) and self.before.in_file(self.old, spec) != self.after.in_file(
            self.new, spec
        )


def followed(value: object, spec: FieldSpec, renames: Renames) -> object:
    """Return the value of a field with each id it refers to as it reads after the renames."""
    if not spec.refers_to:
        return value
    if isinstance(value, tuple):
        return tuple(renames.get(each, each) for each in value)
    return renames.get(value, value) if isinstance(value, str) else value


def differing_kinds(before: Side, after: Side) -> Sequence[Kind]:
    """Return the kinds of which not all records are equal, or may not be: most often hardly any.

    Of values that cannot be read records do not tell.
    """
    if before.unread or after.unread:
        return KINDS
    return [kind for kind in KINDS if records_of(before.plan, kind) != records_of(after.plan, kind)]


def renames_between(before: Side, after: Side) -> Renames:
    """Return the renames: one record gone and one come, of one kind, equal but for the id.

    Only where no other that went or came is equal too. References between renamed records
    follow: a milestone renamed together with the institution that leads it is found.
    """
    renames: dict[str, str] = {}
    differing = differing_kinds(before, after)
    old_ids, new_ids = (
        {record.id for kind in differing for record in records_of(side.plan, kind)}
        for side in (before, after)
    )
    if old_ids <= new_ids or new_ids <= old_ids:
        return renames
    while found := _more_renames(before, after, renames):
        renames |= found
    return renames


def successors_between(before: Side, after: Side) -> Renames:
    """Return the renames, those of records that were changed at the same time included.

    Such are one gone and one come, of one kind and with the same title, where no other that
    went or came has it too. What is told of a change rests on `renames_between`, which is
    certain; this is for who looks for something missing and must not raise a false alarm.
    """
    found = dict(renames_between(before, after))
    old_ids, new_ids = (_ids(side.plan) for side in (before, after))
    for kind in KINDS:
        gone = _without(records_of(before.plan, kind), {*new_ids, *found})
        come = _without(records_of(after.plan, kind), {*old_ids, *found.values()})
        olds, news = _by_title(gone, before), _by_title(come, after)
        for title in olds.keys() & news.keys():
            if len(olds[title]) == len(news[title]) == 1:
                found[olds[title][0]] = news[title][0]
    return found


def _by_title(records: Iterable[Record], side: Side) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for record in records:
        found[side.title(record)].append(record.id)
    return found


def _more_renames(before: Side, after: Side, known: Renames) -> dict[str, str]:
    old_ids, new_ids = (_ids(side.plan) for side in (before, after))
    stayed = {*new_ids, *known, *_repeated(old_ids)}
    were_there = {*old_ids, *known.values(), *_repeated(new_ids)}
    found = {}
    for kind in KINDS:
        gone = _without(records_of(before.plan, kind), stayed)
        come = _without(records_of(after.plan, kind), were_there)
        olds = _by_content(gone, known, after.language)
        news = _by_content(come, {}, after.language)
        for content in olds.keys() & news.keys():
            if len(olds[content]) == len(news[content]) == 1:
                found[olds[content][0]] = news[content][0]
    return found


def _ids(plan: Plan) -> Counter[str]:
    return Counter(record.id for record in all_records(plan))


def _repeated(ids: Counter[str]) -> Iterator[str]:
    return (each for each, times in ids.items() if times > 1)


def _without(records: Iterable[Record], ids: set[str]) -> Iterator[Record]:
    return (record for record in records if record.id not in ids)


def _by_content(
    records: Iterable[Record], renames: Renames, language: str
) -> dict[Hashable, list[str]]:
    """Return the ids of records by all that these say beside."""
    found: dict[Hashable, list[str]] = defaultdict(list)
    for record in records:
        content = tuple(
            compared(followed(getattr(record, spec.attribute), spec, renames), language)
            for spec in fields_of(type(record))
            if spec.name != "id"
        )
        found[content].append(record.id)
    return found


def matched_records(
    kind: Kind, before: Side, after: Side, renames: Renames
) -> Iterator[tuple[Record | None, Record | None]]:
    """Yield the records of a kind that are not equal, old and new; None for the absent one.

    Of equal ones those too that have a value which cannot be read: they may differ in it.
    """
    olds, news = records_of(before.plan, kind), records_of(after.plan, kind)
    yield from _matched(
        olds,
        news,
        lambda record: renames.get(record.id, record.id),
        lambda record: record.id,
    )
    if before.unread or after.unread:
        known = {record.id: record for record in olds}
        yield from (
            (known[record.id], record)
            for record in news
            if known.get(record.id) == record
            and (before.unread_of(known[record.id]) or after.unread_of(record))
        )


def matched_accepted(
    old: Plan, new: Plan, renames: Renames
) -> Iterator[tuple[Accepted | None, Accepted | None]]:
    """Yield the accepted findings that are not equal, by the same rule and record."""
    return _matched(
        old.accepted,
        new.accepted,
        lambda entry: (entry.rule, renames.get(entry.about or "", entry.about)),
        lambda entry: (entry.rule, entry.about),
    )


def _matched(
    olds: tuple[T, ...],
    news: tuple[T, ...],
    old_key: Callable[[T], Hashable],
    new_key: Callable[[T], Hashable],
) -> Iterator[tuple[T | None, T | None]]:
    # Nearly all are equal and stand where they stood; the others are few. Versions that were read
    # piece by piece share most of them, and Python sees at once that a thing equals itself.
    if olds == news:
        return
    found = zip_longest(olds, news)
    pairs = [(old, new) for old, new in found if old is not new and old != new]
    groups: dict[Hashable, tuple[list[T], list[T]]] = defaultdict(lambda: ([], []))
    for old, new in pairs:
        if old is not None:
            groups[old_key(old)][0].append(old)
        if new is not None:
            groups[new_key(new)][1].append(new)
    for left, come in groups.values():
        yield from _paired(left, come)


def _paired(olds: Sequence[T], news: Sequence[T]) -> Iterator[tuple[T | None, T | None]]:
    """Pair those of one key that are not equal; a broken file may have several.

    Then those that are equal in both go first, since the order of records says nothing.
    """
    left, came = list(olds), []
    for table in news:
        if table in left:
            left.remove(table)
        else:
            came.append(table)
    yield from zip_longest(_in_order(left), _in_order(came))


def _in_order(tables: list[T]) -> list[T]:
    # Nearly always there is one, and to take it apart only to sort it takes its time.
    return sorted(tables, key=content_of) if len(tables) > 1 else tables
