import datetime as dt
import zipfile
from pathlib import Path

import pytest

from ogdplan.workspace.spreadsheets.cells import NO_STORED_VALUE, CellError, Percentage, Range
from ogdplan.workspace.spreadsheets.reading import read_book
from workspace.workbooks import an_ods, first_row, quick, rows, table, text_cell


def of_cells(tmp_path: Path, *cells: str) -> Path:
    return an_ods(tmp_path / "a.ods", f"<table:table-row>{''.join(cells)}</table:table-row>")


def a_cell(attributes: str, inside: str = "") -> str:
    return f"<table:table-cell {attributes}>{inside}</table:table-cell>"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (a_cell('office:value-type="float" office:value="5"'), 5),
        (a_cell('office:value-type="float" office:value="0"'), 0),
        (a_cell('office:value-type="float" office:value=""'), None),
        (a_cell('office:value-type="currency" office:value="5.5"'), 5.5),
        (a_cell('office:value-type="percentage" office:value="0.4"'), Percentage(0.4)),
        (a_cell('office:value-type="percentage" office:value="1e307"'), "1e307"),
        (a_cell('office:value-type="boolean" office:boolean-value="true"'), True),
        (a_cell('office:value-type="boolean" office:boolean-value="false"'), False),
        (a_cell('office:value-type="date" office:date-value="2024-03-31"'), dt.date(2024, 3, 31)),
        (
            a_cell('office:value-type="date" office:date-value="2024-03-31T14:30:00"'),
            dt.datetime(2024, 3, 31, 14, 30),
        ),
        (a_cell('office:value-type="date" office:date-value="soon"'), "soon"),
        (a_cell('office:value-type="time"', "<text:p>14:30</text:p>"), "14:30"),
        (a_cell('office:value-type="string" office:string-value="x"'), "x"),
        (a_cell('table:formula="of:=1/0"', "<text:p>#DIV/0!</text:p>"), CellError("#DIV/0!")),
        (
            a_cell('table:formula="of:=x" calcext:value-type="error"', "<text:p>Err:508</text:p>"),
            CellError("Err:508"),
        ),
        (a_cell('table:formula="of:=1+1"'), CellError(NO_STORED_VALUE)),
        (a_cell('table:formula="of:=1+1" office:value-type="float" office:value="2"'), 2),
    ],
)
def test_cell_has_the_value_of_its_type(tmp_path: Path, cell: str, value: object) -> None:
    read = first_row(of_cells(tmp_path, cell, text_cell("end")))[0]

    assert read == value
    assert type(read) is type(value)


STYLES = (
    '<number:date-style style:name="N1"><number:month number:textual="true"/>'
    "<number:text>-</number:text><number:year/></number:date-style>"
    '<number:time-style style:name="N4"><number:hours/></number:time-style>'
    '<number:date-style style:name="N2"><number:year/></number:date-style>'
    '<number:date-style style:name="N3"><number:day/><number:month/></number:date-style>'
    '<style:style style:name="month" style:data-style-name="N1"/>'
    '<style:style style:name="blue" style:parent-style-name="month"/>'
    '<style:style style:name="year" style:data-style-name="N2"/>'
    '<style:style style:name="day" style:data-style-name="N3"/>'
)


@pytest.mark.parametrize(
    ("style", "day", "expected"),
    [
        ("month", "2026-06-01", "2026-06"),
        ("blue", "2026-06-01", "2026-06"),
        ("year", "2026-01-01", "2026"),
        ("day", "2026-06-01", dt.date(2026, 6, 1)),
        ("none", "2026-06-01", dt.date(2026, 6, 1)),
        ("month", "2026-06-15", dt.date(2026, 6, 15)),
    ],
)
def test_first_of_a_month_that_shows_no_day_is_the_month(
    tmp_path: Path, style: str, day: str, expected: object
) -> None:
    value = f'office:value-type="date" office:date-value="{day}" table:style-name="{style}"'
    row = f"<table:table-row>{a_cell(value)}</table:table-row>"

    assert first_row(an_ods(tmp_path / "a.ods", row, styles=STYLES)) == (expected,)


def test_cells_without_a_style_show_dates_as_their_row_or_column_does(tmp_path: Path) -> None:
    cell = a_cell('office:value-type="date" office:date-value="2026-01-01"')
    columns = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:default-cell-style-name="month"/>'
    )
    default = 'table:default-cell-style-name="year"'
    inside = (
        f"{columns}<table:table-row>{cell * 3}</table:table-row>"
        f"<table:table-row {default}>{cell * 3}</table:table-row>"
    )
    path = an_ods(tmp_path / "a.ods", inside, styles=STYLES)

    day = dt.date(2026, 1, 1)
    assert rows(path) == ((day, day, "2026-01"), ("2026", "2026", "2026"))


