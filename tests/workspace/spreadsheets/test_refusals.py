import os
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogdplan.errors import FileError
from ogdplan.workspace.spreadsheets import csv_reading, grid, parcel, xlsx_sheet, xml_parts
from ogdplan.workspace.spreadsheets.cells import CellError, Range
from ogdplan.workspace.spreadsheets.outgoing import OutBook, OutColumn, OutSheet
from ogdplan.workspace.spreadsheets.reading import MOST_BYTES, read_book
from ogdplan.workspace.spreadsheets.writing import write_book
from workspace.workbooks import an_ods, an_xlsx, first_row, quick, rows, table, text_cell

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


def refusal(path: Path) -> FileError:
    with pytest.raises(FileError) as caught:
        read_book(path)
    assert str(path) in caught.value.message
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), "a workbook of the old kind (.xls)"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("a.csv", OLE, "a document of an old Office program"),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table>", "it is a web page (HTML)"),
        ("a.csv", b"\xef\xbb\xbf\n<!DOCTYPE html>\n<p>Log in</p>", "it is a web page (HTML)"),
        ("a.xls", b'<?xml version="1.0"?><Workbook/>', "it is an XML file"),
        ("a.csv", b"%PDF-1.7\n", "it is a PDF document"),
        ("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(90), "it is a picture"),
        ("a.csv", bytes(range(32)) * 20, "it is no text and no workbook"),
        ("a.xlsx", b"", "it is empty"),
        ("a.xlsx", b"PK\x03\x04 and then nothing", "it is damaged or incomplete"),
    ],
)
def test_what_is_no_table_is_called_by_its_name(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert words in refusal(path).message


def test_many_comments_of_html_take_no_time(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("<!---->" * 23 + "x\nTitle,Due\n", encoding="utf-8")

    with quick():
        assert len(rows(path)) == 2
    path.write_text("<!-- > -->\n" * 26 + "<html>", encoding="utf-8")
    assert "it is a web page (HTML)" in refusal(path).message


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("word/document.xml", "a Word document"),
        ("xl/workbook.bin", "a binary workbook (.xlsb)"),
        ("Index/Document.iwa", "a Numbers document"),
        ("readme.txt", "a zip file, but no workbook"),
    ],
)
def test_other_zip_files_are_called_by_their_name(tmp_path: Path, part: str, words: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(part, "x")

    assert words in refusal(path).message


def test_text_document_of_libreoffice_is_no_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr("content.xml", "<x/>")

    assert "an OpenDocument text, no spreadsheet" in refusal(path).message


def test_workbook_named_csv_is_read_and_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "id"
    book.save(tmp_path / "a.xlsx")
    path = (tmp_path / "a.xlsx").rename(tmp_path / "a.csv")

    assert rows(path) == (("id",),)
    assert read_book(path).notes == ("it is called .csv but is an Excel workbook",)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_workbook_that_breaks_off_is_damaged(tmp_path: Path, share: float) -> None:
    book = openpyxl.Workbook()
    for number in range(500):
        book.active.append([number, f"text {number}"])
    book.save(tmp_path / "a.xlsx")
    path = tmp_path / "a.xlsx"
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])

    assert "it is damaged or incomplete" in refusal(path).message


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
@given(data=st.data())
@settings(deadline=None, max_examples=60)
def test_workbook_with_wrong_bytes_is_read_or_refused(suffix: str, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        columns = (OutColumn("Id"), OutColumn("Due"))
        row = ("a", date(2024, 3, 31))
        write_book(path, OutBook((OutSheet("A", columns, (row,)),), {"ogdplan": "x"}))
        with zipfile.ZipFile(path) as file:
            parts = {name: file.read(name) for name in file.namelist()}
        part = data.draw(st.sampled_from(sorted(parts)))
        parts[part] = _spoilt(data, parts[part])
        with zipfile.ZipFile(path, "w") as file:
            for name, content in parts.items():
                file.writestr(name, content)
        if data.draw(st.booleans()):
            path.write_bytes(_spoilt(data, path.read_bytes()))

        with suppress(FileError):
            read_book(path)


def _spoilt(data: st.DataObject, content: bytes) -> bytes:
    place = data.draw(st.integers(0, max(0, len(content) - 1)))
    length = data.draw(st.integers(0, 20))
    wrong = data.draw(st.one_of(st.binary(max_size=4), st.sampled_from([b"9", b"-", b"<a>", b'"'])))
    return content[:place] + wrong + content[place + length :]


def test_unknown_encoding_of_xml_is_damage(tmp_path: Path) -> None:
    for encoding in ("nonsense", "gbk", "idna"):
        head = f'<?xml version="1.0" encoding="{encoding}"?>'

        assert "damaged" in refusal(an_ods(tmp_path / "a.ods", "", head=head)).message


def test_rare_packing_is_refused(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path / "a.xlsx", "")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_LZMA) as file:
        file.writestr("x", "x")

    assert "packed as no spreadsheet program packs" in refusal(path).message


