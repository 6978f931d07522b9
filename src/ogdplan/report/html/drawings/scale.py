"""Days on an axis that runs from left to right."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ogdplan.model.when import period
from ogdplan.report.html.drawings.drawing import Shape, Stroke, Words
from ogdplan.report.tongue import Tongue

_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000, 24000)
"""The months between two names on the axis, whichever gives few enough of them."""

_MOST_NAMES, _MOST_YEARS = 6, 14
_EDGE = 8
"""How near to an end, in percent, a name begins or ends there instead of being centred."""

_LETTER = 1.2
"""The width of a letter in percent, where the axis is as narrow as it gets beside names."""

_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How much of a name stands left of its place."""


class Tick(NamedTuple):
    """A first day of a month on the axis, with its name; what `is_minor` can go."""

    place: float
    name: str
    is_minor: bool


class Scale(NamedTuple):
    """An axis from one day to a later one."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Return the place of a day, in percent; what lies outside is at the end next to it."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return 100 * min(1, max(0, share))

    def ticks(self, tongue: Tongue) -> tuple[Tick, ...]:
        """Return the months, or Januaries, that have a name; every second is minor."""
        first, last = _month(self.first), _month(self.last)
        step = next(each for each in _STEPS if (last - first) / each <= _most(each))
        return tuple(
            Tick(self.at(day), _name(day, step, tongue), bool(index % 2))
            for index, day in enumerate(_months(first, last, step))
            if self.first <= day <= self.last
        )


def scale_of(*days: date | None) -> Scale:
    """Return the axis that has all these days on it; at least one of them is a day."""
    found = [day for day in days if day]
    return Scale(min(found), max(found))


def names_of(ticks: tuple[Tick, ...], y: float) -> tuple[Shape, ...]:
    """Return the names of the ticks at a height: none beyond the ends, none over another."""
    return tuple(
        Words(tick.place, y, tick.name, _anchor(tick.place), tick.is_minor)
        for tick in _apart(ticks)
    )


def _apart(ticks: tuple[Tick, ...]) -> Iterator[Tick]:
    """Yield the ticks whose names have room beside those before them."""
    free = 0.0
    for tick in ticks:
        width = _LETTER * len(tick.name)
        begin = tick.place - width * _BEFORE[_anchor(tick.place)]
        if begin >= free or not free:
            yield tick
            free = begin + width + _LETTER


def grid_of(ticks: tuple[Tick, ...]) -> tuple[Shape, ...]:
    """Return a line from top to bottom for each tick."""
    return tuple(Stroke(tick.place, 0, tick.place, 100, "grid") for tick in ticks)


def _anchor(place: float) -> str:
    if place < _EDGE:
        return "start"
    return "end" if place > 100 - _EDGE else "middle"


def _most(step: int) -> int:
    """Return how many names have room: years are short."""
    return _MOST_YEARS if step >= 12 else _MOST_NAMES


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _months(first: int, last: int, step: int) -> Iterator[date]:
    """Yield the first days of months, each a whole number of steps from a first of January."""
    for number in range(first - first % step, last + 1, step):
        if number >= first:
            yield date(number // 12, number % 12 + 1, 1)


def _name(day: date, step: int, tongue: Tongue) -> str:
    return str(day.year) if step >= 12 else tongue.when(period(f"{day:%Y-%m}"))
