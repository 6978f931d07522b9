"""A report in the voice that is wanted."""

from typing import assert_never

from ogdplan.actions.reporting import Report
from ogdplan.report.meeting import view
from ogdplan.report.meeting.wishes import ReportFormat, Wishes
from ogdplan.report.page import Page


def voiced(report: Report, wishes: Wishes, voice: ReportFormat, *, is_file: bool) -> Page | str:
    """Return a report in a voice; `is_file`: to a file."""
    # Each voice is loaded when it is asked for.
    match voice:
        case ReportFormat.JSON:
            from ogdplan.report.json_text import to_text  # noqa: PLC0415

            return to_text(view.document(report, wishes))
        case ReportFormat.CSV:
            from ogdplan.report import csv_text  # noqa: PLC0415

            mark = csv_text.BYTE_ORDER_MARK if is_file else ""
            return mark + csv_text.table(view.sheet(report, wishes))
        case ReportFormat.MARKDOWN:
            from ogdplan.report import markdown  # noqa: PLC0415

            return markdown.page(view.page(report, wishes))
        case ReportFormat.HTML:
            from ogdplan.report.html.paper import paper_of  # noqa: PLC0415
            from ogdplan.report.html.render import render  # noqa: PLC0415

            return render(paper_of(report, wishes))
        case ReportFormat.TERMINAL:
            return view.page(report, wishes)
        case _:
            assert_never(voice)
