"""`trend`: what remained at each date, beside what had been planned."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

import typer

from ogdplan.actions.languages import tables_of
from ogdplan.actions.library import Library, Selection, load
from ogdplan.actions.trend import Trends, trends_of
from ogdplan.cli import streams
from ogdplan.cli.dates import read_date
from ogdplan.cli.options import (
    Format,
    FormatOption,
    OutputOption,
    Plans,
    Session,
    command,
    one_command,
)
from ogdplan.report import trend as report


def build() -> typer.Typer:
    """Return the command."""
    return one_command(trend)


@command
def trend(
    session: Session,
    plans: Plans = None,
    at: Annotated[
        list[str] | None,
        typer.Option(
            "--at",
            metavar="DATE",
            help="A date to look at; several times for several; else each month end.",
            show_default=False,
        ),
    ] = None,
    from_git: Annotated[
        bool,
        typer.Option("--from-git", help="Take each date from the file as it was then, out of git."),
    ] = False,
    voice: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """What remained at each month end, beside what was planned, and which deadlines moved.

    Example: `ogdplan trend panama --as-of 2018-01-31`
    """
    dates = tuple(_days(at or (), session))
    selection = session.select(plans)
    library = load(selection)
    session.note_language(tables_of(library.plans))
    found = _trends(selection, library, dates, session, from_git=from_git)
    failed = (*library.failed, *found.failed)
    session.show(report.view(found, session.language, failed), voice, output)
    for note in found.notes:
        streams.note(f"note: {note}", colour=session.colour)
    session.finish(failed)


def _days(texts: Sequence[str], session: Session) -> Iterator[date]:
    """Yield the day of each date in words, and say which it became."""
    for text in texts:
        day = read_date(text).last
        if text != day.isoformat():
            streams.note(f"at {day.isoformat()}", colour=session.colour)
        yield day


def _trends(
    selection: Selection,
    library: Library,
    dates: Sequence[date],
    session: Session,
    *,
    from_git: bool,
) -> Trends:
    if not from_git:
        return trends_of(library.plans, dates, as_of=session.as_of)
    from ogdplan.actions.past_trend import past_trends  # noqa: PLC0415 - git, only where it is asked

    return past_trends(selection.folder, library.plans, dates, as_of=session.as_of)
