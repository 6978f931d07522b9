"""What all pages of a site have in common: the day, the language, the names of plans, the way."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ogdplan.actions.library import Failed
from ogdplan.model.site_names import ABOUT, INDEX, LESSONS, SDGS, plan_page, relative
from ogdplan.progress.known import Known
from ogdplan.report.html.chapters import Chapter, Link, Paper
from ogdplan.report.html.drawings.drawing import Drawing
from ogdplan.report.meeting.section import Section
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import Cell
from ogdplan.report.segments import Line, Style
from ogdplan.report.tongue import Tongue, tongue


@dataclass(frozen=True)
class Portfolio:
    """All plans of a site by plan id, the files that yield none, and for whom it is told."""

    plans: tuple[Known, ...]
    failed: tuple[Failed, ...]
    as_of: date
    language: str | None
    version: str

    @property
    def tongue(self) -> Tongue:
        """Return the language of the site's own words."""
        return tongue(self.language)

    def teller(self, known: Known) -> Teller:
        """Return who tells of a plan, to the public."""
        return Teller(known.plan, self.language, self.tongue, public=True)

    def title(self, known: Known, *, here: str, before: str = "") -> Cell:
        """Return the title of a plan, which leads to its page."""
        told = self.teller(known).told(known.plan.header.title)
        href = relative(plan_page(known.plan_id), here=here)
        return Cell(f"{before}{told.marked}", Style.PLAIN, language=told.language, href=href)

    def name(self, known: Known, *, here: str, before: str = "") -> Cell:
        """Return the country of a plan, which leads to its page; its title where that says more."""
        words = self.short_name(known)
        if not words:
            return self.title(known, here=here, before=before)
        return Cell(f"{before}{words}", href=relative(plan_page(known.plan_id), here=here))

    def short_name(self, known: Known) -> str:
        """Return the country of a plan that is the only one of its own; "" for any other."""
        country = known.plan.header.country
        is_only = country and self._countries[country] == 1 and not known.parent
        return self.tongue.country(country) if country and is_only else ""

    def plain_name(self, known: Known) -> str:
        """Return the name of a plan for the middle of a sentence."""
        return self.short_name(known) or self.teller(known).told(known.plan.header.title).marked

    @cached_property
    def _countries(self) -> Mapping[str | None, int]:
        return Counter(each.plan.header.country for each in self.plans if not each.parent)


def links(words: Tongue, *, here: str) -> tuple[Link, ...]:
    """Return the ways to the main pages, from any page."""
    pages = (
        (words.say("All plans"), INDEX),
        (words.say("Challenges and lessons"), LESSONS),
        (words.say("SDGs"), SDGS),
        (words.say("About"), ABOUT),
    )
    return tuple(Link(name, relative(page, here=here), page == here) for name, page in pages)


def paper(
    portfolio: Portfolio,
    here: str,
    title: str,
    sections: Sequence[Section],
    *,
    facts: tuple[Line, ...] = (),
    drawings: Mapping[str, tuple[Drawing, ...]] | None = None,
) -> Paper:
    """Return a page about all plans."""
    chapter = Chapter("about", title, facts, tuple(sections), drawings or {})
    return Paper(
        title,
        portfolio.tongue,
        (chapter,),
        links=links(portfolio.tongue, here=here),
        as_of=portfolio.as_of,
        version=portfolio.version,
    )
