"""`git`: make git merge plans record by record, and look whether it does."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from ogdplan.actions import git_setup
from ogdplan.actions.git_setup import Setup
from ogdplan.cli import streams
from ogdplan.cli.changing import ChangeFormat, ChangeFormatOption
from ogdplan.cli.group import CommandTable, LazyGroup, Place
from ogdplan.cli.options import (
    OutputOption,
    PageFormat,
    PageFormatOption,
    Session,
    command,
    one_command,
)
from ogdplan.cli.program import this_program
from ogdplan.report import git_setup as report
from ogdplan.report.json_text import to_text
from ogdplan.workspace.git.settings import Scope

COMMANDS: CommandTable = {
    name: Place(__name__, "Commands", builder=f"build_{name}")
    for name in ("install", "doctor", "uninstall")
}

DryRun = Annotated[bool, typer.Option("--dry-run", help="Change nothing; print what would change.")]


class GitGroup(LazyGroup):
    """The group of the commands about git."""

    table = COMMANDS


def build() -> typer.Typer:
    """Return the group of commands."""
    app = typer.Typer(cls=GitGroup, rich_markup_mode="markdown", add_completion=False)

    @app.callback()
    def git() -> None:
        """Git and plans: merged record by record, and shown so that each record is named.

        Example: `ogdplan git install`
        """

    return app


def build_install() -> typer.Typer:
    """Return the command that sets git up."""
    return one_command(install)


def build_uninstall() -> typer.Typer:
    """Return the command that takes back what install did."""
    return one_command(uninstall)


def build_doctor() -> typer.Typer:
    """Return the command that looks whether it works."""
    return one_command(doctor)


@command
def install(
    session: Session,
    everywhere: Annotated[
        bool,
        typer.Option(
            "--global/--local", help="For all your clones on this computer, or for this one."
        ),
    ] = False,
    dry_run: DryRun = False,
    voice: ChangeFormatOption = ChangeFormat.TABLE,
) -> None:
    """Make git merge plans record by record, and name the record in what `git diff` shows.

    Sets what git has to know in its settings, and a line in .gitattributes. Do it once in each
    clone, or once with `--global`. Twice does no harm.

    Example: `ogdplan git install`
    """
    scope = Scope.GLOBAL if everywhere else Scope.LOCAL
    program = this_program(sys.argv[0], sys.executable)
    done = git_setup.install(
        lambda: session.folder, scope, program, here=Path(), writes=not dry_run
    )
    _show(session, done, voice, command="git-install")


@command
def uninstall(
    session: Session,
    everywhere: Annotated[
        bool | None,
        typer.Option(
            "--global/--local",
            help="Only for all your clones, or only for this one; else both.",
            show_default=False,
        ),
    ] = None,
    dry_run: DryRun = False,
    voice: ChangeFormatOption = ChangeFormat.TABLE,
) -> None:
    """Take back what `ogdplan git install` did, and nothing else.

    Example: `ogdplan git uninstall`
    """
    scope = None if everywhere is None else Scope.GLOBAL if everywhere else Scope.LOCAL
    done = git_setup.uninstall(lambda: session.folder, scope, here=Path(), writes=not dry_run)
    _show(session, done, voice, command="git-uninstall")


@command
def doctor(
    session: Session,
    voice: PageFormatOption = PageFormat.TABLE,
    output: OutputOption = None,
) -> None:
    """Whether git really merges the plans here record by record, and what to do if not.

    Tries it with a real merge, in a folder of its own. Exits with 1 when something is not right.

    Example: `ogdplan git doctor`
    """
    from importlib.metadata import version  # noqa: PLC0415 - as the next, only this command's

    from ogdplan.actions.git_doctor import examine  # noqa: PLC0415
    from ogdplan.report import git_doctor  # noqa: PLC0415

    found = examine(session.folder, version("ogdplan"), os.environ)
    session.show(git_doctor.view(found, as_of=session.as_of), voice, output)
    if not found.is_right:
        raise typer.Exit(1)


def _show(session: Session, done: Setup, voice: ChangeFormat, *, command: str) -> None:
    """Print what changed; what else is good to know goes to stderr."""
    document = report.document(done, command=command, as_of=session.as_of)
    content = to_text(document) if voice is ChangeFormat.JSON else report.page(done)
    session.say(content, None)
    aside = report.aside(done)
    if aside.blocks:
        streams.tell(aside, colour=session.colour)
