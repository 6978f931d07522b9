"""`fmt`: the layout of plan files, and nothing but their layout."""

from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from ogdplan.actions.format import Mode, lay_out
from ogdplan.cli import streams
from ogdplan.cli.options import Plans, Session, command, one_command
from ogdplan.report import format as report
from ogdplan.report.json_text import to_text


class FmtFormat(StrEnum):
    """The voices in which a new layout is told."""

    TEXT = "text"
    JSON = "json"


def build() -> typer.Typer:
    """Return the command."""
    return one_command(fmt)


@command
def fmt(
    session: Session,
    plans: Plans = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; exit with 1 when a plan would change."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", "--dry-run", help="Write nothing; print what would change.")
    ] = False,
    voice: Annotated[
        FmtFormat, typer.Option("--format", "-f", help="How to print it.")
    ] = FmtFormat.TEXT,
) -> None:
    """Lay out plan files anew: spaces, blank lines, lists, the order of keys.

    What a plan says stays as it is, and every comment stays where it belongs.

    Example: `ogdplan fmt nepal --diff`
    """
    mode = Mode.SHOW if diff else Mode.CHECK if check else Mode.WRITE
    found = lay_out(session.select(plans), mode)
    if voice is FmtFormat.JSON:
        session.say(to_text(report.document(found, as_of=session.as_of)), None)
    elif mode is Mode.SHOW:
        difference = partial(report.page, found, mode), partial(report.patch, found)
        streams.deliver_difference(*difference, colour=session.colour)
    else:
        session.say(report.page(found, mode), None)
    session.finish(found.failed)
    if check and found.changed:
        raise typer.Exit(1)
