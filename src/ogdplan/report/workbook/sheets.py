"""The sheet of a kind: its records with all their fields, then how they stand."""

from collections.abc import Sequence

from ogdplan.actions.exporting import Export
from ogdplan.model.book_marks import PLAN_SHEET
from ogdplan.model.headings import sheet_name
from ogdplan.model.kinds import Kind, records_of
from ogdplan.model.plan import Header
from ogdplan.model.record import Table
from ogdplan.report.csv_text import rows as csv_rows
from ogdplan.report.marks import HEALTH
from ogdplan.report.segments import Style as Meaning
from ogdplan.report.workbook.columns import FieldColumn, field_columns, health_word, standing_of
from ogdplan.workspace.spreadsheets.outgoing import (
    Colour,
    Link,
    OutCell,
    OutColumn,
    OutSheet,
    Style,
)

PLAN_COLUMN = OutColumn("Plan", 20, note="The plan that the row belongs to", is_computed=True)
"""The first column where a workbook has several plans."""

_STYLES = {
    Meaning.DONE: Style.GOOD,
    Meaning.GOOD: Style.INFO,
    Meaning.LATE: Style.BAD,
    Meaning.RISK: Style.WARNING,
    Meaning.GONE: Style.MUTED,
}

_HEALTH_COLOURS = tuple(
    dict.fromkeys(
        Colour(health_word(health, plan_over=is_over), _STYLES[meaning])
        for health, (_, meaning) in HEALTH.items()
        for is_over in (False, True)
    )
)


def kind_sheet(export: Export, kind: Kind) -> OutSheet:
    """Return the sheet of a kind; of several plans each row says which plan it is of."""
    records = [(one.plan_id, each) for one in export.plans for each in records_of(one.plan, kind)]
    tables = [record for _, record in records]
    columns = field_columns(export.fields(kind.model), tables)
    standing = standing_of(export, kind)
    is_one = len(export.plans) == 1
    plan = export.plans[0].plan if is_one else None
    rows = tuple(
        (
            *(() if is_one else (plan_id,)),
            *_cells(columns, record),
            *(standing.rows[place] if standing.rows else ()),
        )
        for place, (plan_id, record) in enumerate(records)
    )
    return OutSheet(
        sheet_name(kind),
        (
            *(() if is_one else (PLAN_COLUMN,)),
            *(each.laid_out(plan, tables) for each in columns),
            *standing.columns,
        ),
        rows,
        colours=_HEALTH_COLOURS if kind.name == "milestone" else (),
        spare_rows=200 if is_one else 0,
        naming_columns=_naming_columns(columns) + (0 if is_one else 1),
    )


def _naming_columns(columns: Sequence[FieldColumn]) -> int:
    """Return how many columns tell someone who reads a row what it is about: up to its title."""
    titles = (at for at, each in enumerate(columns, start=1) if each.spec.name in ("title", "name"))
    return next(titles, 2)


def plan_sheet(export: Export) -> OutSheet:
    """Return the sheet of the headers: what each plan is, whose, and for how long."""
    headers = [one.plan.header for one in export.plans]
    columns = field_columns(export.fields(Header), headers)
    rows = (
        (one.plan_id, *_cells(columns, header))
        for one, header in zip(export.plans, headers, strict=True)
    )
    laid_out = (each.laid_out(None, headers) for each in columns)
    return OutSheet(PLAN_SHEET, (PLAN_COLUMN, *laid_out), tuple(rows), spare_rows=0)


def kind_csv(export: Export, kind: Kind) -> str:
    """Return the sheet of a kind as CSV: the same columns, days as 2018-06-30."""
    sheet = kind_sheet(export, kind)
    header = [column.heading for column in sheet.columns]
    return csv_rows(header, [[_plain(cell) for cell in row] for row in sheet.rows])


def _cells(columns: Sequence[FieldColumn], table: Table) -> tuple[OutCell, ...]:
    return tuple(column.cell(table) for column in columns)


def _plain(cell: OutCell) -> str | int | float | None:
    match cell:
        case Link():
            return cell.text
        case None | str() | int() | float():
            return cell
    return cell.isoformat()
