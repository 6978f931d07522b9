"""Writing ods; no library writes its drop-downs, colours and comments, so this does."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ogdplan.workspace.spreadsheets import ods_settings, ods_xml, paper
from ogdplan.workspace.spreadsheets.grid import column_letters
from ogdplan.workspace.spreadsheets.ods_styles import automatic_styles
from ogdplan.workspace.spreadsheets.ods_xml import attribute, paragraphs, quoted_sheet
from ogdplan.workspace.spreadsheets.outgoing import Link, OutBook, OutCell, OutColumn, OutSheet
from ogdplan.workspace.spreadsheets.sheet_plan import LISTS, ListPlace, last_row, list_places

_MADE = (1980, 1, 1, 0, 0, 0)
"""When every part was made, as the zip file says, so that equal books are equal files."""


def content(book: OutBook) -> bytes:
    """Return a cleaned book (`sheet_plan.cleaned`) as the bytes of an ods file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        # First and not packed, so that programs know the file by its first bytes.
        file.writestr(_part("mimetype", zipfile.ZIP_STORED), ods_xml.MIMETYPE)
        for name, text in (
            ("content.xml", "".join(_content(book))),
            ("styles.xml", ods_settings.styles()),
            ("meta.xml", ods_settings.meta(book)),
            ("settings.xml", ods_settings.settings(book)),
            ("META-INF/manifest.xml", ods_xml.MANIFEST),
        ):
            file.writestr(_part(name, zipfile.ZIP_DEFLATED), text)
    return buffer.getvalue()


def _part(name: str, packing: int) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name, _MADE)
    part.compress_type = packing
    part.create_system = 3
    return part


def _content(book: OutBook) -> Iterator[str]:
    places = list_places(book)
    yield f"{ods_xml.DECLARATION}<office:document-content {ods_xml.SPACES}>"
    yield f"<office:automatic-styles>{automatic_styles(book)}</office:automatic-styles>"
    yield "<office:body><office:spreadsheet><table:content-validations>"
    yield from _validations(book, places)
    yield "</table:content-validations>"
    for number, sheet in enumerate(book.sheets):
        yield from _sheet(number, sheet)
    if places:
        yield from _lists(places)
    yield "<table:database-ranges>"
    yield from (_filter(number, sheet) for number, sheet in enumerate(book.sheets))
    yield "</table:database-ranges></office:spreadsheet></office:body></office:document-content>"


def _validations(book: OutBook, places: Mapping[tuple[str, ...], ListPlace]) -> Iterator[str]:
    for number, sheet in enumerate(book.sheets):
        base = attribute(f"{quoted_sheet(sheet.name)}.A2")
        for index, column in enumerate(sheet.columns):
            if column.choices:
                condition = attribute(_condition(column.choices, places))
                yield (
                    f'<table:content-validation table:name="s{number}-c{index}" '
                    f'table:condition={condition} table:allow-empty-cell="true" '
                    f"table:base-cell-address={base}>"
                    '<table:error-message table:title="Not in the list" table:display="true" '
                    'table:message-type="stop"><text:p>Choose one of the values that the cell '
                    "offers, or leave it empty.</text:p></table:error-message>"
                    "</table:content-validation>"
                )


def _condition(choices: tuple[str, ...], places: Mapping[tuple[str, ...], ListPlace]) -> str:
    if place := places.get(choices):
        first, _, last = place.area.partition(":")
        return f"of:cell-content-is-in-list([${LISTS}.{first}:.{last}])"
    return f"of:cell-content-is-in-list({';'.join(map(_quoted, choices))})"


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _sheet(number: int, sheet: OutSheet) -> Iterator[str]:
    shown = "hidden" if sheet.is_hidden else "wide" if paper.is_wide(sheet) else "shown"
    yield f'<table:table table:name={attribute(sheet.name)} table:style-name="{shown}">'
    repeated = sheet.naming_columns if paper.is_wide(sheet) else 0
    yield from _columns(number, sheet.columns[:repeated], "table:table-header-columns")
    yield from _columns(number, sheet.columns[repeated:], "table:table-columns")
    yield '<table:table-header-rows><table:table-row table:style-name="row">'
    yield from map(_heading, sheet.columns)
    yield "</table:table-row></table:table-header-rows>"
    for cells in sheet.rows:
        padded = (*cells, *[None] * (len(sheet.columns) - len(cells)))
        yield '<table:table-row table:style-name="row">'
        yield from (_cell(number, sheet, at, cell) for at, cell in enumerate(padded))
        yield "</table:table-row>"
    if spare := last_row(sheet) - len(sheet.rows):
        yield f'<table:table-row table:style-name="row" table:number-rows-repeated="{spare}">'
        yield from (_cell(number, sheet, at, None) for at in range(len(sheet.columns)))
        yield "</table:table-row>"
    yield "</table:table>"


