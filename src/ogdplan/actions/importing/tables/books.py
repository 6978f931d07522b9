"""Which tables of a spreadsheet are read, and of which kind each is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from ogdplan.actions.importing.cells.deadlines import Calendar
from ogdplan.actions.importing.cells.faults import RowFault
from ogdplan.actions.importing.tables.form_sheets import form_source
from ogdplan.actions.importing.tables.mapping import ColumnMapping
from ogdplan.actions.importing.tables.ready import source_of
from ogdplan.actions.importing.tables.renamed_sheets import refuse_renamed
from ogdplan.actions.importing.tables.several_plans import refuse_several
from ogdplan.actions.importing.tables.sheet_options import parted, refuse_said
from ogdplan.actions.importing.tables.sources import Source
from ogdplan.errors import UnknownNameError, UsageError
from ogdplan.model.book_marks import (
    GUIDE_SHEET,
    MARKER,
    PLAN_SHEET,
    BookKind,
    Mark,
    read_mark,
)
from ogdplan.model.headings import kind_called
from ogdplan.model.kinds import Kind
from ogdplan.planfile.operations import Value
from ogdplan.reference.suggestions import closest
from ogdplan.workspace.spreadsheets.cells import Book, Table


@dataclass(frozen=True, slots=True)
class Ready:
    """The tables of a book made ready; `day` is the day of its reports where it says one.

    `faults` are what is wrong with rows before they are read.
    """

    sources: tuple[Source, ...]
    notes: tuple[str, ...] = ()
    day: Value | None = None
    faults: tuple[RowFault, ...] = ()


def sources_of(
    book: Book,
    mapping: ColumnMapping,
    *,
    plan_id: str,
    country: str | None,
    languages: tuple[str, ...],
) -> Ready:
    """Return the tables that are to be read.

    Of our own workbook these are all sheets of a kind, of a form its reports; of any other the
    sheet that is named, the only one, or all where each is called like a kind. Raises UsageError
    where it is not clear which, for a workbook of another plan, and for a sheet of ours that is
    called otherwise.
    """
    calendar = Calendar(country, book.has_1904_dates)
    mark = read_mark(book.properties.get(MARKER, ""))
    if mark:
        _refuse_other(mark, plan_id)
        _refuse_language(mapping)
    if mark and mark.kind is BookKind.FORM and mapping.sheet is None:
        refuse_said(mapping)
        day = mark.days[1] if mark.days else None
        return Ready((form_source(book, calendar, mark, languages),), day=day)
    is_ours = mark is not None and mark.kind is BookKind.ONE_PLAN
    tables = _chosen(book, mapping, is_ours=is_ours)
    refuse_several(tables, plan_id, mapping.columns)
    ready = partial(source_of, calendar=calendar, languages=languages, is_ours=is_ours)
    if len(tables) == 1 and not is_ours:
        return Ready((ready(tables[0], mapping),))
    if is_ours:
        refuse_renamed(tables)
    sheets = _sheets(tables, mapping)
    parts = zip(sheets, parted(mapping, sheets), strict=True)
    sources = tuple(ready(table, part) for (table, _), part in parts)
    explained = (GUIDE_SHEET, PLAN_SHEET) if is_ours else ()
    unread = [
        table.name
        for table in tables
        if kind_called(table.name) is None and table.name not in explained
    ]
    notes = (f"not read: the sheet {', '.join(unread)}",) if unread else ()
    return Ready(sources, notes)


def _sheets(tables: Sequence[Table], mapping: ColumnMapping) -> list[tuple[Table, Kind]]:
    """Return the sheets with rows of the kind that is asked for; of any where none is."""
    wanted = mapping.kind_meant
    named = [(table, kind_called(table.name)) for table in tables]
    if mapping.sheet is not None and named[0][1] is None:
        what = f'the sheet "{named[0][0].name}" of this workbook only shows, and is not read'
        raise UsageError(what, hint="leave out --sheet to read all that is")
    return [
        (table, kind)
        for table, kind in named
        if kind is not None and len(table.rows) > 1 and wanted in (None, kind)
    ]


def _refuse_other(mark: Mark, wanted: str) -> None:
    if mark.kind is BookKind.SEVERAL_PLANS:
        hint = "export one plan: ogdplan export PLAN --to FILE"
        raise UsageError("a workbook of several plans is not read back", hint=hint)
    if mark.plan_id != wanted:
        what = f"this workbook is of the plan {mark.plan_id}, not of {wanted}"
        raise UsageError(what, hint=f"import it into {mark.plan_id}, or save it as CSV")


def _refuse_language(mapping: ColumnMapping) -> None:
    if mapping.language:
        what = "a workbook of ours says itself which language its texts are in"
        raise UsageError(what, hint="leave out --in")


def _chosen(book: Book, mapping: ColumnMapping, *, is_ours: bool) -> Sequence[Table]:
    if mapping.sheet is not None:
        return [_sheet(book, mapping.sheet)]
    tables = [
        table
        for table in book.tables
        if table.rows and (not table.is_hidden or (is_ours and kind_called(table.name)))
    ]
    if is_ours or len(tables) == 1:
        return tables
    kinds = [table for table in tables if kind_called(table.name)]
    if kinds and mapping.kind is None:
        return tables
    wanted = mapping.kind_meant
    if fitting := [table for table in kinds if kind_called(table.name) is wanted]:
        return fitting
    if not tables:
        hint = "the first row has the headings, each row below is a record"
        raise UsageError(f"{book.path.name} has no rows that can be read", hint=hint)
    names = ", ".join(table.name for table in tables)
    raise UsageError(f"which sheet? there are {names}", hint=f'add --sheet "{tables[0].name}"')


def _sheet(book: Book, name: str) -> Table:
    found = [table for table in book.tables if table.name.casefold() == name.strip().casefold()]
    if found:
        return found[0]
    names = [table.name for table in book.tables]
    otherwise = f"there are {', '.join(names)}"
    meant = closest(name, names)
    raise UnknownNameError("sheet", name, candidates=meant, otherwise=otherwise)
