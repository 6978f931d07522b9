"""Books opened, printed and saved anew by LibreOffice."""

import csv
import io
import shutil
import subprocess
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from office import NEEDS_OFFICE, save_as
from ogdplan.workspace.spreadsheets.cells import Book
from ogdplan.workspace.spreadsheets.outgoing import (
    Colour,
    Link,
    OutBook,
    OutColumn,
    OutSheet,
    Style,
)
from ogdplan.workspace.spreadsheets.reading import read_book
from ogdplan.workspace.spreadsheets.writing import write_book
from workspace.workbooks import shown

PICTURES = shutil.which("pdftoppm")

pytestmark = NEEDS_OFFICE

LEADS = tuple(f"Ministry {number}, of many" for number in range(40))
BOOK = OutBook(
    (
        OutSheet(
            "Milestones",
            (
                OutColumn("Id", 10),
                OutColumn("Title", 40, note="What is done"),
                OutColumn("Due", 12),
                OutColumn("Status", 14, choices=("in progress", "completed")),
                OutColumn("Lead", 30, choices=LEADS),
                OutColumn("Progress", 10),
                OutColumn("Evidence", 24),
            ),
            (
                (
                    "a",
                    "Publish the register of all companies of the country",
                    date(2024, 3, 31),
                    "in progress",
                    LEADS[3],
                    40,
                    Link("Portal", "https://example.org/a?b=1&c=2"),
                ),
                ("b", "- one\n- two  blanks\n  three", date(2001, 1, 1), "completed", None, 99.5),
                ("c", "=1+1", "2018-Q2", None, LEADS[0], -3, "007"),
            ),
            colours=(Colour("completed", Style.GOOD), Colour("in progress", Style.WARNING)),
        ),
        OutSheet("About the columns", (OutColumn("Column"),), (("é 番 '=kept",),)),
        OutSheet("Kept aside", (OutColumn("Key"),), (("x",),), is_hidden=True),
    ),
    {"ogdplan": "workbook/1 nepal"},
)

WIDE = replace(
    BOOK.sheets[0],
    columns=tuple(replace(column, width=40) for column in BOOK.sheets[0].columns),
)

both = pytest.mark.parametrize("name", ["book-xlsx.xlsx", "book-ods.ods"])


@dataclass(frozen=True)
class Office:
    """What LibreOffice makes of the book, of either kind, and of a table that was typed."""

    folder: Path

    def saved(self, name: str, to: str) -> Path:
        """Return a file as LibreOffice saves it; the first time all of them, in one go."""
        ending, _, _ = to.partition(":")
        made = self.folder / f"as-{ending}"
        if not made.exists():
            save_as(to, [path for path in self.folder.iterdir() if path.is_file()], made)
        return made / f"{Path(name).stem}.{ending}"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("office")
    write_book(folder / "book-xlsx.xlsx", BOOK)
    write_book(folder / "book-ods.ods", BOOK)
    write_book(folder / "wide.ods", OutBook((WIDE,)))
    text = io.StringIO()
    csv.writer(text).writerows([["Title", "Due", "Sum"], ["Publish", "2024-03-31", "=1+1"]])
    (folder / "typed.csv").write_text(text.getvalue(), encoding="utf-8")
    return Office(folder)


def links(book: Book) -> list[str]:
    return list(book.tables[0].links.values())


@both
@pytest.mark.parametrize("to", ["xlsx", "ods"])
def test_book_saved_by_libreoffice_has_the_same_cells(office: Office, name: str, to: str) -> None:
    before, after = read_book(office.folder / name), read_book(office.saved(name, to))

    assert shown(after) == shown(before)
    assert links(after) == links(before) == ["https://example.org/a?b=1&c=2"]
    assert after.properties["ogdplan"] == "workbook/1 nepal"
    assert [each.is_hidden for each in after.tables] == [False, False, True, True]


@both
def test_book_saved_as_csv_has_the_same_cells_as_text(office: Office, name: str) -> None:
    # Commas, quotes, UTF-8, as shown; the first sheet.
    read = read_book(office.saved(name, "csv:Text - txt - csv (StarCalc):44,34,76"))

    expected = shown(read_book(office.folder / name))["Milestones"]
    assert read.tables[0].rows == tuple(
        tuple(None if value is None else str(value) for value in row) for row in expected
    )


def test_libreoffice_knows_drop_downs_colours_notes_and_filter_of_an_ods(office: Office) -> None:
    import openpyxl  # noqa: PLC0415 - only where LibreOffice is

    sheet = openpyxl.load_workbook(office.saved("book-ods.ods", "xlsx"))["Milestones"]

    choices = {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation}
    assert choices == {"D2:D204": '"in progress,completed"', "E2:E204": "Lists!$A$2:$A$41"}
    ((area, rules),) = [(a.sqref, a.rules) for a in sheet.conditional_formatting]
    assert str(area) == "A2:G204"
    assert [rule.formula for rule in rules] == [['"completed"'], ['"in progress"']]
    assert sheet["B1"].comment.text == "What is done"
    assert sheet.auto_filter.ref == "A1:G4"
    assert sheet["A1"].font.b
    assert 38 < sheet.column_dimensions["B"].width < 48
    assert sheet["C2"].number_format.lower() == "yyyy\\-mm\\-dd"


def test_libreoffice_prints_a_wide_ods_on_several_pages_across(office: Office) -> None:
    import openpyxl  # noqa: PLC0415 - only where LibreOffice is

    sheet = openpyxl.load_workbook(office.saved("wide.ods", "xlsx"))["Milestones"]

    assert sheet.page_setup.scale == 65
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$B")


@both
def test_printed_book_shows_headings_texts_and_colours(
    office: Office, tmp_path: Path, name: str
) -> None:
    if PICTURES is None:
        pytest.skip("pdftoppm (poppler) is not installed")

    pdf = office.saved(name, "pdf")
    subprocess.run([PICTURES, "-r", "40", str(pdf), str(tmp_path / "page")], check=True)

    first, second = sorted(tmp_path.glob("page*.ppm"))
    colours = set(_pixels(first))
    for wanted in ("#1F3A5F", "#D8F0DC", "#FFF0C2"):
        assert any(_is_near(colour, wanted) for colour in colours), wanted
    assert second.exists()


def _pixels(path: Path) -> list[tuple[int, ...]]:
    _, _, _, pixels = path.read_bytes().split(b"\n", 3)
    return [tuple(pixels[place : place + 3]) for place in range(0, len(pixels), 3)]


def _is_near(colour: tuple[int, ...], wanted: str) -> bool:
    return all(abs(a - b) < 4 for a, b in zip(colour, bytes.fromhex(wanted[1:]), strict=True))


@pytest.mark.parametrize("to", ["xlsx", "ods"])
def test_table_typed_in_libreoffice_is_read(office: Office, to: str) -> None:
    (table,) = read_book(office.saved("typed.csv", to)).tables

    assert table.rows[1][:2] == ("Publish", date(2024, 3, 31))