def _columns(number: int, columns: Sequence[OutColumn], group: str) -> Iterator[str]:
    if columns:
        yield f"<{group}>"
    for column in columns:
        yield (
            f'<table:table-column table:style-name="s{number}-w{column.width}" '
            f'table:default-cell-style-name="s{number}-text"/>'
        )
    if columns:
        yield f"</{group}>"


def _heading(column: OutColumn) -> str:
    note = f"<office:annotation>{paragraphs(column.note)}</office:annotation>"
    inside = (note if column.note else "") + paragraphs(column.heading)
    return (
        '<table:table-cell table:style-name="heading" office:value-type="string">'
        f"{inside}</table:table-cell>"
    )


def _cell(number: int, sheet: OutSheet, at: int, cell: OutCell) -> str:
    column = sheet.columns[at] if at < len(sheet.columns) else OutColumn("")
    kind = "link" if isinstance(cell, Link) else "date" if isinstance(cell, date) else "text"
    style = f' table:style-name="s{number}-{kind}{"-grey" if column.is_computed else ""}"'
    if column.choices:
        style += f' table:content-validation-name="s{number}-c{at}"'
    if cell is None:
        return f"<table:table-cell{style}/>"
    value, inside = _valued(cell)
    return f"<table:table-cell{style} {value}>{inside}</table:table-cell>"


def _valued(cell: OutCell) -> tuple[str, str]:
    """Return the attributes that give a cell its value, and what it shows."""
    match cell:
        case Link():
            return 'office:value-type="string"', paragraphs(cell.text, url=cell.url)
        case str():
            return 'office:value-type="string"', paragraphs(cell)
        case bool():
            said = str(cell).lower()
            value = f'office:value-type="boolean" office:boolean-value="{said}"'
            return value, paragraphs(said.upper())
        case date():
            value = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
            return value, paragraphs(cell.isoformat())
        case _:
            return f'office:value-type="float" office:value="{cell!r}"', paragraphs(str(cell))


def _lists(places: Mapping[tuple[str, ...], ListPlace]) -> Iterator[str]:
    columns = tuple(OutColumn(f"List {place.column + 1}") for place in places.values())
    longest = max(len(choices) for choices in places)
    rows = tuple(
        tuple(choices[row] if row < len(choices) else None for choices in places)
        for row in range(longest)
    )
    yield f'<table:table table:name="{LISTS}" table:style-name="hidden">'
    yield f'<table:table-column table:number-columns-repeated="{len(columns)}"/>'
    for cells in (tuple(column.heading for column in columns), *rows):
        yield "<table:table-row>"
        yield from (_listed(cell) for cell in cells)
        yield "</table:table-row>"
    yield "</table:table>"


def _listed(cell: str | None) -> str:
    if cell is None:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string">{paragraphs(cell)}</table:table-cell>'


def _filter(number: int, sheet: OutSheet) -> str:
    last = f"{column_letters(max(0, len(sheet.columns) - 1))}{max(2, len(sheet.rows) + 1)}"
    name = quoted_sheet(sheet.name)
    target = attribute(f"{name}.A1:{name}.{last}")
    return (
        f'<table:database-range table:name="__Anonymous_Sheet_DB__{number}" '
        f'table:target-range-address={target} table:display-filter-buttons="true"/>'
    )
