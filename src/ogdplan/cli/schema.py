"""`schema`: the file format for editors."""

import typer

from ogdplan.cli.options import OutputOption, Session, command, one_command
from ogdplan.model.schema import json_schema
from ogdplan.report.json_text import to_text


def build() -> typer.Typer:
    """Return the command."""
    return one_command(schema)


@command
def schema(session: Session, output: OutputOption = None) -> None:
    """The JSON Schema of plan files, for editors that complete and check as one types.

    docs/file-format.md says how to tell an editor of it.

    Example: `ogdplan schema --output plan.schema.json`
    """
    session.say(to_text(json_schema()), output)
