"""Edits of a plan file that change the lines they must and no other byte.

What an operation touches is found by the scanner and spliced; inside a list or an inline table
tomlrt makes the change. To hand it the whole text instead would take five times as long on a
large plan, would move blank lines with the keys they stand above, and would drop the comments
above a key that goes.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ogdplan.model.kinds import TABLES
from ogdplan.planfile import fields, placing
from ogdplan.planfile.anatomy import Anatomy, Entry
from ogdplan.planfile.operations import AddRecord, Operation, RemoveRecord, SetFields
from ogdplan.planfile.scanner import Path
from ogdplan.planfile.splices import Splice, apply


def rewrite(text: str, operations: Sequence[Operation]) -> str:
    """Return the text of a plan file with the operations made.

    `text` is without a byte-order mark, and TOML that tomli accepts. Of what the operations do
    not name no byte changes; a value that is there already stays as it is written.
    """
    additions = [each for each in operations if isinstance(each, AddRecord)]
    others = [each for each in operations if not isinstance(each, AddRecord)]
    result = apply(text, _splices(Anatomy(text), others)) if others else text
    for table in dict.fromkeys((*TABLES, *(each.table for each in additions))):
        if added := [each for each in additions if each.table == table]:
            result = apply(result, [_addition(Anatomy(result), added)])
    if text and not text.endswith("\n"):
        result = result.removesuffix("\n").removesuffix("\r")
    return result


def _splices(anatomy: Anatomy, operations: Sequence[SetFields | RemoveRecord]) -> Iterator[Splice]:
    gone = {(each.table, each.index) for each in operations if isinstance(each, RemoveRecord)}
    inline: dict[Entry, list[Operation]] = defaultdict(list)
    for operation in operations:
        path: Path = (operation.table,)
        if entry := _entry_around(anatomy, path):
            inline[entry].append(operation)
            continue
        where = path if operation.index is None else (*path, operation.index)
        if isinstance(operation, RemoveRecord):
            yield from _removal(anatomy, where)
        elif (operation.table, operation.index) not in gone:
            yield from fields.changes(anatomy, where, operation)
    for entry, several in inline.items():
        yield _inside(anatomy, entry, several)


def _addition(anatomy: Anatomy, operations: Sequence[AddRecord]) -> Splice:
    if entry := _entry_around(anatomy, (operations[0].table,)):
        return _inside(anatomy, entry, operations)
    return placing.addition(anatomy, operations)


def _entry_around(anatomy: Anatomy, path: Path) -> Entry | None:
    """Return the key and value that hold a whole table or array: `plan = { … }`."""
    entries = anatomy.parts[0].entries
    return next((entry for entry in entries if entry.path == path), None)


def _inside(anatomy: Anatomy, entry: Entry, operations: Sequence[Operation]) -> Splice:
    # Here, since it loads tomlrt, which takes 35 ms.
    from ogdplan.planfile import expressions  # noqa: PLC0415

    start, end = entry.key[0], entry.value[1]
    return Splice(start, end, expressions.edited(anatomy.text[start:end], operations))


def _removal(anatomy: Anatomy, path: Path) -> Iterator[Splice]:
    """Yield the cuts that take a record away: its lines, its comments and the blank lines above.

    Of the first lines of a text it is the blank lines below that go.
    """
    for first, last in anatomy.runs(path):
        start, bottom = anatomy.start(first), anatomy.bottom(last)
        if anatomy.text[:start].strip():
            yield anatomy.cut(anatomy.blank_above(start), bottom)
        else:
            cut = anatomy.cut(start, bottom)
            below = anatomy.text[cut.end :]
            yield cut._replace(end=len(anatomy.text) - len(below.lstrip("\r\n")))
