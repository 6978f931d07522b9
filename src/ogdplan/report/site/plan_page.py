"""The page of one plan: its public report, and the way to what belongs to it."""

from collections.abc import Sequence

from ogdplan.actions.library import Failed
from ogdplan.actions.reporting import Report
from ogdplan.model.site_names import plan_data, plan_page, relative
from ogdplan.progress.known import Known
from ogdplan.report.html.chapters import Paper
from ogdplan.report.html.paper import paper_of
from ogdplan.report.meeting.parts import line
from ogdplan.report.meeting.section import Section, SectionName
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.page import Cell, Column, Fit, Sheet
from ogdplan.report.segments import Style
from ogdplan.report.site.frame import Portfolio, links, paper
from ogdplan.report.site.notices import notices
from ogdplan.report.tongue import Tongue

_INTERNAL = frozenset({SectionName.FINDINGS, SectionName.REPORTS_OWED, SectionName.WHO_MUST_ACT})
"""What coordinators have to see to, and the public does not."""


def public_wishes(language: str | None) -> Wishes:
    """Return what the public gets to read of a plan."""
    shown = tuple(name for name in SectionName if name not in _INTERNAL)
    return Wishes(language=language, sections=shown, public=True)


def plan_paper(report: Report, relatives: Sequence[Known], portfolio: Portfolio) -> Paper:
    """Return the page of the one plan of a report; `relatives` are plans above and under it."""
    found = paper_of(report, public_wishes(portfolio.language))
    plan_id = report.plans[0].plan_id
    here = plan_page(plan_id)
    chapter = found.chapters[0]
    more = _further(plan_id, relatives, portfolio, here=here)
    # Sections that are asked for by name are there also where a plan has nothing for them.
    told = tuple(each for each in chapter.sections if not each.is_empty)
    return found._replace(
        chapters=(chapter._replace(sections=(*told, more)),),
        links=links(portfolio.tongue, here=here),
        notes=(*notices(report.plans[0].progress.plan.header, portfolio.tongue), *found.notes),
    )


def broken_paper(failed: Failed, portfolio: Portfolio) -> Paper:
    """Return the page of a plan that cannot be read, with how its keepers can see why."""
    words, plan_id = portfolio.tongue, failed.place.plan_id
    later = words.say("This plan cannot be shown at present. Please come back later.")
    command = f"ogdplan check {plan_id}"
    keepers = words.say(
        "For those who keep it: {path} could not be read; this says why: {command}",
        path=failed.place.shown,
        command=command,
    )
    blocks = (line(later), line(keepers, Style.MUTED))
    section = Section("unreadable", words.say("Not shown at present"), blocks)
    title = words.say("This plan cannot be shown: {plan}", plan=plan_id)
    return paper(portfolio, plan_page(plan_id), title, (section,))


def _further(
    plan_id: str, relatives: Sequence[Known], portfolio: Portfolio, *, here: str
) -> Section:
    """Return the ways to the data of the plan, and to the plans above and under it."""
    words = portfolio.tongue
    data = plan_data(plan_id)
    rows = [
        (
            Cell(data, href=relative(data, here=here)),
            Cell(words.say("this report for programs, as JSON")),
        ),
        *((portfolio.title(each, here=here), _kinship(each, plan_id, words)) for each in relatives),
    ]
    columns = (
        Column(words.say("Page or file"), "page", fit=Fit.WRAPPED),
        Column(words.say("What it is"), "what"),
    )
    return Section("further", words.say("More about this plan"), (Sheet(columns, tuple(rows)),))


def _kinship(known: Known, plan_id: str, words: Tongue) -> Cell:
    is_above = known.parent != plan_id
    return Cell(words.say("the plan above it") if is_above else words.say("a plan under it"))
