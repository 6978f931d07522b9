"""Comments that a merge leaves in a plan file where its two sides want different things.

They stay until someone settles it: the rule unresolved-merge finds them, and to set a field takes
away those above it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ogdplan.planfile import written
from ogdplan.planfile.anatomy import Anatomy, Entry, line_end, line_start
from ogdplan.planfile.scanner import Path
from ogdplan.planfile.splices import Splice, apply
from ogdplan.planfile.written_table import WrittenTable

_MARK = "# CONFLICT"

REMARK = re.compile(
    rf"^[ \t]*{_MARK} (?P<words>(?:ours|theirs): (?:removed )?"
    r"(?P<field>[A-Za-z0-9_]+|\"[^\"\n]*\")(?:\.(?P<part>[A-Za-z0-9-]+|\"[^\"\n]*\"))?"
    r"(?=[ \t=\r\n]|$)[^\r\n]*)",
    re.MULTILINE,
)
"""A comment in a line of its own, the field that it is about, and the language or label in it."""


class Remark(NamedTuple):
    """What one side wanted, to stand as a comment: `theirs: due = 2018-06-30`.

    `place` counts in the table, None for `[plan]`; `path` is the field that it is about, and a
    language or label in it, empty for the record. `record` is the record's id.
    """

    table: str
    place: int | None
    path: tuple[str, ...]
    words: str
    record: str = ""


def remarked(text: str, remarks: Sequence[Remark]) -> str:
    """Return a text with the comments, each above the field that it is about.

    One about a field that is not there comes below the record's header, one about the record
    above it. Where a record is written inline it comes above the array and names the record.
    """
    if not remarks:
        return text
    anatomy = Anatomy(text)
    return apply(text, [_splice(anatomy, remark) for remark in remarks])


def remarks_in(text: str) -> tuple[Remark, ...]:
    """Return the comments that earlier merges have left in a text; those that name no id."""
    return tuple(_found(text)) if f"{_MARK} " in text else ()


def names_of(match: re.Match[str]) -> tuple[str, ...]:
    """Return the field that a comment is about, and the language or label in it."""
    return tuple(name.strip('"') for name in (match["field"], match["part"]) if name)


def _found(text: str) -> Iterator[Remark]:
    anatomy = Anatomy(text)
    starts = [anatomy.start(number) for number in range(len(anatomy.parts))]
    for match in REMARK.finditer(text):
        part = anatomy.parts[bisect_right(starts, match.start()) - 1]
        place = match.start("words")
        if any(each.value[0] <= place < each.value[1] for each in part.entries):
            continue
        path = () if match["words"].endswith(": removed") else names_of(match)
        table, number = [*part.path[:2], None, None][:2]
        if isinstance(number, int):
            yield Remark(str(table), number, path, match["words"])
        elif table in ("plan", None):
            yield Remark("plan", None, path, match["words"])


def _splice(anatomy: Anatomy, remark: Remark) -> Splice:
    path: Path = (remark.table,) if remark.place is None else (remark.table, remark.place)
    table = WrittenTable(anatomy, path, remark.table)
    if entry := _entry(table, remark.path):
        return _above(anatomy, entry.key[0], remark.words)
    if table.header is not None:
        header = anatomy.parts[table.header].section.header
        if remark.path:
            return _below(anatomy, header.start, remark.words)
        return _above(anatomy, header.start, remark.words)
    if table.entries:
        return _above(anatomy, table.entries[0].key[0], remark.words)
    words = f"{remark.words} (in {written.key(remark.record)})"
    return _above(anatomy, _around(anatomy, remark.table), words)


def _entry(table: WrittenTable, path: Sequence[str]) -> Entry | None:
    """Return what is written for a field, or for the part of it that a path names."""
    entries = table.named(path[0]) if path else ()
    own = (entry for entry in entries if str(entry.path[-1]) == path[-1])
    return next(own, next(iter(entries), None))


def _around(anatomy: Anatomy, table: str) -> int:
    """Return where the key begins that holds a whole array or table, else the top."""
    keys = (entry.key[0] for entry in anatomy.parts[0].entries if entry.path[0] == table)
    return next(keys, 0)


def _above(anatomy: Anatomy, offset: int, words: str) -> Splice:
    """Return a comment in a line of its own above the line of an offset, indented like it."""
    start = line_start(anatomy.text, offset)
    comment = f"{anatomy.indent_of(offset)}{_MARK} {words}"
    return Splice(start, start, f"{comment}{anatomy.ending_at(line_end(anatomy.text, start))}")


def _below(anatomy: Anatomy, offset: int, words: str) -> Splice:
    end = line_end(anatomy.text, offset)
    comment = f"{anatomy.indent_of(offset)}{_MARK} {words}"
    return Splice(end, end, f"{anatomy.ending_at(end)}{comment}")
