"""The Sustainable Development Goals that a plan works for, in the colours of the United Nations."""

from collections.abc import Iterator, Sequence

from ogdplan.progress.goals import GoalCounts
from ogdplan.reference import sdg
from ogdplan.report.html.drawings.drawing import Drawing, Tile, Tiles
from ogdplan.report.page import Cell, Column, Sheet
from ogdplan.report.tongue import Tongue

WHITE, BLACK = "#FFFFFF", "#111111"
"""The colours of words on a tile; style.css has them too."""


def goals(counts: Sequence[GoalCounts], tongue: Tongue) -> Drawing | None:
    """Return a tile a goal, None without any."""
    found = tuple(_tile(each, tongue) for each in counts if sdg.goal(each.goal))
    if not found:
        return None
    return Drawing(
        "goals",
        tongue.say("Sustainable Development Goals"),
        tongue.count(
            "The plan names {n} of the 17 goals; a record counts once for each goal it names.",
            "The plan names {n} of the 17 goals; a record counts once for each goal it names.",
            len(found),
        ),
        Tiles(found),
        _table(counts, tongue),
    )


def contrast(one: str, other: str) -> float:
    """Return how far two colours (`#RRGGBB`) stand out from each other, 1 to 21.

    Source: WCAG 2.2, "contrast ratio".
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _tile(counts: GoalCounts, tongue: Tongue) -> Tile:
    goal = sdg.goals()[counts.goal - 1]
    is_dark = contrast(goal.colour, WHITE) >= contrast(goal.colour, BLACK)
    figures = tuple(_figures(counts, tongue))
    return Tile(tongue.number(goal.number), tongue.sdg(goal.number), figures, goal.colour, is_dark)


def _figures(counts: GoalCounts, tongue: Tongue) -> Iterator[str]:
    count = tongue.count
    if counts.commitments:
        yield count("{n} commitment", "{n} commitments", counts.commitments)
    if counts.milestones:
        yield count(
            "{done} of {n} milestone completed",
            "{done} of {n} milestones completed",
            counts.milestones,
            done=tongue.number(counts.completed_milestones),
        )
    if counts.datasets:
        yield count(
            "{open} of {n} dataset open",
            "{open} of {n} datasets open",
            counts.datasets,
            open=tongue.number(counts.open_datasets),
        )
    if counts.indicators:
        yield count("{n} indicator", "{n} indicators", counts.indicators)


def goal_columns(tongue: Tongue) -> tuple[Column, ...]:
    """Return the columns of the figures of a goal."""
    say = tongue.say
    return (
        Column(say("Commitments"), "commitments", "right"),
        Column(say("Milestones"), "milestones", "right"),
        Column(say("of these completed"), "completed_milestones", "right"),
        Column(say("Datasets"), "datasets", "right"),
        Column(say("of these open"), "open_datasets", "right"),
        Column(say("Indicators"), "indicators", "right"),
    )


def goal_cells(counts: GoalCounts, tongue: Tongue) -> tuple[Cell, ...]:
    """Return the figures of a goal, in the order of `goal_columns`."""
    _, *numbers = counts
    return tuple(Cell(tongue.number(number)) for number in numbers)


def numbered_goal(goal: int, tongue: Tongue) -> str:
    """Return the number of a goal and its name: `4. Quality education`."""
    return tongue.say("{number}. {name}", number=goal, name=tongue.sdg(goal))


def _table(counts: Sequence[GoalCounts], tongue: Tongue) -> Sheet:
    columns = (Column(tongue.say("Goal"), "goal"), *goal_columns(tongue))
    rows = (
        (Cell(numbered_goal(each.goal, tongue)), *goal_cells(each, tongue))
        for each in counts
        if sdg.goal(each.goal)
    )
    return Sheet(columns, tuple(rows))
