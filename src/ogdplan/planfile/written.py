"""TOML text of new values, as a careful person would lay it out."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import tomli_w

from ogdplan.model.kinds import fields_of, table_model
from ogdplan.planfile.operations import Value

LINE = 100
"""How many columns a line of a list has at most; a longer list gets a line an element."""

_INDENT = "    "


def value(found: Value, *, column: int = 0, indent: str = "", ending: str = "\n") -> str:
    """Return a value as TOML.

    A list stands in one line where that ends before the column LINE, or has one element;
    `column` is where the value begins, `indent` stands before its key. A table is written inline.
    """
    if isinstance(found, str) or not isinstance(found, Sequence):
        return in_line(found)
    line = in_line(found)
    if column + len(line) <= LINE or len(found) < 2:
        return line
    elements = "".join(f"{indent}{_INDENT}{in_line(each)},{ending}" for each in found)
    return f"[{ending}{elements}{indent}]"


def like(old: str, found: Value) -> str:
    """Return a value as TOML, in single quotes where the old one has them and they will do."""
    is_plain = isinstance(found, str) and found.isprintable() and "'" not in found
    return f"'{found}'" if is_plain and re.match(r"'(?!'')", old) else value(found)


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """Return a name as a key, quoted where it must be."""
    return tomli_w.dumps({name: 0})[: -len(" = 0\n")]


def field(name: str, found: Value, *, indent: str = "", ending: str = "\n") -> list[str]:
    """Return the lines of a field, without their last ending; a table has a line for each key.

    `name` is written as it is: `title`, `plan.title`.
    """
    if isinstance(found, Mapping) and found:
        return [
            line
            for part, inner in found.items()
            for line in field(f"{name}.{key(part)}", inner, indent=indent, ending=ending)
        ]
    start = f"{indent}{name} = "
    return [start + value(found, column=len(start), indent=indent, ending=ending)]


def record(
    table: str, fields: Mapping[str, Value], *, indent: str = "", ending: str = "\n"
) -> list[str]:
    """Return the lines of a new table: its header, then its fields in the order of the format."""
    model = table_model(table)
    order = [spec.name for spec in fields_of(model)] if model else []
    lines = [f"{indent}[plan]" if table == "plan" else f"{indent}[[{table}]]"]
    for name in sorted(fields, key=lambda each: order.index(each) if each in order else len(order)):
        lines += field(key(name), fields[name], indent=indent, ending=ending)
    return lines


def in_line(found: Value) -> str:
    """Return a value as TOML in one line, however long."""
    if isinstance(found, Mapping):
        inner = ", ".join(f"{key(name)} = {in_line(each)}" for name, each in found.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(found, Sequence) and not isinstance(found, str):
        return f"[{', '.join(map(in_line, found))}]"
    return tomli_w.dumps({"x": found}).removeprefix("x = ").removesuffix("\n")
