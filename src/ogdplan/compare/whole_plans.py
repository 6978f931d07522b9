"""What happens to a plan as a whole: it comes, goes, or gets another id."""

from ogdplan.compare.changes import Change, FieldChange, What
from ogdplan.compare.points import Point
from ogdplan.compare.points_of_plans import PlanAdded, PlanMoved, PlanRemoved
from ogdplan.compare.sides import Side, shortened
from ogdplan.model.plan import Plan


def plan_added(plan_id: str, plan: Plan | None, *, is_tracked: bool = True) -> Change:
    """Return that a plan is new; it is called by its id where it cannot be read.

    `is_tracked` is false where git was not told of its file.
    """
    title = _title(plan, plan_id)
    return _whole(plan_id, What.ADDED, title, PlanAdded(shortened(title), is_tracked))


def plan_removed(plan_id: str, plan: Plan | None) -> Change:
    """Return that a plan is gone."""
    title = _title(plan, plan_id)
    return _whole(plan_id, What.REMOVED, title, PlanRemoved(shortened(title)))


def plan_moved(old_id: str, plan_id: str, plan: Plan | None) -> Change:
    """Return that a plan has another id, which is its one field that differs."""
    fields = (FieldChange("id", old_id, plan_id),)
    point = PlanMoved(old_id, plan_id)
    return _whole(plan_id, What.RENAMED, _title(plan, plan_id), point, fields)


def _whole(
    plan_id: str, what: What, title: str, point: Point, fields: tuple[FieldChange, ...] = ()
) -> Change:
    return Change(plan_id, "plan", None, what, title, fields, (point,))


def _title(plan: Plan | None, plan_id: str) -> str:
    return Side(plan).title(plan.header) if plan else plan_id
