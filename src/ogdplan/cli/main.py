"""The program: its commands by name, built only when they are called."""

import gc
import io
import os
import sys
from typing import Annotated

import typer

from ogdplan.cli.group import CommandTable, Place, RootGroup

AGENDA = "Read plans"
EDIT = "Change plans"
CHECK = "Check plans"
HISTORY = "What changed"
RECORDS = "Records of a kind"
EXCHANGE = "To and from other programs"
REFERENCE = "Look things up"

COMMANDS: CommandTable = {
    "status": Place("ogdplan.cli.status", AGENDA),
    "show": Place("ogdplan.cli.show", AGENDA),
    "agenda": Place("ogdplan.cli.agenda", AGENDA),
    "report": Place("ogdplan.cli.report", AGENDA),
    "site": Place("ogdplan.cli.site", AGENDA),
    "find": Place("ogdplan.cli.find", AGENDA),
    "new": Place("ogdplan.cli.new", EDIT),
    "edit": Place("ogdplan.cli.edit", EDIT),
    "plan": Place("ogdplan.cli.plan", EDIT),
    "accept": Place("ogdplan.cli.accept", EDIT),
    "fmt": Place("ogdplan.cli.fmt", EDIT),
    "check": Place("ogdplan.cli.check", CHECK),
    "explain": Place("ogdplan.cli.explain", CHECK),
    "diff": Place("ogdplan.cli.diff", HISTORY),
    "log": Place("ogdplan.cli.log", HISTORY),
    "trend": Place("ogdplan.cli.trend", HISTORY),
    "merge": Place("ogdplan.cli.merge", HISTORY),
    "git": Place("ogdplan.cli.git", HISTORY),
    "import": Place("ogdplan.cli.import_", EXCHANGE),
    "export": Place("ogdplan.cli.export", EXCHANGE),
    "catalogue": Place("ogdplan.cli.catalogue", REFERENCE),
    "schema": Place("ogdplan.cli.schema", REFERENCE),
    **{
        kind: Place("ogdplan.cli.kinds", RECORDS, kind)
        for kind in (
            "institution",
            "instrument",
            "commitment",
            "milestone",
            "update",
            "challenge",
            "lesson",
            "next-step",
            "dataset",
            "indicator",
            "measurement",
            "event",
            "resource",
            "assessment",
        )
    },
}
"""Every command, the module that builds it, and where help lists it."""


class Ogdplan(RootGroup):
    """The group of all commands."""

    table = COMMANDS


app = typer.Typer(
    cls=Ogdplan,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 - 5 ms that only --version needs

        typer.echo(f"ogdplan {version('ogdplan')}")
        raise typer.Exit


@app.callback()
def ogdplan(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Open government data action plans: where they stand, what is wrong, what comes next.

    Plans are TOML files in a folder called plans, one for each country. PLAN is a plan's id,
    its file, or its country: nepal, plans/nepal.toml, NPL, Nepal.

    Example: `ogdplan status`
    """


def main() -> None:
    """Run the program."""
    # Most of what a run makes it keeps to its end: looking for waste on the way takes 15 ms.
    gc.set_threshold(500_000)
    use_utf8()
    keep_to_installed_programs()
    try:
        app()
    finally:
        # Nor at the end, when Python would look through all of it once more: another 40 ms.
        gc.freeze()


def use_utf8() -> None:
    """Write UTF-8 on any console, Windows' included; what cannot be shown is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def keep_to_installed_programs() -> None:
    """Have Windows look for git, and for an editor, where programs are installed.

    It would first look into the current folder, and there may lie what others have committed.
    """
    if sys.platform == "win32":
        os.environ["NODEFAULTCURRENTDIRECTORYINEXEPATH"] = "1"
