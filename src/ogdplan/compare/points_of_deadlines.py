"""Kinds of change in a deadline."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from ogdplan.model.when import When

NO_REASON = "no reason recorded"
"""Stands for the reason of a move that nobody reported."""

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


@dataclass(frozen=True, slots=True)
class DeadlineMoved:
    """A milestone's deadline is another day.

    `days` from the old deadline to the new one and `slip_days` from the first one promised,
    last day to last day, are negative for earlier. `moves` says which moves of the deadline
    these are, counted from 1 over all that is known of. `reasons` has the text of each move's
    report, `NO_REASON` where it was moved without one; `reports` are the ids of those there are.
    """

    name: ClassVar = "deadline-moved"
    old: When
    new: When
    days: int
    slip_days: int
    moves: tuple[int, ...]
    reasons: tuple[str, ...]
    reports: tuple[str, ...]

    def __str__(self) -> str:
        moves = _listed([_ordinal(number) for number in self.moves])
        return (
            f"{moves} move of the deadline, from {self.old.words} to {self.new.words}, "
            f"{self._later}{self._than_promised}: {', then: '.join(self.reasons)}"
        )

    @property
    def _later(self) -> str:
        unit = "day" if abs(self.days) == 1 else "days"
        return f"{abs(self.days)} {unit} {'later' if self.days > 0 else 'earlier'}"

    @property
    def _than_promised(self) -> str:
        if self.slip_days == self.days:
            return ""
        if self.slip_days == 0:
            return ", as first promised"
        way = "later" if self.slip_days > 0 else "earlier"
        return f", {abs(self.slip_days)} {way} than first promised"


@dataclass(frozen=True, slots=True)
class DeadlineSet:
    """A milestone that had no deadline has one."""

    name: ClassVar = "deadline-set"
    due: When

    def __str__(self) -> str:
        return f"deadline set: {self.due.words}"


@dataclass(frozen=True, slots=True)
class DeadlineRemoved:
    """A milestone has no deadline any more."""

    name: ClassVar = "deadline-removed"
    due: When

    def __str__(self) -> str:
        return f"deadline removed (was {self.due.words})"


def _ordinal(number: int) -> str:
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    is_teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if is_teen else _ENDINGS.get(number % 10, 'th')}"


def _listed(words: Sequence[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
