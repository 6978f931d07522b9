"""`show`: one plan on one screen, or one record in full."""

from typing import Annotated

import typer

from ogdplan.actions.languages import tables_of
from ogdplan.actions.library import load
from ogdplan.actions.survey import survey
from ogdplan.cli.completion import complete_record
from ogdplan.cli.options import (
    OnePlan,
    OutputOption,
    PageFormat,
    PageFormatOption,
    Session,
    command,
    one_command,
)
from ogdplan.cli.records import show_record
from ogdplan.report import dashboard


def build() -> typer.Typer:
    """Return the command."""
    return one_command(show)


@command
def show(
    session: Session,
    plan: OnePlan,
    record: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help="A record by id, number or beginning of its id.",
            autocompletion=complete_record,
            show_default=False,
        ),
    ] = None,
    voice: PageFormatOption = PageFormat.TABLE,
    output: OutputOption = None,
) -> None:
    """One plan on one screen; with ID, one record in full and all that refers to it.

    Example: `ogdplan show nepal`
    """
    if record is not None:
        show_record(session, plan, record, voice=voice, output=output)
        return
    selection = session.select([plan])
    library = load(selection)
    session.finish(library.failed)
    session.note_language(tables_of(library.plans))
    found = survey(selection, as_of=session.as_of, measured=False)
    view = dashboard.view(
        library.plans[0], found.findings, as_of=session.as_of, language=session.language
    )
    session.show(view, voice, output)
