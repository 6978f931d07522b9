"""From the bytes of a file to a plan, or to what is wrong with them. Never raises for content."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from ogdplan.findings import Problem, Span
from ogdplan.model.plan import Plan
from ogdplan.planfile import identity, shape
from ogdplan.planfile.scanner import STRING
from ogdplan.planfile.shape import Faulty
from ogdplan.planfile.slips import Data
from ogdplan.planfile.syntax import SyntaxProblem, parse
from ogdplan.rules.catalogue import RULES

SIZE_LIMIT = 16 * 1024 * 1024
"""The largest file that is read, in bytes."""

BYTE_ORDER_MARK = "\ufeff"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONFLICT = re.compile(r"# CONFLICT (ours|theirs):")
_WORD = re.compile(rf"{STRING}|(?P<comment>#[^\r\n]*)")


class Reading(NamedTuple):
    """What one file turned out to hold.

    `text` is its content without a byte-order mark, `data` what tomli makes of it; None where
    there is no TOML, or that of another format. `plan` is None where the TOML or the shape
    is wrong; `draft` is then the plan with the values at fault left out or filled in, so that
    the rest can be checked, and `faulty` names those values; it is None where there is no TOML.
    `ids` gives the kind of each record by id, and is None while ids cannot be relied on: one
    is missing, bad or duplicate, or a whole table is unreadable.
    """

    text: str
    data: Data | None = None
    plan: Plan | None = None
    draft: Plan | None = None
    problems: tuple[Problem, ...] = ()
    faulty: frozenset[Faulty] = frozenset()
    ids: Mapping[str, str] | None = None


def read(raw: bytes) -> Reading:
    """Read the content of a plan file."""
    if len(raw) > SIZE_LIMIT:
        return Reading("", problems=(too_large(len(raw)),))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(raw, error)
    return read_text(text.removeprefix(BYTE_ORDER_MARK))


def read_text(text: str) -> Reading:
    """Read the text of a plan file, without a byte-order mark."""
    data = parse(text)
    if isinstance(data, tuple):
        return Reading(text, problems=tuple(_syntax(found) for found in data))
    if newer := shape.unsupported_format(data):
        return Reading(text, problems=(newer,))
    return _read_data(text, data)


def _read_data(text: str, data: Data) -> Reading:
    shaped = shape.check(data)
    named = identity.check(data, text)
    faulty = shaped.faulty | named.faulty
    merges = _unresolved(text) if "# CONFLICT " in text else ()
    return Reading(
        text,
        data,
        plan=shaped.plan,
        draft=shaped.draft,
        problems=(*shaped.problems, *named.problems, *merges),
        faulty=faulty,
        ids=MappingProxyType(named.kinds) if identity.is_reliable(faulty) else None,
    )


def as_text(content: bytes) -> str:
    """Return the text of a file whatever it holds, without a byte-order mark."""
    return content.decode("utf-8", "replace").removeprefix(BYTE_ORDER_MARK)


def with_mark_of(content: bytes, text: str) -> bytes:
    """Return a new text as bytes, with a byte-order mark where the old content has one."""
    mark = BYTE_ORDER_MARK.encode()
    return (mark if content.startswith(mark) else b"") + text.encode()


def too_large(size: int) -> Problem:
    """Return the problem of a file of so many bytes."""
    rule = RULES["file-too-large"]
    message = f"the file has {size:,} bytes; a plan has at most {SIZE_LIMIT:,}"
    return Problem(rule, Span(0, 0), message, rule.fix)


def _not_utf8(raw: bytes, error: UnicodeDecodeError) -> Reading:
    """Return the reading of a file in another encoding, with what can be made of its text."""
    rule = RULES["not-utf8"]
    if raw.startswith(_UTF16_MARKS):
        found = Problem(rule, Span(0, 1), "the file is in UTF-16, not UTF-8", rule.fix)
        return Reading(raw.decode("utf-16", "replace"), problems=(found,))
    start = len(raw[: error.start].decode("utf-8").removeprefix(BYTE_ORDER_MARK))
    byte = raw[error.start]
    letter = bytes([byte]).decode("cp1252", "replace")
    meant = f'; in Windows-1252 it is "{letter}"' if letter.isalpha() else ""
    message = f"byte 0x{byte:02X} is not UTF-8{meant}"
    text = as_text(raw)
    return Reading(text, problems=(Problem(rule, Span(start, start + 1), message, rule.fix),))


def _syntax(found: SyntaxProblem) -> Problem:
    return Problem(RULES[found.rule], Span(found.start, found.end), found.message, found.help)


def _unresolved(text: str) -> tuple[Problem, ...]:
    """Return one problem for each comment that a merge left; in a string it is no comment."""
    rule = RULES["unresolved-merge"]
    comments = (match for match in _WORD.finditer(text) if match["comment"])
    return tuple(
        Problem(rule, Span(*comment.span()), "two versions of this stand side by side", rule.fix)
        for comment in comments
        if _CONFLICT.match(comment[0])
    )
