"""What an HTML file is made of: a paper with chapters, and the sections of each."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ogdplan.report.html.drawings.drawing import Drawing
from ogdplan.report.meeting.section import Section
from ogdplan.report.segments import Line
from ogdplan.report.tongue import Tongue


class Link(NamedTuple):
    """A place that the paper leads to; `is_here` is the paper itself."""

    words: str
    href: str
    is_here: bool = False


class Chapter(NamedTuple):
    """One plan, or another matter, in its sections.

    `anchor` names it within the paper. The drawings stand in the section they are
    given for, below what else is in it. `source` is the file that all of it was read from, as it
    is shown to readers. `language` is that of the title where it is not the paper's.
    """

    anchor: str
    title: str
    facts: tuple[Line, ...]
    sections: tuple[Section, ...]
    drawings: Mapping[str, tuple[Drawing, ...]]
    source: str = ""
    language: str = ""


class Paper(NamedTuple):
    """A whole file: its words are in the language of `tongue`.

    `one_page` prints on one sheet. `links` lead to other papers of a site. `as_of` is the day
    it tells of, `version` that of the program that wrote it. `language` is that of the title
    where it is not that of the words.
    """

    title: str
    tongue: Tongue
    chapters: tuple[Chapter, ...]
    one_page: bool = False
    links: tuple[Link, ...] = ()
    as_of: date | None = None
    version: str = ""
    notes: tuple[Line, ...] = ()
    language: str = ""
