"""Where in its text a document stops being TOML, and what stands around that place."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ogdplan.planfile.scanner import COMMENT, KEY, STRING, Place, items, sections

_BLANK = re.compile(rf"(?:[ \t\n]++|{COMMENT})*")
_ASSIGNMENT = re.compile(rf"({KEY})[ \t]*+=[ \t]*+")
_TOKEN = re.compile(rf"(?P<string>{STRING})|{COMMENT}|[\[\]{{}},=]|(?P<quote>[\"'])")


class Surroundings(NamedTuple):
    """What stands around a place within a value.

    `brackets` are the offsets of the brackets open there, outermost first; `item` is where the
    element, the entry's value or the value as a whole begins; `entry` where the element or
    entry does; `string` where the text begins that holds the place, if one does.
    """

    brackets: tuple[int, ...]
    item: int
    entry: int
    string: int | None


@dataclass(frozen=True)
class Fault:
    r"""The place at which tomli gave up; line endings are `\n`."""

    text: str
    at: int
    reason: str
    """What tomli says; it names causes that the text does not show, such as a repetition."""

    @cached_property
    def start(self) -> int:
        """Where the statement at fault begins."""
        start, end = _last_statement(self.text, self.at)
        if "\n" in self.text[end : self.at] or end == 0:
            return min(_skip_blank(self.text, end), self.at)
        return start

    @cached_property
    def key(self) -> Place | None:
        """The key of the statement, if it has one and an equals sign."""
        match = _ASSIGNMENT.match(self.text, self.start)
        return match.span(1) if match else None

    @cached_property
    def value(self) -> int:
        """Where the value of the statement begins; of one without key, the statement."""
        match = _ASSIGNMENT.match(self.text, self.start)
        return match.end() if match else self.start

    @cached_property
    def around(self) -> Surroundings:
        """What stands around the place within the value."""
        return _surroundings(self.text, self.value, self.at)

    @property
    def line(self) -> Place:
        """The line of the statement's beginning, from there on, without blanks at its end."""
        return self.rest_of_line(self.start)

    @property
    def is_in_container(self) -> bool:
        """Say whether the place is within an array or an inline table."""
        return self.key is not None and bool(self.around.brackets)

    @property
    def assignment(self) -> str:
        """The key with its equals sign as help shows them; empty within a list."""
        if self.key is None or self.is_in_container:
            return ""
        return f"{self.text[slice(*self.key)]} = "

    def rest_of_line(self, start: int) -> Place:
        """Return the place from an offset to the end of its line, without blanks at its end."""
        end = self.text.find("\n", start)
        end = len(self.text) if end < 0 else end
        return start, start + len(self.text[start:end].rstrip())

    def line_number(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        return self.text.count("\n", 0, offset) + 1


class Stumble(NamedTuple):
    """What someone got wrong: its place, what it is, and what to do."""

    place: Place
    message: str
    help: str


def shown(text: str) -> str:
    """Return a text as a message shows it: on one line, not too long."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57]}…"


def _last_statement(text: str, before: int) -> Place:
    """Return the last header or `key = value` that can be read and begins before an offset."""
    found: Place = (0, 0)
    body: Place = (0, 0)
    for section in sections(text):
        if section.opening and section.header.start >= before:
            break
        found, body = section.header, section.body
    for key, value in items(text, body):
        if key and key[0] < before:
            found = key[0], value[1]
    return found


def _skip_blank(text: str, start: int) -> int:
    match = _BLANK.match(text, start)
    return match.end() if match else start


def _surroundings(text: str, start: int, at: int) -> Surroundings:
    outer: list[tuple[int, int, int]] = []
    item = entry = start
    for token in _TOKEN.finditer(text, start):
        if token.start() >= at:
            break
        if token["quote"] or (token["string"] and at < token.end()):
            return Surroundings(_offsets(outer), item, entry, token.start())
        match token[0]:
            case "[" | "{":
                outer.append((token.start(), item, entry))
                item = entry = _skip_blank(text, token.end())
            case "]" | "}" if outer:
                _, item, entry = outer.pop()
            case "," if outer:
                item = entry = _skip_blank(text, token.end())
            case "=" if outer:
                item = _skip_blank(text, token.end())
    return Surroundings(_offsets(outer), min(item, at), min(entry, at), None)


def _offsets(outer: list[tuple[int, int, int]]) -> tuple[int, ...]:
    return tuple(bracket for bracket, _, _ in outer)
