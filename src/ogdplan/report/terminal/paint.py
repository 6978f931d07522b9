"""The colours of styles, and lines painted with them by Rich."""

import io
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from ogdplan.report.segments import Line, Segment, Style, plain, shown

_USUAL_WIDTH = 80

COLOURS: dict[Style, str] = {
    Style.PLAIN: "",
    Style.PATH: "bold",
    Style.ERROR: "bold red",
    Style.WARNING: "bold yellow",
    Style.ADVICE: "bold cyan",
    Style.RULE: "cyan",
    Style.GUTTER: "dim",
    Style.CARET: "bold red",
    Style.HELP: "green",
    Style.EMPHASIS: "bold",
    Style.MUTED: "dim",
    Style.LINK: "",
    Style.HEADING: "bold",
    Style.DONE: "blue",
    Style.GOOD: "green",
    Style.RISK: "yellow",
    Style.LATE: "red",
    Style.GONE: "bright_black",
}


def painted(line: Line) -> Text:
    """Return a line in its colours; text from plans is never taken for markup."""
    text = Text(end="")
    for segment in shown(line):
        text.append(segment.text, _colour(segment))
    return text


def coloured(lines: Iterable[Line], stream: TextIO) -> str:
    """Return the lines, each ended by LF, in the colours that the stream has; it may have none."""
    colours = Console(file=stream).color_system
    if colours is None:
        return plain(lines)
    # Not on the stream itself: Rich would write to it, and end the program when it cannot.
    paper = io.StringIO()
    console = Console(
        file=paper,
        force_terminal=True,
        color_system=colours,  # type: ignore[arg-type]  # one of the names that Rich takes
        width=_USUAL_WIDTH,  # soft wrapping passes it over, but 0 in COLUMNS would print nothing
        legacy_windows=False,
    )
    text = Text(end="")
    for line in lines:
        text.append_text(painted(line)).append("\n")
    console.print(text, end="", soft_wrap=True, highlight=False)
    return paper.getvalue()


def _colour(segment: Segment) -> str:
    colour = COLOURS[segment.style]
    return f"bold {colour}" if segment.is_bold else colour
