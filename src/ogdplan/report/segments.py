"""Lines of text that say what each part means, so that a terminal can choose colours for it."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from ogdplan.report.safety import visible


class Style(Enum):
    """What a part of a line is, not how it looks."""

    PLAIN = auto()
    PATH = auto()
    ERROR = auto()
    WARNING = auto()
    ADVICE = auto()
    RULE = auto()
    GUTTER = auto()
    CARET = auto()
    HELP = auto()
    EMPHASIS = auto()
    MUTED = auto()
    LINK = auto()
    HEADING = auto()
    DONE = auto()
    GOOD = auto()
    RISK = auto()
    LATE = auto()
    GONE = auto()


class Segment(NamedTuple):
    """Text of one style, without line breaks; `is_bold` is a total beside its parts.

    `language` is that of the text where it is not the page's own, as a BCP 47 tag. `is_quoted`:
    it is a text of a plan within a sentence, and may run in another direction than that.
    """

    text: str
    style: Style = Style.PLAIN
    is_bold: bool = False
    language: str = ""
    is_quoted: bool = False


Line = tuple[Segment, ...]
"""One line from left to right; an empty tuple is a blank line."""


def words(line: Line) -> str:
    """Return the text of a line without its styles."""
    return "".join(segment.text for segment in line)


def plain(lines: Iterable[Line]) -> str:
    """Return the lines without their styles, each ended by LF."""
    return "".join(f"{words(line)}\n" for line in lines)


def shown(line: Line) -> Line:
    """Return a line with whatever would steer a terminal or hide itself made visible."""
    return tuple(segment._replace(text=visible(segment.text)) for segment in line)


def part_of(line: Line, part: slice) -> Line:
    """Return the part of a line that is this part of its words, each word in its style."""
    start, end, _ = part.indices(len(words(line)))
    return tuple(_within(line, start, end))


def parted(sentence: str, quoted: Iterable[Segment], style: Style = Style.PLAIN) -> Line:
    """Return a sentence as a line in which what it quotes, in this order, are parts of their own.

    Raises ValueError where one of them does not stand in the sentence.
    """
    line: list[Segment] = []
    at = 0
    for each in quoted:
        start = sentence.index(each.text, at)
        line += [Segment(sentence[at:start], style), each]
        at = start + len(each.text)
    return tuple(each for each in (*line, Segment(sentence[at:], style)) if each.text)


def trimmed(line: Line) -> Line:
    """Return a line without the blanks at its end."""
    return part_of(line, slice(len(words(line).rstrip())))


def _within(line: Line, start: int, end: int) -> Iterator[Segment]:
    at = 0
    for segment in line:
        if text := segment.text[max(0, start - at) : max(0, end - at)]:
            yield segment._replace(text=text)
        at += len(segment.text)
