"""Writing xlsx, by XlsxWriter."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ogdplan.workspace.spreadsheets import looks, paper
from ogdplan.workspace.spreadsheets.outgoing import Link, OutBook, OutCell, OutSheet, Style
from ogdplan.workspace.spreadsheets.sheet_plan import (
    LISTS,
    ListPlace,
    fits_beside_cell,
    last_row,
    lines_shown,
    list_places,
)

_MADE = datetime(2000, 1, 1)
_MOST_LINKS = 65_530
_LONGEST_ADDRESS = 2_079
_LINE_HEIGHT = 15
_A4, _CM_AN_INCH = 9, 2.54
_MOST_LINES = 12
"""Lines of a text that are shown; a row as high as the screen cannot be scrolled past."""


@dataclass(frozen=True, slots=True)
class _Looks:
    text: Format
    date: Format
    link: Format
    heading: Format
    styles: Mapping[Style, Format]


def content(book: OutBook) -> bytes:
    """Return a cleaned book (`sheet_plan.cleaned`) as the bytes of an xlsx file."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_urls": False})
    workbook.set_properties({"created": _MADE})
    for name, value in book.properties.items():
        workbook.set_custom_property(name, value, "text")
    styles, greyed = _looks(workbook), _looks(workbook, is_grey=True)
    places = list_places(book)
    sheets = [workbook.add_worksheet(sheet.name) for sheet in book.sheets]
    for worksheet, sheet in zip(sheets, book.sheets, strict=True):
        looks_of = [greyed if column.is_computed else styles for column in sheet.columns]
        _fill(worksheet, sheet, looks_of, places)
        _dress(worksheet, sheet, styles)
    if places:
        _write_lists(workbook.add_worksheet(LISTS), places)
    _open_on_first_shown(sheets, book)
    workbook.close()
    return buffer.getvalue()


def _looks(workbook: xlsxwriter.Workbook, *, is_grey: bool = False) -> _Looks:
    fill, text = looks.FILLS[Style.MUTED]
    grey = {"bg_color": fill, "font_color": text} if is_grey else {}
    plain = {"text_wrap": True, "valign": "top", **grey}
    heading = {"bold": True, "bg_color": looks.HEADING_FILL, "font_color": looks.HEADING_TEXT}
    return _Looks(
        text=workbook.add_format(plain),
        date=workbook.add_format({**plain, "num_format": looks.DATE_FORM, "align": "left"}),
        link=workbook.add_format({**plain, "font_color": looks.LINK_TEXT, "underline": 1}),
        heading=workbook.add_format(
            {**plain, **heading, "border_color": looks.BORDER, "bottom": 1}
        ),
        styles={
            style: workbook.add_format({"bg_color": fill, "font_color": text})
            for style, (fill, text) in looks.FILLS.items()
        },
    )


def _fill(
    worksheet: Worksheet,
    sheet: OutSheet,
    looks_of: Sequence[_Looks],
    places: Mapping[tuple[str, ...], ListPlace],
) -> None:
    for index, column in enumerate(sheet.columns):
        styles = looks_of[index]
        # No form of dates: in such a cell Excel takes "2018" for a day of 1905.
        worksheet.set_column(index, index, column.width, styles.text)
        worksheet.write_string(0, index, column.heading, styles.heading)
        if column.note:
            worksheet.write_comment(0, index, column.note, {"x_scale": 2})
        if column.choices:
            worksheet.data_validation(
                1, index, last_row(sheet), index, _choice(column.choices, places)
            )
    headings = lines_shown(sheet, tuple(column.heading for column in sheet.columns))
    worksheet.set_row(0, headings * _LINE_HEIGHT)
    links = 0
    for row, cells in enumerate(sheet.rows, start=1):
        if (lines := lines_shown(sheet, cells)) > 1:
            worksheet.set_row(row, min(lines, _MOST_LINES) * _LINE_HEIGHT)
        for index, cell in enumerate(cells):
            links += isinstance(cell, Link)
            _write(worksheet, (row, index), _within_limits(cell, links), looks_of[index])


def _within_limits(cell: OutCell, links: int) -> OutCell:
    """Return a link as its text where Excel would take the file for broken."""
    if isinstance(cell, Link) and (links > _MOST_LINKS or len(cell.url) > _LONGEST_ADDRESS):
        return cell.text
    return cell


def _write(worksheet: Worksheet, place: tuple[int, int], cell: OutCell, styles: _Looks) -> None:
    # Each by its own method: `write` would take a text for a formula, a number or a link.
    match cell:
        case None:
            return
        case Link():
            worksheet.write_url(*place, cell.url, styles.link, cell.text)
        case bool():
            worksheet.write_boolean(*place, cell, styles.text)
        case str():
            worksheet.write_string(*place, cell, styles.text)
        case date():
            moment = datetime(cell.year, cell.month, cell.day)
            worksheet.write_datetime(*place, moment, styles.date)
        case _:
            worksheet.write_number(*place, cell, styles.text)


def _choice(
    choices: tuple[str, ...], places: Mapping[tuple[str, ...], ListPlace]
) -> dict[str, object]:
    source = list(choices) if fits_beside_cell(choices) else f"={LISTS}!{places[choices].area}"
    return {
        "validate": "list",
        "source": source,
        "error_title": "Not in the list",
        "error_message": "Choose one of the values that the cell offers, or leave it empty.",
    }


def _dress(worksheet: Worksheet, sheet: OutSheet, styles: _Looks) -> None:
    last_column = max(0, len(sheet.columns) - 1)
    if sheet.freeze_heading:
        worksheet.freeze_panes(1, 0)
    if sheet.columns:
        worksheet.autofilter(0, 0, max(1, len(sheet.rows)), last_column)
    for value, style in sheet.colours:
        text = value.replace('"', '""')
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{text}"',
            "format": styles.styles[style],
        }
        worksheet.conditional_format(1, 0, last_row(sheet), last_column, rule)
    _lay_on_paper(worksheet, sheet)
    if sheet.is_hidden:
        worksheet.hide()


def _lay_on_paper(worksheet: Worksheet, sheet: OutSheet) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    margin = paper.MARGIN_CM / _CM_AN_INCH
    worksheet.set_margins(margin, margin, margin, margin)
    worksheet.repeat_rows(0)
    # None hidden: they are printed too.
    worksheet.hide_gridlines(0)
    if paper.is_wide(sheet):
        worksheet.set_print_scale(paper.SCALE_PERCENT)
        worksheet.repeat_columns(0, sheet.naming_columns - 1)
    else:
        worksheet.fit_to_pages(1, 0)


def _write_lists(worksheet: Worksheet, places: Mapping[tuple[str, ...], ListPlace]) -> None:
    worksheet.hide()
    for place in places.values():
        worksheet.write_string(0, place.column, f"List {place.column + 1}")
        for row, choice in enumerate(place.choices, start=1):
            worksheet.write_string(row, place.column, choice)


def _open_on_first_shown(worksheets: list[Worksheet], book: OutBook) -> None:
    for worksheet, sheet in zip(worksheets, book.sheets, strict=True):
        if not sheet.is_hidden:
            worksheet.activate()
            worksheet.set_first_sheet()
            return
