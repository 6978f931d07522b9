"""Changes within one value: in a list, a table written inline, or an array of those.

What stays is as it was written, comments included: tomlrt sees to that. It would put a new
element below the comment lines at the end of a list, so elements are appended here.
"""

import re
from collections.abc import Mapping, Sequence

import tomlrt

from ogdplan.model.kinds import fields_of, table_model
from ogdplan.planfile import written
from ogdplan.planfile.anatomy import indent_at, line_end, line_start
from ogdplan.planfile.operations import (
    AddRecord,
    Operation,
    RemoveRecord,
    SetFields,
    Value,
    is_same,
)
from ogdplan.planfile.scanner import COMMENT, items
from ogdplan.planfile.splices import Splice, apply

_KEY = "x"
_START = f"{_KEY} = "
_COMMA = re.compile(rf"(?:[ \t\r\n]|{COMMENT})*,")


def changed(text: str, new: Value, *, column: int, indent: str, ending: str) -> str:
    """Return the text of a value as it is to be for the new value.

    The elements that a list keeps, and the keys that a table keeps, stay as they are written.
    `column`, `indent` and `ending` are those of the line that it stands in.
    """
    fresh = written.value(new, column=column, indent=indent, ending=ending)
    if text[0] == "[" and isinstance(new, Sequence) and not isinstance(new, str):
        result = _list(text, list(new), indent=indent, ending=ending)
        is_too_long = result and "\n" not in result and column + len(result) > written.LINE
        return fresh if result is None or is_too_long else result
    if text[0] == "{" and isinstance(new, Mapping):
        document = tomlrt.loads(f"{_START}{text}{ending}")
        _assign(document.table(_KEY), new)
        return _rendered(document, ending).removeprefix(_START)
    return fresh


def edited(expression: str, operations: Sequence[Operation]) -> str:
    """Return `key = value` with records changed: its value is an array of them, or `[plan]`."""
    ending = "\r\n" if "\r\n" in expression else "\n"
    document = tomlrt.loads(expression + ending)
    found = document[next(iter(document))]
    for operation in operations:
        if isinstance(operation, SetFields):
            _set_fields(found if operation.index is None else found[operation.index], operation)
    gone = {each.index for each in operations if isinstance(each, RemoveRecord)}
    for index in sorted(gone, reverse=True):
        del found[index]
    result = _rendered(document, ending)
    new = [dict(each.fields) for each in operations if isinstance(each, AddRecord)]
    [(_, (start, end))] = items(result, (0, len(result)))
    array = (
        _appended(result[start:end], new, indent="", ending=ending) if new else result[start:end]
    )
    return result[:start] + array


def _list(text: str, new: list[Value], *, indent: str, ending: str) -> str | None:
    """Return a list with elements exchanged, or some gone and others behind the last.

    None where the new list is neither.
    """
    document = tomlrt.loads(f"{_START}{text}{ending}")
    rest = _kept(document.array(_KEY), new)
    if rest is None:
        return None
    result = _rendered(document, ending).removeprefix(_START)
    return _appended(result, rest, indent=indent, ending=ending) if rest else result


def _kept(array: tomlrt.Array, new: list[Value]) -> list[Value] | None:
    """Exchange and remove elements of an array; return those that are to be added behind.

    None where the new list is in another order.
    """
    old = array.to_list()
    pairs = list(zip(old, new, strict=False))
    if len(old) == len(new) and all(_is_exchange(old, new, *pair) for pair in pairs):
        for index in [index for index, pair in enumerate(pairs) if not is_same(*pair)]:
            array[index] = new[index]
        return []
    for index in reversed([index for index, each in enumerate(old) if each not in new]):
        del array[index]
    kept = array.to_list()
    return new[len(kept) :] if kept == new[: len(kept)] else None


def _is_exchange(old: list[Value], new: list[Value], one: Value, other: Value) -> bool:
    """Return whether an element stays, or goes for one that is new at its place."""
    return is_same(one, other) or (one not in new and other not in old)


def _appended(text: str, new: Sequence[Value], *, indent: str, ending: str) -> str:
    """Return the text of an array with elements behind its last, laid out as that one is."""
    places = [place for _, place in items(text, (1, len(text)))]
    if not places:
        document = tomlrt.loads(f"{_START}{text}{ending}")
        document.array(_KEY).extend(new)
        return _rendered(document, ending).removeprefix(_START)
    start, end = places[-1]
    words = [written.value(each) for each in new]
    if "\n" not in text[end:]:
        return apply(text, [Splice(end, end, "".join(f", {each}" for each in words))])
    comma = _COMMA.match(text, end)
    line = line_end(text, comma.end() if comma else end)
    first = line_start(text, start)
    own = indent_at(text, first) if first else f"{indent}    "
    lines = "".join(f"{ending}{own}{each}," for each in words)
    # The last element goes without a comma where the one before it did.
    lines = lines if comma else lines.removesuffix(",")
    return apply(text, [Splice(end, end, "" if comma else ","), Splice(line, line, lines)])


def _set_fields(table: tomlrt.Table, operation: SetFields) -> None:
    for name, value in operation.fields.items():
        if value is None:
            table.pop(name, None)
        elif name not in table:
            _insert(table, name, value, order=_order(operation.table))
        elif not is_same(table[name], value):
            _change(table, name, value)


def _change(table: tomlrt.Table, name: str, value: Value) -> None:
    """Change a value within an inline table, in place where it is a list or a table itself."""
    old = table[name]
    if isinstance(old, tomlrt.Table) and isinstance(value, Mapping):
        _assign(old, value)
    elif isinstance(old, tomlrt.Array) and isinstance(value, (list, tuple)):
        rest = _kept(old, list(value))
        if rest is None:
            table[name] = value
        else:
            old.extend(rest)
    else:
        table[name] = value


def _insert(table: tomlrt.Table, name: str, value: Value, *, order: Sequence[str]) -> None:
    """Put a new key behind the nearest of those that the format writes before it."""
    ranks = {key: float(index) for index, key in enumerate(table)}
    before = order[: order.index(name)] if name in order else order
    behind = next((ranks[key] for key in reversed(before) if key in ranks), -1.0)
    table[name] = value
    ranks[name] = behind + 0.5
    table.sort(key=ranks.__getitem__)


def _order(table: str) -> Sequence[str]:
    model = table_model(table)
    return [spec.name for spec in fields_of(model)] if model else ()


def _assign(table: tomlrt.Table, new: Mapping[str, Value]) -> None:
    for gone in [name for name in table if name not in new]:
        del table[gone]
    for name, value in new.items():
        if name not in table or not is_same(table[name], value):
            table[name] = value


def _rendered(document: tomlrt.Document, ending: str) -> str:
    return tomlrt.dumps(document).removesuffix(ending)
