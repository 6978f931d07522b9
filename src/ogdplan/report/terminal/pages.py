"""A page on a terminal."""

from collections.abc import Iterator
from itertools import pairwise

from ogdplan.report import chart
from ogdplan.report.cells import after_spaces, wrapped
from ogdplan.report.page import Block, Chart, Heading, Lines, Page, Sheet
from ogdplan.report.segments import Line, Segment, Style, part_of, shown, trimmed, words
from ogdplan.report.terminal.tables import drawn, shown_rows


def laid_out(page: Page, *, width: int | None) -> Iterator[Line]:
    """Yield the lines of the page; `width` is that of a terminal, None that of a pipe.

    On a terminal no line is wider than that, in a pipe nothing wraps or is cut.
    """
    for above, block in pairwise((None, *page.blocks)):
        if above and not (isinstance(above, Heading) and above.level > 1):
            yield ()
        if block:
            yield from _block(block, width)


def _block(block: Block, width: int | None) -> Iterator[Line]:
    match block:
        case Heading(text):
            yield from within((Segment(text, Style.HEADING),), width)
        case Lines(lines, indent, are_whole):
            for line in lines:
                yield from within(line, None if are_whole else width, indent=indent)
        case Sheet(rest=rest):
            yield from drawn(block, width=width)
            if len(shown_rows(block, width)) < len(block.rows):
                yield from within(rest, width)
        case Chart():
            yield from chart.drawn(block, width=width)


def within(line: Line, width: int | None, *, indent: int = 0) -> Iterator[Line]:
    """Yield a line, made safe to show, wrapped to the width.

    What wraps begins under the indent, or under the first word where that is further right.
    """
    whole = shown(line)
    if width is None:
        yield trimmed(whole)
        return
    text = words(whole)
    first, *_ = wrapped(text, width)
    yield trimmed(part_of(whole, first))
    start = after_spaces(text, first.stop)
    indent = min(max(indent, after_spaces(text, 0)), width // 2)
    if start < len(text):
        rest = part_of(whole, slice(start, None))
        for part in wrapped(words(rest), width - indent):
            yield (Segment(" " * indent), *trimmed(part_of(rest, part)))
