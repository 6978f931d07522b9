"""The layout of one value: its spaces and its lines, never what it says.

Strings, numbers and dates stay as they are written. Values are given with line feeds only.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ogdplan.planfile.scanner import COMMENT, STRING, Place, items, key_parts
from ogdplan.planfile.written import LINE

_INDENT = "    "
_BETWEEN = " \t,"
_OPENINGS = ("[", "{")
_WORD = re.compile(rf"(?P<string>{STRING})|(?P<comment>{COMMENT})|[ \t]+(?=\n)")


@dataclass(frozen=True, slots=True)
class _Piece:
    """An item of a list or inline table, with what stands before it; the last has no value."""

    gap: str
    key: str
    value: str

    @property
    def text(self) -> str:
        return f"{self.key} = {_tight(self.value)}" if self.key else _tight(self.value)


def laid_out(value: str, *, column: int) -> str:
    """Return a value as it stands behind a key of its own; `column` is where it begins.

    A list goes into one line where that ends before the column LINE, or it has one element,
    which more lines would not make shorter. With comments, or with a string of several lines,
    it has a line for each element. Inline tables keep their form, and so do lists of them.
    """
    return _list(value, column) if value.startswith("[") else _tight(value)


def languages(key: str, value: str) -> list[str]:
    """Return an inline table of languages as a line for each; as one where it has comments."""
    *pieces, last = _pieces(value)
    if not pieces or "#" in "".join(piece.gap for piece in (*pieces, last)):
        return [f"{key} = {_tight(value)}"]
    return [f"{key}.{piece.text}" for piece in pieces]


def key_text(text: str, key: Place) -> str:
    """Return a possibly dotted key without spaces round its dots."""
    return ".".join(text[slice(*part.place)] for part in key_parts(text, key))


def _list(value: str, column: int) -> str:
    *pieces, last = _pieces(value)
    line = _tight(f"[{', '.join(piece.value for piece in pieces)}]")
    if _fits(pieces, last, line, column):
        return line
    opening, *rows = _rows([*pieces, last])
    lines = [f"[{opening}", *(f"{_INDENT}{row}" for row in rows), "]"]
    return "\n".join(line.rstrip(" \t") for line in lines)


def _fits(pieces: Sequence[_Piece], last: _Piece, line: str, column: int) -> bool:
    gaps = "".join(piece.gap for piece in (*pieces, last))
    if "#" in gaps or "\n" in line:
        return False
    if any(piece.value.startswith(_OPENINGS) for piece in pieces):
        return "\n" not in gaps
    return len(pieces) < 2 or column + len(line) <= LINE


def _rows(pieces: Sequence[_Piece]) -> list[str]:
    """Return the lines of a list, the comment beside its bracket first; of blank lines one."""
    rows = [""]
    for piece in pieces:
        beside, *others = piece.gap.split("\n")
        if comment := beside.lstrip(_BETWEEN):
            rows[-1] += f"  {comment}"
        for line in others[:-1]:
            found = line.lstrip(_BETWEEN)
            if found or (rows[-1] and "," not in line):
                rows.append(found)
        if piece.value:
            rows.append(f"{piece.text},")
    return rows if rows[-1] else rows[:-1]


def _tight(value: str) -> str:
    """Return a value with the usual spaces in it; one of several lines keeps them."""
    if not value.startswith(_OPENINGS):
        return value
    if "\n" in value:
        return _WORD.sub(_without_spaces_at_the_end, value)
    *pieces, _ = _pieces(value)
    inner = ", ".join(piece.text for piece in pieces)
    if value.startswith("["):
        return f"[{inner}]"
    return f"{{ {inner} }}" if inner else "{}"


def _without_spaces_at_the_end(match: re.Match[str]) -> str:
    return match["string"] or (match["comment"] or "").rstrip(" \t")


def _pieces(value: str) -> Iterator[_Piece]:
    position = 1
    for key, place in items(value, (1, len(value) - 1)):
        start = key[0] if key else place[0]
        name = key_text(value, key) if key else ""
        yield _Piece(value[position:start], name, value[slice(*place)])
        position = place[1]
    yield _Piece(value[position:-1], "", "")
