"""`explain`: why a rule exists and how to fix what it finds."""

from typing import Annotated

import typer

from ogdplan.cli.completion import complete_rule
from ogdplan.cli.options import (
    OutputOption,
    PageFormat,
    PageFormatOption,
    Session,
    command,
    one_command,
)
from ogdplan.errors import UnknownNameError
from ogdplan.reference.suggestions import closest
from ogdplan.report import rules as report
from ogdplan.rules.catalogue import RULES


def build() -> typer.Typer:
    """Return the command."""
    return one_command(explain)


@command
def explain(
    session: Session,
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="RULE",
            help="A rule, as `check` names it in brackets; all rules when left out.",
            autocompletion=complete_rule,
            show_default=False,
        ),
    ] = None,
    voice: PageFormatOption = PageFormat.TABLE,
    output: OutputOption = None,
) -> None:
    """Why a rule of `check` exists, and how to fix what it finds.

    Example: `ogdplan explain overdue`
    """
    if rule is None:
        session.show(report.list_view(as_of=session.as_of), voice, output)
        return
    if rule not in RULES:
        meant = closest(rule, RULES, limit=3)
        otherwise = "`ogdplan explain` lists them"
        raise UnknownNameError("rule", rule, candidates=meant, otherwise=otherwise)
    session.show(report.view(RULES[rule], as_of=session.as_of), voice, output)
