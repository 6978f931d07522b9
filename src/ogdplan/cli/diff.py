"""`diff`: what changed in plans, record by record."""

from typing import Annotated

import typer
from typer.core import TyperCommand

from ogdplan.actions.comparing import Asked, compare
from ogdplan.actions.differences import Comparison
from ogdplan.actions.moments import Period
from ogdplan.cli import streams
from ogdplan.cli.completion import complete_plan, complete_revision_or_plan
from ogdplan.cli.days import first_day, last_day
from ogdplan.cli.options import OutputOption, Session, command
from ogdplan.errors import UsageError
from ogdplan.report.diff import broken_words
from ogdplan.report.diff_view import DiffFormat, Shown, voiced


class PlansBehindDashes(TyperCommand):
    """A command for which, as for git, what stands behind `--` names files: here plans."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read the arguments; each behind `--` is a value of `--plan`."""
        if "--" in args:
            at = args.index("--")
            args = [*args[:at], *(f"--plan={name}" for name in args[at + 1 :])]
        return super().parse_args(ctx, args)


def build() -> typer.Typer:
    """Return the command."""
    app = typer.Typer(rich_markup_mode="markdown", add_completion=False)
    app.command(cls=PlansBehindDashes)(diff)
    return app


@command
def diff(  # noqa: PLR0913, PLR0917 - an option each
    session: Session,
    revisions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REV",
            help="Commits, branches, tags, A..B or A...B; or two files; or plans.",
            autocompletion=complete_revision_or_plan,
            show_default=False,
        ),
    ] = None,
    plans: Annotated[
        list[str] | None,
        typer.Option(
            "--plan",
            metavar="PLAN",
            help="Only this plan; can be repeated.",
            autocompletion=complete_plan,
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DATE",
            help="Compare with the last commit before this day.",
            show_default=False,
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="DATE",
            help="With --since: not the files as they are, but the last commit until this day.",
            show_default=False,
        ),
    ] = None,
    stat: Annotated[bool, typer.Option("--stat", help="Only how much of what changed.")] = False,
    unified: Annotated[
        bool, typer.Option("--unified", "-u", help="Show the changed lines of the files too.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 when something changed.")
    ] = False,
    voice: Annotated[
        DiffFormat, typer.Option("--format", "-f", help="How to print it.")
    ] = DiffFormat.TEXT,
    output: OutputOption = None,
) -> None:
    """What changed in plans, record by record, in words; what matters to a meeting comes first.

    Without REV the files as they are are compared with the last commit, with one REV with that.

    Example: `ogdplan diff HEAD --plan nepal`
    """
    shown = _shown(voice, stat=stat, unified=unified)
    period = Period(first_day(session, "--since", since), last_day(session, "--until", until))
    asked = Asked(revisions or (), plans or (), period)
    found = compare(asked, lambda: session.folder, as_of=session.as_of)
    session.say(voiced(found, voice, as_of=session.as_of, shown=shown), output)
    _finish(session, found)
    if exit_code and found.changes:
        raise typer.Exit(1)


def _shown(voice: DiffFormat, *, stat: bool, unified: bool) -> Shown:
    """Return how much is shown; raises UsageError for what does not go together."""
    if stat and unified:
        raise UsageError("--stat and --unified exclude each other", hint="leave out one of them")
    if stat and voice is DiffFormat.GITHUB:
        raise UsageError("--stat has no voice for GitHub", hint="use --format text or markdown")
    if unified and voice in {DiffFormat.JSON, DiffFormat.GITHUB}:
        hint = "use --format text or markdown"
        raise UsageError(f"--unified does not go with --format {voice.value}", hint=hint)
    return Shown(counts=stat, lines=unified)


def _finish(session: Session, found: Comparison) -> None:
    """Say what is good to know; name what could not be read, and exit with 1 when there is any."""
    for note in found.notes:
        streams.note(note, colour=session.colour)
    for broken in found.broken:
        message = f"{broken.failed.place.shown} {broken_words(broken)}"
        streams.warn("error", message, colour=session.colour)
    if found.broken:
        raise typer.Exit(1)
