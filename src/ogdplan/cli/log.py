"""`log`: the history of a plan, in words."""

from typing import Annotated

import typer

from ogdplan.actions.history import History, Wanted, history_of
from ogdplan.cli import streams
from ogdplan.cli.completion import complete_reference
from ogdplan.cli.days import first_day, last_day
from ogdplan.cli.options import (
    OnePlan,
    OutputOption,
    PageFormat,
    PageFormatOption,
    Session,
    command,
    one_command,
)
from ogdplan.report.log import failed_words, voiced

_MOST = 1_000_000_000


def build() -> typer.Typer:
    """Return the command."""
    return one_command(log)


@command
def log(  # noqa: PLR0913, PLR0917 - an option each
    session: Session,
    plan: OnePlan,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Only from this day on.", show_default=False),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until", metavar="DATE", help="Only until this day, included.", show_default=False
        ),
    ] = None,
    record: Annotated[
        str | None,
        typer.Option(
            "--record",
            metavar="ID",
            help="Only what happened to this record; it may be gone.",
            autocompletion=complete_reference(()),
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            metavar="N",
            min=1,
            max=_MOST,
            help="Only the newest N.",
            show_default=False,
        ),
    ] = None,
    voice: PageFormatOption = PageFormat.TABLE,
    output: OutputOption = None,
) -> None:
    """The history of a plan: each commit that changed it, and what it changed, in words.

    Example: `ogdplan log nepal --limit 5`
    """
    days = first_day(session, "--since", since), last_day(session, "--until", until)
    wanted = Wanted(*days, record, limit)
    found = history_of(plan, wanted, lambda: session.folder, as_of=session.as_of)
    session.say(voiced(found, voice.value, as_of=session.as_of), output)
    _finish(session, found)


def _finish(session: Session, found: History) -> None:
    """Say what is good to know; name what could not be read, and exit with 1 when there is any."""
    for note in found.notes:
        streams.note(note, colour=session.colour)
    for entry in found.broken:
        streams.warn("error", f"cannot read {failed_words(entry)}", colour=session.colour)
    if found.broken:
        raise typer.Exit(1)
