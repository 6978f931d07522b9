"""`export`: plans for other programs, and the form on which an institution reports."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ogdplan.actions.naming import kind_of_name
from ogdplan.cli.completion import complete_institution, complete_kinds
from ogdplan.cli.options import Plans, Session, command, one_command
from ogdplan.errors import UsageError


class Template(StrEnum):
    """The forms that can be made of a plan."""

    UPDATES = "updates"


def build() -> typer.Typer:
    """Return the command."""
    return one_command(export)


@command
def export(  # noqa: PLR0913, PLR0917 - an option each
    session: Session,
    to: Annotated[
        Path,
        typer.Option(
            "--to",
            metavar="FILE",
            help="The file to write; its ending says what: .xlsx, .ods, .csv, .json, .ics, .sqlite",
            show_default=False,
        ),
    ],
    plans: Plans = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="KIND",
            help="Only this kind of record, as in milestones; CSV needs it.",
            autocompletion=complete_kinds,
            show_default=False,
        ),
    ] = None,
    template: Annotated[
        Template | None,
        typer.Option("--template", help="A form to be filled instead.", show_default=False),
    ] = None,
    lead: Annotated[
        str | None,
        typer.Option(
            "--lead",
            metavar="ID",
            help="With --template: who reports.",
            autocompletion=complete_institution,
            show_default=False,
        ),
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="Leave out what is not for publication.")
    ] = False,
) -> None:
    """Plans as a workbook, CSV, JSON, a calendar or a database, by the ending of the file.

    With `--template updates` the form on which an institution reports on its running milestones.

    Example: `ogdplan export nepal --to nepal.xlsx`
    """
    # Here, since it takes a while to load and completion needs none of it.
    from ogdplan.cli.exporting import Order, write_export, write_form  # noqa: PLC0415

    only = None if kind is None else kind_of_name(kind)
    order = Order(to, kind=only, is_public=public, language=session.language)
    if template is None and lead is None:
        failed = write_export(order, session, plans)
    elif template is None:
        raise UsageError("--lead needs --template", hint="say which form: --template updates")
    else:
        failed = write_form(order, session, plans, lead)
    session.finish(failed)
