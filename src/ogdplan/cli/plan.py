"""`plan set`: the header of a plan."""

from collections.abc import Callable

import typer

from ogdplan.actions.edits import records as decide
from ogdplan.actions.edits.subject import Edit, Subject
from ogdplan.cli import field_options
from ogdplan.cli.changing import (
    ChangeFormat,
    ChangeFormatOption,
    DryRun,
    InLanguage,
    change_one,
    given_by,
)
from ogdplan.cli.group import HelpfulGroup
from ogdplan.cli.options import OnePlan, Session, command
from ogdplan.model.plan import Header


def build() -> typer.Typer:
    """Return the group."""
    app = typer.Typer(
        cls=HelpfulGroup,
        help="The plan itself: its title, period, stage.\n\n"
        "Example: `ogdplan plan set nepal --stage closed`",
        rich_markup_mode="markdown",
        add_completion=False,
    )
    app.callback()(lambda: None)
    app.command("set", help=_HELP)(_set())
    return app


_HELP = """Change what is said of the plan as a whole.

Example: `ogdplan plan set nepal --stage adopted --adopted 2027-03-01`
"""


def _set() -> Callable[..., None]:
    def set_(
        session: Session,
        plan: OnePlan,
        unset: field_options.Unset = None,
        in_language: InLanguage = None,
        dry_run: DryRun = False,
        voice: ChangeFormatOption = ChangeFormat.TABLE,
        **options: object,
    ) -> None:
        given = given_by(session, Header, options, unset=unset, in_language=in_language)
        field_options.refuse_empty(given, "plan set")

        def change_it(subject: Subject) -> Edit:
            return decide.change_plan(subject, given)

        change_one(session, plan, change_it, command="plan-set", dry_run=dry_run, voice=voice)

    return command(field_options.accepting(set_, field_options.of_known(Header)))
