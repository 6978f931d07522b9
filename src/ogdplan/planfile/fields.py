"""Edits of the fields of one table that has lines of its own."""

from collections.abc import Iterator, Mapping, Sequence

import tomli

from ogdplan.planfile import placing, written
from ogdplan.planfile.anatomy import Anatomy, Entry, line_end, line_start
from ogdplan.planfile.operations import SetFields, Value, is_same
from ogdplan.planfile.remarks import REMARK, names_of
from ogdplan.planfile.scanner import Path, is_container
from ogdplan.planfile.splices import Splice
from ogdplan.planfile.written_table import WrittenTable


def changes(anatomy: Anatomy, path: Path, operation: SetFields) -> Iterator[Splice]:
    """Yield the splices that give the table at a path its new values."""
    table = WrittenTable(anatomy, path, operation.table)
    if not table.is_there:
        new = {name: value for name, value in operation.fields.items() if value is not None}
        if new:
            yield placing.header(anatomy, new)
        return
    yield from _settled(table, operation.fields)
    for name in sorted(operation.fields, key=table.rank):
        yield from _field(table, name, operation.fields[name])


def _settled(table: WrittenTable, names: Mapping[str, object]) -> Iterator[Splice]:
    """Yield the cuts of the comments in which a merge has left another value of a field.

    Of a text in several languages that of the wording that is set.
    """
    for number in table.places:
        part = table.anatomy.parts[number]
        start, end = part.section.header.start, table.anatomy.bottom(number)
        for match in REMARK.finditer(table.anatomy.text, start, end):
            place = match.start()
            is_text = any(each.value[0] <= place < each.value[1] for each in part.entries)
            name, *tag = names_of(match)
            if name in names and not is_text and _settles(table, name, "".join(tag), names[name]):
                yield _cut(table, place, place)


def _settles(table: WrittenTable, name: str, language: str, value: object) -> bool:
    """Return whether a new value is about the language of a comment; without one, about any."""
    if not isinstance(value, Mapping):
        return True
    old = _wordings(table, name, value)
    changed = {tag for tag in {*old, *value} if old.get(tag) != value.get(tag)}
    return not changed or (language in changed if language else bool(changed & old.keys()))


def _wordings(table: WrittenTable, name: str, new: Mapping[str, object]) -> dict[str, object]:
    """Return what is written of a text by language; a plain string has that in which it stays."""
    found: dict[str, object] = {}
    for entry in table.named(name):
        words = tomli.loads(f"x = {table.anatomy.text[slice(*entry.value)]}")["x"]
        plain = next((tag for tag in new if new[tag] == words), "")
        tag = plain if entry.path[-1] == name else str(entry.path[-1])
        found |= words if isinstance(words, dict) else {tag: words}
    return found


def _field(table: WrittenTable, name: str, value: Value | None) -> Iterator[Splice]:
    entries = table.named(name)
    if value is None:
        yield from _removal(table, name, entries)
    elif not entries:
        yield _insertion(table, name, value)
    elif entries[0].path == (*table.path, name):
        yield from _replacement(table, entries[0], value)
    elif isinstance(value, Mapping) and (value or entries[0] not in table.own):
        yield from _languages(table, entries, value)
    elif entries[0] in table.own:
        yield from _gathered(table, name, entries, value)
    else:
        yield from _removal(table, name, entries)
        yield _insertion(table, name, value)


def _replacement(table: WrittenTable, entry: Entry, value: Value) -> Iterator[Splice]:
    """Yield what changes the value of a key; a string may become a table of languages."""
    text = table.anatomy.text[slice(*entry.value)]
    old = tomli.loads(f"x = {text}")["x"]
    if is_same(old, value):
        return
    if isinstance(value, Mapping) and not isinstance(old, dict):
        yield from _spread(table, entry, old, value)
    elif is_container(text, (0, len(text))):
        yield Splice(*entry.value, _changed(table.anatomy, entry, text, value))
    else:
        yield Splice(*entry.value, written.like(text, value))


def _changed(anatomy: Anatomy, entry: Entry, text: str, value: Value) -> str:
    """Return the text of a list or an inline table as it is to be."""
    # Here, since it loads tomlrt, which takes 35 ms.
    from ogdplan.planfile import expressions  # noqa: PLC0415

    return expressions.changed(
        text,
        value,
        column=entry.value[0] - line_start(anatomy.text, entry.key[0]),
        indent=anatomy.indent_of(entry.key[0]),
        ending=anatomy.ending_at(line_end(anatomy.text, entry.value[1])),
    )


