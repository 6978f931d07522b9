import re
import warnings
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from ogdplan.errors import FileError, UsageError
from ogdplan.workspace.spreadsheets import sheet_plan, xlsx_writing
from ogdplan.workspace.spreadsheets.outgoing import (
    Colour,
    Link,
    OutBook,
    OutCell,
    OutColumn,
    OutSheet,
    Style,
)
from ogdplan.workspace.spreadsheets.reading import read_book
from ogdplan.workspace.spreadsheets.writing import write_book
from workspace.workbooks import shown

MINISTRIES = tuple(f"Ministry {number}, of many" for number in range(40))
STATUSES = ("not started", "in progress", "completed")
COLUMNS = (
    OutColumn("Id", 12),
    OutColumn("Title", 40, note="What is done\nin one sentence"),
    OutColumn("Due", 12),
    OutColumn("Status", choices=STATUSES),
    OutColumn("Lead", 30, choices=MINISTRIES),
    OutColumn("Progress", 10),
    OutColumn("Evidence", 30),
)
ROWS: tuple[tuple[OutCell, ...], ...] = (
    (
        "a",
        "Publish",
        date(2024, 3, 31),
        "in progress",
        MINISTRIES[3],
        40,
        Link("Portal", "https://example.org/a?b=1&c=2#part"),
    ),
    ("b", "- one\n- two  blanks", date(1970, 1, 1), "completed", None, 99.5),
    ("c", "<b>\"&amp;'", "2018-Q2", "late", None, None, True),
)
LONG_HEADING = OutColumn("Computed completion in percent", 14)
SHEET = OutSheet(
    "Milestones",
    COLUMNS,
    ROWS,
    colours=(Colour("completed", Style.GOOD), Colour('say "no"', Style.BAD)),
)
BOOK = OutBook(
    (SHEET, OutSheet("Notes", (OutColumn("Key"),), (("x",),), is_hidden=True)),
    {"ogdplan": "workbook/1 nepal"},
)

both = pytest.mark.parametrize("suffix", [".xlsx", ".ods"])


def of_cells(*cells: OutCell, name: str = "A") -> OutBook:
    columns = tuple(OutColumn(f"c{number}") for number in range(len(cells)))
    return OutBook((OutSheet(name, columns, (cells,)),))


def read_back(path: Path, *cells: OutCell) -> tuple[object, ...]:
    write_book(path, of_cells(*cells))
    return read_book(path).tables[0].rows[1]


def in_openpyxl(path: Path) -> Worksheet:
    with warnings.catch_warnings(action="ignore"):
        return openpyxl.load_workbook(path)["Milestones"]


def content_of(path: Path, part: str = "content.xml") -> str:
    with zipfile.ZipFile(path) as file:
        return file.read(part).decode()


@both
def test_book_reads_as_it_was_written(tmp_path: Path, suffix: str) -> None:
    write_book(tmp_path / f"a{suffix}", BOOK)

    book = read_book(tmp_path / f"a{suffix}")

    first = book.tables[0]
    assert first.rows == (
        tuple(column.heading for column in COLUMNS),
        ("a", "Publish", date(2024, 3, 31), "in progress", MINISTRIES[3], 40, "Portal"),
        ("b", "- one\n- two  blanks", date(1970, 1, 1), "completed", None, 99.5, None),
        ("c", "<b>\"&amp;'", "2018-Q2", "late", None, None, True),
    )
    assert first.links == {(1, 6): "https://example.org/a?b=1&c=2#part"}
    assert [(each.name, each.is_hidden) for each in book.tables] == [
        ("Milestones", False),
        ("Notes", True),
        ("Lists", True),
    ]
    assert book.properties == {"ogdplan": "workbook/1 nepal"}
    assert book.format == suffix[1:]


@both
def test_equal_books_are_equal_bytes(tmp_path: Path, suffix: str) -> None:
    for name in ("a", "b"):
        write_book(tmp_path / f"{name}{suffix}", BOOK)

    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


@both
def test_file_is_replaced_and_no_draft_stays(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"old")

    write_book(path, BOOK)

    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert len(read_book(path).tables) == 3


@both
@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        " =1",
        "\t=1",
        "＝1",
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("http://example.org")',
    ],
)
def test_text_never_becomes_a_formula(tmp_path: Path, suffix: str, text: str) -> None:
    path = tmp_path / f"a{suffix}"

    assert read_back(path, text) == (text,)

    inside = content_of(path, "xl/worksheets/sheet1.xml" if suffix == ".xlsx" else "content.xml")
    assert "<f>" not in inside
    assert "table:formula" not in inside
    texts = content_of(path, "xl/sharedStrings.xml") if suffix == ".xlsx" else inside
    assert re.search(r"<(?:t|text:p)\b[^>]*>'", texts)


