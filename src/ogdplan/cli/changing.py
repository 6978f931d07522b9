"""What all commands that change a plan have in common."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from ogdplan.actions.change import Changed, Setting, Task, change
from ogdplan.actions.edits.given import Given
from ogdplan.actions.edits.subject import Decision
from ogdplan.cli import field_options, streams
from ogdplan.cli.completion import complete_record
from ogdplan.cli.dates import read_date
from ogdplan.cli.options import Session
from ogdplan.errors import FileError, UsageError
from ogdplan.model.record import Table
from ogdplan.model.when import When, on_day
from ogdplan.planfile.operations import Value
from ogdplan.reference.languages import is_language_tag
from ogdplan.report import changed as report
from ogdplan.report.json_text import to_text
from ogdplan.workspace.folder import PlanPath


class ChangeFormat(StrEnum):
    """The voices in which a change can be had."""

    TABLE = "table"
    JSON = "json"


Record = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="By id, number or beginning of its id.",
        autocompletion=complete_record,
    ),
]
Records = Annotated[
    list[str],
    typer.Argument(
        metavar="ID",
        help="By id, number or beginning of its id.",
        autocompletion=complete_record,
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Print what would change in the file; write nothing.")
]
ChangeFormatOption = Annotated[
    ChangeFormat, typer.Option("--format", "-f", help="How to print what changed.")
]
InLanguage = Annotated[
    str | None,
    typer.Option(
        "--in",
        metavar="LANGUAGE",
        help="The language of the texts given: es, ne, … else the plan's first.",
        show_default=False,
    ),
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="When it was; else the day of --as-of, or today."),
]
NewId = Annotated[
    str | None,
    typer.Option("--id", metavar="ID", help="The id; else one is made.", show_default=False),
]


def day(session: Session, text: str | None) -> Value:
    """Return the date given, as the file has it; else the day the session looks at."""
    if text is None:
        return session.as_of
    found = read_said(session, "--on", text)
    if found.first > session.as_of:
        what = f"--on {found.words} is after {on_day(session.as_of).words}"
        streams.note(f"{what}; it counts from then on", colour=session.colour)
    return found.value


def read_said(session: Session, option: str, text: str) -> When:
    """Return a date, and say which it is when it was not written as plan files have it."""
    found = read_date(text)
    if text.strip() != found.text:
        until = f", until {on_day(found.last).words}" if found.first != found.last else ""
        streams.note(f"{option}: {found.words}{until}", colour=session.colour)
    return found


def language(tag: str | None) -> str | None:
    """Return the language of the texts given; raises UsageError when it is no tag."""
    if tag is not None and not is_language_tag(tag):
        raise UsageError(f'"{tag}" is no language tag', hint="write a tag such as es or pt-BR")
    return tag


def given_by(
    session: Session,
    model: type[Table],
    options: Mapping[str, object],
    *,
    unset: Sequence[str] | None = None,
    in_language: str | None = None,
    values: Mapping[str, Value] | None = None,
) -> Given:
    """Return what the options of fields say, and say which days dates in words are."""
    tag = language(in_language)
    given = field_options.given(
        model, options, unset=tuple(unset or ()), language=tag, values=values
    )
    for option, text in field_options.dates(model, options).items():
        read_said(session, option, text)
    return given


def stated(param: typer.CallbackParam, value: str | list[str] | None) -> str | list[str] | None:
    """Return what is given; raises UsageError when there are no words in it."""
    texts = value if isinstance(value, list) else [value]
    # The ellipsis is what a hint has in the place of words.
    if any(text is not None and text.strip(" .…") == "" for text in texts):
        hint = "say it in a few words, or leave the option out"
        raise UsageError(f"--{param.name} is empty", hint=hint)
    return value


def place_of(session: Session, plan: str, *, trial: bool) -> tuple[Setting, PlanPath]:
    """Return where a plan is changed, and its file."""
    selection = session.select([plan])
    return Setting(selection.folder, session.as_of, trial), selection.paths[0]


def change_one(
    session: Session,
    plan: str,
    decide: Decision,
    *,
    command: str,
    dry_run: bool,
    voice: ChangeFormat,
) -> None:
    """Change one plan file and say what changed; with `dry_run` show the lines instead."""
    setting, place = place_of(session, plan, trial=dry_run)
    show(session, change(setting, [Task(place, decide)]), command=command, voice=voice)


def show(
    session: Session, changed: Sequence[Changed], *, command: str, voice: ChangeFormat
) -> None:
    """Print what changed, or would change; notes and the next useful command go to stderr.

    What is written is done, also where that cannot be printed.
    """
    try:
        _print(session, changed, command=command, voice=voice)
    except FileError as error:
        if not any(each.written for each in changed):
            raise
        plans = ", ".join(each.place.shown for each in changed if each.written)
        what = f"{plans}: changed, but that cannot be printed"
        streams.warn("warning", what, error.message, colour=session.colour)
    aside = report.aside(changed)
    if aside.blocks:
        streams.tell(aside, colour=session.colour)


def _print(
    session: Session, changed: Sequence[Changed], *, command: str, voice: ChangeFormat
) -> None:
    if voice is ChangeFormat.JSON:
        text = to_text(report.document(changed, command=command, as_of=session.as_of))
        streams.deliver_content(text, output=None, colour=session.colour)
    elif any(each.written for each in changed):
        streams.deliver_content(report.page(changed), output=None, colour=session.colour)
    else:
        difference = partial(report.page, changed), partial(report.patch, changed)
        streams.deliver_difference(*difference, colour=session.colour)
