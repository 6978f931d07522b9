"""Codes, colours and names of the Sustainable Development Goals (SDGs)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from ogdplan.reference.languages import primary_language
from ogdplan.reference.tables import read_table


class SdgLevel(StrEnum):
    """The three levels of the SDG framework, from the widest."""

    GOAL = "goal"
    TARGET = "target"
    INDICATOR = "indicator"


class SdgStatus(StrEnum):
    """Whether the global indicator framework still has a code."""

    CURRENT = "current"
    RETIRED = "retired"


class SdgCode(NamedTuple):
    """A goal ("16"), target ("16.10") or indicator ("16.10.2").

    `parent` is the code one level up, None for a goal. `repeats` is the indicator of another
    target that measures the same.
    """

    code: str
    level: SdgLevel
    parent: str | None
    status: SdgStatus
    repeats: str | None


@dataclass(frozen=True, slots=True)
class SdgGoal:
    """One of the 17 goals: its official colour as `#RRGGBB`, and its short name by language."""

    number: int
    colour: str
    names: Mapping[str, str] = field(hash=False)


def sdg_code(code: str) -> SdgCode | None:
    """Return the goal, target or indicator with exactly this code."""
    return _codes().get(code)


def sdg_codes() -> tuple[str, ...]:
    """Return all codes, retired ones too: the goals, then the targets, then the indicators."""
    return tuple(_codes())


def goal_of(code: str) -> int:
    """Return the number of the goal that `code`, listed or not, belongs to.

    Raises ValueError for what does not begin with a number.
    """
    return int(code.partition(".")[0])


def goal(number: int) -> SdgGoal | None:
    """Return the goal with this number, 1 to 17."""
    return _goals().get(number)


def goals() -> tuple[SdgGoal, ...]:
    """Return the 17 goals in order."""
    return tuple(_goals().values())


def goal_name(number: int, language: str = "en") -> str:
    """Return the short name of a goal in the language of a BCP 47 tag, else in English.

    Raises KeyError for no number of a goal.
    """
    names = _goals()[number].names
    return names.get(primary_language(language), names["en"])


@cache
def _codes() -> dict[str, SdgCode]:
    return {
        code: SdgCode(code, SdgLevel(level), parent or None, SdgStatus(status), repeats or None)
        for code, level, parent, status, repeats in read_table("sdg-codes.csv")
    }


@cache
def _goals() -> dict[int, SdgGoal]:
    return {
        int(number): SdgGoal(int(number), colour, _by_language(names))
        for number, colour, *names in read_table("sdg-goals.csv")
    }


# The order of the name columns of sdg-goals.csv.
_LANGUAGES = ("en", "es", "fr", "ru", "ar", "zh", "ne")


def _by_language(names: list[str]) -> Mapping[str, str]:
    named = zip(_LANGUAGES, names, strict=True)
    return MappingProxyType({language: name.strip() for language, name in named})
