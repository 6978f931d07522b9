"""Trends of plans as JSON."""

from collections.abc import Sequence

from ogdplan.actions.library import Failed
from ogdplan.actions.trend import Trend, Trends
from ogdplan.model.work import Update
from ogdplan.progress.burndown import Point
from ogdplan.progress.slips import Slip
from ogdplan.report.unreadable import unreadable_value
from ogdplan.report.words import Reader, when

_POINT = ("date", "total", "completed", "withdrawn", "undated", "remaining", "planned")


def document(found: Trends, language: str | None, failed: Sequence[Failed]) -> dict[str, object]:
    """Return the trends as JSON, their texts for readers of a language."""
    return {
        "schema": "ogdplan/trend/1",
        "as_of": found.as_of.isoformat(),
        "plans": [_plan(trend, Reader(trend.plan, language)) for trend in found.plans],
        "from_git": found.from_git,
        "unreadable": unreadable_value(failed),
    }


def _plan(trend: Trend, reader: Reader) -> dict[str, object]:
    return {
        "id": trend.plan_id,
        "series": [_point(point) for point in trend.points],
        "overdue": trend.points[-1].overdue if trend.points else None,
        "without_deadline": trend.without_deadline,
        "slips": [_slip(slip, reader) for slip in trend.slips],
        "gaps": [
            {"date": day.isoformat(), "reason": gap.reason}
            for gap in trend.gaps
            for day in gap.dates
        ],
    }


def _point(point: Point) -> dict[str, object]:
    numbers = point._asdict()
    return {key: numbers[key] for key in _POINT} | {"date": point.date.isoformat()}


def _slip(slip: Slip, reader: Reader) -> dict[str, object]:
    return {
        "milestone": slip.milestone.id,
        "title": reader.text(slip.milestone.title),
        "first": slip.first.text,
        "present": slip.present.text if slip.present else None,
        "days": slip.days,
        "moves": [_move(move, reader) for move in slip.moves],
    }


def _move(move: Update, reader: Reader) -> dict[str, object]:
    return {
        "id": move.id,
        "on": move.on.text,
        "due_from": when(move.due_from),
        "due_to": when(move.due_to),
        "reason": reader.text(move.text),
    }
