"""Where the tables, keys and values of a TOML document stand in its text.

Made for text that tomli has accepted, its byte-order mark removed. The headers are read at
once; what is inside a table, an array or an inline table is read when it is first asked for.
"""

import re
from bisect import bisect_right

from ogdplan.planfile.scanner import (
    Item,
    KeyPart,
    Path,
    Place,
    Section,
    Span,
    is_container,
    items,
    key_parts,
    sections,
)

__all__ = ["Lines", "Path", "Positions", "Span", "Tables", "locate"]


class Tables:
    """The paths that headers mean, each given those before it."""

    def __init__(self) -> None:
        """Start with a document without headers."""
        self._lengths: dict[Path, int] = {}

    def resolve(self, names: tuple[str, ...]) -> Path:
        """Return the path that the next header means with these names.

        A name of an array of tables means the last table of it, except where it is the last.
        """
        path: Path = ()
        for name in names[:-1]:
            path = (*path, name)
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
        return path + names[-1:]

    def append(self, array: Path) -> Path:
        """Add a table to an array of tables; return the path of the table."""
        length = self._lengths.get(array, 0)
        self._lengths[array] = length + 1
        return (*array, length)


class Positions:
    """The places of the tables, keys and values of one document.

    Each look-up answers None for what the document does not have.
    """

    def __init__(self, text: str) -> None:
        """Read the headers of the document."""
        self._text = text
        self._items: dict[Path, dict[str | int, Item]] = {}
        self._names: dict[Path, Place] = {}
        self._headers: dict[Path, Place] = {(): (0, 0)}
        self._implied: dict[Path, Place] = {}
        self._tables = Tables()
        self._bodies: dict[Path, Place] = {}
        self._read: set[Path] = set()
        self.last_table: Path = ()
        """The table that a line added to the end of the text would belong to."""
        for section in sections(text):
            if section.opening:
                self.last_table = self._enter(section)
            self._bodies[self.last_table] = section.body

    def value(self, path: Path) -> Span | None:
        """Return the place of a value, at any depth; the header of what has no value of its own."""
        item = self._item(path)
        return Span(*item[1]) if item else self.header(path)

    def key(self, path: Path) -> Span | None:
        """Return the place of the name that ends the path, where it is written first.

        Of a dotted key or header it is that one name. Elements of arrays have no name.
        """
        item = self._item(path)
        place = item[0] if item else self._names.get(path)
        return Span(*place) if place else None

    def header(self, path: Path) -> Span | None:
        """Return the place that stands for a table as a whole, or for an array.

        The header with its brackets, of an array of tables the first; of an inline table or
        array all of it; of a table that only dotted keys make, its first name there; of a
        table that only headers of tables within it make, the first of them. The document
        itself is an empty place at its start.
        """
        if (item := self._item(path)) is None:
            place = self._headers.get(path) or self._implied.get(path)
            return Span(*place) if place else None
        return Span(*item[1]) if is_container(self._text, item[1]) else None

    def resolve(self, names: tuple[str, ...]) -> Path:
        """Return the path that a header with these names would mean at the end of the text."""
        return self._tables.resolve(names)

    def _enter(self, section: Section) -> Path:
        """Note a header; return the path of its table."""
        parts = key_parts(self._text, section.key)
        path = self._tables.resolve(tuple(part.name for part in parts))
        self._note_names(path, parts, section.header)
        self._headers.setdefault(path, section.header)
        if section.opening == "[[":
            path = self._tables.append(path)
        self._headers[path] = section.header
        return path

    def _note_names(self, path: Path, parts: list[KeyPart], header: Place) -> None:
        """Note the names in a header, and the tables that it makes on its way."""
        lengths = (n for n, step in enumerate(path, start=1) if isinstance(step, str))
        for length, part in zip(lengths, parts, strict=True):
            _note_first(self._names, path[:length], part.place)
            _note_first(self._implied, path[:length], header)

    def _item(self, path: Path) -> Item | None:
        """Return what stands at the path, if it has a value of its own.

        What is inside the tables and arrays that the path leads through is read before.
        """
        for length in range(len(path)):
            outer = path[:length]
            if outer not in self._read:
                self._read.add(outer)
                self._note_items(outer)
        return self._known_item(path)

    def _known_item(self, path: Path) -> Item | None:
        return self._items.get(path[:-1], {}).get(path[-1]) if path else None

    def _note_items(self, outer: Path) -> None:
        """Note what is inside a table or array, but not what is inside of that."""
        text = self._text
        found = self._items.setdefault(outer, {})
        for index, item in enumerate(items(text, self._inside(outer))):
            key = item[0]
            if key is None:
                found[index] = item
            elif (name := text[key[0] : key[1]]).isidentifier():
                found[name] = item
            else:
                self._note_dotted(outer, key, item)

    def _inside(self, path: Path) -> Place:
        """Return where the items of a table or array stand; an empty place when it has none."""
        if item := self._known_item(path):
            start, end = item[1]
            return (start + 1, end) if is_container(self._text, item[1]) else (0, 0)
        return self._bodies.get(path, (0, 0))

    def _note_dotted(self, table: Path, key: Place, item: Item) -> None:
        """Note the value of a dotted or quoted key, and the tables that the dots make."""
        *outer, last = key_parts(self._text, key)
        for part in outer:
            table = (*table, part.name)
            _note_first(self._names, table, part.place)
            _note_first(self._implied, table, part.place)
        self._items.setdefault(table, {})[last.name] = (last.place, item[1])


def _note_first(places: dict[Path, Place], path: Path, place: Place) -> None:
    """Note a place, unless an earlier one is known; tables are read in any order."""
    places[path] = min(place, places.get(path, place))


def locate(text: str) -> Positions:
    """Return the places of everything in the document."""
    return Positions(text)


class Lines:
    r"""The lines of a text, counted from 1; they end with `\n` or `\r\n`."""

    def __init__(self, text: str) -> None:
        """Find where the lines start."""
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1, columns in code points."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def text_of(self, line: int) -> str:
        """Return the line without its ending."""
        start = self._starts[line - 1]
        end = self._text.find("\n", start)
        return self._text[start : None if end < 0 else end].removesuffix("\r")
