"""From text to data, or to what keeps the text from being TOML. Never raises for content."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import tomli

from ogdplan.planfile import nesting
from ogdplan.planfile.fault import Fault, Stumble, shown
from ogdplan.planfile.scanner import COMMENT, STRING, Place

Rule = Literal["toml-syntax", "nested-too-deep", "conflict-markers"]

_CONFLICT = re.compile(rf"{STRING}|{COMMENT}|^(?P<ours><{{7}}(?: [^\n]*)?)$", re.MULTILINE)
_THEIRS = re.compile(r"^>{7}(?: (?P<name>[^\n]*))?$", re.MULTILINE)
_MARKER = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: [^\n]*)?$", re.MULTILINE)
_LONG_NUMBER = re.compile(rf"{STRING}|{COMMENT}|(?P<number>[0-9][0-9_]{{4299,}})")
_SETTLE = "keep the lines of the side that is right and delete the marker lines"


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """What keeps a text from being TOML, with offsets in the text, the end excluded."""

    rule: Rule
    start: int
    end: int
    message: str
    help: str


def parse(text: str) -> dict[str, object] | tuple[SyntaxProblem, ...]:
    """Return the data of a TOML text without byte-order mark, or what keeps it from being TOML.

    There is one problem, the first; but one for each conflict that git has left in the text.
    """
    if nesting.has_long_key(text) and (place := nesting.first_too_deep(text)):
        return (_too_deep(place),)
    try:
        data: dict[str, object] = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return _in_text(text, error)
    except RecursionError:
        return (_too_deep(nesting.first_too_deep(text) or (0, 0)),)
    except (ValueError, OverflowError):
        return (_long_number(text),)
    if nesting.is_too_deep(data):
        return (_too_deep(nesting.first_too_deep(text) or (0, 0)),)
    return data


def _in_text(text: str, error: tomli.TOMLDecodeError) -> tuple[SyntaxProblem, ...]:
    """Return the problems with their offsets in the text; tomli counts a line ending as one."""
    plain = text.replace("\r\n", "\n")
    problems = _problems(Fault(plain, error.pos, error.msg))
    if plain == text:
        return problems
    return tuple(
        replace(
            problem,
            start=_offset_in(text, plain, problem.start),
            end=_offset_in(text, plain, problem.end),
        )
        for problem in problems
    )


def _problems(fault: Fault) -> tuple[SyntaxProblem, ...]:
    if conflicts := _conflicts(fault):
        return conflicts
    if place := nesting.first_too_deep(fault.text[: fault.at]):
        return (_too_deep(place),)
    # Here, since its patterns take longer to compile than most files to read.
    from ogdplan.planfile.stumbles import stumble_at  # noqa: PLC0415

    return (_stumble(stumble_at(fault)),)


def _conflicts(fault: Fault) -> tuple[SyntaxProblem, ...]:
    """Return a problem for each conflict that stands outside of texts and remarks.

    Of a conflict that someone half removed only the marker is left to point at.
    """
    text = fault.text
    found = tuple(_conflicts_outside_texts(text)) if "<<<<<<<" in text else ()
    start = text.rfind("\n", 0, fault.at) + 1
    marker = _MARKER.match(text, start)
    if found or marker is None:
        return found
    message = f"{marker[0]} is left of a merge that was not settled"
    help_text = "delete this line, and of what stands around it what is not right"
    return (SyntaxProblem("conflict-markers", *marker.span(), message, help_text),)


def _conflicts_outside_texts(text: str) -> Iterator[SyntaxProblem]:
    ends = list(_THEIRS.finditer(text))
    starts = [end.start() for end in ends]
    for match in _CONFLICT.finditer(text):
        if match["ours"]:
            following = bisect_right(starts, match.end())
            theirs = ends[following]["name"] if following < len(ends) else ""
            yield _conflict(match.span(), match["ours"][8:], theirs)


def _conflict(place: Place, ours: str, theirs: str | None) -> SyntaxProblem:
    between = f" between {ours} and {theirs}" if ours and theirs else ""
    message = f"the merge conflict{between} is not settled"
    return SyntaxProblem("conflict-markers", *place, message, _SETTLE)


def _too_deep(place: Place) -> SyntaxProblem:
    message = f"more than {nesting.LIMIT} tables and lists stand in one another here"
    help_text = "remove the needless brackets or dots; a plan nests a few levels deep"
    return SyntaxProblem("nested-too-deep", *place, message, help_text)


def _long_number(text: str) -> SyntaxProblem:
    place = next((it.span() for it in _LONG_NUMBER.finditer(text) if it["number"]), (0, 0))
    digits = sum(map(str.isdigit, text[slice(*place)]))
    message = f"the number {shown(text[slice(*place)])} has {digits} digits"
    help_text = "correct the number, or put it in quotes if it is a name"
    return _stumble(Stumble(place, message, help_text))


def _stumble(stumble: Stumble) -> SyntaxProblem:
    return SyntaxProblem("toml-syntax", *stumble.place, stumble.message, stumble.help)


def _offset_in(text: str, plain: str, offset: int) -> int:
    r"""Return the offset in a text with `\r\n` of an offset in the text with `\n`."""
    start = 0
    for _ in range(plain.count("\n", 0, offset)):
        start = text.index("\n", start) + 1
    return start + offset - (plain.rfind("\n", 0, offset) + 1)
