"""Workbooks put together by hand, to hold what no program would write."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time

from ogdplan.workspace.spreadsheets.cells import Book, CellValue, Row, Table
from ogdplan.workspace.spreadsheets.reading import read_book

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


@contextmanager
def quick(seconds: float = 1) -> Iterator[None]:
    """Fail where what is done takes longer than that of the processor's time."""
    begun = process_time()
    yield
    assert process_time() - begun < seconds


def an_xlsx(path: Path, rows: str, *, after: str = "", head: str = "", texts: str = "") -> Path:
    """Write a workbook of one sheet, given what stands inside its `sheetData`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("_rels/.rels", _relations("officeDocument", "xl/workbook.xml"))
        file.writestr(
            "xl/workbook.xml",
            f'{head}<workbook xmlns="{_MAIN}" xmlns:r="{_KINDS}"><sheets>'
            '<sheet name="A" sheetId="1" r:id="rId0"/></sheets></workbook>',
        )
        file.writestr(
            "xl/_rels/workbook.xml.rels",
            _relations("worksheet", "worksheets/one.xml", "sharedStrings", "texts.xml"),
        )
        file.writestr("xl/texts.xml", f'<sst xmlns="{_MAIN}">{texts}</sst>')
        file.writestr(
            "xl/worksheets/one.xml",
            f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>',
        )
    return path


def _relations(*pairs: str) -> str:
    inside = "".join(
        f'<Relationship Id="rId{index}" Type="{_KINDS}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(zip(pairs[::2], pairs[1::2], strict=True))
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'


def an_ods(
    path: Path, rows: str, *, head: str = "", manifest: str = "", styles: str = "", shared: str = ""
) -> Path:
    """Write a spreadsheet of one table, given its rows and styles.

    `styles` are those of the cells, `shared` those in a part of their own.
    """
    spaces = " ".join(
        f'xmlns:{name}="{_OFFICE}:{name}:1.0"'
        for name in ("office", "table", "text", "meta", "style", "number")
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr(
            "content.xml",
            f'{head}<office:document-content {spaces} xmlns:xlink="x" xmlns:calcext="y">'
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f'<office:body><office:spreadsheet><table:table table:name="A">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        if shared:
            file.writestr("styles.xml", f"<office:styles {spaces}>{shared}</office:styles>")
        file.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return path


def text_cell(text: str, attributes: str = "") -> str:
    """Return a cell of an ods file."""
    return (
        f'<table:table-cell office:value-type="string" {attributes}>'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def table(path: Path) -> Table:
    """Return the first table of a file."""
    return read_book(path).tables[0]


def rows(path: Path) -> tuple[Row, ...]:
    """Return the rows of the first table of a file."""
    return table(path).rows


def first_row(path: Path) -> tuple[CellValue, ...]:
    """Return the first row of the first table of a file."""
    return rows(path)[0]


def shown(book: Book) -> dict[str, tuple[Row, ...]]:
    """Return the rows of each table that is not hidden."""
    return {each.name: each.rows for each in book.tables if not each.is_hidden}
