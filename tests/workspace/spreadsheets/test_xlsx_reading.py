import datetime as dt
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from ogdplan.workspace.spreadsheets import number_formats
from ogdplan.workspace.spreadsheets.cells import NO_STORED_VALUE, CellError, Range, ShownPeriod
from ogdplan.workspace.spreadsheets.number_formats import Kind
from ogdplan.workspace.spreadsheets.reading import read_book
from workspace.workbooks import an_xlsx, first_row, quick, rows, table

DAY = dt.date(2024, 3, 31)
MOMENT = dt.datetime(2024, 3, 31, 14, 30)


def saved(path: Path, *cells: object, is_1904: bool = False) -> Path:
    book = openpyxl.Workbook(iso_dates=False)
    if is_1904:
        book.epoch = CALENDAR_MAC_1904
    book.active.append(list(cells))
    book.save(path)
    return path


@pytest.mark.parametrize("is_1904", [False, True])
def test_dates_are_dates_in_both_systems(tmp_path: Path, is_1904: bool) -> None:
    path = saved(tmp_path / "a.xlsx", DAY, MOMENT, dt.datetime(1905, 7, 10), is_1904=is_1904)

    assert first_row(path) == (DAY, MOMENT, dt.date(1905, 7, 10))
    assert read_book(path).has_1904_dates is is_1904


@pytest.mark.parametrize("iso_dates", [False, True])
@pytest.mark.parametrize(
    ("day", "form", "expected"),
    [
        (dt.date(2026, 6, 1), "mmm\\-yy", "2026-06"),
        (dt.date(2026, 6, 1), "mmmm yyyy", "2026-06"),
        (dt.date(2026, 1, 1), "yyyy", "2026"),
        (dt.date(2026, 6, 1), "yyyy", "2026-06"),
        (dt.date(2026, 6, 15), "mmm\\-yy", dt.date(2026, 6, 15)),
        (dt.date(2026, 6, 1), "d-mmm-yy", dt.date(2026, 6, 1)),
        (dt.date(1905, 7, 1), "mmm\\-yy", dt.date(1905, 7, 1)),
    ],
)
def test_first_of_a_month_that_shows_no_day_is_the_month(
    tmp_path: Path, day: dt.date, form: str, expected: object, iso_dates: bool
) -> None:
    book = openpyxl.Workbook(iso_dates=iso_dates)
    cell = book.worksheets[0]["A1"]
    cell.value, cell.number_format = day, form
    book.save(tmp_path / "a.xlsx")

    (read,) = first_row(tmp_path / "a.xlsx")
    assert read == expected
    assert isinstance(read, ShownPeriod) is isinstance(expected, str)


