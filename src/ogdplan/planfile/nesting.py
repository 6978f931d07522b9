"""How deep the tables and arrays of a document nest, and where they go beyond the limit.

Levels are those of the data: a table or an array, whatever wrote it, is one level below what
holds it; the document itself is level 0.
"""

import re

from ogdplan.planfile.positions import Tables
from ogdplan.planfile.scanner import (
    COMMENT,
    KEY,
    LONG_BASIC,
    LONG_LITERAL,
    PART,
    Place,
    Section,
    is_container,
    items,
    key_parts,
    sections,
)

LIMIT = 100
"""The deepest level that is read."""

_PART = re.compile(PART)
# A key of more than LIMIT parts is at least that long. The leading \n lets `re` skip from line
# to line; a line is looked at closely only when it is that long and has that many dots.
_LONG_LINE = re.compile(rf"\n([^\n]{{{2 * LIMIT + 1},}})")
_KEY = re.compile(KEY)
_KEY_HERE = re.compile(rf"(?:[ \t\r\n]++|{COMMENT})*(?:\[\[?[ \t]*+)?({KEY})")
_TOKEN = re.compile(
    rf"{COMMENT}|{LONG_BASIC}|{LONG_LITERAL}|(?P<key>{KEY})(?P<equals>[ \t]*+=)?"
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)|(?P<quote>[\"'])"
)


def has_long_key(text: str) -> bool:
    """Say whether the text may have a key of more parts than the limit; tomli is slow on those."""
    lines = (line for line in _LONG_LINE.findall(f"\n{text}") if line.count(".") >= LIMIT)
    keys = (key[0] for line in lines for key in _KEY.finditer(line))
    return any(_count_parts(key) > LIMIT for key in keys)


def is_too_deep(data: dict[str, object]) -> bool:
    """Say whether the data nest beyond the limit."""
    level: list[dict[str, object] | list[object]] = [data]
    for _ in range(LIMIT + 1):
        level = [
            part
            for whole in level
            for part in (whole.values() if isinstance(whole, dict) else whole)
            if isinstance(part, (dict, list))
        ]
        if not level:
            return False
    return True


def first_too_deep(text: str) -> Place | None:
    """Return the bracket or name that first goes beyond the limit; None when nothing does.

    The text may be broken; what follows the break is not looked at.
    """
    tables, end = Tables(), 0
    for section in sections(text):
        if found := _name_beyond(text, section.key, LIMIT):
            return found
        level = _level_of(tables, section, text)
        if level > LIMIT:
            return section.header
        if found := _in_body(text, section.body, level):
            return found
        end = section.body.end
    rest = _KEY_HERE.match(text, end)
    return _name_beyond(text, rest.span(1), LIMIT) if rest else None


def _count_parts(key: str) -> int:
    return sum(1 for _ in _PART.finditer(key))


def _level_of(tables: Tables, section: Section, text: str) -> int:
    """Return the level of the table that a header opens."""
    if not section.opening:
        return 0
    path = tables.resolve(tuple(part.name for part in key_parts(text, section.key)))
    return len(tables.append(path) if section.opening == "[[" else path)


def _name_beyond(text: str, key: Place, most: int, *, tail: int = 0) -> Place | None:
    """Return the name behind the first `most` of a key; the last `tail` names make no table."""
    places = [match.span() for match in _PART.finditer(text, *key)]
    return places[most] if len(places) - tail > most else None


def _in_body(text: str, body: Place, level: int) -> Place | None:
    if level + sum(text.count(sign, *body) for sign in ".[{") <= LIMIT:
        return None
    found = (_in_item(text, key, value, level) for key, value in items(text, body))
    return next(filter(None, found), None)


def _in_item(text: str, key: Place | None, value: Place, level: int) -> Place | None:
    if key:
        if found := _name_beyond(text, key, LIMIT - level, tail=1):
            return found
        level += _count_parts(text[slice(*key)]) - 1
    return _in_container(text, value, level) if is_container(text, value) else None


def _in_container(text: str, value: Place, level: int) -> Place | None:
    """Return what first goes beyond the limit in a value, itself held by a table of that level."""
    outer: list[int] = []
    for token in _TOKEN.finditer(text, *value):
        if place := _beyond(text, token, level):
            return place
        if token["open"]:
            outer.append(level)
            level += 1
        elif token["close"]:
            level = outer.pop()
        elif token["comma"]:
            level = outer[-1] + 1
        elif token["equals"]:
            level += _count_parts(token["key"]) - 1
        if token["quote"] or not outer:
            break
    return None


def _beyond(text: str, token: re.Match[str], level: int) -> Place | None:
    """Return what in a token goes beyond the limit when it stands at that level."""
    if token["open"] and level == LIMIT:
        return token.span()
    if token["key"]:
        return _name_beyond(text, token.span("key"), LIMIT - level, tail=1)
    return None
