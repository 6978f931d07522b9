"""The hidden sheet that keeps what a workbook held when it was exported, for the way back."""

from collections.abc import Iterable, Iterator

from ogdplan.actions.exporting import Export
from ogdplan.model.baseline import BASELINE_SHEET, HEADER, Held, sums_of
from ogdplan.model.cells import cell_of
from ogdplan.model.kinds import Kind, records_of
from ogdplan.model.plan import Header
from ogdplan.model.record import Table
from ogdplan.report.workbook.columns import FieldColumn, field_columns
from ogdplan.workspace.spreadsheets.outgoing import OutCell, OutColumn, OutSheet
from ogdplan.workspace.spreadsheets.sheet_plan import cleaned_text

_COLUMNS = (OutColumn("kind"), OutColumn("id", 26), OutColumn("cells", 60))


def baseline_sheet(export: Export, kinds: Iterable[Kind]) -> OutSheet:
    """Return the sheet: for the header and each record of a plan short sums of its cells."""
    rows = (*_headers(export), *(row for kind in kinds for row in _rows(export, kind)))
    return OutSheet(BASELINE_SHEET, _COLUMNS, rows, is_hidden=True, spare_rows=0)


def _headers(export: Export) -> Iterator[tuple[OutCell, ...]]:
    for one in export.plans:
        columns = field_columns(export.fields(Header), [one.plan.header])
        yield (HEADER, one.plan_id, sums_of(_cells(columns, one.plan.header)))


def _rows(export: Export, kind: Kind) -> Iterator[tuple[OutCell, ...]]:
    records = [each for one in export.plans for each in records_of(one.plan, kind)]
    columns = field_columns(export.fields(kind.model), records)
    for record in records:
        yield (kind.name, record.id, sums_of(_cells(columns, record)))


def _cells(columns: Iterable[FieldColumn], record: Table) -> Iterator[tuple[str, Held]]:
    for column in columns:
        value = cell_of(record, column.spec, column.language)
        name = ".".join(filter(None, (column.spec.name, column.language)))
        yield name, cleaned_text(value) if isinstance(value, str) else value
