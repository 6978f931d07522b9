"""Lines of text that say what each part means, so that a terminal can choose colours for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto


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
    HEADING = auto()
    DONE = auto()
    GOOD = auto()
    RISK = auto()
    LATE = auto()
    GONE = auto()


@dataclass(frozen=True, slots=True)
class Segment:
    """Text of one style, without line breaks."""

    text: str
    style: Style = Style.PLAIN


Line = tuple[Segment, ...]
"""One line from left to right; an empty tuple is a blank line."""


def plain(lines: Iterable[Line]) -> str:
    """Return the lines without their styles, each ended by LF."""
    return "".join("".join(segment.text for segment in line) + "\n" for line in lines)
