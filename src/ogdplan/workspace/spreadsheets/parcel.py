"""Workbooks are zip files: what one holds, unpacked only within bounds."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ogdplan.workspace.spreadsheets.refusals import damaged, has_password, too_large

MOST_BYTES = 200 * 1024 * 1024
"""What a file may unpack to, as it says itself and as it is."""

MOST_PARTS = 5_000

_MIB = 1024 * 1024

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    ValueError,
)
"""What the zip file of the standard library raises where bytes are wrong."""

_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


class Parcel:
    """The parts of a workbook by name; nothing in it is ever written to the disk."""

    def __init__(self, path: Path, content: bytes) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise damaged(path, "the zip file breaks off") from error
        parts = self._zip.infolist()
        size = sum(part.file_size for part in parts)
        if size > MOST_BYTES or len(parts) > MOST_PARTS:
            raise too_large(path, f"{size // _MIB} MiB in {len(parts)} parts when unpacked")
        if any(part.flag_bits & 0x1 for part in parts):
            raise has_password(path)
        if any(part.compress_type not in _PACKINGS for part in parts):
            raise damaged(path, "it is packed as no spreadsheet program packs")
        self._names = {part.filename.replace("\\", "/").lower(): part for part in parts}
        self._left = MOST_BYTES

    def has(self, name: str) -> bool:
        """Return whether there is such a part; capitals do not count, as in Excel."""
        return name.lower() in self._names

    def starts(self, prefix: str) -> bool:
        """Return whether a part stands in this folder."""
        return any(name.startswith(prefix.lower()) for name in self._names)

    @contextmanager
    def part(self, name: str) -> Iterator["Part"]:
        """Give a part to read from; raises NotReadError where it is missing or broken."""
        if not self.has(name):
            raise damaged(self.path, f"{name} is missing")
        try:
            with self._zip.open(name=self._names[name.lower()], mode="r") as stream:
                yield Part(stream, self)
        except _BROKEN as error:
            raise damaged(self.path, f"{name} cannot be unpacked") from error

    def take(self, count: int) -> None:
        """Count bytes that were unpacked."""
        self._left -= count
        if self._left < 0:
            raise too_large(self.path, f"more than {MOST_BYTES // _MIB} MiB when unpacked")


class Part:
    """A part while it is read, bytes counted: what a zip file says of its sizes may be a lie."""

    def __init__(self, stream: IO[bytes], parcel: Parcel) -> None:
        self._stream = stream
        self._parcel = parcel

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        content = self._stream.read(size)
        self._parcel.take(len(content))
        return content
