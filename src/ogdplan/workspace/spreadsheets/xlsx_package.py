"""What an xlsx file says of itself beside its cells: sheets, shared texts, styles, properties."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ogdplan.workspace.spreadsheets import number_formats
from ogdplan.workspace.spreadsheets.number_formats import Kind
from ogdplan.workspace.spreadsheets.parcel import Parcel
from ogdplan.workspace.spreadsheets.refusals import too_large
from ogdplan.workspace.spreadsheets.xml_parts import Handler, NamedTexts, parse

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which no file can hold."""

_TRUE = frozenset({"1", "true", "on"})
_MOST_TEXTS = 2_000_000
_CUSTOM = "docProps/custom.xml"


def unescaped(text: str) -> str:
    """Return a text of a workbook with `_x000D_` and its like turned into their characters."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: _SURROGATE.sub("\ufffd", chr(int(match[1], 16))), text)


@dataclass(frozen=True, slots=True)
class Relation:
    """Another part or an address that a part refers to."""

    target: str
    kind: str
    is_external: bool


class _Relations(Handler):
    def __init__(self) -> None:
        self.found: dict[str, Relation] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship":
            self.found[attributes.get("Id", "")] = Relation(
                attributes.get("Target", ""),
                attributes.get("Type", "").rpartition("/")[2],
                attributes.get("TargetMode") == "External",
            )


def relations(parcel: Parcel, part: str) -> Mapping[str, Relation]:
    """Return what a part refers to, by the id that it uses; parts are named from the root."""
    folder, name = posixpath.split(part)
    file = posixpath.join(folder, "_rels", f"{name}.rels")
    reader = _Relations()
    if parcel.has(file):
        parse(parcel, file, reader)
    return {key: _from_root(relation, folder) for key, relation in reader.found.items()}


def _from_root(relation: Relation, folder: str) -> Relation:
    if relation.is_external:
        return relation
    joined = posixpath.join("/", folder, relation.target.replace("\\", "/"))
    return Relation(posixpath.normpath(joined).lstrip("/"), relation.kind, is_external=False)


def part_of_kind(found: Mapping[str, Relation], kind: str) -> str | None:
    """Return the first part of a kind, such as `styles`."""
    return next((each.target for each in found.values() if each.kind == kind), None)


@dataclass(slots=True)
class Workbook(Handler):
    """The sheets in their order: name, id of its part, whether it is hidden."""

    has_1904_dates: bool = False
    sheets: list[tuple[str, str, bool]] = field(default_factory=list)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element."""
        if name == "workbookPr":
            self.has_1904_dates = attributes.get("date1904", "0") in _TRUE
        elif name == "sheet":
            part = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            is_hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), part, is_hidden))


class SharedTexts(Handler):
    """The texts that cells name by number; runs of a rich text are joined, readings left out."""

    def __init__(self, parcel: Parcel) -> None:
        self.texts: list[str] = []
        self._parcel = parcel
        self._pieces: list[str] = []
        self._is_in_text = False
        self._is_in_reading = False

    def start(self, name: str, _: Mapping[str, str]) -> None:
        """Take an element."""
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._is_in_reading = True
        elif name == "t":
            self._is_in_text = not self._is_in_reading

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name == "t":
            self._is_in_text = False
        elif name == "rPh":
            self._is_in_reading = False
        elif name == "si":
            self.texts.append(unescaped("".join(self._pieces)))
            if len(self.texts) > _MOST_TEXTS:
                raise too_large(self._parcel.path, f"more than {_MOST_TEXTS:,} texts")

    def text(self, text: str) -> None:
        """Take text."""
        if self._is_in_text:
            self._pieces.append(text)


class Styles(Handler):
    """What each style of a cell makes of a number, by the number of the style."""

    def __init__(self) -> None:
        self.kinds: list[Kind] = []
        self._own: dict[str, Kind] = {}
        self._is_in_cells = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element."""
        if name == "numFmt":
            code = attributes.get("formatCode", "")
            self._own[attributes.get("numFmtId", "")] = number_formats.kind_of_code(code)
        elif name == "cellXfs":
            self._is_in_cells = True
        elif name == "xf" and self._is_in_cells:
            self.kinds.append(self._kind(attributes.get("numFmtId", "0")))

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name == "cellXfs":
            self._is_in_cells = False

    def _kind(self, number: str) -> Kind:
        if number in self._own:
            return self._own[number]
        return number_formats.kind_of_id(int(number)) if number.isdecimal() else Kind.NUMBER


def properties(parcel: Parcel) -> Mapping[str, str]:
    """Return the custom properties of the document, all as text."""
    reader = NamedTexts("property")
    if parcel.has(_CUSTOM):
        parse(parcel, _CUSTOM, reader)
    return {name: unescaped(text).strip() for name, text in reader.found.items()}
