"""The data of a site: what other commands print, without what is not for publication."""

from collections.abc import Iterable, Mapping
from datetime import date

from ogdplan.actions.library import Loaded
from ogdplan.actions.records import Kept
from ogdplan.actions.reporting import Report
from ogdplan.actions.survey import Survey
from ogdplan.model.kinds import KINDS, Kind, records_of
from ogdplan.progress.plan import Progress
from ogdplan.report import csv_text, status
from ogdplan.report.json_text import to_text
from ogdplan.report.meeting import view as meeting
from ogdplan.report.records import public_sheet
from ogdplan.report.site.plan_page import public_wishes
from ogdplan.report.unreadable import named_value
from ogdplan.report.view import View

Tables = Mapping[str, str]
"""Rows of CSV by name of a kind, without the header."""


def tables_of(loaded: Loaded, progress: Progress, *, language: str | None) -> Tables:
    """Return the records of one plan, a table a kind."""
    return {
        kind.name: csv_text.body(
            public_sheet(
                [Kept(loaded.plan_id, each, progress) for each in records_of(loaded.plan, kind)],
                kind,
                language=language,
            )
        )
        for kind in KINDS
    }


def joined(tables: Iterable[str], kind: Kind) -> str:
    """Return the rows of plans as one table of a kind, as Excel reads it."""
    header = csv_text.table(public_sheet([], kind, language=None))
    return "".join((csv_text.BYTE_ORDER_MARK, header, *tables))


def status_view(survey: Survey, *, as_of: date, language: str | None) -> View:
    """Return what `status` shows; of files that yield no plan only which they are."""
    found = status.view(survey, as_of=as_of, language=language, only_running=False)
    return found._replace(document={**found.document, "unreadable": named_value(survey.failed)})


def status_json(view: View) -> str:
    """Return where all plans stand, as JSON."""
    return to_text(view.document)


def status_table(view: View) -> str:
    """Return where all plans stand, as CSV for Excel too."""
    return csv_text.BYTE_ORDER_MARK + (csv_text.table(view.sheet) if view.sheet else "")


def report_json(report: Report, language: str | None) -> str:
    """Return the public report of a plan as JSON."""
    return to_text(meeting.document(report, public_wishes(language)))
