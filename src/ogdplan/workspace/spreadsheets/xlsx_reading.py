"""Reading an xlsx file, as Excel, LibreOffice, Google Sheets and libraries write it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ogdplan.workspace.spreadsheets import xlsx_package as package
from ogdplan.workspace.spreadsheets.cells import Book, Table
from ogdplan.workspace.spreadsheets.grid import Budget, Grid
from ogdplan.workspace.spreadsheets.number_formats import Kind
from ogdplan.workspace.spreadsheets.parcel import Parcel
from ogdplan.workspace.spreadsheets.refusals import NotReadError, damaged
from ogdplan.workspace.spreadsheets.xlsx_sheet import SheetReader
from ogdplan.workspace.spreadsheets.xml_parts import parse


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all sheets of a workbook share."""

    parcel: Parcel
    budget: Budget
    texts: tuple[str, ...]
    kinds: tuple[Kind, ...]
    has_1904_dates: bool


def read(path: Path, parcel: Parcel) -> Book:
    """Return the sheets of an xlsx file; sheets that hold a chart only are left out."""
    part = package.part_of_kind(package.relations(parcel, ""), "officeDocument")
    part = part or "xl/workbook.xml"
    if part.lower().endswith(".bin"):
        raise NotReadError(path, "it is a binary workbook (.xlsb)")
    workbook = package.Workbook()
    parse(parcel, part, workbook)
    parts = package.relations(parcel, part)
    shared = _shared(parcel, parts, has_1904_dates=workbook.has_1904_dates)
    tables = tuple(
        table
        for name, key, is_hidden in workbook.sheets
        if (table := _table(shared, name, _target(path, parts, key), is_hidden=is_hidden))
    )
    return Book(
        path,
        "xlsx",
        tables,
        has_1904_dates=workbook.has_1904_dates,
        properties=package.properties(parcel),
    )


def _shared(
    parcel: Parcel, parts: Mapping[str, package.Relation], *, has_1904_dates: bool
) -> _Shared:
    texts = package.SharedTexts(parcel)
    if part := package.part_of_kind(parts, "sharedStrings"):
        parse(parcel, part, texts)
    styles = package.Styles()
    if part := package.part_of_kind(parts, "styles"):
        parse(parcel, part, styles)
    budget = Budget(parcel.path)
    return _Shared(parcel, budget, tuple(texts.texts), tuple(styles.kinds), has_1904_dates)


def _target(path: Path, parts: Mapping[str, package.Relation], key: str) -> str:
    if key not in parts:
        raise damaged(path, "a sheet is missing")
    return parts[key].target


def _table(shared: _Shared, name: str, part: str, *, is_hidden: bool) -> Table | None:
    reader = SheetReader(
        Grid(shared.budget),
        shared.texts,
        shared.kinds,
        package.relations(shared.parcel, part),
        has_1904_dates=shared.has_1904_dates,
    )
    parse(shared.parcel, part, reader)
    if not reader.is_sheet:
        return None
    return reader.grid.table(name, reader.merged, reader.links, is_hidden=is_hidden)
