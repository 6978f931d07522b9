"""`agenda`: what is late and what comes next, by date."""

import re
from typing import Annotated

import typer

from ogdplan.actions.agenda import agenda_over
from ogdplan.actions.languages import tables_of
from ogdplan.actions.library import Library, load
from ogdplan.cli.options import (
    Format,
    FormatOption,
    OutputOption,
    Plans,
    Session,
    command,
    one_command,
)
from ogdplan.errors import UsageError
from ogdplan.report import agenda as report
from ogdplan.report.view import View

_TIME = re.compile(
    r"(\d{1,5})\s*(?:(?P<w>w|weeks?)|(?P<m>m|months?)|(?P<y>y|years?)|(?P<d>d|days?)?)",
    re.ASCII,
)
_DAYS = {"d": 1, "w": 7, "m": 31, "y": 366}


def build() -> typer.Typer:
    """Return the command."""
    return one_command(agenda)


@command
def agenda(
    session: Session,
    plans: Plans = None,
    within: Annotated[
        str, typer.Option("--within", metavar="TIME", help="How far ahead: 90d, 12w, 6m, 1y.")
    ] = "90d",
    reports: Annotated[
        bool,
        typer.Option("--reports", help="List instead who owes a report, and since when."),
    ] = False,
    voice: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """What is late and what is due next, by date: milestones, next steps and data releases.

    With `--reports`: institutions with running milestones and no report in this period.

    Example: `ogdplan agenda nepal panama --within 6m`
    """
    days_ahead = days_of(within)
    library = load(session.select(plans))
    session.note_language(tables_of(library.plans))
    view = _owed(session, library) if reports else _due(session, library, days_ahead)
    session.show(view, voice, output)
    session.finish(library.failed)


def _due(session: Session, library: Library, days_ahead: int) -> View:
    found = agenda_over(library.plans, as_of=session.as_of, within_days=days_ahead)
    return report.view(found, session.language, library.failed)


def _owed(session: Session, library: Library) -> View:
    # Here, since the usual agenda needs neither.
    from ogdplan.actions.reports_owed import reports_owed_over  # noqa: PLC0415
    from ogdplan.report import reports_owed  # noqa: PLC0415

    found = reports_owed_over(library.plans, as_of=session.as_of)
    return reports_owed.view(found, session.language, library.failed)


def days_of(time: str) -> int:
    """Return the days of a length of time such as 90d, 12w, 6 months or 1y; at most 99999 of each.

    A month counts as 31 days and a year as 366, so that no day of it is left out. A number
    alone means days.
    """
    match = _TIME.fullmatch(time.strip().lower())
    if match is None:
        raise UsageError(f'"{time}" is no length of time', hint="write 90d, 12w, 6m or 1y")
    return int(match[1]) * _DAYS[match.lastgroup or "d"]
