"""How an import goes, once its options are known."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import typer

from ogdplan.actions import new_plan
from ogdplan.actions.change import Changed, subject_of
from ogdplan.actions.edits.subject import Subject
from ogdplan.actions.importing.prepared import Prepared, Terms, prepare
from ogdplan.actions.importing.records.institutions import Decisions
from ogdplan.actions.importing.running import filled, make_changes, subject_of_new
from ogdplan.actions.importing.tables.form_copies import FORM_COPIED, mapping_of_copy
from ogdplan.actions.importing.tables.mapping import ColumnMapping, joined, read_mapping, text_of
from ogdplan.actions.importing.tables.tongues import language_of_headings
from ogdplan.actions.new_plan import NewPlan, Wanted
from ogdplan.cli import streams
from ogdplan.cli.changing import place_of
from ogdplan.cli.dates import read_date
from ogdplan.cli.options import Session
from ogdplan.cli.progress_bar import no_bar
from ogdplan.cli.questions import ask, can_ask
from ogdplan.errors import UsageError
from ogdplan.model.vocabularies import PlanKind, Sector, Stage
from ogdplan.planfile.operations import Value
from ogdplan.reference.languages import language_name
from ogdplan.report import changed as changed_report
from ogdplan.report import importing as report
from ogdplan.report.json_text import to_text
from ogdplan.report.workbook.form import form_headings
from ogdplan.workspace.folder import NoPlansFolderError, PlansFolder
from ogdplan.workspace.mapping_files import read_mapping_file, write_mapping_file
from ogdplan.workspace.spreadsheets.cells import Book
from ogdplan.workspace.spreadsheets.reading import read_book

_GUESSED = "the headings are in {}, so the plan's texts are too; --language says another"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What someone asks for; `said` is what the command line says of columns."""

    plan: str
    file: Path
    said: ColumnMapping
    mapping: Path | None
    save_mapping: Path | None
    on: Value | None
    partial: bool
    dry_run: bool
    is_json: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWanted:
    """What a plan that is to be made is to be."""

    country: str
    title: str | None
    lead: str | None
    kind: PlanKind
    stage: Stage
    start: str | None
    end: str | None
    languages: tuple[str, ...]
    parent: str | None


def run(session: Session, wish: Wish, wanted: NewWanted | None) -> None:
    """Import a table and say what that changes; exits with 1 where rows have a fault."""
    book = read_book(wish.file)
    if wanted is None:
        _into_plan(session, wish, book)
    else:
        _into_new(session, wish, book, wanted)


def _into_plan(session: Session, wish: Wish, book: Book) -> None:
    setting, place = place_of(session, wish.plan, trial=wish.dry_run)
    subject = subject_of(setting, place)
    prepared = _prepared(session, wish, book, subject)
    found = make_changes(setting, place, subject, prepared, partial(_tell, session, wish))
    _finish(session, wish, prepared, found, place.plan_id)


def _into_new(session: Session, wish: Wish, book: Book, wanted: NewWanted) -> None:
    said = wanted.languages or ((wish.said.language,) if wish.said.language else ())
    languages = said or (language_of_headings(book, wish.said.sheet),)
    is_guessed = not said and languages != ("en",)
    notes = (_GUESSED.format(language_name(languages[0]) or languages[0]),) if is_guessed else ()
    made = _new_plan(session, wish, replace(wanted, languages=languages))
    new_plan.refuse_taken(made)
    subject = subject_of_new(made, session.as_of)
    prepared = _prepared(session, wish, book, subject, notes)
    whole, found = filled(made, subject, prepared)
    _tell(session, wish, (found,))
    if not wish.dry_run:
        new_plan.write(whole)
    _finish(session, wish, prepared, (found,), made.place.plan_id, is_new=True)


