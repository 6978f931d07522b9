"""Random plan files, for the laws of the edit engine.

A document is drawn statement by statement, and each says which record and field it belongs to,
so that a test knows what an edit may touch without asking the engine. Every comment is told
apart by a mark of its own: `#3#`.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise, zip_longest
from typing import TypeVar

import tomli
from hypothesis import strategies as st

from ogdplan.planfile.operations import Value

Owner = tuple[str, int | None]
"""A record by its table and place; the plan has no place."""

Drawn = TypeVar("Drawn")

WORDS = ("a", "b", "x, y", "[z]", "# no", "ação", "खुला", 'say "so"', "back\\slash", "it's", "")
TRAPS = ("\n[[milestones]]\nid = 'x'\n", "\n# CONFLICT theirs: due = 2018\n", '"""', "\n\n")
TAGS = ("en", "es", "pt-BR", "zh Hans")
PLAIN = st.sampled_from(WORDS) | st.sampled_from(TRAPS) | st.text("ab é\t\"'\\#\n", max_size=6)

VALUES: Mapping[str, st.SearchStrategy[Value]] = {
    "plain": PLAIN,
    "text": PLAIN | st.dictionaries(st.sampled_from(TAGS), PLAIN, min_size=1, max_size=3),
    "when": st.dates(date(2015, 1, 1), date(2025, 12, 31)) | st.sampled_from(["2018", "2018-06"]),
    "list": st.lists(st.sampled_from(WORDS), max_size=4),
    "number": st.integers(-5, 100) | st.floats(0, 9, width=16) | st.booleans(),
    "table": st.dictionaries(st.sampled_from(["good", "very good"]), st.integers(0, 100)),
}

CHOICES = st.binary(min_size=400, max_size=400)
"""Drawn at once, which takes a tenth of the time of as many draws."""

FIELDS: Mapping[str, Mapping[str, str]] = {
    "plan": {
        "title": "text",
        "country": "plain",
        "end": "when",
        "languages": "list",
        "summary": "text",
        "note": "text",
    },
    "institutions": {"id": "plain", "name": "text", "roles": "list", "champion": "number"},
    "milestones": {
        "id": "plain",
        "title": "text",
        "due": "when",
        "progress": "number",
        "depends_on": "list",
        "note": "text",
        "x extra": "plain",
    },
    "challenges": {"id": "plain", "title": "text", "description": "text", "affects": "list"},
    "events": {"id": "plain", "title": "text", "start": "when", "ratings": "table"},
    "accepted": {"rule": "plain", "about": "plain", "reason": "text"},
}
"""Some tables of the format and what their fields hold, in the order of the format."""

KINDS = tuple(table for table in FIELDS if table != "plan")


@dataclass(frozen=True)
class Statement:
    """Lines of a document and what they say; a statement without an owner is nobody's.

    `path` leads from the owner to the value that the lines set, `("title", "es")`; headers,
    comments and blank lines have none. `is_whole` is the line of an inline table or array that
    holds the plan or all records of a kind.
    """

    text: str
    owner: Owner | None = None
    path: tuple[str, ...] = ()
    is_whole: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()

    @property
    def is_layout(self) -> bool:
        """Whether it is a comment line or a blank line."""
        return self.text.lstrip(" \t").startswith(("#", "\n", "\r")) or not self.text


@dataclass(frozen=True)
class Document:
    """The statements of a plan file in order; their texts are its text."""

    statements: tuple[Statement, ...]

    @property
    def text(self) -> str:
        return "".join(statement.text for statement in self.statements)

    @property
    def data(self) -> dict[str, object]:
        return tomli.loads(self.text)

    def owners(self) -> list[Owner]:
        """Return the plan and the records that the data has."""
        data = self.data
        plan: list[Owner] = [("plan", None)] if "plan" in data else []
        return plan + [(kind, place) for kind in KINDS for place in range(count(data, kind))]


def count(data: Mapping[str, object], table: str) -> int:
    """Return how many records of a kind there are."""
    records = data.get(table, [])
    assert isinstance(records, list)
    return len(records)