def _spread(
    table: WrittenTable, entry: Entry, old: Value, value: Mapping[str, Value]
) -> Iterator[Splice]:
    """Yield what makes dotted keys of a string; the wording that stays keeps its line."""
    kept = next((name for name, each in value.items() if is_same(each, old)), next(iter(value)))
    yield Splice(entry.key[1], entry.key[1], f".{written.key(kept)}")
    if value[kept] != old:
        yield Splice(*entry.value, written.value(value[kept]))
    key = table.anatomy.text[slice(*entry.key)]
    rest = {name: each for name, each in value.items() if name != kept}
    yield _below(table, entry, {f"{key}.{written.key(tag)}": rest[tag] for tag in rest})


def _languages(
    table: WrittenTable, entries: Sequence[Entry], value: Mapping[str, Value]
) -> Iterator[Splice]:
    """Yield what changes a text written as dotted keys, or under a header of its own."""
    there = {str(entry.path[-1]): entry for entry in entries}
    for tag, entry in there.items():
        if tag in value:
            yield from _replacement(table, entry, value[tag])
        else:
            yield _cut(table, entry.key[0], entry.value[1])
    last = entries[-1]
    prefix = table.anatomy.text[last.key[0] : last.name[0]]
    new = {f"{prefix}{written.key(tag)}": value[tag] for tag in value if tag not in there}
    if new:
        yield _below(table, last, new)


def _gathered(
    table: WrittenTable, name: str, entries: Sequence[Entry], value: Value
) -> Iterator[Splice]:
    """Yield what makes one key of dotted ones, in the line of the first."""
    first, *rest = entries
    key = table.prefix(first) + written.key(name)
    yield Splice(first.key[0], first.value[1], f"{key} = {written.value(value)}")
    for entry in rest:
        yield _cut(table, entry.key[0], entry.value[1])


def _removal(table: WrittenTable, name: str, entries: Sequence[Entry]) -> Iterator[Splice]:
    for entry in entries:
        yield _cut(table, entry.key[0], entry.value[1])
    for number in table.anatomy.within((*table.path, name)):
        header = table.anatomy.parts[number].section.header
        # The blank lines above it go too.
        start = table.anatomy.blank_above(line_start(table.anatomy.text, header.start))
        yield table.anatomy.cut(start, line_end(table.anatomy.text, header.end))


def _insertion(table: WrittenTable, name: str, value: Value) -> Splice:
    """Return the line of a new field, behind the nearest that the format writes before it."""
    if entry := table.nearest_before(name):
        return _below(table, entry, {table.prefix(entry) + written.key(name): value})
    if table.header is not None:
        header = table.anatomy.parts[table.header].section.header
        return _lines(table, header.start, header.end, {written.key(name): value})
    if table.own:
        first = table.own[0]
        return _below(table, first, {table.prefix(first) + written.key(name): value})
    # Only tables within it have headers: it gets one of its own above them.
    place, ending = table.anatomy.start(table.parts[0]), table.anatomy.ending
    lines = ["[plan]", *written.field(written.key(name), value, ending=ending), "", ""]
    return Splice(place, place, ending.join(lines))


def _below(table: WrittenTable, entry: Entry, values: Mapping[str, Value]) -> Splice:
    return _lines(table, entry.key[0], entry.value[1], values)


def _lines(table: WrittenTable, start: int, end: int, values: Mapping[str, Value]) -> Splice:
    """Return new lines below those from start to end, with their indentation."""
    place = line_end(table.anatomy.text, end)
    ending = table.anatomy.ending_at(place)
    indent = table.anatomy.indent_of(start)
    lines = [
        line
        for key, value in values.items()
        for line in written.field(key, value, indent=indent, ending=ending)
    ]
    return Splice(place, place, "".join(f"{ending}{line}" for line in lines))


def _cut(table: WrittenTable, start: int, end: int) -> Splice:
    """Return the cut of the lines from start to end."""
    text = table.anatomy.text
    return table.anatomy.cut(line_start(text, start), line_end(text, end))
