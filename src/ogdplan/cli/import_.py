"""`import`: the rows of a spreadsheet as records of a plan."""

from pathlib import Path
from typing import Annotated

import typer

from ogdplan.actions.importing.tables.mapping import ColumnMapping, of_options
from ogdplan.cli import plan_options
from ogdplan.cli.changing import ChangeFormat, ChangeFormatOption, DryRun, On, language, read_said
from ogdplan.cli.completion import complete_country, complete_kinds, complete_plan
from ogdplan.cli.importing import NewWanted, Wish, run
from ogdplan.cli.options import Session, command, one_command
from ogdplan.errors import UsageError
from ogdplan.model.vocabularies import PlanKind, Stage

_NEW = "With --new"


def build() -> typer.Typer:
    """Return the command."""
    return one_command(import_)


@command
def import_(  # noqa: PLR0913, PLR0917 - an option each
    session: Session,
    plan: Annotated[
        str,
        typer.Argument(
            metavar="PLAN",
            help="A plan by id, file or country; with --new the id of the plan to make.",
            autocompletion=complete_plan,
        ),
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A csv, xlsx or ods file.")],
    kind: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="KIND",
            help="What the rows are: milestones, datasets, updates, …",
            autocompletion=complete_kinds,
        ),
    ] = None,
    maps: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="COLUMN=FIELD",
            help="The field of a column, by heading or letter; COLUMN= leaves it out.",
        ),
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option("--mapping", metavar="FILE", help="A file that says what columns mean."),
    ] = None,
    save_mapping: Annotated[
        Path | None,
        typer.Option("--save-mapping", metavar="FILE", help="Keep what columns mean in a file."),
    ] = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="NAME", help="The sheet to read.")
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(
            "--key",
            metavar="COLUMN",
            help="The column by which rows are known again; kept as number, else as id.",
        ),
    ] = None,
    in_language: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar="LANGUAGE",
            help="The language of its texts: es, ne, … else that of the headings.",
            show_default=False,
        ),
    ] = None,
    on: On = None,
    new: Annotated[
        str | None,
        typer.Option(
            "--new",
            metavar="COUNTRY",
            help="Make the plan, of this country.",
            autocompletion=complete_country,
        ),
    ] = None,
    title: Annotated[str | None, plan_options.title(rich_help_panel=_NEW)] = None,
    lead: Annotated[str | None, plan_options.lead(rich_help_panel=_NEW)] = None,
    plan_kind: Annotated[PlanKind | None, plan_options.kind(rich_help_panel=_NEW)] = None,
    stage: Annotated[Stage | None, plan_options.stage(rich_help_panel=_NEW)] = None,
    start: Annotated[str | None, plan_options.start(rich_help_panel=_NEW)] = None,
    end: Annotated[str | None, plan_options.end(rich_help_panel=_NEW)] = None,
    languages: Annotated[
        list[str] | None,
        plan_options.languages(
            help="A language of its texts, the first first; else that of the headings.",
            rich_help_panel=_NEW,
        ),
    ] = None,
    parent: Annotated[str | None, plan_options.parent(rich_help_panel=_NEW)] = None,
    partial: Annotated[
        bool, typer.Option("--partial", help="Import the good rows where others have a fault.")
    ] = False,
    dry_run: DryRun = False,
    voice: ChangeFormatOption = ChangeFormat.TABLE,
) -> None:
    """Make records of the rows of a spreadsheet, or bring those of a plan up to date.

    Columns are known by their headings, in English, Spanish, French and Portuguese. Rows match
    records by id, number or title: to import the table again changes only what changed in it.
    Nothing is written while a row has a fault.

    Example: `ogdplan import nepal examples/activities.csv --as milestones --map Activity=title`
    """
    given = (title, lead, plan_kind, stage, start, end, languages, parent)
    if new is None and any(given):
        raise UsageError("only a new plan takes these options", hint="add --new COUNTRY")
    wish = Wish(
        plan=plan,
        file=file,
        said=ColumnMapping(
            kind, sheet, key, of_options(maps or ()), language=language(in_language)
        ),
        mapping=mapping,
        save_mapping=save_mapping,
        on=read_said(session, "--on", on).value if on else None,
        partial=partial,
        dry_run=dry_run,
        is_json=voice is ChangeFormat.JSON,
    )
    wanted = None
    if new is not None:
        wanted = NewWanted(
            country=new,
            title=title,
            lead=lead,
            kind=plan_kind or PlanKind.NATIONAL_OGD,
            stage=stage or Stage.DRAFT,
            start=start,
            end=end,
            languages=tuple(languages or ()),
            parent=parent,
        )
    run(session, wish, wanted)
