"""`report`: plans for a meeting, for those who decide, and for the public."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ogdplan.actions.languages import tables_in
from ogdplan.actions.library import Selection
from ogdplan.actions.reporting import Report, report_on
from ogdplan.cli import streams
from ogdplan.cli.completion import complete_plan, complete_revision, complete_section
from ogdplan.cli.days import first_day_if_any
from ogdplan.cli.options import OutputOption, Session, command, one_command
from ogdplan.cli.report_wishes import refuse_contradiction, sections_named, voice_of
from ogdplan.cli.spoken import spoken_tongue
from ogdplan.errors import UsageError
from ogdplan.report.meeting.voices import voiced
from ogdplan.report.meeting.wishes import ReportFormat, Wishes

if TYPE_CHECKING:
    # Only to name the type: it brings git with it.
    from ogdplan.actions.beginning import Since


def build() -> typer.Typer:
    """Return the command."""
    return one_command(report)


@command
def report(  # noqa: PLR0913, PLR0917 - an option each
    session: Session,
    plans: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PLAN",
            help="Plans by id, file or country.",
            autocompletion=complete_plan,
            show_default=False,
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="All plans of the folder, in one report.")
    ] = False,
    sections: Annotated[
        list[str] | None,
        typer.Option(
            "--sections",
            metavar="NAME",
            help="Only these sections: attention,challenges; can be repeated.",
            autocompletion=complete_section,
            show_default=False,
        ),
    ] = None,
    one_page: Annotated[
        bool, typer.Option("--one-page", help="Only the summary, and the worst of each.")
    ] = False,
    public: Annotated[
        bool, typer.Option("--public", help="Leave out notes of records and contacts.")
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="REV",
            help="Tell what changed since a commit, branch, tag or day, such as the last meeting.",
            autocompletion=complete_revision,
            show_default=False,
        ),
    ] = None,
    no_agencies: Annotated[
        bool, typer.Option("--no-agencies", help="Leave out the plans under these.")
    ] = False,
    voice: Annotated[
        ReportFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="How to print it; else the ending of --output says it, else terminal.",
            show_default=False,
        ),
    ] = None,
    output: OutputOption = None,
) -> None:
    """The report for a meeting: where plans stand, what is late and why, what was achieved.

    Example: `ogdplan report panama --since "1 January 2018" --output panama.md`
    """
    wishes = Wishes(session.language, sections_named(sections), one_page, public)
    chosen = voice_of(voice, output)
    refuse_contradiction(wishes, chosen)
    found = report_on(
        _selected(session, plans, everything=everything),
        as_of=session.as_of,
        since=_beginning(since),
        with_agencies=not no_agencies,
        until=session.as_of if session.as_of < date.today() else None,
    )
    if found.plans or chosen is ReportFormat.JSON:
        is_file = output not in (None, streams.STDOUT)
        session.say(voiced(found, wishes, chosen, is_file=is_file), output)
    _finish(session, found, public=public)


def _selected(session: Session, plans: list[str] | None, *, everything: bool) -> Selection:
    """Return the plans that are named; a report of all has to be asked for."""
    if plans and everything:
        raise UsageError("--all and plans by name exclude each other", hint="leave out one of them")
    if not plans and not everything:
        hint = "name plans as `ogdplan status` lists them, or say --all for one report of all"
        raise UsageError("no plan is named", hint=hint)
    return session.select(plans)


def _beginning(since: str | None) -> "Since | None":
    if since is None:
        return None
    from ogdplan.actions.beginning import Since  # noqa: PLC0415 - only this needs git: 6 ms

    return Since(since, first_day_if_any(since))


def _finish(session: Session, found: Report, *, public: bool) -> None:
    """Say what is good to know; name what could not be read, and exit with 1 for it."""
    spoken_tongue(session)
    session.note_language(table for each in found.plans for table in tables_in(each.progress.plan))
    for note in (*found.notes, *_incomparable(found, public=public)):
        streams.note(f"note: {note}", colour=session.colour)
    session.finish(found.failed)


def _incomparable(found: Report, *, public: bool) -> Iterator[str]:
    """Yield which old versions could not be read; why, quotes them: it is not for the public."""
    for moment, failed in found.broken:
        words = f"{failed.place.shown} in {moment.name} cannot be compared"
        yield words if public else f"{words}: {failed.words}"
