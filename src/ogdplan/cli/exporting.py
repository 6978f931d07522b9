"""What `export` writes: for each ending of a file, what is made of the plans."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ogdplan.actions.exporting import Export, export_of, form_for
from ogdplan.actions.languages import tables_in
from ogdplan.actions.library import Failed
from ogdplan.cli import streams
from ogdplan.cli.options import Session
from ogdplan.cli.spoken import spoken_tongue
from ogdplan.errors import UsageError
from ogdplan.model.kinds import KINDS, PLURAL_NAMES, Kind, records_of
from ogdplan.report.page import Lines, Page, said
from ogdplan.report.words import counted
from ogdplan.workspace.files import write_output

WORKBOOKS = (".xlsx", ".ods")
_OF_ONE_KIND = (*WORKBOOKS, ".csv")


@dataclass(frozen=True, slots=True)
class Order:
    """What someone asks for; `kind` is None for all of them."""

    to: Path
    kind: Kind | None
    is_public: bool
    language: str | None

    @property
    def ending(self) -> str:
        """Return the ending of the file, in small letters."""
        return self.to.suffix.lower()


def write_export(order: Order, session: Session, plans: Sequence[str] | None) -> tuple[Failed, ...]:
    """Write plans to a file; return the files that yield none. Without any nothing is written."""
    write = _writer_of(order)
    found = export_of(
        session.select(plans),
        as_of=session.as_of,
        is_public=order.is_public,
        watch=session.watch("Reading plans"),
    )
    if found.plans:
        _note_language(order, session, found)
        write(order, found)
        plans_said = counted(len(found.plans), "plan", "plans")
        # A calendar has only what has a date to come.
        records = () if order.ending == ".ics" else (_records(order, found),)
        _say(session, order, plans_said, *records)
    return found.failed


def write_form(
    order: Order, session: Session, plans: Sequence[str] | None, lead: str | None
) -> tuple[Failed, ...]:
    """Write the form on which an institution reports; return the files that yield no plan."""
    if order.ending not in WORKBOOKS:
        raise UsageError(
            f"{order.to} cannot be a form", hint="a form is a workbook: --to FILE.xlsx or FILE.ods"
        )
    if order.kind or order.is_public:
        raise UsageError("a form has columns of its own", hint="leave out --as and --public")
    found = export_of(session.select(plans), as_of=session.as_of)
    if found.failed:
        return found.failed
    if len(found.plans) != 1:
        raise UsageError("a form is for one plan", hint="name it: ogdplan export PLAN --template …")
    if lead is None:
        hint = "name it with --lead ID; `ogdplan agenda --reports` lists who owes a report"
        raise UsageError("a form is for one institution", hint=hint)
    spoken_tongue(session)
    form = form_for(found.plans[0], lead, as_of=session.as_of)
    from ogdplan.report.workbook.form import form_book  # noqa: PLC0415 - only a form needs it
    from ogdplan.workspace.spreadsheets.writing import write_book  # noqa: PLC0415

    write_book(order.to, form_book(form, order.language))
    asked = counted(len(form.milestones), "running milestone", "running milestones")
    _say(session, order, form.lead.id, asked)
    return ()


def _say(session: Session, order: Order, *parts: str) -> None:
    session.say(Page((Lines((said(f"Wrote {order.to}: {', '.join(parts)}"),)),)), None)


def _records(order: Order, found: Export) -> str:
    """Return how many records were written, in words: `7 milestones`."""
    kinds = (order.kind,) if order.kind else KINDS
    number = sum(len(records_of(one.plan, kind)) for one in found.plans for kind in kinds)
    if order.kind:
        return counted(number, order.kind.words, order.kind.plural)
    return counted(number, "record", "records")


def _note_language(order: Order, session: Session, found: Export) -> None:
    if order.ending != ".ics":
        if order.language:
            what = "all languages of the texts are written; --lang counts for .ics and --template"
            streams.note(what, colour=session.colour)
        return
    spoken_tongue(session)
    session.note_language(table for one in found.plans for table in tables_in(one.plan))


# The endings. Each brings its own libraries, when it is asked for.


def _workbook(order: Order, found: Export) -> None:
    from ogdplan.report.workbook.book import workbook  # noqa: PLC0415
    from ogdplan.workspace.spreadsheets.writing import write_book  # noqa: PLC0415

    write_book(order.to, workbook(found, (order.kind,) if order.kind else KINDS))


def _csv(order: Order, found: Export) -> None:
    from ogdplan.report.csv_text import BYTE_ORDER_MARK  # noqa: PLC0415
    from ogdplan.report.workbook.sheets import kind_csv  # noqa: PLC0415

    if order.kind:  # `_writer_of` has seen to it
        write_output(order.to, BYTE_ORDER_MARK + kind_csv(found, order.kind), option="--to")


def _json(order: Order, found: Export) -> None:
    from ogdplan.report.export_document import export_document  # noqa: PLC0415
    from ogdplan.report.json_text import to_text  # noqa: PLC0415

    write_output(order.to, to_text(export_document(found)), option="--to")


def _calendar(order: Order, found: Export) -> None:
    from ogdplan.report.calendar import calendar  # noqa: PLC0415

    write_output(order.to, calendar(found, order.language), option="--to")


def _database(order: Order, found: Export) -> None:
    from ogdplan.report.database.build import database  # noqa: PLC0415
    from ogdplan.workspace.databases import write_database  # noqa: PLC0415

    write_database(order.to, database(found))


_WRITERS: Mapping[str, Callable[[Order, Export], None]] = {
    ".xlsx": _workbook,
    ".ods": _workbook,
    ".csv": _csv,
    ".json": _json,
    ".ics": _calendar,
    ".sqlite": _database,
}


def _writer_of(order: Order) -> Callable[[Order, Export], None]:
    """Return what writes such a file; raises UsageError for none, and for what it cannot hold."""
    write = _WRITERS.get(order.ending)
    if write is None:
        endings = ", ".join(_WRITERS)
        raise UsageError(
            f"{order.to.name} does not say what is to be written",
            hint=f"let its name end in one of: {endings}",
        )
    if order.kind and order.ending not in _OF_ONE_KIND:
        message = f"a file {order.ending} has all kinds of record"
        raise UsageError(message, hint="leave out --as, or write a .csv, .xlsx or .ods")
    if order.ending == ".csv" and order.kind is None:
        kinds = ", ".join(PLURAL_NAMES)
        raise UsageError(
            "a CSV file holds one kind of record", hint=f"say which with --as: {kinds}"
        )
    return write
