"""`.gitattributes`: the file in which a repository says that its plans are merged by ogdplan."""

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from ogdplan.errors import FileError
from ogdplan.workspace.failures import AGAIN, words_of
from ogdplan.workspace.git.process import run
from ogdplan.workspace.git.repository import Repository

NAME = ".gitattributes"
DRIVER = "ogdplan"
"""What the attributes `merge` and `diff` of a plan are set to."""

_OURS = (b"merge=ogdplan", b"diff=ogdplan")
_OUR_ATTRIBUTE = re.compile(rb"[ \t]+(?:merge|diff)=ogdplan(?=[ \t\r]|$)")
_BLANKS = b" \t\r"
_SPACES = (b" ", b"\t")
_GLOB = re.compile(rb"([\\*?\[\]])")
_UNSAFE_BARE = re.compile(rb'[\x00-\x20"\x7f]')
_ESCAPES = {b'"': b'\\"', b"\\": b"\\\\"}


class Applied(NamedTuple):
    """What git does with a file, by the attributes that count in the end.

    `path` is from the top of the repository; the values are as git says them: `ogdplan`,
    `union`, `unspecified`.
    """

    path: str
    merge: str
    diff: str

    @property
    def is_ours(self) -> bool:
        """Whether the file is merged and shown by ogdplan."""
        return self.merge == self.diff == DRIVER


def line_for(prefix: str) -> bytes:
    """Return the line that declares all plans below a folder, without a line ending.

    The prefix is the folder's path from the top of the repository, with a `/` at its end, or
    empty for the top itself.
    """
    return b" ".join((_pattern(prefix), *_OURS))


def with_line(content: bytes, line: bytes) -> bytes:
    """Return the file with a line of ours at its end, unless it has that line.

    All other bytes stay. The line ends as the one before it does, so that a file without a
    line ending at its end has none afterwards.
    """
    if any(_is_declared(each, line) for each in content.split(b"\n")):
        return content
    if not content:
        return line + b"\n"
    before, ended, last = content.rpartition(b"\n")
    ending = b"\r\n" if before.endswith(b"\r") else b"\n"
    return content + ending + line if last or not ended else content + line + ending


def without_line(content: bytes, line: bytes) -> bytes:
    """Return the file without a line of ours; attributes that someone added to it stay."""
    lines = content.split(b"\n")
    kept = [each for each in (_undeclared(each, line) for each in lines) if each is not None]
    if len(kept) < len(lines) and kept and lines[-1] and kept[-1].endswith(b"\r"):
        # Ours was the last line and had no ending: neither has the one that is the last now.
        kept[-1] = kept[-1].removesuffix(b"\r")
    return b"\n".join(kept)


def read(repository: Repository) -> bytes | None:
    """Return what is in the file, None where there is none.

    Raises FileError where it is something else than a file, or may not be changed: git does not
    follow a link of that name.
    """
    path = repository.root / NAME
    try:
        mode = path.lstat().st_mode
        if stat.S_ISREG(mode):
            _require_open(path, mode)
            return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileError("read", NAME, words_of(error)) from error
    what = "a link, which git does not follow" if stat.S_ISLNK(mode) else "no file"
    raise FileError("use", NAME, f"it is {what}", hint=f"put a file in its place, {AGAIN}")


def applied(repository: Repository, paths: Iterable[str]) -> tuple[Applied, ...]:
    """Return what git does with files, whether or not they are there.

    Their paths are from the folder of plans; all sources of attributes count.
    """
    given = b"".join(os.fsencode(repository.prefix + path) + b"\0" for path in paths)
    output = run(repository.root, ["check-attr", "-z", "--stdin", "merge", "diff"], given=given)
    words = os.fsdecode(output).split("\0")[:-1]
    rows = zip(words[::6], words[2::6], words[5::6], strict=True)
    return tuple(Applied(*row) for row in rows)


def is_committed(repository: Repository) -> bool:
    """Return whether the file is committed as it is now."""
    arguments = ["status", "--porcelain", "--ignored", "-z", "--", NAME]
    return not run(repository.root, arguments)


def _pattern(prefix: str) -> bytes:
    folder = _GLOB.sub(rb"\\\1", os.fsencode(prefix))
    # At the beginning of a line these mean something else.
    escaped = b"\\" + folder if folder.startswith((b"!", b"#")) else folder
    pattern = escaped + b"**/*.toml"
    if not _UNSAFE_BARE.search(pattern):
        return pattern
    return b'"' + re.sub(rb'[\x00-\x1f"\\\x7f]', _quoted, pattern) + b'"'


def _quoted(match: re.Match[bytes]) -> bytes:
    return _ESCAPES.get(match[0]) or b"\\%03o" % ord(match[0])


def _is_declared(given: bytes, line: bytes) -> bool:
    """Return whether a line of the file declares at least what ours does."""
    pattern, text = _pattern_in(line), given.strip(_BLANKS)
    words = text.removeprefix(pattern)
    return text.startswith(pattern) and words[:1] in _SPACES and set(_OURS) <= set(words.split())


def _undeclared(given: bytes, line: bytes) -> bytes | None:
    """Return a line without the attributes of ours, None when that is all it had."""
    if not _is_declared(given, line):
        return given
    rest = _OUR_ATTRIBUTE.sub(b"", given)
    return None if rest.strip(_BLANKS) == _pattern_in(line) else rest


def _pattern_in(line: bytes) -> bytes:
    return line.removesuffix(b" " + b" ".join(_OURS))


def _require_open(path: Path, mode: int) -> None:
    if not mode & 0o222 or not os.access(path, os.W_OK):
        hint = f"allow changes to the file, {AGAIN}"
        raise FileError("write", NAME, "it is read-only", hint=hint)