@both
@pytest.mark.parametrize(
    "text", ["'=1", "''=1", "'quoted'", "'", "2024-01-02", "007", "TRUE", " x "]
)
def test_text_that_only_looks_like_it_stays(tmp_path: Path, suffix: str, text: str) -> None:
    assert read_back(tmp_path / f"a{suffix}", text, "end") == (text, "end")


@both
def test_values_that_spreadsheets_cannot_hold_become_text(tmp_path: Path, suffix: str) -> None:
    cells = (2**60, float("inf"), date(1899, 5, 1), "a\rb\x00\ud800", "")

    read = read_back(tmp_path / f"a{suffix}", *cells, "end")

    assert read == (str(2**60), "inf", "1899-05-01", "a\nb��", None, "end")


@both
def test_only_addresses_of_pages_become_links(tmp_path: Path, suffix: str) -> None:
    addresses = (
        "javascript:alert(1)",
        "file:" + "///etc/passwd",
        "external:a.xlsx",
        "https://a b.org",
    )
    path = tmp_path / f"a{suffix}"

    read = read_back(path, *(Link("text", url) for url in addresses))

    assert read == ("text",) * 4
    assert read_book(path).tables[0].links == {}


@both
def test_text_too_long_for_a_cell_is_refused_with_its_place(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    read_back(path, "x" * sheet_plan.LONGEST_TEXT)
    before = path.read_bytes()

    with pytest.raises(FileError, match="the text of cell B2 in sheet A has 32,768 characters"):
        write_book(path, of_cells(1, "x" * (sheet_plan.LONGEST_TEXT + 1)))

    assert path.read_bytes() == before


@both
def test_names_of_sheets_are_those_that_excel_takes(tmp_path: Path, suffix: str) -> None:
    names = ("a/b:c?", "A B C", "x" * 40, "x" * 40, "'", "History", "lists")
    path = tmp_path / f"a{suffix}"

    write_book(path, OutBook(tuple(of_cells("x", name=name).sheets[0] for name in names)))

    assert list(shown(read_book(path))) == [
        "a b c",
        "A B C 2",
        "x" * 31,
        f"{'x' * 29} 2",
        "Sheet",
        "History 2",
        "lists 2",
    ]


def test_other_endings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"a\.xls ends neither in \.xlsx nor in \.ods"):
        write_book(tmp_path / "a.xls", BOOK)


def test_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="there is no such folder"):
        write_book(tmp_path / "gone" / "a.xlsx", BOOK)


# What a person sees, in xlsx as openpyxl reads it.


def test_xlsx_has_a_frozen_bold_heading_with_filter_widths_and_notes(tmp_path: Path) -> None:
    write_book(tmp_path / "a.xlsx", BOOK)

    sheet = in_openpyxl(tmp_path / "a.xlsx")

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:G4"
    assert sheet["A1"].font.b
    assert 40 <= sheet.column_dimensions["B"].width < 42
    assert sheet["B1"].comment.text == "What is done\nin one sentence"
    assert sheet["C2"].number_format == "yyyy-mm-dd"
    assert sheet["C2"].value == datetime(2024, 3, 31)
    assert sheet.row_dimensions[3].height == 30
    assert sheet.page_setup.orientation == "landscape"


WIDE = OutBook(
    (replace(SHEET, columns=tuple(replace(e, width=40) for e in COLUMNS), naming_columns=3),)
)
"""Of 280 characters, more than can be read on one page."""


def test_xlsx_is_printed_on_one_page_across_or_on_several_that_can_be_read(tmp_path: Path) -> None:
    write_book(tmp_path / "a.xlsx", BOOK)
    write_book(tmp_path / "wide.xlsx", WIDE)

    one, several = (in_openpyxl(tmp_path / name) for name in ("a.xlsx", "wide.xlsx"))

    assert (one.sheet_properties.pageSetUpPr.fitToPage, one.page_setup.fitToHeight) == (True, 0)
    assert (one.print_title_rows, one.print_title_cols) == ("$1:$1", None)
    assert not several.sheet_properties.pageSetUpPr.fitToPage
    assert several.page_setup.scale == 65
    assert (several.print_title_rows, several.print_title_cols) == ("$1:$1", "$A:$C")
    assert {each.page_setup.paperSize for each in (one, several)} == {9}
    assert one.print_options.gridLines


def test_ods_is_printed_on_one_page_across_or_on_several_that_can_be_read(tmp_path: Path) -> None:
    write_book(tmp_path / "a.ods", BOOK)
    write_book(tmp_path / "wide.ods", WIDE)

    one, several = (content_of(tmp_path / name) for name in ("a.ods", "wide.ods"))

    assert '<table:table table:name="Milestones" table:style-name="shown">' in one
    assert "table-header-columns" not in one
    assert '<table:table table:name="Milestones" table:style-name="wide">' in several
    repeated = several.partition("<table:table-header-columns>")[2]
    assert repeated.partition("</table:table-header-columns>")[0].count("<table:table-column ") == 3
    pages = content_of(tmp_path / "wide.ods", "styles.xml")
    assert 'style:name="Wide" style:page-layout-name="pages-Wide"' in pages
    assert 'style:scale-to="65%"' in pages


