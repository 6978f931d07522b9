"""Records that have the words someone looked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ogdplan.actions.library import Failed
from ogdplan.actions.records import Found
from ogdplan.model.kinds import kind_of
from ogdplan.report.page import Cell, Column, Fit, Heading, Lines, Page, Sheet, said
from ogdplan.report.segments import Style
from ogdplan.report.unreadable import unread, unreadable_value
from ogdplan.report.view import View
from ogdplan.report.words import Reader, counted

_LONGEST = 120


COLUMNS = (
    Column("Plan", "plan"),
    Column("Kind", "kind", priority=3),
    Column("Id", "id"),
    Column("Title", "title", fit=Fit.WRAPPED),
    Column("Found in", "field", priority=4),
    Column("Words", "words", priority=2, fit=Fit.WRAPPED),
)


def view(
    found: Sequence[Found],
    words: Sequence[str],
    *,
    as_of: date,
    language: str | None,
    failed: Sequence[Failed] = (),
) -> View:
    """Return the records found, in the order of plans and files."""
    rows = [_Row(each, Reader(each.plan, language)) for each in found]
    sheet = Sheet(COLUMNS, tuple(_row(row) for row in rows))
    number = counted(len(rows), "record", "records")
    heading = Heading(f"{number} with “{' '.join(words)}”", 1)
    nothing = Lines((said(("No record has all of these words.", Style.MUTED)),))
    document = {
        "schema": "ogdplan/find/1",
        "as_of": as_of.isoformat(),
        "words": list(words),
        "hits": [_value(row) for row in rows],
        "unreadable": unreadable_value(failed),
    }
    return View(Page((heading, sheet if rows else nothing, *unread(failed))), document, sheet)


@dataclass(frozen=True, slots=True)
class _Row:
    found: Found
    reader: Reader


def _value(row: _Row) -> dict[str, object]:
    record = row.found.hit.record
    return {
        "plan": row.found.plan_id,
        "kind": kind_of(record).name,
        "id": record.id,
        "title": row.reader.title(record),
        "field": row.found.hit.field,
        "text": row.found.hit.words,
    }


def _row(row: _Row) -> tuple[Cell, ...]:
    hit = row.found.hit
    kind = kind_of(hit.record)
    is_title = hit.field == kind.heading
    return (
        Cell(row.found.plan_id),
        Cell(kind.words, value=kind.name),
        Cell(hit.record.id, Style.MUTED),
        Cell(row.reader.title(hit.record)),
        Cell("" if is_title else hit.field, Style.MUTED, value=hit.field),
        Cell("" if is_title else _short(hit.words), value=hit.words),
    )


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
