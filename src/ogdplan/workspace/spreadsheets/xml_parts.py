"""XML as workbooks hold it, read as it streams by.

Documents that declare entities are refused, so that none can grow (a "billion laughs") or name
another file; no workbook needs them. Expat by itself fetches nothing.
"""

from collections.abc import Mapping
from xml.parsers import expat

from ogdplan.workspace.spreadsheets.parcel import Parcel, Part
from ogdplan.workspace.spreadsheets.refusals import NotReadError, damaged, too_large

_DEEPEST = 200
MOST_ELEMENTS = 10_000_000
"""Elements of a part: two million cells have fewer, and more take minutes to go by."""


class Handler:
    """What is told of a document, and takes of it what it has a method of its own for.

    Names come without prefix, attributes with theirs.
    """

    __slots__ = ()

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take text, perhaps in several pieces."""


class NamedTexts(Handler):
    """Collects the texts of one kind of element, by the name that each has as an attribute."""

    def __init__(self, element: str) -> None:
        self.found: dict[str, str] = {}
        self._element = element
        self._name: str | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element."""
        if name == self._element:
            self._name = attribute(attributes, "name")

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name == self._element:
            self._name = None

    def text(self, text: str) -> None:
        """Take text."""
        if self._name is not None:
            self.found[self._name] = self.found.get(self._name, "") + text


def parse(parcel: Parcel, part: str, handler: Handler) -> None:
    """Tell the handler what a part holds; raises NotReadError where it is no harmless XML."""
    with parcel.part(part) as stream:
        _parse(parcel, part, stream, handler)


def _parse(parcel: Parcel, part: str, stream: Part, handler: Handler) -> None:
    try:
        _parser(parcel, part, handler).ParseFile(stream)
    except expat.ExpatError as error:
        raise damaged(parcel.path, f"{part}, line {error.lineno}") from error
    except (ValueError, LookupError) as error:
        # An encoding that is unknown, or a number of thousands of digits.
        raise damaged(parcel.path, part) from error


def _parser(parcel: Parcel, part: str, handler: Handler) -> expat.XMLParserType:
    local: dict[str, str] = {}
    depth = elements = 0

    def refuse(*_: object) -> None:
        reason = f"{part} declares its own document type, which no spreadsheet program writes"
        raise NotReadError(parcel.path, reason)

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if elements > MOST_ELEMENTS:
            raise too_large(parcel.path, f"more than {MOST_ELEMENTS:,} elements in {part}")
        if depth > _DEEPEST:
            raise damaged(parcel.path, f"{part} is nested without end")
        if name not in local:
            local[name] = name.rpartition(":")[2]
        handler.start(local[name], attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(local[name])

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 65_536
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    return parser


def attribute(attributes: Mapping[str, str], name: str) -> str | None:
    """Return an attribute, whatever its prefix is; None where there is none."""
    found = attributes.get(name)
    if found is None:
        ending = f":{name}"
        found = next((value for key, value in attributes.items() if key.endswith(ending)), None)
    return found
