"""A whole workbook of plans: an explanation, the headers, and a sheet for each kind."""

from collections.abc import Sequence

from ogdplan.actions.exporting import Export
from ogdplan.model.book_marks import MARKER, BookKind, Mark
from ogdplan.model.kinds import KINDS, Kind
from ogdplan.report.workbook.baseline import baseline_sheet
from ogdplan.report.workbook.guide import guide_sheet
from ogdplan.report.workbook.sheets import kind_sheet, plan_sheet
from ogdplan.workspace.spreadsheets.outgoing import OutBook


def workbook(export: Export, kinds: Sequence[Kind] = KINDS) -> OutBook:
    """Return the workbook of plans with the sheets of these kinds.

    That of one plan bears the mark by which import knows it, and a hidden sheet of what it held.
    """
    is_one = len(export.plans) == 1
    mark = Mark(BookKind.SEVERAL_PLANS)
    if is_one:
        mark = Mark(BookKind.ONE_PLAN, export.plans[0].plan_id)
    return OutBook(
        (
            guide_sheet(export, kinds),
            plan_sheet(export),
            *(kind_sheet(export, kind) for kind in kinds),
            *((baseline_sheet(export, kinds),) if is_one else ()),
        ),
        {MARKER: mark.text},
    )
