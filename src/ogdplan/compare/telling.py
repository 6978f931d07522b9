"""What is told of a record that is new, gone or different, and what is told twice."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from ogdplan.compare.faults import doubtful, fault_points
from ogdplan.compare.fields import field_points
from ogdplan.compare.matching import Pair
from ogdplan.compare.ordering import in_order
from ogdplan.compare.points import Point
from ogdplan.compare.points_of_deadlines import DeadlineMoved
from ogdplan.compare.points_of_fields import Added, Removed
from ogdplan.compare.points_of_work import (
    ChallengeRaised,
    Completed,
    Reopened,
    Reported,
    Started,
    StatusChanged,
    Withdrawn,
)
from ogdplan.compare.sides import Side, label, shortened
from ogdplan.compare.standing import (
    START_FIELDS,
    STATUS_FIELDS,
    deadline_points,
    start_points,
    status_of,
    status_points,
)
from ogdplan.model.evidence import Measurement
from ogdplan.model.kinds import FieldSpec, kind_of
from ogdplan.model.knowledge import Challenge
from ogdplan.model.record import Record, Table
from ogdplan.model.vocabularies import Status
from ogdplan.model.work import Milestone, Update

Points = tuple[Point, ...]
_STANDING = (Completed, Reopened, Withdrawn, StatusChanged, Started)


def changed_points(pair: Pair, fields: Iterable[FieldSpec]) -> Points:
    """Return what happened to a table that stands in both plans, what matters most first.

    `fields` are those that differ (`pair.differing`). Each is told, by itself or together with
    others; nothing is when there are none.
    """
    differing = {spec.name: spec for spec in fields}
    names = set(differing)
    unread = doubtful(pair)
    points: list[Point] = []
    for point, told in (
        *(() if unread & STATUS_FIELDS else status_points(pair, names)),
        *(() if unread & START_FIELDS else start_points(pair)),
        *(() if "due" in unread else deadline_points(pair)),
    ):
        points.append(point)
        names -= told
    for name, spec in differing.items():
        if name in names:
            tell = fault_points if name in unread else field_points
            points.extend(tell(pair, spec))
    return in_order(points, pair.new)


def added_point(table: Table, side: Side) -> Point:
    """Return what a record of `side` tells that the other plan does not have."""
    match table:
        case Update():
            about = shortened(table.about) if table.about else None
            text = shortened(side.text(table.text))
            title = side.title_of(table.about) if table.about else None
            return Reported(table.on, about, tuple(_said(table)), text, title)
        case Challenge():
            return ChallengeRaised(shortened(side.title(table)))
    return Added(_kind(table), _title(table, side))


def removed_point(table: Table, side: Side) -> Point:
    """Return what a record of `side` tells that the other plan does not have any more."""
    return Removed(_kind(table), _title(table, side))


def standing_words(table: Table, side: Side) -> str:
    """Return how a milestone of `side` stood: `completed, with evidence`; "" for other records."""
    status = status_of(table, side)
    if not isinstance(table, Milestone) or status is None:
        return ""
    # As its end was told when it came: the label is another form of the word.
    words = status.value if status in {Status.COMPLETED, Status.WITHDRAWN} else label(status)
    return f"{words}{', with evidence' if table.evidence else ''}"


def _said(update: Update) -> Iterator[str]:
    if update.status is not None:
        yield label(update.status)
    if update.progress is not None:
        yield f"{update.progress} %"
    if update.due_from and update.due_to:
        yield f"deadline from {update.due_from.words} to {update.due_to.words}"


def _kind(table: Table) -> str:
    return kind_of(table).words if isinstance(table, Record) else "accepted finding"


def _title(table: Table, side: Side) -> str:
    title = shortened(side.title(table))
    if isinstance(table, Measurement):
        return f"{title} for {shortened(table.indicator)}, {table.on.words}"
    return title


def told_reports(reports: Collection[str], points: Mapping[str, Points], side: Side) -> set[str]:
    """Return those of the reports of which all is told by the record that they are about.

    `reports` are the ids of updates that only the plan of `side` has, `points` what is told of
    each record that both plans have.
    """
    about = [each for each in side.plan.updates if each.id in reports and each.about in points]
    if not about:
        return set()
    works = {each.id: each for each in (*side.plan.milestones, *side.plan.commitments)}
    return {
        update.id
        for update in about
        if (work := works.get(update.about or ""))
        and _tells(points[work.id], update, status_of(work, side))
    }


def _tells(points: Points, update: Update, status: object) -> bool:
    """Return whether these points tell all but the words of a report."""
    if update.evidence or update.progress is not None:
        return False
    moved = any(isinstance(point, DeadlineMoved) and update.id in point.reports for point in points)
    if update.status is None:
        return moved
    is_status = update.status is status and any(isinstance(point, _STANDING) for point in points)
    return is_status and (moved or update.due_from is None)
