"""The sheets of an ods file, as its content streams by."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ogdplan.workspace.spreadsheets import number_formats
from ogdplan.workspace.spreadsheets.cells import NO_STORED_VALUE, CellError, CellValue, Range, Table
from ogdplan.workspace.spreadsheets.formula_text import address_in, plain
from ogdplan.workspace.spreadsheets.grid import MOST_STORED_CELLS, MOST_TEXT, Budget, Grid
from ogdplan.workspace.spreadsheets.number_formats import Kind
from ogdplan.workspace.spreadsheets.ods_dates import DateStyles
from ogdplan.workspace.spreadsheets.refusals import too_large
from ogdplan.workspace.spreadsheets.xml_parts import Handler

_BLANKS = re.compile(r"(?<! ) *[\t\r\n][ \t\r\n]*")
"""What becomes one blank. Two blanks in a row do not: LibreOffice writes them as they are.

It is looked for where blanks begin, not from each of them anew.
"""

_ERROR = re.compile(r"(?:#[A-Z/0!?]+[!?]?|Err:[0-9]+)\Z")
_ASIDE = frozenset({"annotation", "shapes", "tracked-changes", "dde-links", "forms", "frame"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_PLACES = frozenset({"float", "percentage", "currency"})


def _times(attributes: Mapping[str, str], name: str) -> int:
    """Return how often a row, a cell or a blank is repeated; a wrong number is once."""
    text = attributes.get(name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 10 else 1


@dataclass(slots=True)
class _Cell:
    attributes: Mapping[str, str]
    is_covered: bool
    paragraphs: list[list[str]] = field(default_factory=list)
    link: str | None = None
    length: int = 0

    def start_paragraph(self) -> None:
        """Begin another paragraph."""
        if self.length <= MOST_TEXT:
            self.paragraphs.append([])
            self.length += 1

    def add(self, text: str) -> None:
        """Take more text, until that is more than a cell can hold."""
        if self.length <= MOST_TEXT:
            self.paragraphs[-1].append(text)
            self.length += len(text)


@dataclass(slots=True)
class _Sheet:
    name: str
    is_hidden: bool
    grid: Grid
    row: int = 0
    column: int = 0
    row_times: int = 1
    merged: list[Range] = field(default_factory=list)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    is_copy: bool = False


class ContentReader(Handler):
    """Takes `content.xml`; `tables` and `has_1904_dates` are what it found."""

    def __init__(self, budget: Budget, dates: DateStyles) -> None:
        self.tables: list[Table] = []
        self.has_1904_dates = False
        self._budget = budget
        self._dates = dates
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._sheet: _Sheet | None = None
        self._cell: _Cell | None = None
        self._aside = 0
        self._stored_cells = 0
        self._is_in_paragraph = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element."""
        if self._aside or name in _ASIDE:
            self._aside += 1
        elif name in _CELLS:
            self._cell = _Cell(attributes, is_covered=name != "table-cell")
        elif self._cell is not None:
            self._start_text(self._cell, name, attributes)
        elif name == "table-row" and self._sheet:
            self._sheet.row_times = _times(attributes, "table:number-rows-repeated")
            self._sheet.column = 0
            self._dates.start_row(attributes)
        elif name == "table":
            self._dates.start_table()
            self._start_table(attributes)
        elif name == "table-column":
            times = _times(attributes, "table:number-columns-repeated")
            self._dates.start_columns(attributes, times)
        elif name == "table-source" and self._sheet:
            self._sheet.is_copy = True
        else:
            self._start_setting(name, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if self._aside:
            self._aside -= 1
        elif name in _CELLS and self._cell and self._sheet:
            self._end_cell(self._sheet, self._cell)
            self._cell = None
        elif name == "p":
            self._is_in_paragraph = False
        elif name == "table-row" and self._sheet:
            self._sheet.grid.repeat(self._sheet.row, self._sheet.row_times)
            self._sheet.row += self._sheet.row_times
        elif name == "table" and self._sheet:
            self._end_table(self._sheet)
            self._sheet = None

    def text(self, text: str) -> None:
        """Take text."""
        if self._is_in_paragraph and not self._aside and self._cell:
            self._cell.add(_BLANKS.sub(" ", text))

    def _start_setting(self, name: str, attributes: Mapping[str, str]) -> None:
        self._dates.start(name, attributes)
        if name == "style":
            self._style = attributes.get("style:name", "")
        elif name == "table-properties" and attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)
        elif name == "null-date":
            self.has_1904_dates = attributes.get("table:date-value", "").startswith("1904")

    def _start_table(self, attributes: Mapping[str, str]) -> None:
        is_hidden = attributes.get("table:style-name") in self._hidden_styles
        grid = Grid(self._budget)
        self._sheet = _Sheet(attributes.get("table:name", ""), is_hidden, grid)

    def _start_text(self, cell: _Cell, name: str, attributes: Mapping[str, str]) -> None:
        if name == "p":
            cell.start_paragraph()
            self._is_in_paragraph = True
        elif name == "a":
            cell.link = cell.link or attributes.get("xlink:href")
        elif self._is_in_paragraph and name == "s":
            blanks = min(_times(attributes, "text:c"), 1000)
            self._budget.take(0, blanks)
            cell.add(" " * blanks)
        elif self._is_in_paragraph and name in {"line-break", "tab"}:
            cell.add("\n" if name == "line-break" else "\t")

    def _end_cell(self, sheet: _Sheet, cell: _Cell) -> None:
        self._stored_cells += 1
        if self._stored_cells > MOST_STORED_CELLS:
            raise too_large(self._budget.path, f"more than {MOST_STORED_CELLS:,} cells")
        times = _times(cell.attributes, "table:number-columns-repeated")
        value = None if cell.is_covered else self._value(sheet, cell)
        if value is not None:
            self._budget.take(times - 1)
            for column in range(sheet.column, sheet.column + times):
                sheet.grid.put(sheet.row, column, value)
        formula = cell.attributes.get("table:formula", "")
        if value is not None and (link := cell.link or address_in(formula)):
            sheet.links[sheet.row, sheet.column] = link
        _merge(sheet, cell)
        sheet.column += times

    def _value(self, sheet: _Sheet, cell: _Cell) -> CellValue:
        is_date = cell.attributes.get("office:value-type") == "date"
        kind = self._dates.kind(cell.attributes, sheet.column) if is_date else Kind.NUMBER
        return _value(cell, kind)

    def _end_table(self, sheet: _Sheet) -> None:
        # A copy of another file's sheet, which LibreOffice keeps for formulas that name it.
        if not sheet.is_copy:
            self.tables.append(
                sheet.grid.table(sheet.name, sheet.merged, sheet.links, is_hidden=sheet.is_hidden)
            )


