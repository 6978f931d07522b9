"""What happens to challenges and next steps: `resolve`, `done`, `promote`."""

from typing import Annotated

import typer

from ogdplan.actions.edits import steps
from ogdplan.actions.edits.subject import Edit, Subject
from ogdplan.cli import field_options
from ogdplan.cli.changing import (
    ChangeFormat,
    ChangeFormatOption,
    DryRun,
    InLanguage,
    NewId,
    On,
    Record,
    Records,
    change_one,
    day,
    given_by,
    language,
    stated,
)
from ogdplan.cli.options import OnePlan, Session, command, one_command
from ogdplan.model.work import Milestone


def build_resolve() -> typer.Typer:
    """Return the command `challenge resolve`."""
    return one_command(resolve)


def build_done() -> typer.Typer:
    """Return the command `next-step done`."""
    return one_command(done)


def build_promote() -> typer.Typer:
    """Return the command `next-step promote`."""
    own = field_options.of_new(Milestone, optional=("title",))
    return one_command(command(field_options.accepting(promote, own)), promote.__doc__)


@command
def resolve(  # noqa: PLR0913, PLR0917 - an option each
    session: Session,
    plan: OnePlan,
    records: Records,
    resolution: Annotated[
        str | None,
        typer.Option("--resolution", metavar="TEXT", help="How it was overcome.", callback=stated),
    ] = None,
    on: On = None,
    in_language: InLanguage = None,
    dry_run: DryRun = False,
    voice: ChangeFormatOption = ChangeFormat.TABLE,
) -> None:
    """Note that challenges are overcome, and how.

    Example: `ogdplan challenge resolve nepal fear --resolution "A decree protects officers"`
    """
    tag = language(in_language)

    def decide(subject: Subject) -> Edit:
        return steps.resolve(
            subject, records, on=day(session, on), resolution=resolution, language=tag
        )

    change_one(session, plan, decide, command="challenge-resolve", dry_run=dry_run, voice=voice)


@command
def done(
    session: Session,
    plan: OnePlan,
    records: Records,
    dry_run: DryRun = False,
    voice: ChangeFormatOption = ChangeFormat.TABLE,
) -> None:
    """Note that next steps are done.

    Example: `ogdplan next-step done nepal appoint-champion`
    """

    def decide(subject: Subject) -> Edit:
        return steps.finish(subject, records)

    change_one(session, plan, decide, command="next-step-done", dry_run=dry_run, voice=voice)


def promote(  # noqa: PLR0913, PLR0917 - an option each
    session: Session,
    plan: OnePlan,
    record: Record,
    record_id: NewId = None,
    in_language: InLanguage = None,
    dry_run: DryRun = False,
    voice: ChangeFormatOption = ChangeFormat.TABLE,
    **options: object,
) -> None:
    """Make a milestone of a next step, which then names it.

    Title, lead and deadline are those of the step unless you give others.

    Example: `ogdplan next-step promote nepal appoint-champion --commitment leadership`
    """
    given = given_by(session, Milestone, options, in_language=in_language)

    def decide(subject: Subject) -> Edit:
        return steps.promote(subject, record, given, record_id=record_id)

    change_one(session, plan, decide, command="next-step-promote", dry_run=dry_run, voice=voice)
