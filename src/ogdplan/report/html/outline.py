"""Where each block of a paper stands: its id, the level of its heading, the name of a table."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, assert_never

from ogdplan.report.html.chapters import Chapter, Paper
from ogdplan.report.html.drawings.drawing import Drawing
from ogdplan.report.html.names import Names
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.page import Block, Chart, Heading, Lines, Sheet
from ogdplan.report.segments import Line, words


class Look(StrEnum):
    """How a block is shown; each is a macro of the template for blocks."""

    HEADING = "heading"
    LINES = "lines"
    TABLE = "table"
    CARDS = "cards"
    CHART = "chart"


class Part(NamedTuple):
    """A block in its place; `name` is that of a table, `level` that of a heading, 1 to 6."""

    look: Look
    block: Block
    anchor: str
    level: int
    name: str = ""


class PlacedDrawing(NamedTuple):
    """A drawing in its place, with the name of the table behind it."""

    drawing: Drawing
    anchor: str
    table: Part


class PlacedSection(NamedTuple):
    """A section in its place."""

    name: str
    anchor: str
    title: str
    level: int
    drawings: tuple[PlacedDrawing, ...]
    parts: tuple[Part, ...]


class PlacedChapter(NamedTuple):
    """A chapter in its place; `has_heading` is false where the paper's own title says it."""

    anchor: str
    title: str
    has_heading: bool
    facts: tuple[Line, ...]
    sections: tuple[PlacedSection, ...]
    source: str
    language: str


def outline(paper: Paper) -> tuple[PlacedChapter, ...]:
    """Return the chapters of a paper with every block in its place."""
    names = Names()
    is_alone = len(paper.chapters) == 1
    untold = ("", paper.title if is_alone else "")
    anchors = names.chapters([each.anchor for each in paper.chapters])
    return tuple(
        _chapter(each, anchor, names, has_heading=each.title not in untold)
        for each, anchor in zip(paper.chapters, anchors, strict=True)
    )


def _chapter(chapter: Chapter, anchor: str, names: Names, *, has_heading: bool) -> PlacedChapter:
    level = 3 if has_heading else 2
    return PlacedChapter(
        anchor,
        chapter.title,
        has_heading,
        chapter.facts,
        tuple(_section(each, chapter, anchor, level, names) for each in chapter.sections),
        chapter.source,
        chapter.language,
    )


def _section(
    section: Section, chapter: Chapter, prefix: str, level: int, names: Names
) -> PlacedSection:
    anchor = names.anchor(prefix, section.name)
    found = chapter.drawings.get(section.name, ())
    drawings = tuple(_drawing(each, prefix, level + 1, names) for each in found)
    # A drawing is what the text of other voices draws with letters.
    blocks = [each for each in section.blocks if not (found and isinstance(each, Chart))]
    parts = tuple(_parts(section, blocks, anchor, level + 1, names))
    return PlacedSection(section.name, anchor, section.title, level, drawings, parts)


def _drawing(drawing: Drawing, prefix: str, level: int, names: Names) -> PlacedDrawing:
    anchor = names.anchor(prefix, drawing.name)
    title = names.title(drawing.title)
    table = Part(Look.TABLE, drawing.table, names.anchor(anchor, "table"), level, title)
    return PlacedDrawing(drawing, anchor, table)


def _parts(
    section: Section, blocks: list[Block], prefix: str, level: int, names: Names
) -> Iterator[Part]:
    """Yield the blocks in their places; the highest heading among them stands at `level`.

    One of several tables is called by the line above it.
    """
    title = section.title
    has_several = sum(isinstance(each, Sheet) for each in blocks) > 1
    highest = min((each.level for each in blocks if isinstance(each, Heading)), default=1)
    depth = level
    for block in blocks:
        if isinstance(block, Heading):
            title = block.text
            depth = min(6, level + block.level - highest)
        if has_several and isinstance(block, Lines) and len(block.lines) == 1:
            title = words(block.lines[0])
        look = _look(block, section.name)
        name = names.title(title) if look in (Look.TABLE, Look.CHART) else ""
        yield Part(look, block, names.anchor(prefix, look), depth, name)


def _look(block: Block, section: str) -> Look:
    match block:
        case Heading():
            return Look.HEADING
        case Lines():
            return Look.LINES
        case Sheet():
            return Look.CARDS if section == SectionName.MEASURES else Look.TABLE
        case Chart():
            return Look.CHART
        case _:
            assert_never(block)
