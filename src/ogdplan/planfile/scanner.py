"""The words of TOML text: where statements, keys and values begin and end.

Written for text that tomli accepts, TOML 1.1 included. On other text every function stops at, or
passes over, what it cannot read, and never fails.

Loops over characters are left to `re`. Python before 3.11.5 forgets to step back when the body
of a possessive group, `(?:…)*+`, fails half-way (gh-106052): only groups whose bodies fail at
their first character are possessive here.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import tomli

Path = tuple[str | int, ...]
"""The way to a value: `("milestones", 3, "due")`."""


class Span(NamedTuple):
    """A stretch of text, as offsets; the end is exclusive."""

    start: int
    end: int


class Section(NamedTuple):
    """A header with the lines below it; the first section of a document has no header."""

    opening: str
    """`[`, `[[` or, of the first section, nothing."""
    key: Span
    """The name or the dotted names between the brackets."""
    header: Span
    """The header with its brackets."""
    body: Span
    """From the header to the next one, or to the end of the text."""


Place = tuple[int, int]
"""A Span before someone asks for it: start and end. Plain tuples are three times as fast."""

Item = tuple[Place | None, Place]
"""One `key = value` of a table or an inline table, or one element of an array, without key."""


class KeyPart(NamedTuple):
    """One name of a dotted key, unquoted, and its token."""

    name: str
    place: Place


BASIC = r'"(?!"")[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
LITERAL = r"'(?!'')[^'\n]*+'"
LONG_BASIC = r'"""[^"\\]*+(?:(?:\\[\s\S]|"(?!""))[^"\\]*+)*"{3,5}+'
LONG_LITERAL = r"'''[^']*+(?:'(?!'')[^']*+)*'{3,5}+"
STRING = f"{BASIC}|{LITERAL}|{LONG_BASIC}|{LONG_LITERAL}"
COMMENT = r"#[^\n]*+"
PART = rf"[A-Za-z0-9_-]++|{BASIC}|{LITERAL}"
KEY = rf"(?:{PART})(?:[ \t]*+\.[ \t]*+(?:{PART}))*"
# The end of a longer array, or of one with arrays in it, is found by `container_end`: here the
# bound keeps a long one from being read twice.
_SHORT_CONTAINER = rf"""[\[{{](?:[^"'\[\]{{}}#]++|{STRING}|{COMMENT}){{0,60}}[\]}}]"""
_SCALAR = r"[A-Za-z0-9_+:.-]++(?:[ ][0-9]{2}:[0-9:.Zz+-]++)?"
_VALUE = rf"{STRING}|{_SCALAR}|{_SHORT_CONTAINER}"
_EQUALS = r"[ \t]*+=[ \t]*+"

_OPENINGS = ("[", "{")
_BLANK = rf"[ \t\r\n]++|{COMMENT}"

_PART = re.compile(PART)
_BRACKET = re.compile(rf"(?P<open>[\[{{])|(?P<close>[\]}}])|{STRING}|{COMMENT}")
_HEADER = re.compile(rf"(\[\[?)[ \t]*+({KEY})[ \t]*+\]\]?")
_ITEM = re.compile(rf"[ \t\r\n,]*+(?:{COMMENT}[ \t\r\n,]*+)*+(?:({KEY}){_EQUALS})?({_VALUE})?")
# Many items at once, but for the containers that _SHORT_CONTAINER leaves.
_ITEMS = re.compile(rf"(?:{_BLANK}|{KEY}{_EQUALS}(?:{_VALUE})?){{0,500}}")


def sections(text: str) -> Iterator[Section]:
    """Yield the sections of a document in order."""
    opening, key, header = "", Span(0, 0), Span(0, 0)
    while True:
        end = _body_end(text, header.end)
        yield Section(opening, key, header, Span(header.end, end))
        match = _HEADER.match(text, end)
        if match is None:
            return
        opening, key, header = match[1], Span(*match.span(2)), Span(*match.span())


def items(text: str, inside: Place) -> Iterator[Item]:
    """Yield the items in a body, or in what stands between the brackets of a container."""
    position, end = inside
    while match := _ITEM.match(text, position, end):
        place = match.span(2)
        if place[0] < 0:
            start = match.end()
            if start == end or not text.startswith(_OPENINGS, start):
                return
            place = start, container_end(text, start)
        position = place[1]
        yield (match.span(1) if match[1] else None), place


def key_parts(text: str, key: Place) -> list[KeyPart]:
    """Return the names of a possibly dotted, possibly quoted key, outermost first."""
    return [KeyPart(_unquoted(match[0]), match.span()) for match in _PART.finditer(text, *key)]


def container_end(text: str, start: int) -> int:
    """Return the end of the array or inline table that opens at start, or of the text."""
    depth = 0
    for match in _BRACKET.finditer(text, start):
        if match.lastgroup == "open":
            depth += 1
        elif match.lastgroup == "close":
            depth -= 1
            if depth == 0:
                return match.end()
    return len(text)


def is_container(text: str, value: Place) -> bool:
    """Say whether the value is an array or an inline table."""
    return text.startswith(_OPENINGS, value[0])


def _body_end(text: str, start: int) -> int:
    """Return where the next header stands, or what can be no part of a body."""
    while (end := _end_of(_ITEMS, text, start)) > start:
        is_value = text[start:end].rstrip(" \t").endswith("=")
        start = container_end(text, end) if is_value and is_container(text, (end, end)) else end
    return start


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


def _unquoted(part: str) -> str:
    if "\\" in part:
        [name] = tomli.loads(f"{part} = 0")
        return name
    return part[1:-1] if part[0] in "\"'" else part
