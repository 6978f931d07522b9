"""`accept`: someone answers for a finding."""

from typing import Annotated

import typer

from ogdplan.actions.edits.accepting import accept as accept_finding
from ogdplan.actions.edits.subject import Edit, Subject
from ogdplan.cli.changing import (
    ChangeFormat,
    ChangeFormatOption,
    DryRun,
    InLanguage,
    change_one,
    language,
    stated,
)
from ogdplan.cli.completion import complete_record, complete_rule
from ogdplan.cli.options import OnePlan, Session, command, one_command


def build() -> typer.Typer:
    """Return the command."""
    return one_command(accept)


@command
def accept(  # noqa: PLR0913, PLR0917 - an option each
    session: Session,
    plan: OnePlan,
    rule: Annotated[
        str,
        typer.Argument(
            metavar="RULE", help="The rule, as `check` names it.", autocompletion=complete_rule
        ),
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why it may stay so.", callback=stated)
    ],
    record: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help="The record it is about; the plan as a whole when left out.",
            autocompletion=complete_record,
        ),
    ] = None,
    in_language: InLanguage = None,
    dry_run: DryRun = False,
    voice: ChangeFormatOption = ChangeFormat.TABLE,
) -> None:
    """Answer for a warning or advice: it is counted from then on, and no longer printed.

    Example: `ogdplan accept nepal missing-due portal --reason "The plan gives no date"`
    """
    tag = language(in_language)

    def decide(subject: Subject) -> Edit:
        return accept_finding(subject, rule, record, reason=reason, language=tag)

    change_one(session, plan, decide, command="accept", dry_run=dry_run, voice=voice)