def test_format_17_of_excel_shows_a_month(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    cell = book.worksheets[0]["A1"]
    cell.value, cell.number_format = dt.date(2026, 6, 1), "mmm-yy"
    book.save(tmp_path / "a.xlsx")

    assert first_row(tmp_path / "a.xlsx") == ("2026-06",)


def test_numbers_are_whole_where_they_are(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", 5, 5.0, 5.5, 0, -3, 1e20, True, False)

    read = first_row(path)

    assert read == (5, 5, 5.5, 0, -3, 1e20, True, False)
    assert [type(value) for value in read] == [int, int, float, int, int, float, bool, bool]


def test_times_and_durations_are_text(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", dt.time(9, 5), dt.time(9, 5, 7), dt.timedelta(hours=30))

    assert first_row(path) == ("9:05", "9:05:07", "30:00")


def test_text_keeps_blanks_lines_and_what_looks_like_markup(tmp_path: Path) -> None:
    texts = ("  two  ", "a\nb", "<b>&amp;", "é 番 🎉", "_x0041_ is A")
    path = saved(tmp_path / "a.xlsx", *texts)

    assert first_row(path) == (*texts[:4], "A is A")


def test_rich_text_is_one_text(tmp_path: Path) -> None:
    bold = TextBlock(InlineFont(b=True), "open")
    path = saved(tmp_path / "a.xlsx", CellRichText("Publish ", bold, " data"))

    assert first_row(path) == ("Publish open data",)


def test_readings_of_words_are_no_text(tmp_path: Path) -> None:
    text = "<si><r><t>東</t></r><r><t>京</t></r><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>"
    path = an_xlsx(tmp_path / "a.xlsx", '<row><c t="s"><v>0</v></c></row>', texts=text)

    assert first_row(path) == ("東京",)


def test_formula_gives_its_stored_value_or_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "=1+1", None, 2)
        sheet.write_formula("B1", '="a"', None, "a")
        sheet.write_formula("C1", "=1/0", None, "#DIV/0!")
        sheet.write_formula("D1", "=1+1", None, "")
    unvalued = saved(tmp_path / "b.xlsx", "=1+1")

    assert first_row(path)[:3] == (2, "a", CellError("#DIV/0!"))
    assert first_row(unvalued) == (CellError(NO_STORED_VALUE),)


def test_error_cells_are_errors(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", "#REF!", "#N/A", "id")

    assert first_row(path) == (CellError("#REF!"), CellError("#N/A"), "id")


def test_merged_cells_have_their_value_at_the_top_left(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["B1"] = "Milestones"
    book.active.merge_cells("B1:D2")
    book.active["B3"] = "id"
    book.active["D3"] = "due"
    book.save(tmp_path / "a.xlsx")

    read = table(tmp_path / "a.xlsx")

    assert read.merged == (Range(0, 1, 1, 3),)
    assert read.rows == (
        (None, "Milestones", None, None),
        (None, None, None, None),
        (None, "id", None, "due"),
    )


def test_hidden_sheets_are_marked_and_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Plan"
    book.create_sheet("Old").sheet_state = "hidden"
    book.create_sheet("Secret").sheet_state = "veryHidden"
    book.create_chartsheet("Chart")
    book.save(tmp_path / "a.xlsx")

    read = read_book(tmp_path / "a.xlsx")

    assert [(each.name, each.is_hidden) for each in read.tables] == [
        ("Plan", False),
        ("Old", True),
        ("Secret", True),
    ]
    assert read.notes == ("hidden sheets: Old, Secret",)


def test_links_are_found_in_cells_and_in_formulas(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_url("A1", "https://example.org/a?b=1&c=2#part", None, "Portal")
        sheet.write_formula("B1", '=HYPERLINK("https://example.org/b","Site")', None, "Site")
        sheet.write_url("C1", "internal:'Sheet1'!A1", None, "Here")

    read = table(path)

    assert read.rows == (("Portal", "Site", "Here"),)
    assert read.links == {
        (0, 0): "https://example.org/a?b=1&c=2#part",
        (0, 1): "https://example.org/b",
    }


def test_empty_rows_and_columns_stand_where_they_are_and_not_at_the_end(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["B2"] = "id"
    book.active["D4"] = 1
    book.active["G9"].number_format = "0.00"
    book.active["H9"] = ""
    book.save(tmp_path / "a.xlsx")

    assert rows(tmp_path / "a.xlsx") == (
        (None, None, None, None),
        (None, "id", None, None),
        (None, None, None, None),
        (None, None, None, 1),
    )


def test_cells_without_places_follow_each_other(tmp_path: Path) -> None:
    inside = "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>"
    path = an_xlsx(tmp_path / "a.xlsx", inside)

    assert rows(path) == ((1, None, 3), (4, None, None))


def test_names_of_xml_may_have_prefixes(tmp_path: Path) -> None:
    path = an_xlsx(
        tmp_path / "a.xlsx",
        '<x:row xmlns:x="x"><x:c r="B1" t="inlineStr"><x:is><x:t>id</x:t></x:is></x:c></x:row>',
    )

    assert rows(path) == ((None, "id"),)


def test_values_that_nothing_explains_stay(tmp_path: Path) -> None:
    cells = (
        '<c t="s"><v>99</v></c><c><v>n/a</v></c><c t="d"><v>2024-03-31</v></c><c t="d"><v>x</v></c>'
        '<c t="b"><v>true</v></c><c s="99"><v>1e999</v></c>'
    )
    path = an_xlsx(tmp_path / "a.xlsx", f"<row>{cells}</row>")

    assert first_row(path) == (CellError("#REF!"), "n/a", DAY, "x", True, "1e999")


def test_custom_properties_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.set_custom_property("ogdplan", "workbook/1 nepal")
        book.set_custom_property("number", 5)

    assert read_book(path).properties == {"ogdplan": "workbook/1 nepal", "number": "5"}


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("General", Kind.NUMBER),
        ("0.00", Kind.NUMBER),
        ("[Red]0.00;[Blue]-0", Kind.NUMBER),
        ('0 "days"', Kind.NUMBER),
        ("#,##0 [$USD]", Kind.NUMBER),
        ("0.00E+00", Kind.NUMBER),
        ("yyyy-mm-dd", Kind.DATE),
        ("d/m/yy h:mm", Kind.DATE),
        ("[$-416]d mmm yyyy", Kind.DATE),
        ("mmm", Kind.MONTH),
        ("mmm\\-yy", Kind.MONTH),
        ("[$-409]mmmm yyyy;@", Kind.MONTH),
        ('yyyy"d"', Kind.YEAR),
        ("mmm yyyy h:mm", Kind.DATE),
        ("mmmm yyyy;@", Kind.MONTH),
        ("h:mm:ss", Kind.TIME),
        ("[h]:mm", Kind.TIME),
        ("mm:ss.0", Kind.TIME),
    ],
)
def test_number_format_says_what_a_number_is(code: str, kind: Kind) -> None:
    assert number_formats.kind_of_code(code) is kind


def test_number_format_of_brackets_without_end_takes_no_time() -> None:
    with quick():
        assert number_formats.kind_of_code("[" * 100_000 + "yyyy") is Kind.YEAR


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        ("1", dt.date(1900, 1, 1)),
        ("59", dt.date(1900, 2, 28)),
        ("61", dt.date(1900, 3, 1)),
        ("2018", dt.date(1905, 7, 10)),
        ("45382.5", dt.datetime(2024, 3, 31, 12)),
        ("2958465", dt.date(9999, 12, 31)),
        ("2958466", 2958466),
        ("2958465.9999999", 2958465.9999999),
        ("-1", -1),
        ("x", "x"),
    ],
)
def test_serial_numbers_are_days_as_excel_counts_them(serial: str, day: object) -> None:
    assert number_formats.day(serial, Kind.DATE, has_1904_dates=False) == day


@given(st.dates(dt.date(1904, 1, 2)), st.booleans())
def test_openpyxl_and_we_count_days_alike(day: dt.date, is_1904: bool) -> None:
    epoch = CALENDAR_MAC_1904 if is_1904 else openpyxl.utils.datetime.CALENDAR_WINDOWS_1900
    serial = openpyxl.utils.datetime.to_excel(day, epoch)

    assert number_formats.day(str(serial), Kind.DATE, has_1904_dates=is_1904) == day


def test_days_after_the_last_one_stay_numbers_in_both_systems() -> None:
    for has_1904_dates, last in ((False, 2_958_465), (True, 2_957_003)):
        day, after = (
            number_formats.day(str(serial), Kind.DATE, has_1904_dates=has_1904_dates)
            for serial in (last, last + 1)
        )

        assert (day, after) == (dt.date(9999, 12, 31), last + 1)


def test_half_a_character_is_replaced(tmp_path: Path) -> None:
    cell = '<c t="inlineStr"><is><t>a_xD83D_b_x000A_c</t></is></c>'
    path = an_xlsx(tmp_path / "a.xlsx", f"<row>{cell}</row>")

    assert first_row(path) == ("a\ufffdb\nc",)
