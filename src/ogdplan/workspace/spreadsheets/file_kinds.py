"""What a file is by what it holds, whatever it is called."""

import re
from pathlib import Path
from typing import Literal

from ogdplan.workspace.spreadsheets.parcel import Parcel
from ogdplan.workspace.spreadsheets.refusals import SAVE_AS, NotReadError, has_password

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_BOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_OTHERS = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file (.gz); unpack it first"),
    (b"7z\xbc\xaf", "a compressed file (.7z); unpack it first"),
    (b"Rar!", "a compressed file (.rar); unpack it first"),
    (b"SQLite format 3\0", "a SQLite database"),
    (b"{\\rtf", "a text document (.rtf)"),
    (b"PAR1", "a Parquet file"),
)
_HTML = re.compile(
    # A comment ends at its first mark, also when the rest fails: else each one doubles the time.
    rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*"
    rb"<(?:!doctype html|html|head|body|table|meta|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*<\?xml\b", re.IGNORECASE)
_ZIPS = (
    ("xl/workbook.bin", "a binary workbook (.xlsb)"),
    ("word/", "a Word document"),
    ("ppt/", "a presentation"),
    ("index/document.iwa", "a Numbers document of Apple; export it to Excel or CSV first"),
    ("index/", "a document of an Apple program; export it to Excel or CSV first"),
)


def refuse_others(path: Path, content: bytes) -> None:
    """Raise NotReadError where the content is known to be something else than a table."""
    if content.startswith(_OLE):
        raise _ole(path, content)
    for magic, what in _OTHERS:
        if content.startswith(magic):
            raise NotReadError(path, f"it is {what}")
    start = content[:4096].removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(start):
        reason = "it is a web page (HTML), though its name does not say so"
        raise NotReadError(path, _not_said(path, reason, (".html", ".htm")))
    if _XML.match(start):
        raise NotReadError(path, "it is an XML file")


def _not_said(path: Path, reason: str, suffixes: tuple[str, ...]) -> str:
    return reason.partition(",")[0] if path.suffix.lower() in suffixes else reason


def _ole(path: Path, content: bytes) -> NotReadError:
    if _ENCRYPTED in content:
        return has_password(path)
    if any(name in content for name in _OLD_BOOKS):
        hint = "open it in Excel or LibreOffice and save it as .xlsx"
        return NotReadError(path, "it is a workbook of the old kind (.xls)", hint=hint)
    return NotReadError(path, "it is a document of an old Office program")


def kind_of_zip(parcel: Parcel) -> Literal["xlsx", "ods"]:
    """Return which kind of workbook a zip file is; raises NotReadError where it is none."""
    if parcel.has("xl/workbook.xml"):
        return "xlsx"
    for part, what in _ZIPS:
        if parcel.has(part) or (part.endswith("/") and parcel.starts(part)):
            raise NotReadError(parcel.path, f"it is {what}")
    if parcel.has("[Content_Types].xml") and parcel.has("_rels/.rels"):
        return "xlsx"
    if not parcel.has("content.xml"):
        hint = f"unpack it if the table is inside; else {SAVE_AS}"
        raise NotReadError(parcel.path, "it is a zip file, but no workbook", hint=hint)
    if parcel.has("mimetype"):
        with parcel.part("mimetype") as stream:
            mimetype = stream.read(200).decode("ascii", "replace").strip()
        if "opendocument" in mimetype and "spreadsheet" not in mimetype:
            what = mimetype.rpartition(".")[2]
            raise NotReadError(parcel.path, f"it is an OpenDocument {what}, no spreadsheet")
    return "ods"