def _prepared(
    session: Session, wish: Wish, book: Book, subject: Subject, notes: tuple[str, ...] = ()
) -> Prepared:
    """Return the import made ready; says how the table is understood, and which rows have faults.

    Exits with 1 where there are faults, unless the other rows will do.
    """
    mapping = wish.said
    if wish.mapping is not None:
        file = read_mapping(read_mapping_file(wish.mapping), str(wish.mapping))
        mapping = joined(file, mapping)
    if copied := mapping_of_copy(book, mapping, form_headings()):
        mapping, notes = copied, (*notes, FORM_COPIED)
    decisions = Decisions(dict(mapping.institutions), _is_same if can_ask() else None)
    terms = Terms(wish.on, wish.partial, session.watch("Reading rows"))
    prepared = prepare(subject, book, mapping, decisions, terms)
    prepared = replace(prepared, notes=(*notes, *prepared.notes))
    if not wish.is_json:
        streams.tell(report.understood(prepared), colour=session.colour)
    if wish.save_mapping is not None:
        write_mapping_file(wish.save_mapping, text_of(prepared.mapping), _folder(session))
    if prepared.faults:
        page = report.at_fault(prepared, partial=wish.partial)
        streams.tell(page, colour=session.colour)
    if prepared.faults and not (wish.partial and prepared.can_be_partial):
        if wish.is_json:
            _say_document(session, wish, prepared, (), subject.plan_id, written=False)
        raise typer.Exit(1)
    return prepared


def _folder(session: Session) -> PlansFolder | None:
    try:
        return session.folder
    except NoPlansFolderError:
        return None


def _is_same(name: str, known: str) -> bool:
    with no_bar():
        answer = ask(f'Is "{name}" the same institution as "{known}"? yes or no', "no")
    return answer.casefold() in {"y", "yes", "s", "si", "sí", "sim", "o", "oui"}


def _tell(session: Session, wish: Wish, found: Sequence[Changed]) -> None:
    """Say what is about to be written; of a trial the lines of the file."""
    if wish.is_json:
        return
    if wish.dry_run:
        page = partial(changed_report.page, found), partial(changed_report.patch, found)
        streams.deliver_difference(*page, colour=session.colour)
    else:
        session.say(report.changes_page(found), None)


def _finish(
    session: Session,
    wish: Wish,
    prepared: Prepared,
    found: Sequence[Changed],
    plan_id: str,
    *,
    is_new: bool = False,
) -> None:
    written = not wish.dry_run and (is_new or any(each.written for each in found))
    if wish.is_json:
        _say_document(session, wish, prepared, found, plan_id, written=written)
    streams.tell(changed_report.aside(found), colour=session.colour)
    if prepared.faults:
        raise typer.Exit(1)


def _say_document(
    session: Session,
    wish: Wish,
    prepared: Prepared,
    found: Sequence[Changed],
    plan_id: str,
    *,
    written: bool,
) -> None:
    document = report.document(
        prepared,
        found,
        plan_id=plan_id,
        as_of=session.as_of,
        written=written,
        partial=wish.partial,
    )
    session.say(to_text(document), None)


def _new_plan(session: Session, wish: Wish, wanted: NewWanted) -> NewPlan:
    countries = new_plan.countries_called([wanted.country])
    above = session.select([wanted.parent]).paths[0].plan_id if wanted.parent else None
    if wanted.lead is None and not can_ask():
        hint = 'add --lead "Name of the institution"'
        raise UsageError("a new plan needs an institution in charge", hint=hint)
    made = Wanted(
        countries=countries,
        title=wanted.title or new_plan.usual_title(countries),
        lead=wanted.lead or ask("Institution in charge") or "?",
        sector=Sector.GOVERNMENT,
        kind=wanted.kind,
        stage=wanted.stage,
        start=read_date(wanted.start) if wanted.start else None,
        end=read_date(wanted.end) if wanted.end else None,
        languages=tuple(dict.fromkeys(wanted.languages)),
        parent=above,
        plan_id=wish.plan,
        id_given="as PLAN",
    )
    return new_plan.compose(made, lambda: session.folder, here=Path.cwd, as_of=session.as_of)
