"""The drawings of one plan, and the sections of its report that they stand in."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ogdplan.progress.burndown import Point, month_ends_ahead, points_at
from ogdplan.progress.goals import GoalCounts
from ogdplan.progress.plan import Progress
from ogdplan.progress.slips import Slip
from ogdplan.report.chart import thinned
from ogdplan.report.html.drawings.burn_down import burn_down
from ogdplan.report.html.drawings.drawing import Drawing
from ogdplan.report.html.drawings.goals import goals
from ogdplan.report.html.drawings.statuses import statuses
from ogdplan.report.html.drawings.time_line import time_line
from ogdplan.report.meeting.section import SectionName
from ogdplan.report.meeting.teller import Teller

MOST_POINTS = 240
"""The most dates of a burn-down that are drawn: more lie closer together than can be seen."""


def drawings_of(
    progress: Progress,
    *,
    points: Sequence[Point],
    slips: Sequence[Slip],
    goal_counts: Sequence[GoalCounts],
    teller: Teller,
) -> Mapping[str, tuple[Drawing, ...]]:
    """Return the drawings of a plan by the name of a section; those with nothing to show are not.

    `points` are the points of its burn-down up to the day of the report, `slips` the deadlines
    that had moved by then.
    """
    ahead = points_at(progress.plan, month_ends_ahead(progress.plan, progress.as_of))
    past = thinned(points, MOST_POINTS)
    later = _due_after((*past, *ahead)[-1].date, progress)
    by_section = (
        (SectionName.MEASURES, burn_down(past, ahead, teller.tongue, later=later)),
        (SectionName.COMMITMENTS, statuses(progress, teller)),
        (SectionName.COMMITMENTS, goals(goal_counts, teller.tongue)),
        (SectionName.ATTENTION, time_line(progress, slips, teller)),
    )
    return dict(_grouped(by_section))


def _due_after(day: date, progress: Progress) -> int:
    """Return how many milestones, done or not, are due after a day."""
    active = (each.milestone for each in progress.milestones if each.is_active)
    return sum(each.due is not None and each.due.last > day for each in active)


def _grouped(
    pairs: Sequence[tuple[str, Drawing | None]],
) -> Iterator[tuple[str, tuple[Drawing, ...]]]:
    for name in dict.fromkeys(name for name, _ in pairs):
        yield name, tuple(drawing for at, drawing in pairs if at == name and drawing)
