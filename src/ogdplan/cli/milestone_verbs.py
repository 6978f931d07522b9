"""What happens to milestones: `start`, `complete`, `withdraw`, `reschedule`, `report`."""

from typing import Annotated

import typer

from ogdplan.actions.edits import milestones, reports
from ogdplan.actions.edits.subject import Edit, Subject
from ogdplan.cli.changing import (
    ChangeFormat,
    ChangeFormatOption,
    DryRun,
    InLanguage,
    On,
    Records,
    change_one,
    day,
    language,
    read_said,
    stated,
)
from ogdplan.cli.completion import complete_reference, complete_values
from ogdplan.cli.field_values import typed
from ogdplan.cli.options import OnePlan, Session, command, one_command
from ogdplan.model.kinds import FieldSpec, fields_of
from ogdplan.model.vocabularies import Status
from ogdplan.model.work import Update

Evidence = Annotated[
    list[str] | None,
    typer.Option(
        "--evidence",
        metavar="URL",
        help="What shows it; a web address is public evidence.",
        callback=stated,
        show_default=False,
    ),
]


def build_start() -> typer.Typer:
    """Return the command `start`."""
    return one_command(start)


def build_complete() -> typer.Typer:
    """Return the command `complete`."""
    return one_command(complete)


def build_withdraw() -> typer.Typer:
    """Return the command `withdraw`."""
    return one_command(withdraw)


def build_reschedule() -> typer.Typer:
    """Return the command `reschedule`."""
    return one_command(reschedule)


def build_report() -> typer.Typer:
    """Return the command `report`."""
    return one_command(report)


@command
def start(
    session: Session,
    plan: OnePlan,
    records: Records,
    on: On = None,
    dry_run: DryRun = False,
    voice: ChangeFormatOption = ChangeFormat.TABLE,
) -> None:
    """Note that work on milestones has begun.

    Example: `ogdplan milestone start nepal portal --on 2027-01-15`
    """

    def decide(subject: Subject) -> Edit:
        return milestones.start(subject, records, on=day(session, on))

    change_one(session, plan, decide, command="milestone-start", dry_run=dry_run, voice=voice)


@command
def complete(  # noqa: PLR0913, PLR0917 - an option each
    session: Session,
    plan: OnePlan,
    records: Records,
    on: On = None,
    evidence: Evidence = None,
    dry_run: DryRun = False,
    voice: ChangeFormatOption = ChangeFormat.TABLE,
) -> None:
    """Note that milestones are done, and what shows it.

    A status that the file states becomes "completed", a progress 100.

    Example: `ogdplan milestone complete nepal portal --evidence https://example.org`
    """

    def decide(subject: Subject) -> Edit:
        return milestones.complete(
            subject, records, on=day(session, on), evidence=tuple(evidence or ())
        )

    change_one(session, plan, decide, command="milestone-complete", dry_run=dry_run, voice=voice)


@command
def withdraw(  # noqa: PLR0913, PLR0917 - an option each
    session: Session,
    plan: OnePlan,
    records: Records,
    on: On = None,
    reason: Annotated[
        str | None,
        typer.Option(
            "--reason", metavar="TEXT", help="Why; it is kept as a report.", callback=stated
        ),
    ] = None,
    in_language: InLanguage = None,
    dry_run: DryRun = False,
    voice: ChangeFormatOption = ChangeFormat.TABLE,
) -> None:
    """Note that milestones are given up; they no longer count in the completion of the plan.

    Example: `ogdplan milestone withdraw nepal portal --reason "Merged with another"`
    """
    tag = language(in_language)

    def decide(subject: Subject) -> Edit:
        return milestones.withdraw(
            subject, records, on=day(session, on), reason=reason, language=tag
        )

    change_one(session, plan, decide, command="milestone-withdraw", dry_run=dry_run, voice=voice)


@command
def reschedule(  # noqa: PLR0913, PLR0917 - an option each
    session: Session,
    plan: OnePlan,
    records: Records,
    due: Annotated[
        str,
        typer.Option("--due", metavar="DATE", help='The new deadline: 2027-06-30, "June 2027", …'),
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why it moves.", callback=stated)
    ],
    on: On = None,
    in_language: InLanguage = None,
    dry_run: DryRun = False,
    voice: ChangeFormatOption = ChangeFormat.TABLE,
) -> None:
    """Move the deadline of milestones, and keep the move and its reason as a report.

    To correct a deadline that was written down wrongly use `milestone set --due`.

    Example: `ogdplan milestone reschedule nepal portal --due 2027-06 --reason "No bidder"`
    """
    tag, deadline = language(in_language), read_said(session, "--due", due).value

    def decide(subject: Subject) -> Edit:
        return milestones.reschedule(
            subject, records, due=deadline, reason=reason, on=day(session, on), language=tag
        )

    change_one(session, plan, decide, command="milestone-reschedule", dry_run=dry_run, voice=voice)


@command
def report(  # noqa: PLR0913, PLR0917 - an option each
    session: Session,
    plan: OnePlan,
    records: Records,
    text: Annotated[
        str | None,
        typer.Option(
            "--text", metavar="TEXT", help="How it stands, in a few words.", callback=stated
        ),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            "--status",
            metavar="STATUS",
            help=f"The status reported: {', '.join(Status)}.",
            autocompletion=complete_values(tuple(Status)),
        ),
    ] = None,
    progress: Annotated[
        str | None, typer.Option("--progress", metavar="NUMBER", help="Percent done, 0 to 100.")
    ] = None,
    evidence: Evidence = None,
    reported_by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="ID",
            help="The institution that reports.",
            autocompletion=complete_reference(("institution",)),
        ),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option("--period", metavar="DATE", help="The period it is about: 2027-Q1."),
    ] = None,
    no_change: Annotated[
        bool, typer.Option("--no-change", help="Report that all is as it was.")
    ] = False,
    on: On = None,
    in_language: InLanguage = None,
    dry_run: DryRun = False,
    voice: ChangeFormatOption = ChangeFormat.TABLE,
) -> None:
    """Report how milestones stand; the reports before it stay.

    A status or progress that the file states for the milestone moves along, and you are told.

    Example: `ogdplan milestone report nepal portal --status limited --text "Tests have begun"`
    """
    given = reports.Report(
        on=day(session, on),
        text=text,
        status=None if status is None else Status(str(typed(_spec("status"), status))),
        progress=None if progress is None else int(str(typed(_spec("progress"), progress))),
        evidence=tuple(evidence or ()),
        reported_by=reported_by,
        period=None if period is None else str(typed(_spec("period"), period)),
        no_change=no_change,
        language=language(in_language),
    )

    def decide(subject: Subject) -> Edit:
        return reports.report(subject, records, given)

    change_one(session, plan, decide, command="milestone-report", dry_run=dry_run, voice=voice)


def _spec(name: str) -> FieldSpec:
    return next(spec for spec in fields_of(Update) if spec.name == name)