def test_empty_cell_below_dates_is_not_formed_as_one(tmp_path: Path) -> None:
    rows = ((date(2024, 3, 31),), ("2018-Q2",), (None,))
    book = OutBook((OutSheet("Milestones", (OutColumn("Due", 12),), rows),))
    write_book(tmp_path / "a.xlsx", book)
    write_book(tmp_path / "a.ods", book)

    sheet = in_openpyxl(tmp_path / "a.xlsx")
    forms = [sheet.cell(row, 1).number_format for row in range(2, 6)]
    assert forms == ["yyyy-mm-dd", "General", "General", "General"]
    # A person who types there gets the form of the column.
    assert sheet.column_dimensions["A"].number_format == "General"
    content = content_of(tmp_path / "a.ods")
    assert content.count('table:style-name="s0-date"') == 1
    assert 'table:default-cell-style-name="s0-text"' in content


def test_long_heading_in_a_narrow_column_is_shown_whole(tmp_path: Path) -> None:
    write_book(tmp_path / "a.xlsx", OutBook((OutSheet("Milestones", (LONG_HEADING,), ()),)))

    assert in_openpyxl(tmp_path / "a.xlsx").row_dimensions[1].height == 45


def test_xlsx_offers_short_choices_beside_the_cell_and_long_ones_from_lists(tmp_path: Path) -> None:
    write_book(tmp_path / "a.xlsx", BOOK)

    found = {
        str(each.sqref): each.formula1
        for each in in_openpyxl(tmp_path / "a.xlsx").data_validations.dataValidation
    }

    assert found == {
        "D2:D204": '"not started,in progress,completed"',
        "E2:E204": "Lists!$A$2:$A$41",
    }


def test_xlsx_colours_cells_by_what_they_say(tmp_path: Path) -> None:
    write_book(tmp_path / "a.xlsx", BOOK)

    (area,) = in_openpyxl(tmp_path / "a.xlsx").conditional_formatting

    assert str(area.sqref) == "A2:G204"
    assert [rule.formula for rule in area.rules] == [['"completed"'], ['"say ""no"""']]
    assert area.rules[0].dxf.fill.bgColor.rgb == "FFD8F0DC"


def test_lists_that_are_equal_stand_once(tmp_path: Path) -> None:
    columns = (OutColumn("A", choices=MINISTRIES), OutColumn("B", choices=MINISTRIES))
    write_book(tmp_path / "a.xlsx", OutBook((replace(SHEET, columns=columns, rows=()),)))

    lists = read_book(tmp_path / "a.xlsx").tables[1]

    assert len(lists.rows[0]) == 1
    assert [row[0] for row in lists.rows[1:]] == list(MINISTRIES)


@pytest.mark.soak
def test_links_beyond_what_excel_takes_are_text(tmp_path: Path) -> None:
    many = tuple((Link(str(n), f"https://example.org/{n}"),) for n in range(65_531))
    write_book(tmp_path / "a.xlsx", OutBook((OutSheet("A", (OutColumn("c"),), many),)))

    assert len(read_book(tmp_path / "a.xlsx").tables[0].links) == 65_530


def test_links_beyond_a_number_are_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_writing, "_MOST_LINKS", 2)
    links = [Link(name, f"https://example.org/{name}") for name in "abc"]

    assert read_back(tmp_path / "a.xlsx", "none", *links) == ("none", "a", "b", "c")
    assert read_book(tmp_path / "a.xlsx").tables[0].links == {
        (1, 1): "https://example.org/a",
        (1, 2): "https://example.org/b",
    }


def test_address_longer_than_excel_takes_is_text(tmp_path: Path) -> None:
    long = Link("long", f"https://example.org/{'x' * 2_100}")

    assert read_back(tmp_path / "b.xlsx", long) == ("long",)
    assert read_book(tmp_path / "b.xlsx").tables[0].links == {}


# What a person sees, in ods as it is written; test_libreoffice.py looks at it with LibreOffice.


def test_ods_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    write_book(tmp_path / "a.ods", BOOK)

    start = (tmp_path / "a.ods").read_bytes()[:100]

    assert start[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet")


def test_ods_has_a_frozen_heading(tmp_path: Path) -> None:
    loose = OutBook((replace(SHEET, freeze_heading=False),))
    write_book(tmp_path / "a.ods", BOOK)
    write_book(tmp_path / "b.ods", loose)

    assert "VerticalSplitPosition" in content_of(tmp_path / "a.ods", "settings.xml")
    assert "VerticalSplitPosition" not in content_of(tmp_path / "b.ods", "settings.xml")
