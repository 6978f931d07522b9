"""Who owes a report: institutions with running milestones of which nobody has heard."""

from collections.abc import Sequence

from ogdplan.actions.library import Failed
from ogdplan.actions.reports_owed import OwedReport, ReportsOwed
from ogdplan.report.page import Cell, Column, Fit, Heading, Lines, Page, Sheet, said
from ogdplan.report.segments import Style
from ogdplan.report.unreadable import unread, unreadable_value
from ogdplan.report.view import View
from ogdplan.report.words import Reader

COLUMNS = (
    Column("In charge", "lead", fit=Fit.WRAPPED),
    Column("Plan", "plan", priority=1),
    Column("Last report", "last_report"),
    Column("Days since", "days", "right", 2),
    Column("Running", "running", "right", 3),
    Column("Milestones", "milestones", priority=4, fit=Fit.CLIPPED),
)
NOBODY = "nobody in charge"


def view(found: ReportsOwed, language: str | None, failed: Sequence[Failed] = ()) -> View:
    """Return who owes a report, for readers of a language, None for that of each plan."""
    heading = Heading(f"Who owes a report on {found.as_of.isoformat()}", 1)
    sheet = Sheet(COLUMNS, tuple(_row(each, language) for each in found.reports))
    nothing = Lines((said(("Nobody owes a report.", Style.MUTED)),))
    page = Page((heading, sheet if found.reports else nothing, *unread(failed)))
    document = {
        "schema": "ogdplan/reports-owed/1",
        "as_of": found.as_of.isoformat(),
        "reports": [_document(each, language) for each in found.reports],
        "unreadable": unreadable_value(failed),
    }
    return View(page, document, sheet)


def _row(each: OwedReport, language: str | None) -> tuple[Cell, ...]:
    last = each.owed.last_report
    ids = _ids(each)
    lead = _name(each, language)
    return (
        Cell(lead or NOBODY, Style.PLAIN if lead else Style.MUTED, value=each.owed.lead or ""),
        Cell(each.plan_id),
        Cell(last.isoformat() if last else "never", value=last.isoformat() if last else ""),
        Cell("" if each.days is None else str(each.days), value=each.days),
        Cell(str(len(ids)), value=len(ids)),
        Cell(", ".join(ids), Style.MUTED, value=" ".join(ids)),
    )


def _document(each: OwedReport, language: str | None) -> dict[str, object]:
    last = each.owed.last_report
    return {
        "plan": each.plan_id,
        "lead": each.owed.lead,
        "name": _name(each, language) or None,
        "period": {
            "first": each.interval.first.isoformat(),
            "last": each.interval.last.isoformat(),
        },
        "last_report": last.isoformat() if last else None,
        "days": each.days,
        "milestones": _ids(each),
    }


def _name(each: OwedReport, language: str | None) -> str:
    return Reader(each.plan, language).institution(each.owed.lead)


def _ids(each: OwedReport) -> list[str]:
    return [running.milestone.id for running in each.owed.milestones]
