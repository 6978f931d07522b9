"""The text of a merged plan: ours, with what was decided, and comments where nothing could be."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from ogdplan.compare.merge.conflicts import Conflict, What
from ogdplan.compare.merge.decide import Merge
from ogdplan.compare.merge.documents import Fields, document, is_mergeable
from ogdplan.compare.merge.fields import changed
from ogdplan.compare.merge.outcomes import Outcome
from ogdplan.planfile import written
from ogdplan.planfile.anatomy import Anatomy
from ogdplan.planfile.edits import rewrite
from ogdplan.planfile.operations import (
    AddRecord,
    Operation,
    RemoveRecord,
    SetFields,
    intended,
    is_same,
    row,
    same,
)
from ogdplan.planfile.reading import Reading
from ogdplan.planfile.remarks import Remark, remarked, remarks_in
from ogdplan.planfile.syntax import parse


def merged_text(decided: Merge, ours: Reading, theirs: Reading) -> str | None:
    """Return the text of ours with what was decided; theirs' new records as theirs has them.

    None where the new text, read again, does not say just that.
    """
    operations = tuple(_operations(decided, theirs))
    merged = rewrite(ours.text, operations)
    there = {(each.table, each.place, each.words) for each in remarks_in(merged)}
    remarks = (each for each in _remarks(decided) if (*each[:2], each.words) not in there)
    text = remarked(merged, tuple(remarks))
    wanted = intended(ours.data or {}, operations)
    touched = {operation.table for operation in operations}
    data = parse(text)
    return text if isinstance(data, dict) and same(data, wanted, touched=touched) else None


def says_what_is_decided(decided: Merge, text: str) -> bool:
    """Return whether a text has just the tables that were decided, in whatever order."""
    found = parse(text)
    if not isinstance(found, dict) or not is_mergeable(found):
        return False
    wanted: dict[str, list[Fields]] = defaultdict(list)
    for outcome in decided.outcomes:
        if outcome.fields is not None:
            wanted[outcome.key.table].append(outcome.fields)
    [plan] = wanted.pop("plan")
    tables, others = document({**wanted, "plan": plan}, {}), document(found, {})
    return tables.keys() == others.keys() and all(
        is_same(tables[key].fields, others[key].fields) for key in tables
    )


def _operations(decided: Merge, theirs: Reading) -> Iterator[Operation]:
    """Yield what makes the merged data of that of ours."""
    added = [each for each in decided.outcomes if each.ours is None and each.fields is not None]
    anatomy = Anatomy(rewrite(theirs.text, tuple(_as_merged(added, theirs)))) if added else None
    for outcome in decided.outcomes:
        table = outcome.key.table
        if outcome.ours is None:
            if outcome.fields is not None and outcome.theirs is not None and anatomy is not None:
                place = outcome.theirs.place or 0
                yield AddRecord(table, outcome.fields, anatomy.lines_of((table, place)))
        elif outcome.fields is None:
            yield RemoveRecord(table, outcome.ours.place or 0)
        elif names := tuple(changed(outcome.ours.fields, outcome.fields)):
            fields = {name: outcome.fields.get(name) for name in names}
            yield SetFields(table, outcome.ours.place, fields)


def _as_merged(added: list[Outcome], theirs: Reading) -> Iterator[SetFields]:
    """Yield what gives theirs' new records the ids and references of the merged file."""
    for outcome in added:
        if outcome.theirs is not None and outcome.fields is not None:
            table, place = outcome.key.table, outcome.theirs.place
            names = tuple(changed(row(theirs.data or {}, table, place), outcome.fields))
            if names:
                yield SetFields(table, place, {name: outcome.fields.get(name) for name in names})


def _remarks(decided: Merge) -> Iterator[Remark]:
    """Yield the comments of the conflicts: those left open before, and the new ones."""
    places = {outcome.key: place for outcome, place in _placed(decided)}
    for outcome, place in _placed(decided):
        for path, words in outcome.open:
            yield Remark(outcome.key.table, place, path, words, outcome.key.name)
    for conflict in decided.conflicts:
        place, path = places[conflict.key], conflict.path
        yield Remark(conflict.key.table, place, path, _words(conflict), conflict.subject)


def _placed(decided: Merge) -> Iterator[tuple[Outcome, int | None]]:
    """Yield the tables of the merged file, each with its place in its array."""
    counts: Counter[str] = Counter()
    for outcome in decided.outcomes:
        if outcome.fields is not None:
            table = outcome.key.table
            yield outcome, None if table == "plan" else counts[table]
            counts[table] += 1


def _words(conflict: Conflict) -> str:
    """Return what one side wanted, as a comment has it: one line, the value as TOML."""
    if conflict.what is What.REMOVED:
        return f"{conflict.removed_by}: removed"
    field = ".".join(map(written.key, conflict.path))
    if conflict.theirs is None:
        return f"theirs: removed {field}"
    return f"theirs: {field} = {written.in_line(conflict.theirs)}"
