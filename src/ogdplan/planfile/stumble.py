"""A line of text that is no TOML, and what happened on it."""

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """The line on which tomli gave up.

    `start` is its offset in `text`, `at` where tomli gave up, from the start of the line;
    `complaint` its own words.
    """

    text: str
    start: int
    words: str
    at: int
    complaint: str


@dataclass(frozen=True, slots=True)
class Stumble:
    """What happened: a stretch of the line, from its start, and words."""

    start: int
    end: int
    message: str
    help: str


Look = Callable[[Line], Stumble | None]
"""Looks at a line and says what happened, None when it does not know."""


def reaching(pattern: re.Pattern[str], line: Line) -> re.Match[str] | None:
    """Return the match that holds the place at which tomli gave up."""
    for found in pattern.finditer(line.words):
        if found.start("it") <= line.at <= found.end("it"):
            return found
    return None


def key_of(line: Line) -> str:
    """Return the key of the line with its =, "" where there is none."""
    found = re.match(r"\s*([\w.-]+)\s*=", line.words)
    is_list = re.match(r"\s*[\w.-]+\s*=\s*\[", line.words)
    return f"{found[1]} = " if found and not is_list else ""