def _merge(sheet: _Sheet, cell: _Cell) -> None:
    rows = _times(cell.attributes, "table:number-rows-spanned")
    columns = _times(cell.attributes, "table:number-columns-spanned")
    if rows > 1 or columns > 1:
        bottom, right = sheet.row + rows - 1, sheet.column + columns - 1
        sheet.merged.append(Range(sheet.row, sheet.column, bottom, right))


def _value(cell: _Cell, shown_as: Kind) -> CellValue:
    attributes = cell.attributes
    shown = "\n".join(map("".join, cell.paragraphs))
    is_formula = "table:formula" in attributes
    kind = attributes.get("office:value-type")
    if attributes.get("calcext:value-type") == "error" or (is_formula and _ERROR.match(shown)):
        return CellError(shown or "#VALUE!")
    if kind in _PLACES:
        read = number_formats.percentage if kind == "percentage" else number_formats.number
        value = read(attributes.get("office:value", shown))
        return None if value == "" else value
    if kind == "boolean":
        return attributes.get("office:boolean-value") == "true"
    if kind == "date":
        return number_formats.iso_moment(attributes.get("office:date-value", shown), shown_as)
    if kind is None and is_formula and not shown:
        return CellError(NO_STORED_VALUE)
    text = shown or attributes.get("office:string-value", "")
    return plain(text) or None
