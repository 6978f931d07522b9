"""`find`: records by their words."""

from typing import Annotated

import typer

from ogdplan.actions import records as action
from ogdplan.actions.languages import tables_of
from ogdplan.actions.library import load
from ogdplan.actions.naming import kind_of_name
from ogdplan.cli.completion import complete_kind
from ogdplan.cli.options import (
    Format,
    FormatOption,
    OutputOption,
    Session,
    command,
    one_command,
)
from ogdplan.errors import UsageError
from ogdplan.model.kinds import KINDS
from ogdplan.report import hits as report


def build() -> typer.Typer:
    """Return the command."""
    return one_command(find)


@command
def find(
    session: Session,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="All of them have to occur.")],
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="Only records of this kind: milestone, challenge, …",
            autocompletion=complete_kind,
            show_default=False,
        ),
    ] = None,
    voice: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Records of all plans whose texts have the words, in any language of the plan.

    Example: `ogdplan find portal standards --kind milestone`
    """
    if not any(word.strip() for word in words):
        raise UsageError("there are no words to look for", hint="say one: ogdplan find portal")
    only = None if kind is None else kind_of_name(kind, [each.name for each in KINDS])
    library = load(session.select(None))
    session.note_language(tables_of(library.plans))
    found = action.search_all(library.plans, words, only)
    view = report.view(
        found,
        words,
        as_of=session.as_of,
        language=session.language,
        failed=library.failed,
    )
    session.show(view, voice, output)
    session.finish(library.failed)
