"""`catalogue`: the values that plan files may use."""

from typing import Annotated

import typer

from ogdplan.cli.completion import complete_catalogue
from ogdplan.cli.options import (
    Format,
    FormatOption,
    OutputOption,
    Session,
    command,
    one_command,
)
from ogdplan.cli.spoken import spoken_tongue
from ogdplan.errors import UnknownNameError
from ogdplan.reference.suggestions import closest
from ogdplan.report import catalogue as report


def build() -> typer.Typer:
    """Return the command."""
    return one_command(catalogue)


@command
def catalogue(
    session: Session,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="A vocabulary or table; the list of them when left out.",
            autocompletion=complete_catalogue,
            show_default=False,
        ),
    ] = None,
    voice: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """The values that plan files may use, with what they mean and who coined them.

    Example: `ogdplan catalogue challenge-category`
    """
    if name is None:
        session.show(report.index_view(session.as_of, spoken_tongue(session)), voice, output)
        return
    if name not in report.names():
        meant = closest(name, report.names(), limit=3)
        otherwise = "`ogdplan catalogue` lists them"
        raise UnknownNameError("catalogue", name, candidates=meant, otherwise=otherwise)
    session.show(report.view(name, session.as_of, spoken_tongue(session)), voice, output)
