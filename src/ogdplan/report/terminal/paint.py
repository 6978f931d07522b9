"""The colours of styles, and lines as Rich texts."""

from rich.text import Text

from ogdplan.report.safety import visible
from ogdplan.report.segments import Line, Style

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
    for segment in line:
        text.append(visible(segment.text), COLOURS[segment.style])
    return text
