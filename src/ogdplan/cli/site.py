"""`site`: the whole portfolio as static pages."""

from pathlib import Path
from typing import Annotated

import typer

from ogdplan.cli import streams
from ogdplan.cli.options import PageFormat, PageFormatOption, Session, command, one_command
from ogdplan.cli.site_building import build_site
from ogdplan.cli.site_order import Order
from ogdplan.report.site import outcome

_DEFAULT = "site"


def build() -> typer.Typer:
    """Return the command."""
    return one_command(site)


@command
def site(
    session: Session,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="The folder to write; else `site` beside the folder of plans.",
            # What keeps it from being one is said where all else about it is.
            readable=False,
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Make every page anew, also those that someone has changed."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")
    ] = False,
    voice: PageFormatOption = PageFormat.TABLE,
) -> None:
    """The whole portfolio as static pages for the public: all plans, lessons, SDGs, and data.

    Example: `ogdplan site --output public`
    """
    folder = session.folder
    path = folder.root.parent / _DEFAULT if output is None else Path(output)
    shown = _DEFAULT if output is None else output.as_posix()
    order = Order(
        folder,
        path.absolute(),
        shown,
        session.as_of,
        session.language,
        session.colour,
        is_trial=dry_run,
        force=force,
    )
    built = build_site(order)
    if built.headers:
        # Here, since a site that is as it has to be needs no words: 20 ms.
        from ogdplan.cli.spoken import spoken_tongue  # noqa: PLC0415

        spoken_tongue(session)
        session.note_language(built.headers)
    view = outcome.view(
        built.published,
        built.failed,
        shown=shown,
        as_of=session.as_of,
        is_trial=dry_run,
        is_forced=force,
    )
    session.show(view, voice, None)
    for note in outcome.notes(built.published, shown):
        streams.note(f"note: {note}", colour=session.colour)
    session.finish(built.failed)
