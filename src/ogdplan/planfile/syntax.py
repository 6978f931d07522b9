"""From text to data, or to what breaks the TOML. Never raises for content."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import tomli

from ogdplan.planfile.positions import locate
from ogdplan.planfile.scanner import STRING
from ogdplan.planfile.stumble import Line
from ogdplan.planfile.stumbles import stumble_of
from ogdplan.rules.catalogue import RULES

DEPTH_LIMIT = 100
"""How many levels tables and lists may nest."""

_STEPS = 3
_MARKER = re.compile(r"^<{7}(?: [^\r\n]*)?(?=\r?$)", re.MULTILINE)
_LATER_MARKER = re.compile(r"^(?:={7}|>{7}(?: [^\r\n]*)?)(?=\r?$)", re.MULTILINE)
_WORD = re.compile(rf"{STRING}|#[^\n]*|(?P<open>[\[{{])|(?P<close>[\]}}])")
_LONG_KEY = re.compile(rf"^[ \t]*\[*(?P<it>[^\n=]{{{2 * DEPTH_LIMIT},}})", re.MULTILINE)
_LONG_NUMBER = re.compile(r"\b\d[\d_]{4299,}")


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """One mistake in the text: the slug of its rule, offsets with the end excluded, and words."""

    rule: str
    start: int
    end: int
    message: str
    help: str


def parse(text: str) -> dict[str, object] | tuple[SyntaxProblem, ...]:
    """Return the data of a TOML text without byte-order mark, or what keeps it from being TOML.

    One problem, but one for each region that git left between conflict markers.
    """
    try:
        data = tomli.loads(text)
    except RecursionError:
        return (_too_deep(*_deep_place(text)),)
    except tomli.TOMLDecodeError as error:
        return _conflicts(text) or (_stumble(text, error),)
    except ValueError:
        return (_long_number(text),)
    deep = _deep_path(data)
    return data if deep is None else (_too_deep(*_place_of(deep, text)),)


def _place_of(path: tuple[str | int, ...], text: str) -> tuple[int, int]:
    positions = locate(text)
    found = positions.key(path) or positions.value(path) or (0, 1)
    return found[0], found[1]


def _too_deep(start: int, end: int) -> SyntaxProblem:
    """Return the problem of data that nest beyond the limit, at the place where they begin."""
    message = f"this nests deeper than {DEPTH_LIMIT} levels"
    return SyntaxProblem("nested-too-deep", start, end, message, RULES["nested-too-deep"].fix)


def _deep_path(data: dict[str, object]) -> tuple[str | int, ...] | None:
    """Return the way to what nests beyond the limit, three steps at the most; None for nothing."""
    level: list[tuple[tuple[str | int, ...], object]] = [((), data)]
    for _ in range(DEPTH_LIMIT):
        level = [found for path, value in level for found in _containers(path, value)]
        if not level:
            return None
    return level[0][0]


def _containers(
    path: tuple[str | int, ...], value: object
) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Yield the tables and lists within one; ways longer than three steps are cut."""
    parts: Iterator[tuple[str | int, object]] = iter(())
    if isinstance(value, dict):
        parts = iter(value.items())
    elif isinstance(value, list):
        parts = iter(enumerate(value))
    for step, part in parts:
        if isinstance(part, (dict, list)):
            yield (path if len(path) == _STEPS else (*path, step)), part


def _conflicts(text: str) -> tuple[SyntaxProblem, ...]:
    """Return a problem for each region that a merge left; of half a region its first marker."""
    regions = list(_MARKER.finditer(text)) if _LATER_MARKER.search(text) else []
    message = "a merge left two versions here, between markers"
    fix = RULES["conflict-markers"].fix
    return tuple(
        SyntaxProblem("conflict-markers", *region.span(), message, fix) for region in regions
    )


def _stumble(text: str, error: tomli.TOMLDecodeError) -> SyntaxProblem:
    # tomli counts in a text of its own, in which each line ends with LF alone.
    whole = error.doc
    at = min(error.pos, len(whole.rstrip()))
    start = whole.rfind("\n", 0, at) + 1
    end = whole.find("\n", start)
    words = whole[start : len(whole) if end < 0 else end]
    found = stumble_of(Line(whole, start, words, at - start, error.msg))
    return SyntaxProblem(
        "toml-syntax",
        _with_returns(text, start + found.start),
        _with_returns(text, start + found.end),
        found.message,
        found.help,
    )


def _with_returns(text: str, offset: int) -> int:
    """Return where an offset in the text without carriage returns is in the text with them."""
    for count, match in enumerate(re.finditer("\r\n", text)):
        if match.start() - count >= offset:
            return offset + count
    return offset + text.count("\r\n")


def _deep_place(text: str) -> tuple[int, int]:
    """Return where brackets begin to nest too deep, else where the longest key stands."""
    depth = 0
    for word in _WORD.finditer(text):
        if word["open"]:
            depth += 1
            if depth > DEPTH_LIMIT:
                return word.start(), word.end()
        elif word["close"]:
            depth -= 1
    found = _LONG_KEY.search(text)
    return found.span("it") if found else (0, 1)


def _long_number(text: str) -> SyntaxProblem:
    """Return the problem of a number with more digits than Python takes, 4,300."""
    found = _LONG_NUMBER.search(text)
    start, end = found.span() if found else (0, 1)
    message = f"a number of {end - start} digits is too long"
    return SyntaxProblem("toml-syntax", start, end, message, "correct the number")
