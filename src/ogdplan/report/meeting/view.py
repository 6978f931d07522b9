"""A report in its voices: a page for people, a document for programs, one table for CSV."""

from collections.abc import Iterator

from ogdplan.actions.reporting import PlanReport, Report
from ogdplan.model.plan import Header
from ogdplan.progress.summary import summary_of
from ogdplan.report.meeting.figures import plans_table
from ogdplan.report.meeting.heading import facts_of, files_not_read, titled, titled_together
from ogdplan.report.meeting.milestones import KEYS, milestone_table
from ogdplan.report.meeting.sections import sections_of, wanted_sections
from ogdplan.report.meeting.table import Table, joined, with_first
from ogdplan.report.meeting.teller import teller_of
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.page import Block, Cell, Column, Heading, Lines, Page, Sheet, said
from ogdplan.report.segments import Style
from ogdplan.report.tongue import tongue
from ogdplan.report.unreadable import named_value, unreadable_value

_PLAN = Column("plan", "plan")


def page(report: Report, wishes: Wishes) -> Page:
    """Return the report for people: of several plans a comparison, then each plan."""
    blocks: list[Block] = []
    if len(report.plans) != 1:
        blocks += _compared(report, wishes)
    for plan in report.plans:
        blocks += _chapter(plan, wishes)
    return Page((*blocks, *_unread(report, wishes)))


def comparison(report: Report, wishes: Wishes) -> Table:
    """Return the figures of all plans of the report, a row each."""
    plans = ((each.plan_id, summary_of(each.progress)) for each in report.plans)
    return plans_table(plans, tongue(wishes.language))


def _compared(report: Report, wishes: Wishes) -> Iterator[Block]:
    yield Heading(titled_together(report, tongue(wishes.language)), 1)
    if report.plans:
        yield comparison(report, wishes).shown()


def _chapter(plan: PlanReport, wishes: Wishes) -> Iterator[Block]:
    yield Heading(titled(plan, wishes), 1)
    yield Lines(facts_of(plan, wishes))
    for section in sections_of(plan, wishes):
        yield Heading(section.title)
        yield from section.blocks


def _unread(report: Report, wishes: Wishes) -> tuple[Block, ...]:
    """Return the lines that say which files are not in the report; none for none."""
    sentences = files_not_read(report, tongue(wishes.language))
    lines = tuple(said((each, Style.ERROR)) for each in sentences)
    return (Lines(lines),) if lines else ()


def document(report: Report, wishes: Wishes) -> dict[str, object]:
    """Return the report as JSON: the figures of each section that is wanted, of each plan."""
    return {
        "schema": "ogdplan/report/1",
        "as_of": report.as_of.isoformat(),
        "one_page": wishes.one_page,
        "public": wishes.public,
        "comparison": comparison(report, wishes).values(),
        "plans": [_plan_value(each, wishes) for each in report.plans],
        "unreadable": (named_value if wishes.public else unreadable_value)(report.failed),
    }


def _plan_value(plan: PlanReport, wishes: Wishes) -> dict[str, object]:
    header = plan.progress.plan.header
    found = wanted_sections(plan, wishes)
    return {
        "id": plan.plan_id,
        "path": plan.path,
        **_header_value(header),
        "title": teller_of(plan.progress.plan, wishes).text(header.title),
        "lead": header.lead,
        "from": plan.interval.first.isoformat(),
        "to": plan.interval.last.isoformat(),
        "sections": {each.name.replace("-", "_"): each.value for each in found},
    }


def _header_value(header: Header) -> dict[str, object]:
    return {
        "country": header.country,
        "countries": list(header.countries),
        "kind": header.kind.value,
        "stage": header.stage.value,
        "basis": header.basis.value,
        "start": header.start.text if header.start else None,
        "end": header.end.text if header.end else None,
    }


def sheet(report: Report, wishes: Wishes) -> Sheet:
    """Return the one table of the report: the milestones, or the one section that is wanted."""
    sheets = [_one_sheet(each, wishes) for each in report.plans]
    if sheets:
        return joined(sheets)
    keys = KEYS if wishes.sections is None else ()
    return Sheet((_PLAN, *(Column(key, key) for key in keys)), ())


def _one_sheet(plan: PlanReport, wishes: Wishes) -> Sheet:
    if wishes.sections is None:
        found = milestone_table(plan, teller_of(plan.progress.plan, wishes)).sheet()
    else:
        (section,) = wanted_sections(plan, wishes)
        found = section.sheet or Sheet((), ())
    return with_first(found, _PLAN, Cell(plan.plan_id))
