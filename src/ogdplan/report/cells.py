"""How much room text takes in a terminal, where a character fills none, one or two cells."""

import unicodedata
from typing import Literal, assert_never

Align = Literal["left", "right", "center"]

_NO_CELL = frozenset({"Mn", "Me", "Cf"})
# Spacing marks (Mc), as the vowel signs of Bengali and Devanagari are, fill a cell of their own:
# so say glibc, xterm, VTE and Windows Terminal (microsoft/terminal#17826), and since 2026 the
# library wcwidth (jquast/wcwidth#200). Rich (15.0) still counts them as nothing, and another
# number in each of its versions, so nothing here is measured by Rich.

_SEEN = frozenset("\u00ad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
"""Format characters that terminals draw: the soft hyphen, and Arabic signs around numbers."""

_CUT = "…"


def cell_width(text: str) -> int:
    """Return the cells that the text fills: East Asian wide characters two, combining marks none.

    The text holds no control characters (see `safety.visible`).
    """
    if text.isascii():
        return len(text)
    return sum(map(_character_width, text))


def pad(text: str, width: int, align: Align = "left") -> str:
    """Return the text filled with spaces up to that many cells; a longer text stays as it is."""
    before, after = room_around(cell_width(text), width, align)
    return " " * before + text + " " * after


def room_around(taken: int, width: int, align: Align) -> tuple[int, int]:
    """Return the blank cells before and after what takes so many of the cells."""
    room = max(0, width - taken)
    match align:
        case "left":
            return 0, room
        case "right":
            return room, 0
        case "center":
            return room // 2, room - room // 2
        case _:
            assert_never(align)


def wrapped(text: str, width: int) -> tuple[slice, ...]:
    """Return the parts of the text that make lines of at most so many cells, at least one part.

    Lines break at spaces, which go, and inside words that are longer than a line. What is
    wider than a line all the same, such as a Korean syllable in one cell, has a line of its own.
    """
    lines: list[slice] = []
    start = 0
    while (end := fitting(text, width, start)) < len(text):
        space = text.rfind(" ", start, end + 1)
        if space > start and text[start:space].strip():
            lines.append(slice(start, start + len(text[start:space].rstrip(" "))))
            start = after_spaces(text, space)
        else:
            lines.append(slice(start, end))
            start = end
    return (*lines, slice(start, end))


def clipped(text: str, width: int) -> str:
    """Return the text cut to so many cells, at least one; `…` stands for what is left out."""
    if cell_width(text) <= width:
        return text
    kept = text[: fitting(text, width - 1)].rstrip()
    return (kept if cell_width(kept) < width else "") + _CUT


def fitting(text: str, width: int, start: int = 0) -> int:
    """Return the end of the part from `start` that so many cells hold, one letter at least.

    A mark stays with the letter it belongs to.
    """
    room = width
    for at in range(start, len(text)):
        room -= _character_width(text[at])
        if room < 0:
            return _letter_end(text, start, at)
    return len(text)


def _letter_end(text: str, start: int, at: int) -> int:
    """Return the last place up to `at` where a letter ends; after `start`, the first there is."""
    before = at
    while before > start and _belongs_to_letter_before(text, before):
        before -= 1
    if before > start:
        return before
    after = start + 1
    while after < len(text) and _belongs_to_letter_before(text, after):
        after += 1
    return after


def _belongs_to_letter_before(text: str, at: int) -> bool:
    mark = text[at]
    return (
        unicodedata.category(mark).startswith("M")
        or _joins_hangul(mark)
        or "\u200d" in (mark, text[at - 1])
    )


def after_spaces(text: str, at: int) -> int:
    """Return the place of the first character from `at` on that is no space."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _character_width(character: str) -> int:
    if character.isascii() or character in _SEEN:
        return 1
    if unicodedata.category(character) in _NO_CELL or _joins_hangul(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _joins_hangul(character: str) -> bool:
    """Whether it is a vowel or final consonant that a terminal draws into the syllable before."""
    return "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7ff"
