"""How many milestones remain, beside how many would remain by their deadlines."""

from collections.abc import Callable, Iterator, Sequence

from ogdplan.progress.burndown import Point
from ogdplan.report.html.drawings.drawing import Box, Drawing, Key, Plot, Shape, Stroke, Words
from ogdplan.report.html.drawings.scale import Scale, grid_of, names_of, scale_of
from ogdplan.report.page import Cell, Column, Sheet
from ogdplan.report.tongue import Tongue

_HEIGHT = 260
_TOP, _BOTTOM = 6.0, 90.0
"""Where the highest number and zero lie, in percent; the names of months stand below."""

_ABOVE, _BELOW = 2.0, 8.0
"""How far from its line a number stands, in percent."""

_BESIDE = 6.0
"""The room that a number takes beside its place, in percent."""

_MOST_LINES = 5


def burn_down(
    past: Sequence[Point], ahead: Sequence[Point], tongue: Tongue, *, later: int = 0
) -> Drawing | None:
    """Return the burn-down of a plan; None where there are not two dates or nothing to do.

    `past` are its points up to the day of the report, the last of them, and `ahead` those
    after it, of which only the plan is known; so many milestones are due `later` than all.
    """
    points = (*past, *ahead)
    if len(points) < 2 or not any(each.planned or each.remaining for each in points):
        return None
    now, say = past[-1], tongue.say
    return Drawing(
        "burn-down",
        say("Milestones that remain"),
        tongue.count(
            "On {day} {n} milestone remained; by the deadlines it would have been {planned}.",
            "On {day} {n} milestones remained; by the deadlines it would have been {planned}.",
            now.remaining,
            day=tongue.day(now.date),
            planned=tongue.number(now.planned),
        ),
        Plot(_HEIGHT, tuple(_shapes(past, points, tongue))),
        _table(past, ahead, tongue),
        (
            Key(Stroke(0, 50, 100, 50, "actual-line"), say("Remained")),
            Key(Stroke(0, 50, 100, 50, "plan-line"), say("Would remain by the deadlines")),
            Key(Stroke(50, 0, 50, 100, "today"), tongue.day(now.date)),
        ),
        _note(later, points[-1], tongue),
    )


def _note(later: int, last: Point, tongue: Tongue) -> str:
    """Return that the drawing ends before the last deadline; "" where it does not."""
    if not later:
        return ""
    return tongue.count(
        "Shown up to {day}; {n} milestone is due later.",
        "Shown up to {day}; {n} milestones are due later.",
        later,
        day=tongue.day(last.date),
    )


def _shapes(past: Sequence[Point], points: Sequence[Point], tongue: Tongue) -> Iterator[Shape]:
    scale = scale_of(points[0].date, points[-1].date)
    highest = max(1, *(max(each.remaining, each.planned) for each in points))
    ticks = scale.ticks(tongue)
    yield from grid_of(ticks)
    yield from _levels(highest, tongue)
    yield from _area(past, scale, highest)
    yield from _steps(points, lambda point: point.planned, scale, highest, "plan-line")
    yield from _steps(past, lambda point: point.remaining, scale, highest, "actual-line")
    today = scale.at(past[-1].date)
    yield Stroke(today, 0, today, _BOTTOM, "today")
    yield from names_of(ticks, 99)
    yield from _ends(past[-1], points[-1], scale, highest, tongue)


def _levels(highest: int, tongue: Tongue) -> Iterator[Shape]:
    """Yield a line, with its number above it, for zero and some round numbers."""
    for number in range(0, highest + 1, level_step(highest)):
        y = _height(number, highest)
        yield Stroke(0, y, 100, y, "grid" if number else "base")
        yield Words(0, y - 1.5, tongue.number(number))


def level_step(highest: int) -> int:
    """Return a round distance between lines by which only a few reach up to the highest number."""
    ten = 1
    while True:
        for step in (ten, 2 * ten, 5 * ten):
            if highest <= step * _MOST_LINES:
                return step
        ten *= 10


def _area(past: Sequence[Point], scale: Scale, highest: int) -> Iterator[Shape]:
    for start, end, number in _levels_of(past, lambda point: point.remaining):
        x, y = scale.at(start.date), _height(number, highest)
        yield Box(x, y, scale.at(end.date) - x, _BOTTOM - y, "actual")


def _steps(
    points: Sequence[Point], number: Callable[[Point], int], scale: Scale, highest: int, role: str
) -> Iterator[Shape]:
    """Yield a line that stays level from one date to the next and then falls or rises."""
    before: float | None = None
    for start, end, level in _levels_of(points, number):
        x, y = scale.at(start.date), _height(level, highest)
        if before is not None:
            yield Stroke(x, before, x, y, role)
        yield Stroke(x, y, scale.at(end.date), y, role)
        before = y
    x, y = scale.at(points[-1].date), _height(number(points[-1]), highest)
    if before not in (None, y):
        yield Stroke(x, before, x, y, role)


def _ends(now: Point, last: Point, scale: Scale, highest: int, tongue: Tongue) -> Iterator[Shape]:
    """Yield the numbers of both lines at the day, and of the plan where it ends."""
    above = -_BELOW
    for number in sorted({now.remaining, now.planned}, reverse=True):
        y = _height(number, highest)
        gap = _BELOW if y - above < _BELOW else -_ABOVE
        yield _number(number, scale.at(now.date), y + gap, tongue)
        above = y
    if last.planned != now.planned:
        y = _height(last.planned, highest) - _ABOVE
        yield _number(last.planned, scale.at(last.date), y, tongue)


def _number(number: int, at: float, y: float, tongue: Tongue) -> Words:
    """Return a number beside the place, on the side that has room."""
    has_room = at < 100 - _BESIDE
    x, anchor = (at + 1, "start") if has_room else (at - 1, "end")
    return Words(x, y, tongue.number(number), anchor, is_strong=True)


def _levels_of(
    points: Sequence[Point], number: Callable[[Point], int]
) -> Iterator[tuple[Point, Point, int]]:
    """Yield the points between which a number stays the same, and the number."""
    start = points[0]
    for point in points[1:]:
        if number(point) != number(start):
            yield start, point, number(start)
            start = point
    if start is not points[-1]:
        yield start, points[-1], number(start)


def _height(number: int, highest: int) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * number / highest


def _table(past: Sequence[Point], ahead: Sequence[Point], tongue: Tongue) -> Sheet:
    say, number = tongue.say, tongue.number
    columns = (
        Column(say("Date"), "date"),
        Column(say("Remained"), "remaining", "right"),
        Column(say("Would remain by the deadlines"), "planned", "right"),
    )
    known = [(each, number(each.remaining)) for each in past]
    return Sheet(
        columns,
        tuple(
            (Cell(tongue.day(each.date)), Cell(remaining), Cell(number(each.planned)))
            for each, remaining in [*known, *((each, "–") for each in ahead)]
        ),
    )