def record(data: Mapping[str, object], owner: Owner) -> Mapping[str, Value]:
    """Return the fields of one record, or of the plan."""
    table, place = owner
    found = data[table]
    if place is not None:
        assert isinstance(found, list)
        found = found[place]
    assert isinstance(found, dict)
    return found


def table_of(part: Sequence[Statement]) -> str | None:
    """Return the table that a part under a header belongs to."""
    owner = part[0].owner
    return owner[0] if owner else None


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a document."""
    author = Author(draw, iter(draw(CHOICES)))
    statements = author.document()
    endings = author.pick(("\n",), ("\n",), ("\n",), ("\r\n",), ("\n", "\r\n"))
    texts = [each.text.replace("\n", author.pick(*endings)) for each in statements]
    is_cut = author.pick(False, False, False, True)
    if texts and is_cut:
        texts[-1] = texts[-1].removesuffix("\n").removesuffix("\r")
    pairs = zip(statements, texts, strict=True)
    return Document(tuple(replace(each, text=text) for each, text in pairs))


@dataclass
class Author:
    """Writes one document: the values are drawn, the layout is picked by a row of bytes."""

    draw: st.DrawFn
    choices: Iterator[int]
    comments: int = 0
    places: dict[str, int] = field(default_factory=dict)

    def pick(self, *choices: Drawn) -> Drawn:
        """Return one of the choices; the first when there are no bytes left."""
        return choices[next(self.choices, 0) % len(choices)]

    def document(self) -> list[Statement]:
        inline = self.pick((), (), KINDS[:1], KINDS[1:2], KINDS[2:4])
        under_headers = [kind for kind in KINDS if kind not in inline]
        plan = self.pick("headers", "headers", "headers", "dotted", "inline", "none")
        tables = [self.pick(*under_headers) for _ in range(self.pick(0, 1, 2, 3, 4))]
        if plan == "headers":
            tables.insert(self.pick(*range(len(tables) + 1)), "plan")
        groups = [self.with_header(table) for table in tables]
        return list(self.joined([self.top(inline, plan), *self.row(groups)]))

    def top(self, inline: Sequence[str], plan: str) -> list[Statement]:
        """Return what stands above all headers."""
        statements = self.gap()
        if self.pick(True, True, True, False):
            statements += [Statement(f"format = 1{self.beside()}\n"), *self.gap()]
        if plan == "dotted":
            pieces = self.pieces(self.fields("plan"), sections=False)
            for path, value in pieces:
                statements.append(self.entry("", ("plan",), ("plan", None), path, value))
        elif plan == "inline":
            value = self.table(self.fields("plan") or {"title": "a"})
            statements += [self.whole("plan", value), *self.gap()]
        for kind in inline:
            rows = [self.fields(kind) or {"id": "a"} for _ in range(self.pick(0, 1, 2, 3))]
            statements += [
                self.whole(kind, self.array([self.table(row) for row in rows])),
                *self.gap(),
            ]
        while statements and statements[-1].is_layout:
            statements.pop()
        return statements

    def whole(self, table: str, value: str) -> Statement:
        text = f"{self.key(table)} = {value}{self.beside()}\n"
        return Statement(text, (table, None), is_whole=True)

    def with_header(self, table: str) -> list[list[Statement]]:
        """Return a record, or the plan, as its own lines and those of the tables within it."""
        owner: Owner = (table, None)
        if table != "plan":
            owner = (table, self.places.get(table, 0))
            self.places[table] = self.places.get(table, 0) + 1
        indent = self.pick("", "", "", "  ", "\t")
        parts = [[self.header(indent, table, owner)]]
        within: dict[str, list[Statement]] = {}
        for path, value in self.pieces(self.fields(table), sections=True):
            if value is None:
                within[path[0]] = [self.header(indent, table, owner, path[0])]
            elif path[0] in within:
                within[path[0]].append(self.entry(indent, (path[0],), owner, path, value))
            else:
                parts[0] += [replace(each, owner=owner) for each in self.gap(indent)]
                parts[0].append(self.entry(indent, (), owner, path, value))
        return [*parts, *within.values()]

    def row(self, groups: Sequence[list[list[Statement]]]) -> list[list[Statement]]:
        """Return the parts of all records; a table within one may come late, after the next."""
        row: list[list[Statement]] = []
        late: list[list[Statement]] = []
        for (own, *within), following in zip_longest(groups, groups[1:]):
            row += [own, *late]
            may_wait = following and table_of(following[0]) != table_of(own)
            late = within if may_wait and self.pick(True, False) else []
            row += [] if late else within
        return row

    def header(self, indent: str, table: str, owner: Owner, name: str = "") -> Statement:
        space = self.pick("", "", "", " ")
        names = f"{space}{'.'.join(map(self.key, filter(None, (table, name))))}{space}"
        text = f"[{names}]" if name or table == "plan" else f"[[{names}]]"
        return Statement(f"{indent}{text}{self.beside()}\n", owner, (name,) if name else ())

    def pieces(
        self, fields: Mapping[str, Value], *, sections: bool
    ) -> list[tuple[tuple[str, ...], Value | None]]:
        """Return fields as values to be set; None opens a table within the record."""
        own: list[tuple[tuple[str, ...], Value | None]] = []
        within: list[tuple[tuple[str, ...], Value | None]] = []
        for name, value in fields.items():
            form = self.pick("dotted", "inline", "section" if sections else "dotted")
            if not isinstance(value, Mapping) or form == "inline" or not value:
                own.append(((name,), value))
            elif form == "dotted":
                own += [((name, part), each) for part, each in value.items()]
            else:
                within.append(((name,), None))
                within += [((name, part), each) for part, each in value.items()]
        if self.pick(False, True):
            own.sort(key=lambda _: self.pick(*range(9)))
        return [*own, *within]

    def entry(
        self,
        indent: str,
        above: tuple[str, ...],
        owner: Owner,
        path: tuple[str, ...],
        value: Value | None,
    ) -> Statement:
        """Return the lines that set a value; `above` names the plan at the top, or the header."""
        names = ("plan", *path) if above == ("plan",) else path[len(above) :]
        key = self.pick(".", ".", " . ").join(map(self.key, names))
        text = f"{indent}{key}{self.pick(' = ', ' = ', '=', '  =   ')}{self.value(value, indent)}"
        return Statement(f"{text}{self.beside()}\n", owner, path)

    def joined(self, parts: Sequence[list[Statement]]) -> Iterator[Statement]:
        """Yield parts with comments and blank lines between them, owned as people see it."""
        yield from parts[0]
        for above, below in pairwise([*parts, []]):
            yield from owned(self.gap(), above, below)
            yield from below

    def fields(self, table: str) -> dict[str, Value]:
        """Return some fields of a table, in any order."""
        names = self.draw(st.lists(st.sampled_from([*FIELDS[table]]), unique=True, max_size=4))
        return {name: self.draw(VALUES[FIELDS[table][name]]) for name in names}

    def comment(self) -> str:
        self.comments += 1
        start = self.pick("# ", "# ", "#", "# [[milestones]] ", "# [plan] ", '# due = "2018" ')
        return f"{start}#{self.comments}#"

    def beside(self) -> str:
        """Return what may stand behind a value: nothing, a space or a comment."""
        return self.pick("", "", "", " ", f" {self.comment()}")

    def gap(self, indent: str = "") -> list[Statement]:
        """Return blank lines and comment lines."""
        lines = self.pick("", "", "", ".", ".", ".#", "#.", "#", ".##", ".#.#", "#.#", "..#..")
        texts = ["" if line == "." else f"{indent}{self.comment()}" for line in lines]
        return [Statement(f"{text}\n") for text in texts]

    def key(self, name: str) -> str:
        if re.fullmatch(r"[A-Za-z0-9_-]+", name):
            return self.pick(name, name, name, f'"{name}"', f"'{name}'")
        return f'"{name}"'

    def value(self, value: Value | None, indent: str = "") -> str:
        """Return a value that stands in lines of its own, in any form."""
        match value:
            case str():
                return self.string(value, self.pick("short", "short", "long"))
            case Mapping():
                return self.table(value)
            case Sequence():
                elements = [self.string(str(each)) for each in value]
                is_odd = self.pick(False, False, False, True)
                if elements and is_odd:
                    return self.commas_first(elements, indent)
                return self.array(elements, indent)
        return self.in_line(value)

    def in_line(self, value: Value | None) -> str:
        match value:
            case bool():
                return str(value).lower()
            case str():
                return self.string(value)
            case date():
                return value.isoformat()
            case Mapping():
                return self.table(value)
            case Sequence():
                return f"[{', '.join(map(self.in_line, value))}]"
        return str(value)

    def table(self, fields: Mapping[str, Value]) -> str:
        pairs = (
            f"{self.key(name)}{self.pick(' = ', '=')}{self.in_line(fields[name])}"
            for name in fields
        )
        comma, space = self.pick((", ", " "), (",", ""))
        return f"{{{space}{comma.join(pairs)}{space}}}" if fields else "{}"

    def string(self, value: str, length: str = "short") -> str:
        """Return a string in a form that can hold it."""
        basic = json.dumps(value, ensure_ascii=self.pick(False, False, True))
        if length == "long":
            inner = basic[1:-1].replace("\\n", "\n") if "\\\\" not in basic else basic[1:-1]
            is_literal = "'" not in value and self.pick(True, False)
            return f"'''\n{value}'''" if is_literal else f'"""\n{inner}"""'
        if "'" not in value and "\n" not in value and self.pick(True, False):
            return f"'{value}'"
        return basic

    def array(self, elements: Sequence[str], indent: str = "") -> str:
        """Return elements between brackets, in one line or over several with comments."""
        layout = self.pick("line", "line", "lines", "lines", "packed")
        inner = indent + self.pick("  ", "\t")
        if elements and layout == "lines":
            return self.long_array(elements, indent)
        if elements and layout == "packed":
            half = len(elements) // 2
            rows = [", ".join(row) for row in (elements[:half], elements[half:]) if row]
            lines = "".join(f"{inner}{row},{self.beside().rstrip()}\n" for row in rows)
            return f"[\n{lines}{indent}]"
        comma, space = self.pick((", ", ""), (",", " "), (" ,  ", ""))
        return f"[{space}{comma.join(elements)}{space}]"

    def commas_first(self, elements: Sequence[str], indent: str) -> str:
        """Return elements between brackets, their commas at the start of lines."""
        rows = f"{self.beside()}\n{indent}, ".join(elements)
        return f"[\n{indent}{rows}\n{indent}]"

    def long_array(self, elements: Sequence[str], indent: str) -> str:
        """Return elements between brackets, each in a line of its own."""
        inner, lines = indent + self.pick("  ", "    ", "\t", ""), ""
        for number, element in enumerate(elements, start=1):
            above = self.pick("", "", f"{inner}{self.comment()}\n")
            comma = "," if number < len(elements) else self.pick(",", "")
            lines += f"{above}{inner}{element}{comma}{self.beside().rstrip()}\n"
        below = self.pick("", "", f"{inner}{self.comment()}\n")
        return f"[\n{lines}{below}{indent}]"


def owned(
    gap: Sequence[Statement], above: Sequence[Statement], below: Sequence[Statement]
) -> Iterator[Statement]:
    """Yield a gap: what touches a part is of that part, what parts a record is of the record."""
    owner = above[-1].owner if above else None
    next_owner = below[0].owner if below else None
    if owner == next_owner:
        yield from (replace(each, owner=owner) for each in gap)
        return
    lower = len(gap)
    while below and lower and not gap[lower - 1].is_blank:
        lower -= 1
    upper = 0
    while above and upper < lower and not gap[upper].is_blank:
        upper += 1
    yield from (replace(each, owner=owner) for each in gap[:upper])
    yield from gap[upper:lower]
    yield from (replace(each, owner=next_owner) for each in gap[lower:])
