"""`status`: one row a plan."""

from typing import Annotated

import typer

from ogdplan.actions.survey import survey
from ogdplan.cli.options import (
    Format,
    FormatOption,
    OutputOption,
    Plans,
    Session,
    command,
    one_command,
)
from ogdplan.report import status as report


def build() -> typer.Typer:
    """Return the command."""
    return one_command(status)


@command
def status(
    session: Session,
    plans: Plans = None,
    running: Annotated[
        bool, typer.Option("--running", help="Only plans that are adopted and within their period.")
    ] = False,
    no_agencies: Annotated[
        bool,
        typer.Option(
            "--no-agencies", help="Leave out agency plans, unless plans are named: then those."
        ),
    ] = False,
    voice: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Where plans stand: completion against time, what is late, open challenges, last report.

    Example: `ogdplan status nepal panama --as-of 2018-01-31`
    """
    with_agencies = bool(plans) or not no_agencies
    found = survey(
        session.select(plans),
        as_of=session.as_of,
        with_agencies=with_agencies,
        watch=session.watch("Reading plans"),
    )
    session.note_language(each.summary.header for each in found.plans if each.summary)
    view = report.view(found, as_of=session.as_of, language=session.language, only_running=running)
    session.show(view, voice, output)
    session.finish(found.failed)
