"""`check`: what is wrong with plans, where, and what to do about it."""

from enum import StrEnum
from typing import Annotated

import typer

from ogdplan.actions.survey import survey
from ogdplan.cli.options import OutputOption, Plans, Session, command, one_command
from ogdplan.cli.streams import terminal_width
from ogdplan.report.findings.view import Shown, voiced


class CheckFormat(StrEnum):
    """The voices in which findings can be had."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def build() -> typer.Typer:
    """Return the command."""
    return one_command(check)


@command
def check(  # noqa: PLR0913, PLR0917 - an option each
    session: Session,
    plans: Plans = None,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Let warnings fail the check too, but those of schedule."),
    ] = False,
    advice: Annotated[
        bool, typer.Option("--advice", help="Show advice from the lessons of the workshop too.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Show every finding in full with its line.")
    ] = False,
    voice: Annotated[
        CheckFormat, typer.Option("--format", "-f", help="How to print it.")
    ] = CheckFormat.TEXT,
    output: OutputOption = None,
) -> None:
    """What is wrong with plans: where, why it matters, and what to do.

    Exits with 1 when a plan has an error. `ogdplan explain RULE` says more about a rule.

    Example: `ogdplan check nepal --all --advice`
    """
    found = survey(session.select(plans), as_of=session.as_of, measured=False)
    width = terminal_width() if output is None else None
    shown = Shown(everything=everything, advice=advice, width=width)
    session.say(voiced(found, voice.value, as_of=session.as_of, shown=shown), output)
    session.finish([each for each in found.failed if each.reason])
    if found.is_wrong(strict=strict):
        raise typer.Exit(1)