def test_columns_of_one_sheet_are_not_those_of_the_next(tmp_path: Path) -> None:
    cell = a_cell('office:value-type="date" office:date-value="2026-01-01"')
    row = f"<table:table-row>{cell}</table:table-row>"
    inside = (
        f'<table:table-column table:default-cell-style-name="month"/>{row}</table:table>'
        f'<table:table table:name="B">{row}'
    )
    path = an_ods(tmp_path / "a.ods", inside, styles=STYLES)

    assert [each.rows for each in read_book(path).tables] == [
        (("2026-01",),),
        ((dt.date(2026, 1, 1),),),
    ]


def test_styles_of_a_part_of_their_own_are_known(tmp_path: Path) -> None:
    value = 'office:value-type="date" office:date-value="2026-06-01" table:style-name="blue"'
    row = f"<table:table-row>{a_cell(value)}</table:table-row>"

    assert first_row(an_ods(tmp_path / "a.ods", row, shared=STYLES)) == ("2026-06",)


def test_text_has_its_lines_blanks_and_tabs(tmp_path: Path) -> None:
    inside = (
        '<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>'
        "<text:p><text:span>e</text:span>\n   f</text:p>"
    )
    path = of_cells(tmp_path, a_cell('office:value-type="string"', inside))

    assert first_row(path) == ("a   b\tc\nd\ne f",)


def test_blanks_in_a_row_take_no_time(tmp_path: Path) -> None:
    path = of_cells(tmp_path, text_cell("".join(f"a{' ' * 10_000}" for _ in range(6))))

    with quick():
        rows(path)


@pytest.mark.parametrize(
    ("text", "read"), [("a  b", "a  b"), ("a  \n b", "a b"), ("a\n  \tb", "a b"), ("a \n", "a ")]
)
def test_line_ends_of_the_file_are_blanks(tmp_path: Path, text: str, read: str) -> None:
    assert first_row(of_cells(tmp_path, text_cell(text))) == (read,)


def test_comments_and_pictures_are_no_text(tmp_path: Path) -> None:
    inside = (
        "<office:annotation><text:p>a comment</text:p></office:annotation>"
        "<text:p>id</text:p><frame><text:p>a picture</text:p></frame>"
    )
    path = of_cells(tmp_path, a_cell('office:value-type="string"', inside))

    assert first_row(path) == ("id",)


def test_links_are_found_in_cells_and_in_formulas(tmp_path: Path) -> None:
    inside = '<text:p><text:a xlink:href="https://example.org/a">Portal</text:a></text:p>'
    formula = 'table:formula=\'of:=HYPERLINK("https://example.org/b";"Site")\''
    path = of_cells(
        tmp_path,
        a_cell('office:value-type="string"', inside),
        text_cell("Site", formula),
    )

    assert table(path).links == {(0, 0): "https://example.org/a", (0, 1): "https://example.org/b"}


def test_merged_cells_have_their_value_at_the_top_left(tmp_path: Path) -> None:
    spans = 'table:number-columns-spanned="2" table:number-rows-spanned="1"'
    covered = "<table:covered-table-cell><text:p>under</text:p></table:covered-table-cell>"
    path = of_cells(tmp_path, text_cell("Milestones", spans), covered, text_cell("c"))

    assert table(path).merged == (Range(0, 0, 0, 1),)
    assert first_row(path) == ("Milestones", None, "c")


def test_repeated_rows_and_cells_with_values_are_all_there(tmp_path: Path) -> None:
    twice = text_cell("x", 'table:number-columns-repeated="2"')
    path = an_ods(
        tmp_path / "a.ods",
        '<table:table-row table:number-rows-repeated="2"/>'
        '<table:table-row table:number-rows-repeated="3">'
        '<table:table-cell table:number-columns-repeated="2"/>'
        f"{twice}</table:table-row>"
        f"<table:table-row>{text_cell('end')}</table:table-row>",
    )

    assert rows(path) == (
        *[(None, None, None, None)] * 2,
        *[(None, None, "x", "x")] * 3,
        ("end", None, None, None),
    )


def test_copies_of_other_files_are_no_tables(tmp_path: Path) -> None:
    path = an_ods(tmp_path / "a.ods", "<table:table-source/>")

    assert read_book(path).tables == ()


def test_days_from_1904_are_known(tmp_path: Path) -> None:
    path = of_cells(tmp_path, text_cell("x"))
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    setting = b'<office:spreadsheet><table:null-date table:date-value="1904-01-01"/>'
    parts["content.xml"] = parts["content.xml"].replace(b"<office:spreadsheet>", setting)
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)

    assert read_book(path).has_1904_dates
