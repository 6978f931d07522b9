"""What is late and what comes next, by date."""

from collections.abc import Sequence
from dataclasses import dataclass

from ogdplan.actions.agenda import Agenda
from ogdplan.actions.library import Failed
from ogdplan.progress.agenda import AgendaItem
from ogdplan.progress.health import Health, health_label
from ogdplan.report.marks import HEALTH, health_cell
from ogdplan.report.page import Cell, Column, Fit, Heading, Lines, Page, Sheet, said
from ogdplan.report.segments import Style
from ogdplan.report.unreadable import unread, unreadable_value
from ogdplan.report.view import View
from ogdplan.report.words import Reader, days, when

COLUMNS = (
    Column("Due", "due"),
    Column("", "days", "right", 2),
    Column("Plan", "plan", priority=1),
    Column("What", "title", fit=Fit.WRAPPED),
    Column("Health", "health", priority=3),
    Column("In charge", "lead", priority=4),
    Column("Kind", "kind", priority=6),
    Column("Id", "id", priority=5),
)


def view(agenda: Agenda, language: str | None, failed: Sequence[Failed] = ()) -> View:
    """Return the agenda for readers of a language, None for that of each plan."""
    rows = tuple(_read(item, agenda, language) for item in agenda.items)
    heading = Heading(
        f"Overdue, and due within {agenda.within_days} days of {agenda.as_of.isoformat()}", 1
    )
    sheet = Sheet(COLUMNS, tuple(_row(row) for row in rows))
    nothing = Lines((said(("Nothing is overdue, and nothing is due.", Style.MUTED)),))
    page = Page((heading, sheet if rows else nothing, *unread(failed)))
    document = _document(agenda, rows) | {"unreadable": unreadable_value(failed)}
    return View(page, document, sheet)


@dataclass(frozen=True, slots=True)
class _Row:
    """Something to be done, and who reads of it; `plan_over`: its plan has ended."""

    item: AgendaItem
    reader: Reader
    plan_over: bool


def _read(item: AgendaItem, agenda: Agenda, language: str | None) -> _Row:
    reader = Reader(agenda.plans[item.plan_id], language)
    return _Row(item, reader, item.plan_id in agenda.over)


def _document(agenda: Agenda, rows: tuple[_Row, ...]) -> dict[str, object]:
    return {
        "schema": "ogdplan/agenda/1",
        "as_of": agenda.as_of.isoformat(),
        "within_days": agenda.within_days,
        "items": [_item_document(row) for row in rows],
    }


def _item_document(row: _Row) -> dict[str, object]:
    item = row.item
    return {
        "plan": item.plan_id,
        "kind": item.kind,
        "id": item.record.id,
        "title": row.reader.text(item.title),
        "due": when(item.when),
        "day": item.day.isoformat(),
        "days": item.days,
        "health": item.health.value if item.health else None,
        "lead": item.lead,
    }


def _row(row: _Row) -> tuple[Cell, ...]:
    item = row.item
    mark, late = HEALTH[Health.OVERDUE] if item.days < 0 else (" ", Style.PLAIN)
    return (
        Cell(when(item.when), late, mark, value=when(item.when)),
        Cell(days(item.days), late, value=item.days),
        Cell(item.plan_id),
        Cell(row.reader.text(item.title)),
        _health(item, plan_over=row.plan_over),
        Cell(row.reader.institution(item.lead), value=item.lead or ""),
        Cell(item.kind.replace("-", " "), value=item.kind),
        Cell(item.record.id, Style.MUTED),
    )


def _health(item: AgendaItem, *, plan_over: bool) -> Cell:
    """Return the health of a milestone; a late step or release is overdue as well."""
    health = item.health or (Health.OVERDUE if item.days < 0 else None)
    if health is None:
        return Cell("")
    return health_cell(health, health_label(health, plan_over=plan_over))
