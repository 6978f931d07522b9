"""The layout of a plan file: spaces, blank lines, the order of keys; never what it says.

Tables keep their place in the file, also where another order would be nearer to the format's:
whoever moves whole records makes a difference between two versions that nobody can read.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import tomli

from ogdplan.model.kinds import field_named, fields_of, table_model
from ogdplan.planfile.anatomy import Anatomy, Entry, Part
from ogdplan.planfile.gaps import Block, Gap, gaps
from ogdplan.planfile.scanner import Path
from ogdplan.planfile.value_layout import key_text, laid_out, languages

_FIRST = ("format", "plan")
_CLOSINGS = {"[": "]", "[[": "]]"}


@dataclass(frozen=True, slots=True)
class _Statement:
    """A header or a key with its value, laid out, and the comments that go with it."""

    lines: Block
    above: Block
    below: Block
    apart: tuple[Block, ...] = ()
    rank: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class _Layout:
    """A part of the file: header, comments below it, keys, comments at the end.

    The header of the first part has no lines.
    """

    header: _Statement
    opening: tuple[Block, ...]
    entries: tuple[_Statement, ...]
    closing: tuple[Block, ...]


class _Paper:
    """Lines one below the other, never two of them blank."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def text(self, ending: str) -> str:
        lines = self._lines if not self._lines or self._lines[-1] else self._lines[:-1]
        return "".join(f"{line}\n" for line in lines).replace("\n", ending)

    def blank(self) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def apart(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self.blank()
            self._lines += block
            self.blank()

    def statement(self, statement: _Statement) -> None:
        self.apart(statement.apart)
        self._lines += (*statement.above, *statement.lines, *statement.below)
        if statement.below:
            self.blank()


def formatted(text: str) -> str:
    """Return the text of a plan file laid out anew; that of a file laid out so is the same.

    `text` is without a byte-order mark, and TOML that tomli accepts. All lines end as the first
    does. Every comment stays with the key or header that it stands beside, directly above or,
    before a blank line, directly below; one that stands apart stays apart.
    """
    paper = _Paper()
    for part in _layouts(Anatomy(text.replace("\r\n", "\n") + "\n")):
        paper.blank()
        paper.statement(part.header)
        paper.apart(part.opening)
        for entry in part.entries:
            paper.statement(entry)
        paper.apart(part.closing)
    return paper.text("\r\n" if text.partition("\n")[0].endswith("\r") else "\n")


def say_the_same(one: str, other: str) -> bool:
    """Return whether two TOML texts hold the same data; the order of keys means nothing."""
    # Compared as they are written: True is no 1, and a number that is none equals itself.
    return repr(_sorted(tomli.loads(one))) == repr(_sorted(tomli.loads(other)))


def _sorted(data: object) -> object:
    if isinstance(data, dict):
        return {name: _sorted(data[name]) for name in sorted(data)}
    return [_sorted(each) for each in data] if isinstance(data, list) else data


def _layouts(anatomy: Anatomy) -> Iterator[_Layout]:
    above: Block = ()
    for part, following in zip(anatomy.parts, [*anatomy.parts[1:], None], strict=True):
        found = list(gaps(anatomy.text, part, following))
        yield _ordered(_layout(anatomy.text, part, found, above))
        above = found[-1].above


def _layout(text: str, part: Part, between: Sequence[Gap], above: Block) -> _Layout:
    """Return a part with its keys in the order that they have."""
    below_header, *others = between
    entries = [
        _entry(text, entry, before, after)
        for entry, (before, after) in zip(part.entries, pairwise(between), strict=True)
    ]
    # What stands apart above the first key is about them all.
    entries[:1] = [replace(entry, apart=()) for entry in entries[:1]]
    return _Layout(
        _Statement(_header_lines(text, part, below_header.beside), above, below_header.below),
        below_header.apart,
        tuple(entries),
        others[-1].apart if others else (),
    )


def _ordered(part: _Layout) -> _Layout:
    """Return a part with its keys in the order of the format, else in the order they have.

    A comment at the top of the file stays there, also where it touches the first key.
    """
    entries = tuple(sorted(part.entries, key=lambda each: each.rank))
    if entries == part.entries:
        return part
    first, *others = part.entries
    if not part.header.lines and not part.opening and entries[0] != first:
        bare = replace(first, above=())
        return _ordered(replace(part, opening=(first.above,), entries=(bare, *others)))
    return replace(part, entries=entries)


def _rank(path: Path) -> tuple[int, int]:
    """Return the place of a key: that of its table at the top, and that of its field."""
    table, *fields = _names(path)
    model = table_model(table)
    order = [spec.name for spec in fields_of(model)] if model else []
    return _place(_FIRST, table), _place(order, fields[0]) if fields else 0


def _place(order: Sequence[str], name: str) -> int:
    return order.index(name) if name in order else len(order)


def _names(path: Path) -> list[str]:
    return [step for step in path if isinstance(step, str)]


def _header_lines(text: str, part: Part, comment: str) -> Block:
    opening = part.section.opening
    if not opening:
        return ()
    header = f"{opening}{key_text(text, part.section.key)}{_CLOSINGS[opening]}"
    return (_with_comment(header, comment),)


def _entry(text: str, entry: Entry, before: Gap, after: Gap) -> _Statement:
    return _Statement(
        tuple(_entry_lines(text, entry, after.beside)),
        before.above,
        after.below,
        before.apart,
        _rank(entry.path),
    )


def _entry_lines(text: str, entry: Entry, comment: str) -> list[str]:
    key = key_text(text, entry.key)
    value = text[slice(*entry.value)]
    if value.startswith("{") and not comment and _is_text(entry.path):
        return languages(key, value)
    start = f"{key} = "
    return [_with_comment(start + laid_out(value, column=len(start)), comment)]


def _is_text(path: Path) -> bool:
    """Return whether it leads to a field of the format that can have several languages."""
    table, *fields = _names(path)
    model = table_model(table)
    spec = field_named(model, fields[0]) if model and len(fields) == 1 else None
    return spec is not None and spec.is_text


def _with_comment(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line
