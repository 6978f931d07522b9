"""`merge`: three versions of a plan file become one; what git calls when it merges plans."""

from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from ogdplan.actions.merge import Merged, merge_versions
from ogdplan.actions.merged_file import read_versions, write_merged
from ogdplan.cli import streams
from ogdplan.cli.changing import ChangeFormat, ChangeFormatOption, DryRun
from ogdplan.cli.options import Session, command, one_command
from ogdplan.errors import FileError, UsageError
from ogdplan.report import merge as report
from ogdplan.report.json_text import to_text
from ogdplan.workspace.git.merge_file import MARKER_SIZE


def build() -> typer.Typer:
    """Return the command."""
    return one_command(merge)


@command
def merge(  # noqa: PLR0913, PLR0917 - an option each
    session: Session,
    base: Annotated[
        Path, typer.Argument(metavar="BASE", help="The file from which both sides began.")
    ],
    ours: Annotated[
        Path, typer.Argument(metavar="OURS", help="Our version; it becomes the merged file.")
    ],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="The version that is taken in.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the merged file there and leave OURS as it is; - prints it.",
            show_default=False,
        ),
    ] = None,
    path: Annotated[
        Path | None,
        typer.Option(
            "--path",
            metavar="FILE",
            help="The plan file of which these are versions; else OURS.",
            show_default=False,
        ),
    ] = None,
    marker_size: Annotated[
        int,
        typer.Option(
            "--marker-size",
            metavar="N",
            min=1,
            max=1000,
            help="Signs in a marker, where lines are merged.",
        ),
    ] = MARKER_SIZE,
    dry_run: DryRun = False,
    voice: ChangeFormatOption = ChangeFormat.TABLE,
) -> None:
    """Merge two versions of a plan that began as one, record by record.

    Exits with 1 when something is left to settle. `ogdplan git install` makes git do it.

    Example: `ogdplan merge old.toml plans/nepal.toml from-colleague.toml`
    """
    _refuse_two_results(output, dry_run=dry_run, voice=voice)
    versions = read_versions(base, ours, theirs, name=path)
    merged = merge_versions(versions, as_of=session.as_of, marker_size=marker_size)
    is_shown = dry_run or output == streams.STDOUT
    written = not is_shown and write_merged(versions, merged.content, output)
    wish = _Wish(output, voice, is_trial=dry_run, written=written)
    _tell(session, merged, wish)
    if not merged.is_clean:
        raise typer.Exit(1)


class _Wish(NamedTuple):
    """How the result is wanted, and whether a file was written."""

    output: Path | None
    voice: ChangeFormat
    is_trial: bool
    written: bool


def _refuse_two_results(output: Path | None, *, dry_run: bool, voice: ChangeFormat) -> None:
    if output == streams.STDOUT and (dry_run or voice is ChangeFormat.JSON):
        hint = "leave one of the two out, or write the file to a name"
        raise UsageError("--output - prints the file, and so there is no room for more", hint=hint)


def _tell(session: Session, merged: Merged, wish: _Wish) -> None:
    """Print what came of it, and what to do next.

    What is written is done, also where that cannot be printed.
    """
    try:
        _print(session, merged, wish)
    except FileError as error:
        if not wish.written:
            raise
        what = f"{merged.versions.shown}: merged, but that cannot be printed"
        streams.warn("warning", what, error.message, colour=session.colour)
    if not wish.is_trial:
        aside = report.aside(merged, in_place=wish.output is None)
        streams.tell(aside, colour=session.colour)


def _print(session: Session, merged: Merged, wish: _Wish) -> None:
    if wish.voice is ChangeFormat.JSON:
        document = report.document(merged, as_of=session.as_of, written=wish.written)
        session.say(to_text(document), None)
    elif wish.is_trial:
        difference = partial(report.difference, merged), partial(report.patch, merged)
        streams.deliver_difference(*difference, colour=session.colour)
        streams.tell(report.page(merged), colour=session.colour)
    elif wish.output == streams.STDOUT:
        streams.deliver_bytes(merged.content)
        streams.tell(report.page(merged), colour=session.colour)
    else:
        session.say(report.page(merged), None)
