"""Reading an ods file, as LibreOffice and others write it."""

from collections.abc import Mapping
from pathlib import Path

from ogdplan.workspace.spreadsheets.cells import Book
from ogdplan.workspace.spreadsheets.grid import Budget
from ogdplan.workspace.spreadsheets.ods_content import ContentReader
from ogdplan.workspace.spreadsheets.ods_dates import DateStyles
from ogdplan.workspace.spreadsheets.parcel import Parcel
from ogdplan.workspace.spreadsheets.refusals import has_password
from ogdplan.workspace.spreadsheets.xml_parts import Handler, NamedTexts, parse

_MANIFEST = "META-INF/manifest.xml"


def read(path: Path, parcel: Parcel) -> Book:
    """Return the sheets of an ods file."""
    if parcel.has(_MANIFEST):
        parse(parcel, _MANIFEST, _Manifest(path))
    dates = DateStyles()
    if parcel.has("styles.xml"):
        parse(parcel, "styles.xml", dates)
    content = ContentReader(Budget(path), dates)
    parse(parcel, "content.xml", content)
    properties = NamedTexts("user-defined")
    if parcel.has("meta.xml"):
        parse(parcel, "meta.xml", properties)
    return Book(
        path,
        "ods",
        tuple(content.tables),
        has_1904_dates=content.has_1904_dates,
        properties=properties.found,
    )


class _Manifest(Handler):
    def __init__(self, path: Path) -> None:
        self._path = path

    def start(self, name: str, _: Mapping[str, str]) -> None:
        if name == "encryption-data":
            raise has_password(self._path)
