"""The milestones of a plan by their deadlines, and how far these have moved."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ogdplan.progress.health import Health
from ogdplan.progress.milestones import MilestoneProgress
from ogdplan.progress.plan import Progress
from ogdplan.progress.slips import Slip
from ogdplan.report.html.drawings.drawing import Drawing, Key, Row, Rows, Shape, Sign, Stroke, Words
from ogdplan.report.html.drawings.scale import grid_of, names_of, scale_of
from ogdplan.report.html.drawings.scene import Scene
from ogdplan.report.marks import health_cell
from ogdplan.report.meeting.teller import Teller
from ogdplan.report.page import Cell, Column, Sheet
from ogdplan.report.segments import Segment

MOST = 40
"""Of more milestones, each commitment has one row with all of its milestones; and so many rows."""

_NEAR = 3.0
"""Signs that are closer, in percent, would hide each other."""


def time_line(progress: Progress, slips: Sequence[Slip], teller: Teller) -> Drawing | None:
    """Return the milestones in rows by commitment; None where none of them has a date."""
    by_id = {slip.milestone.id: slip for slip in slips}
    header = progress.plan.header
    ends = (
        header.start.first if header.start else None,
        header.end.last if header.end else None,
    )
    anywhere = Scene(progress, by_id, teller, scale_of(progress.as_of, *ends))
    days = tuple(_days(anywhere))
    if not days:
        return None
    scene = replace(anywhere, scale=scale_of(progress.as_of, *ends, *days))
    rows = tuple(_rows(scene))
    ticks = scene.scale.ticks(teller.tongue)
    ground = (*grid_of(ticks), *_today(scene))
    return Drawing(
        "time-line",
        teller.tongue.say("Milestones by deadline"),
        _description(scene),
        Rows(
            tuple(row._replace(shapes=(*ground, *row.shapes)) for row in rows[: _most(progress)]),
            names_of(ticks, 75),
        ),
        _table(scene),
        tuple(_legend(scene)),
        _note(len(rows), scene),
    )


def _most(progress: Progress) -> int | None:
    return MOST if len(progress.milestones) > MOST else None


def _days(scene: Scene) -> Iterator[date]:
    """Yield the days at which something is drawn: signs, and where lines to them begin."""
    are_many = _most(scene.progress) is not None
    for each in scene.progress.milestones:
        present = scene.present(each)
        if present is None:
            continue
        yield present.last
        if not are_many and each.milestone.start:
            yield each.milestone.start.first
        if not are_many and (slip := scene.slips.get(each.milestone.id)):
            yield slip.first.last


def _today(scene: Scene) -> Iterator[Shape]:
    at = scene.scale.at(scene.progress.as_of)
    yield Stroke(at, 0, at, 100, "today")


def _rows(scene: Scene) -> Iterator[Row]:
    are_many = _most(scene.progress) is not None
    for name, group in scene.groups():
        milestones = [each for each in group if scene.present(each)]
        if not milestones:
            continue
        if are_many:
            shown = name or Segment(scene.teller.tongue.say("Milestones"))
            yield Row((shown,), tuple(_together(milestones, scene)))
            continue
        if name:
            yield Row((name,), (), is_head=True)
        for each in milestones:
            yield Row((scene.name(each),), tuple(_one(each, scene)))


def _one(each: MilestoneProgress, scene: Scene) -> Iterator[Shape]:
    """Yield a milestone: from its start, from the first promise to its deadline, its health."""
    present = scene.present(each)
    if present is None:
        return
    at = scene.scale.at(present.last)
    if each.milestone.start:
        yield Stroke(scene.scale.at(each.milestone.start.first), 50, at, 50, "span")
    if slip := scene.slips.get(each.milestone.id):
        promised = scene.scale.at(slip.first.last)
        yield Stroke(promised, 50, at, 50, "moved")
        yield Sign(promised, 50, "first-promise")
    yield Sign(at, 50, each.health.value)


def _together(milestones: Sequence[MilestoneProgress], scene: Scene) -> Iterator[Shape]:
    """Yield many milestones in one row: one sign, with a number, for those near each other."""
    free = 0.0
    for place, health, number in _heaps(milestones, scene):
        x = min(100.0, max(place, free))
        yield Sign(x, 50, health.value)
        free = x + _NEAR
        if number > 1:
            yield Words(x + 1.2, 40, scene.teller.tongue.number(number))
            free += _NEAR / 2


def _heaps(
    milestones: Sequence[MilestoneProgress], scene: Scene
) -> Iterator[tuple[float, Health, int]]:
    heaps: dict[tuple[int, Health], list[float]] = {}
    for each in milestones:
        if present := scene.present(each):
            place = scene.scale.at(present.last)
            heaps.setdefault((int(place / _NEAR), each.health), []).append(place)
    for (_, health), places in sorted(heaps.items(), key=lambda heap: (heap[1][0], heap[0][1])):
        yield places[0], health, len(places)


def _description(scene: Scene) -> str:
    tongue, counts = scene.teller.tongue, scene.progress.milestone_counts
    parts = (
        tongue.count("{n} completed", "{n} completed", counts.completed),
        tongue.count(
            "{n} past its deadline", "{n} past their deadline", counts.by_health[Health.OVERDUE]
        ),
    )
    stands = tongue.say(
        "{milestones}: {parts}.",
        milestones=tongue.count("{n} milestone", "{n} milestones", counts.total),
        parts=tongue.listed(parts),
    )
    if not scene.slips:
        return stands
    moved = tongue.count(
        "The deadline of {n} has moved.", "The deadlines of {n} have moved.", len(scene.slips)
    )
    return f"{stands} {moved}"


def _legend(scene: Scene) -> Iterator[Key]:
    """Yield what the signs mean that are drawn."""
    say, progress = scene.teller.tongue.say, scene.progress
    drawn = [each for each in progress.milestones if scene.present(each)]
    for health in Health:
        one = next((each for each in drawn if each.health is health), None)
        if one:
            yield Key(Sign(50, 50, health.value), scene.health(one))
    if scene.slips and _most(progress) is None:
        yield Key(Stroke(0, 50, 100, 50, "moved"), say("From the first promise"))
    yield Key(Stroke(50, 0, 50, 100, "today"), scene.teller.tongue.day(progress.as_of))


def _note(rows: int, scene: Scene) -> str:
    """Return what the rows leave out."""
    return " ".join(_left_out(rows, scene))


def _left_out(rows: int, scene: Scene) -> Iterator[str]:
    tongue, milestones = scene.teller.tongue, scene.progress.milestones
    most = _most(scene.progress)
    if most is not None:
        yield tongue.say("A number beside a sign says how many milestones it stands for.")
        if rows > most:
            yield tongue.say("Only the first {n} rows are drawn.", n=tongue.number(most))
    if dateless := sum(scene.present(each) is None for each in milestones):
        yield tongue.count(
            "{n} milestone without a deadline is in the table only.",
            "{n} milestones without a deadline are in the table only.",
            dateless,
        )


def _table(scene: Scene) -> Sheet:
    say = scene.teller.tongue.say
    columns = (
        Column(say("Milestone"), "milestone"),
        Column(say("Commitment"), "commitment"),
        Column(say("First promise"), "first_promise"),
        Column(say("Deadline"), "due"),
        Column(say("Health"), "health"),
    )
    rows = (_cells(name, each, scene) for name, group in scene.groups() for each in group)
    return Sheet(columns, tuple(rows))


def _cells(group: Segment | None, each: MilestoneProgress, scene: Scene) -> tuple[Cell, ...]:
    tongue = scene.teller.tongue
    slip, milestone = scene.slips.get(each.milestone.id), each.milestone
    return (
        _cell(scene.name(each)),
        _cell(group or Segment("")),
        Cell(tongue.when(slip.first if slip else milestone.due)),
        Cell(tongue.when(slip.present if slip else milestone.due) or tongue.say("no deadline")),
        health_cell(each.health, scene.health(each)),
    )


def _cell(name: Segment) -> Cell:
    return Cell(name.text, name.style, language=name.language)
