"""A page on a terminal."""

from collections.abc import Iterator
from itertools import pairwise

from rich.text import Text

from ogdplan.report.cells import after_spaces, wrapped
from ogdplan.report.page import Block, Heading, Lines, Page, Sheet
from ogdplan.report.segments import Line, Segment, Style
from ogdplan.report.terminal.paint import painted
from ogdplan.report.terminal.tables import drawn, shown_rows


def laid_out(page: Page, *, width: int | None) -> Text:
    """Return the page, each line ended; `width` is that of a terminal, None that of a pipe.

    On a terminal no line is wider than that, in a pipe nothing wraps or is cut.
    """
    text = Text(end="")
    for line in _lines(page, width):
        text.append_text(line).append("\n")
    return text


def _lines(page: Page, width: int | None) -> Iterator[Text]:
    for above, block in pairwise((None, *page.blocks)):
        if above and not (isinstance(above, Heading) and above.level > 1):
            yield Text()
        if block:
            yield from _block(block, width)


def _block(block: Block, width: int | None) -> Iterator[Text]:
    match block:
        case Heading(text):
            yield from within((Segment(text, Style.HEADING),), width)
        case Lines(lines, indent):
            for line in lines:
                yield from within(line, width, indent=indent)
        case Sheet(rest=rest):
            yield from drawn(block, width=width)
            if len(shown_rows(block, width)) < len(block.rows):
                yield from within(rest, width)


def within(line: Line, width: int | None, *, indent: int = 0) -> Iterator[Text]:
    """Yield a line in its colours, wrapped to the width.

    What wraps begins under the indent, or under the first word where that is further right.
    """
    whole = painted(line)
    if width is None:
        whole.rstrip()
        yield whole
        return
    first, *_ = wrapped(whole.plain, width)
    yield _part(whole, first)
    start = after_spaces(whole.plain, first.stop)
    indent = min(max(indent, after_spaces(whole.plain, 0)), width // 2)
    if start < len(whole.plain):
        rest = whole[start:]
        for part in wrapped(rest.plain, width - indent):
            yield Text(" " * indent, end="").append_text(_part(rest, part))


def _part(text: Text, part: slice) -> Text:
    found = text[part]
    found.rstrip()
    return found