@pytest.mark.skipif(sys.platform == "win32", reason="asks for a pipe of POSIX")
def test_pipe_that_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.csv")

    assert "it is no file" in refusal(tmp_path / "a.csv").message


def test_sheet_that_is_missing_is_damage(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path / "a.xlsx", "")
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist() if "one.xml" not in name}
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)

    assert "xl/worksheets/one.xml is missing" in refusal(path).message


@pytest.mark.parametrize("make", [an_xlsx, an_ods])
def test_zip_bomb_is_refused_by_what_it_says(
    tmp_path: Path, make: Callable[[Path, str], Path]
) -> None:
    path = make(tmp_path / "a.zip", "")
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as file,
        file.open("bomb.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(parcel.MOST_BYTES // 2**20 + 1):
            part.write(bytes(2**20))

    assert path.stat().st_size < 2**20
    assert "it is too large: 201 MiB in" in refusal(path).message


def test_zip_bomb_that_lies_of_its_size_is_refused(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path / "a.xlsx", "<row/>" * 100_000)
    content = path.read_bytes()
    with zipfile.ZipFile(path) as file:
        real = file.getinfo("xl/worksheets/one.xml").file_size
    path.write_bytes(content.replace(real.to_bytes(4, "little"), (500).to_bytes(4, "little")))

    assert "it is damaged or incomplete" in refusal(path).message


def test_unpacked_bytes_are_counted(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path / "a.xlsx", "<row/>" * 10_000)
    book = parcel.Parcel(path, path.read_bytes())
    book.take(parcel.MOST_BYTES - 30_000)

    with (
        pytest.raises(FileError, match="more than 200 MiB"),
        book.part("xl/worksheets/one.xml") as part,
    ):
        part.read()


def test_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path / "a.xlsx", "")
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)

    assert "protected by a password" in refusal(path).message


def test_ods_with_a_password_is_refused(tmp_path: Path) -> None:
    path = an_ods(tmp_path / "a.ods", "", manifest="<file-entry><encryption-data/></file-entry>")

    assert "protected by a password" in refusal(path).message


@pytest.mark.parametrize(
    "head",
    [
        LAUGHS,
        '<!DOCTYPE w [<!ENTITY a SYSTEM "file:' + '///etc/passwd">]>',
        '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_xml_with_entities_is_refused(tmp_path: Path, head: str) -> None:
    for path in (
        an_xlsx(tmp_path / "a.xlsx", "", head=head),
        an_ods(tmp_path / "a.ods", "", head=head),
    ):
        assert "declares its own document type" in refusal(path).message


def test_xml_without_end_is_refused(tmp_path: Path) -> None:
    path = an_ods(tmp_path / "a.ods", "<table:table-row-group>" * 5_000)

    assert "nested without end" in refusal(path).message


def test_million_repeated_empty_cells_take_no_room(tmp_path: Path) -> None:
    path = an_ods(
        tmp_path / "a.ods",
        f"<table:table-row>{text_cell('a')}"
        '<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048575">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    )

    assert rows(path) == (("a",),)


def test_repeated_cells_with_a_value_are_counted_before_they_are_made(tmp_path: Path) -> None:
    cell = text_cell("a", 'table:number-columns-repeated="16384"')
    repeated = f'<table:table-row table:number-rows-repeated="999999">{cell}</table:table-row>'
    path = an_ods(tmp_path / "a.ods", repeated)

    assert "more than 2,000,000 cells" in refusal(path).message


def test_text_longer_than_a_cell_holds_is_an_error(tmp_path: Path) -> None:
    texts = ("a" * grid.MOST_TEXT, "a" * (grid.MOST_TEXT + 1))
    shared = "".join(f"<si><t>{text}</t></si>" for text in texts)
    cells = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
    row = f"<table:table-row>{''.join(map(text_cell, texts))}</table:table-row>"

    for path in (
        an_xlsx(tmp_path / "a.xlsx", cells, texts=shared),
        an_ods(tmp_path / "a.ods", row),
    ):
        whole, long = first_row(path)
        assert whole == texts[0]
        assert long == CellError("a text of more than 50,000 characters", "shorten it")


def test_blanks_of_an_ods_file_fill_a_cell_only_once(tmp_path: Path) -> None:
    blanks = '<text:s text:c="999"/>' * 50_000 + "<text:p/>" * 60_000
    row = f"<table:table-row>{text_cell(blanks)}</table:table-row>"

    tracemalloc.start()
    try:
        read = first_row(an_ods(tmp_path / "a.ods", row))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert isinstance(read[0], CellError)
    assert peak < 20_000_000


def test_blanks_of_an_ods_file_count_before_they_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grid, "MOST_CHARACTERS", 99_999)
    path = an_ods(tmp_path / "a.ods", text_cell('<text:s text:c="1000"/>' * 100))

    assert "more than 99,999 characters in its cells" in refusal(path).message


def test_elements_of_a_part_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_parts, "MOST_ELEMENTS", 20)
    path = an_ods(tmp_path / "a.ods", text_cell("<text:p/>" * 20))

    assert "more than 20 elements in content.xml" in refusal(path).message


@pytest.mark.parametrize("make", ["xlsx", "ods"])
def test_text_that_many_cells_share_counts_in_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: str
) -> None:
    monkeypatch.setattr(grid, "MOST_CHARACTERS", 200_000)
    text = "a" * 50_000
    if make == "xlsx":
        cells = '<row><c t="s"><v>0</v></c></row>'
        path = an_xlsx(tmp_path / "a.xlsx", cells * 4, texts=f"<si><t>{text}</t></si>")
        assert len(rows(path)) == 4
        path = an_xlsx(tmp_path / "a.xlsx", cells * 5, texts=f"<si><t>{text}</t></si>")
    else:
        row = f'<table:table-row table:number-rows-repeated="5">{text_cell(text)}</table:table-row>'
        path = an_ods(tmp_path / "a.ods", row)

    assert "more than 200,000 characters in its cells" in refusal(path).message


