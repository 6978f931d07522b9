"""Papers for tests, and what must hold for every one of them."""

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from ogdplan.report.html.chapters import Chapter, Paper
from ogdplan.report.html.drawings.drawing import Drawing
from ogdplan.report.meeting.section import Section
from ogdplan.report.page import Block, Cell, Column, Sheet
from ogdplan.report.tongue import tongue
from report.html.parsed import Element

DAY = date(2018, 6, 30)


def a_chapter(
    *blocks: Block,
    anchor: str = "panama",
    title: str = "Panama",
    section: str = "changes",
    drawings: Mapping[str, tuple[Drawing, ...]] | None = None,
) -> Chapter:
    """Return a chapter with one section."""
    sections = (Section(section, "What changed", blocks),)
    return Chapter(anchor, title, (), sections, drawings or {}, f"plans/{anchor}.toml")


def a_paper(*chapters: Chapter, title: str = "Panama", language: str | None = None) -> Paper:
    """Return a paper of these chapters, in English."""
    return Paper(title, tongue(language), chapters, as_of=DAY, version="1.2.3")


def a_sheet(*headings: str, rows: tuple[tuple[str, ...], ...]) -> Sheet:
    """Return a table of words."""
    columns = tuple(Column(heading, heading.lower()) for heading in headings)
    return Sheet(columns, tuple(tuple(map(Cell, row)) for row in rows))


def assert_safe(document: Element) -> None:
    """Fail for anything that could run, load or send something, and for links that may not be."""
    names = {each.name for each in document.all()}
    refused = {"script", "iframe", "object", "embed", "form", "input", "link", "base", "img", "use"}
    assert not names & refused
    assert [each["http-equiv"] for each in document.all("meta") if each["http-equiv"]] == [
        "Content-Security-Policy"
    ]
    for each in document.all():
        for name, value in each.attributes.items():
            assert not name.startswith("on"), f"{each.name} {name}"
            assert name not in ("src", "srcset", "action", "formaction", "data", "xlink:href")
            if name == "style":
                assert re.fullmatch("background:#[0-9A-F]{6}", value or "")
            if name == "href":
                assert each.name == "a"
                assert re.match(r"https?://|#|(\.\./)*[a-z0-9]", value or ""), value
                assert not re.match(r"(?i)\s*(javascript|data|vbscript)\s*:", value or ""), value
                if "://" in (value or ""):
                    assert each["rel"] == "noopener noreferrer nofollow"
    (style,) = document.all("style")
    assert not re.search(r"(?i)url\(|@import|expression\(|</", style.text)


def assert_well_built(document: Element) -> None:
    """Fail for ids that are not alone, names that lead nowhere, and leaps in the headings."""
    ids = [each["id"] for each in document.all() if each["id"]]
    assert len(set(ids)) == len(ids)
    for each in document.all():
        for name in ("aria-labelledby", "aria-describedby"):
            assert set((each[name] or "").split()) <= set(ids), each.attributes
        if (each["href"] or "").startswith("#"):
            assert (each["href"] or "")[1:] in ids
    levels = [int(each.name[1]) for each in document.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    labels = [each["aria-labelledby"] for each in document.all() if each["role"] == "region"]
    names = [each.text for each in document.all("caption") if each["id"] in labels]
    assert len(set(names)) == len(names), "two regions have one name"
