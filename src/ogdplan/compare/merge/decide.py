"""What becomes of three versions of a plan file: its tables, and the conflicts."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from ogdplan.compare.merge import deadlines
from ogdplan.compare.merge.conflicts import Conflict, Side, What
from ogdplan.compare.merge.documents import (
    Document,
    Key,
    Names,
    Open,
    Row,
    document,
    followed,
    spec_of,
)
from ogdplan.compare.merge.fields import Languages, Values, as_set, decide
from ogdplan.compare.merge.names import naming
from ogdplan.compare.merge.outcomes import Outcome, with_needed
from ogdplan.planfile.operations import Value, is_same
from ogdplan.planfile.reading import Reading
from ogdplan.planfile.remarks import remarks_in


class Merge(NamedTuple):
    """What becomes of all tables: those of ours in their order, then theirs' new ones in theirs.

    The conflicts come in the order of their tables.
    """

    outcomes: tuple[Outcome, ...]
    conflicts: tuple[Conflict, ...]


def merge(base: Reading, ours: Reading, theirs: Reading) -> Merge:
    """Return what becomes of three versions of a file, all of them TOML with tables in place.

    Unchanged on one side: the other's. The same change on both: once. Different changes: ours,
    and a conflict. Nothing that one side alone did is lost.
    """
    names = naming(base, ours, theirs)
    languages = Languages(*(_language(each) for each in (base, ours, theirs)))
    old, own = _document(base, names.base), _document(ours, {})
    other, about_ids = _own_ids(_document(theirs, names.theirs), old, own, names.clashing)
    other, about_deadlines = deadlines.settle(old, own, other)
    decisions = _Decisions(_Documents(old, own, other), languages)
    disputed = {conflict.key for conflict in (*about_ids, *about_deadlines)}
    decided = [decisions.of(key, disputed) for key in dict.fromkeys((*own, *other, *old))]
    outcomes, about_needed = with_needed([outcome for outcome, _ in decided])
    about_fields = (conflict for _, conflicts in decided for conflict in conflicts)
    conflicts = (*about_ids, *about_deadlines, *about_fields, *about_needed)
    finished = tuple(_with_final_ids(outcomes))
    return Merge(finished, tuple(_in_order(conflicts, finished)))


class _Documents(NamedTuple):
    base: Document
    ours: Document
    theirs: Document


def _language(reading: Reading) -> str:
    plan = reading.plan or reading.draft
    return plan.header.language if plan else "en"


def _document(reading: Reading, names: Names) -> Document:
    return document(reading.data or {}, names, remarks_in(reading.text))


def _own_ids(
    theirs: Document, base: Document, ours: Document, clashing: Names
) -> tuple[Document, tuple[Conflict, ...]]:
    """Return theirs' tables with ids that no other record of ours has, and these conflicts."""
    rows = dict(theirs)
    conflicts = []
    taken = {row.fields.get("id") for row in ours.values()}
    for key, row in theirs.items():
        wanted = row.fields.get("id")
        if not isinstance(wanted, str):
            continue
        if clashing.get(wanted) == key.name:
            conflicts.append(Conflict(What.SAME_ID, key, ("id",), None, wanted, wanted))
            rows[key] = row._replace(fields={**row.fields, "id": key.name})
        elif wanted in taken and wanted != key.name:
            stays = base[key].fields["id"]
            conflicts.append(Conflict(What.VALUE, key, ("id",), stays, key.name, wanted))
            rows[key] = row._replace(fields={**row.fields, "id": stays})
    return rows, tuple(conflicts)


_Decided = tuple[Outcome, tuple[Conflict, ...]]


class _Decisions(NamedTuple):
    """What is to be decided of each table."""

    versions: _Documents
    languages: Languages

    def of(self, key: Key, disputed: Collection[Key]) -> _Decided:
        """Return what becomes of one table; one that is `disputed` does not go."""
        base, ours, theirs = (each.get(key) for each in self.versions)
        if ours and theirs:
            return self._in_both(key, base, ours, theirs)
        there, removed_by = (ours, Side.THEIRS) if ours else (theirs, Side.OURS)
        if there is None:
            return Outcome(key, None, None, None), ()
        if base is None:
            return Outcome(key, ours, theirs, there.fields, there.open), ()
        if is_same(there.fields, base.fields) and key not in disputed:
            return Outcome(key, ours, theirs, None), ()
        conflict = Conflict(What.REMOVED, key, removed_by=removed_by)
        return Outcome(key, ours, theirs, there.fields, there.open), (conflict,)

    def _in_both(self, key: Key, base: Row | None, ours: Row, theirs: Row) -> _Decided:
        old = base or Row(None, {})
        merged: dict[str, Value] = {}
        conflicts: list[Conflict] = []
        for name in dict.fromkeys((*ours.fields, *theirs.fields)):
            spec = spec_of(key.table, name)
            versions = Values(*(each.fields.get(name) for each in (old, ours, theirs)))
            is_text = spec is not None and spec.is_text
            value, clashes = decide(name, versions, self.languages if is_text else None)
            conflicts += [Conflict(What.VALUE, key, *clash) for clash in clashes]
            if value is not None:
                merged[name] = value
        left: list[Open] = as_set(old.open, ours.open, theirs.open)
        return Outcome(key, ours, theirs, merged, tuple(left)), tuple(conflicts)


def _with_final_ids(outcomes: list[Outcome]) -> Iterator[Outcome]:
    """Return the outcomes with references by the ids that the records have in the end."""
    names: Names = {
        outcome.key.name: str(outcome.fields["id"])
        for outcome in outcomes
        if outcome.fields and outcome.key.name and "id" in outcome.fields
    }
    return (_following(outcome, names) for outcome in outcomes)


def _following(outcome: Outcome, names: Names) -> Outcome:
    if outcome.fields is None:
        return outcome
    return outcome._replace(fields=followed(outcome.key.table, outcome.fields, names))


def _in_order(conflicts: Iterable[Conflict], outcomes: Iterable[Outcome]) -> Iterator[Conflict]:
    """Yield the conflicts by table and field, each with the id that its record has in the end."""
    tables = {outcome.key: (place, outcome) for place, outcome in enumerate(outcomes)}
    for conflict in sorted(conflicts, key=lambda each: (tables[each.key][0], each.path)):
        fields = tables[conflict.key][1].fields or {}
        found = fields.get("id")
        yield replace(conflict, record=found if isinstance(found, str) else None)
