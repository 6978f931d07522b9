"""`new`: a plan file to begin with."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from ogdplan.actions import new_plan as action
from ogdplan.actions.new_plan import Wanted
from ogdplan.cli import plan_options, streams
from ogdplan.cli.changing import ChangeFormat
from ogdplan.cli.completion import complete_country
from ogdplan.cli.dates import DateError, read_date
from ogdplan.cli.options import Session, command, one_command
from ogdplan.cli.questions import ask, can_ask
from ogdplan.errors import UsageError
from ogdplan.model.vocabularies import PlanKind, Sector, Stage
from ogdplan.model.when import When
from ogdplan.report import new_plan as report
from ogdplan.report.json_text import to_text


def build() -> typer.Typer:
    """Return the command."""
    return one_command(new)


@command
def new(  # noqa: PLR0913, PLR0917 - an option each
    session: Session,
    countries: Annotated[
        list[str],
        typer.Argument(
            metavar="COUNTRY",
            help="The country by code or name; several for a programme.",
            autocompletion=complete_country,
        ),
    ],
    title: Annotated[str | None, plan_options.title()] = None,
    lead: Annotated[str | None, plan_options.lead()] = None,
    start: Annotated[str | None, plan_options.start()] = None,
    end: Annotated[str | None, plan_options.end()] = None,
    kind: Annotated[PlanKind, plan_options.kind()] = PlanKind.NATIONAL_OGD,
    stage: Annotated[Stage, plan_options.stage()] = Stage.DRAFT,
    sector: Annotated[
        Sector, typer.Option("--sector", help="The sector of the institution in charge.")
    ] = Sector.GOVERNMENT,
    languages: Annotated[
        list[str] | None,
        plan_options.languages(
            help="A language of its texts, the first first: es, ne, … English when left out.",
        ),
    ] = None,
    parent: Annotated[str | None, plan_options.parent()] = None,
    plan_id: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="The plan's id; else made of the country's name."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the file that it would be; write nothing.")
    ] = False,
    voice: Annotated[
        ChangeFormat, typer.Option("--format", "-f", help="How to print what was made.")
    ] = ChangeFormat.TABLE,
) -> None:
    """Make a plan file: complete, valid, with notes that guide you through it.

    In a terminal it asks for what is missing. It never overwrites a file.

    Example: `ogdplan new Kenya --title "Kenya Open Data Plan" --lead "ICT Authority"`
    """
    found = action.countries_called(countries)
    above = session.select([parent]).paths[0].plan_id if parent is not None else None
    usual = action.usual_title(found)
    asks = _asks(title, lead)
    wanted = Wanted(
        countries=found,
        title=_needed("Title", usual) if title is None else title,
        lead=_needed("Institution in charge") if lead is None else lead,
        sector=sector,
        kind=kind,
        stage=stage,
        start=_date(start, "Start", asks=asks),
        end=_date(end, "End", asks=asks),
        languages=tuple(dict.fromkeys(languages or ["en"])),
        parent=above,
        plan_id=plan_id,
    )
    made = action.compose(wanted, lambda: session.folder, here=Path.cwd, as_of=session.as_of)
    if not dry_run:
        action.write(made)
    if voice is ChangeFormat.JSON:
        document = report.document(made, as_of=session.as_of, written=not dry_run)
        session.say(to_text(document), None)
    elif dry_run:
        difference = partial(report.preview, made), partial(report.patch, made)
        streams.deliver_difference(*difference, colour=session.colour)
    else:
        session.say(report.made(made), None)
    if not dry_run:
        streams.tell(report.aside(made), colour=session.colour)


def _asks(title: str | None, lead: str | None) -> bool:
    """Return whether there is somebody to ask; without, refuse what lacks a title or lead."""
    if can_ask():
        return True
    given = {'--title "…"': title, '--lead "…"': lead}
    missing = [option for option, value in given.items() if value is None]
    if missing:
        names = " and ".join(option.removeprefix("--").partition(" ")[0] for option in missing)
        raise UsageError(f"a new plan needs a {names}", hint=f"add {' '.join(missing)}")
    return False


def _needed(question: str, default: str = "") -> str:
    """Ask until there is an answer."""
    answer = ""
    while not answer:
        answer = ask(question, default)
    return answer


def _date(given: str | None, question: str, *, asks: bool) -> When | None:
    """Return the date given, or the one that someone answers; None where it is not known."""
    if given is not None:
        return read_date(given)
    while asks and (answer := ask(f"{question}, such as 2018 or June 2018, nothing if unknown")):
        try:
            return read_date(answer)
        except DateError as error:
            streams.warn("error", error.message, error.hint)
    return None