def test_cell_far_away_takes_no_room(tmp_path: Path) -> None:
    path = an_xlsx(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="C1048576"><v>2</v></c></row>',
    )

    read = table(path)

    assert read.rows == ((1, None, None), (None, None, None), (None, None, 2))
    assert [read.row_number(index) for index in range(3)] == [1, 2, grid.MOST_ROWS]


def test_cell_in_the_last_corner_of_the_sheet_takes_no_time(tmp_path: Path) -> None:
    inside = '<row r="1"><c r="A1"><v>1</v></c></row><row><c r="XFD1048576"><v>2</v></c></row>'
    after = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'

    with quick():
        read = table(an_xlsx(tmp_path / "a.xlsx", inside, after=after))
    assert (len(read.rows), len(read.rows[0])) == (3, 16_384)


def test_empty_rows_between_rows_stay_where_they_are_few(tmp_path: Path) -> None:
    inside = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in (2, 33, 65))
    inside += '<row r="67"><c r="A67"><f>HYPERLINK("https://a.org")</f><v>1</v></c></row>'
    after = '<mergeCells><mergeCell ref="A65:B67"/><mergeCell ref="A40:A66"/></mergeCells>'
    path = an_xlsx(tmp_path / "a.xlsx", inside, after=after)

    read = table(path)

    assert [read.row_number(index) for index in range(1, 37)] == [*range(2, 35), 65, 66, 67]
    assert read.merged == (Range(34, 0, 36, 0),)
    assert read.links == {(36, 0): "https://a.org"}


def test_merged_cells_over_each_other_are_damage(tmp_path: Path) -> None:
    inside = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in (1, 2, 3, 4))
    merged = '<mergeCell ref="A1:B2"/><mergeCell ref="A3:A1048576"/>'
    path = an_xlsx(tmp_path / "a.xlsx", inside, after=f"<mergeCells>{merged}</mergeCells>")
    assert table(path).merged == (Range(0, 0, 1, 0), Range(2, 0, 3, 0))

    path = an_xlsx(tmp_path / "a.xlsx", inside, after=f"<mergeCells>{merged * 9}</mergeCells>")
    assert 'merged cells of the sheet "A" lie over each other' in refusal(path).message


def test_cells_that_are_merged_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_sheet, "MOST_STORED_CELLS", 50)
    merged = '<mergeCell ref="A2:A1"/>' * 51

    path = an_xlsx(tmp_path / "a.xlsx", "", after=f"<mergeCells>{merged}</mergeCells>")

    assert "more than 50 cells in a sheet" in refusal(path).message


def test_many_rows_out_to_the_last_column_are_refused_with_its_letters(tmp_path: Path) -> None:
    inside = "".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(1, 400))
    path = an_xlsx(tmp_path / "a.xlsx", inside)

    assert 'the sheet "A" has cells out to column XFD' in refusal(path).message


def test_places_that_no_sheet_has_do_no_harm(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path / "a.xlsx", '<row r="x"><c r="ZZZZ99999999"><v>1</v></c></row>')

    assert first_row(path) == (1,)


def test_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n" * (MOST_BYTES // 4 + 1))

    assert "more than 16 MiB" in refusal(path).message


def test_millions_of_empty_lines_are_too_many_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_reading, "MOST_CELLS", 100)
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n" + b"\n" * 99)

    assert "more than 100 cells" in refusal(path).message


def test_file_that_is_missing_and_folder_are_refused(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "gone.csv").message
    assert "cannot read" in refusal(tmp_path).message


@pytest.mark.skipif(sys.platform == "win32", reason="asks for a device of POSIX")
def test_device_is_no_file() -> None:
    assert "it is no file" in refusal(Path(os.devnull)).message
