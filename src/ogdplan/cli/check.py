"""`check`: what is wrong with plans, where, and what to do about it."""

from typing import TYPE_CHECKING, Annotated

import typer

from ogdplan.actions.survey import Survey, survey
from ogdplan.cli.completion import complete_revision
from ogdplan.cli.days import first_day_if_any
from ogdplan.cli.options import OutputOption, Plans, Session, command, one_command
from ogdplan.cli.streams import note, terminal_width, warn
from ogdplan.errors import UsageError
from ogdplan.report.findings.unsaid import unsaid_of
from ogdplan.report.findings.view import CheckFormat, Shown, voiced

if TYPE_CHECKING:
    # Only to name the type: it brings git with it.
    from ogdplan.actions.since import SurveySince


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
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="REV",
            help="Look also for what changed without a word since a commit, branch, tag or day; "
            "main... is where a branch left main.",
            autocompletion=complete_revision,
            show_default=False,
        ),
    ] = None,
    only_new: Annotated[
        bool,
        typer.Option("--new-only", help="With --since: leave out the findings there were then."),
    ] = False,
    voice: Annotated[
        CheckFormat, typer.Option("--format", "-f", help="How to print it.")
    ] = CheckFormat.TEXT,
    output: OutputOption = None,
) -> None:
    """What is wrong with plans: where, why it matters, and what to do.

    Exits with 1 when a plan has an error. `ogdplan explain RULE` says more about a rule.
    `--since main... --new-only` shows what a branch has brought into the plans.

    Example: `ogdplan check nepal --all --advice`
    """
    compared = _compared(session, plans, since, only_new=only_new)
    found = compared.survey if compared else _alone(session, plans)
    width = terminal_width() if output is None else None
    new_since = compared.past.name if compared and only_new else None
    shown = Shown(everything=everything, advice=advice, width=width, new_since=new_since)
    session.say(voiced(found, voice, as_of=session.as_of, shown=shown), output)
    if compared:
        _say_beside(session, compared)
    session.finish([each for each in found.failed if each.reason])
    if found.is_wrong(strict=strict):
        raise typer.Exit(1)


def _alone(session: Session, plans: list[str] | None) -> Survey:
    watch = session.watch("Checking plans")
    return survey(session.select(plans), as_of=session.as_of, measured=False, watch=watch)


def _compared(
    session: Session, plans: list[str] | None, since: str | None, *, only_new: bool
) -> "SurveySince | None":
    """Return what is found since a commit; None where nobody asks since when."""
    if since is None and only_new:
        hint = "say which: ogdplan check --since main... --new-only"
        raise UsageError("--new-only needs a commit to compare with", hint=hint)
    if since is None:
        return None
    # Here, since only this needs git: 6 ms.
    from ogdplan.actions.beginning import Since  # noqa: PLC0415
    from ogdplan.actions.since import survey_since  # noqa: PLC0415

    begin = Since(since, first_day_if_any(since))
    return survey_since(
        plans or (), lambda: session.folder, begin, as_of=session.as_of, only_new=only_new
    )


def _say_beside(session: Session, compared: "SurveySince") -> None:
    """Say what no finding can: which commit it was, and what could not be compared with it."""
    for words in compared.notes:
        note(words, colour=session.colour)
    for message, hint in unsaid_of(compared):
        warn("warning", message, hint, colour=session.colour)
