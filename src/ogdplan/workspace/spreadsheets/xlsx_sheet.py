"""The cells of one sheet of an xlsx file."""

import re
from collections.abc import Mapping, Sequence

from ogdplan.workspace.spreadsheets import number_formats
from ogdplan.workspace.spreadsheets.cells import NO_STORED_VALUE, CellError, CellValue, Range
from ogdplan.workspace.spreadsheets.formula_text import address_in, plain
from ogdplan.workspace.spreadsheets.grid import MOST_ROWS, MOST_STORED_CELLS, Grid
from ogdplan.workspace.spreadsheets.number_formats import Kind
from ogdplan.workspace.spreadsheets.refusals import too_large
from ogdplan.workspace.spreadsheets.xlsx_package import Relation, unescaped
from ogdplan.workspace.spreadsheets.xml_parts import Handler

MOST_COLUMNS = 16_384

_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})\Z")


def place(reference: str) -> tuple[int, int] | None:
    """Return row and column of `B3`, counted from 0; None where it is no place of a sheet."""
    match = _PLACE.match(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(match[2])
    is_there = 0 < row <= MOST_ROWS and column <= MOST_COLUMNS
    return (row - 1, column - 1) if is_there else None


def area(reference: str) -> Range | None:
    """Return the cells of `B3:D4`, or of `B3`."""
    first, _, last = reference.partition(":")
    start, end = place(first), place(last or first)
    return Range(*start, *end) if start and end else None


class SheetReader(Handler):
    """Takes a sheet as it streams by; `grid`, `merged` and `links` are what it found."""

    def __init__(
        self,
        grid: Grid,
        texts: Sequence[str],
        kinds: Sequence[Kind],
        relations: Mapping[str, Relation],
        *,
        has_1904_dates: bool,
    ) -> None:
        self.grid = grid
        self.merged: list[Range] = []
        self.links: dict[tuple[int, int], str] = {}
        self.is_sheet = False
        self._path = grid.path
        self._texts = texts
        self._kinds = kinds
        self._relations = relations
        self._has_1904_dates = has_1904_dates
        self._row = -1
        self._column = -1
        self._stored_cells = 0
        self._type = "n"
        self._style = 0
        self._formula: list[str] | None = None
        self._value: list[str] | None = None
        self._into: list[str] | None = None
        self._is_in_reading = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element."""
        if name == "c":
            self._start_cell(attributes)
        elif name in {"v", "t"}:
            self._value = self._value if self._value is not None else []
            self._into = None if self._is_in_reading else self._value
        elif name == "f":
            self._formula = self._into = []
        elif name == "row":
            self._start_row(attributes)
        else:
            self._start_rare(name, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name in {"v", "t", "f"}:
            self._into = None
        elif name == "rPh":
            self._is_in_reading = False
        elif name == "c":
            self.grid.put(self._row, self._column, self._cell())

    def text(self, text: str) -> None:
        """Take text."""
        if self._into is not None:
            self._into.append(text)

    def _start_rare(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "rPh":
                self._is_in_reading = True
            case "mergeCell":
                self._count()
                if found := area(attributes.get("ref", "")):
                    self.merged.append(found)
            case "hyperlink":
                self._link(attributes)
            case "worksheet":
                self.is_sheet = True

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r", "")
        self._row = int(number) - 1 if number.isdecimal() and len(number) < 8 else self._row + 1
        self._column = -1

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        self._count()
        found = place(attributes.get("r", ""))
        self._row, self._column = found or (max(self._row, 0), self._column + 1)
        self._type = attributes.get("t", "n")
        style = attributes.get("s", "0")
        self._style = int(style) if style.isdecimal() else 0
        self._formula = self._value = self._into = None

    def _count(self) -> None:
        self._stored_cells += 1
        if self._stored_cells > MOST_STORED_CELLS:
            raise too_large(self._path, f"more than {MOST_STORED_CELLS:,} cells in a sheet")

    def _cell(self) -> CellValue:
        if self._formula and (url := address_in("".join(self._formula))):
            self.links[self._row, self._column] = url
        if self._value is None:
            return CellError(NO_STORED_VALUE) if self._formula is not None else None
        return self._valued("".join(self._value))

    def _valued(self, text: str) -> CellValue:
        match self._type:
            case "s":
                known = text.isdecimal() and int(text) < len(self._texts)
                return plain(self._texts[int(text)]) or None if known else CellError("#REF!")
            case "str" | "inlineStr":
                return plain(unescaped(text)) or None
            case "b":
                return text.strip() in {"1", "true"}
            case "e":
                return CellError(text or "#VALUE!")
            case "d":
                return number_formats.iso_moment(text, self._kind)
            case _:
                return self._number(text)

    def _number(self, text: str) -> CellValue:
        if not text.strip():
            return CellError(NO_STORED_VALUE) if self._formula is not None else None
        if self._kind is Kind.NUMBER:
            return number_formats.number(text)
        if self._kind is Kind.PERCENTAGE:
            return number_formats.percentage(text)
        return number_formats.day(text, self._kind, has_1904_dates=self._has_1904_dates)

    @property
    def _kind(self) -> Kind:
        return self._kinds[self._style] if self._style < len(self._kinds) else Kind.NUMBER

    def _link(self, attributes: Mapping[str, str]) -> None:
        key = next((value for name, value in attributes.items() if name.endswith(":id")), None)
        relation = self._relations.get(key) if key else None
        found = area(attributes.get("ref", ""))
        if found and relation and relation.is_external:
            location = attributes.get("location")
            end = f"#{location}" if location else ""
            self.links[found.top, found.left] = relation.target + end
