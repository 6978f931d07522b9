"""How a milestone stands against its schedule."""

from ogdplan.model.terms import Term
from ogdplan.model.vocabularies import Status

DUE_SOON_DAYS = 60
"""How many days before its deadline a milestone begins to count as due soon."""


class Health(Term):
    """How a milestone stands against its schedule; of those that apply, the first holds.

    Source: docs/definitions.md, "Health".
    """

    COMPLETED = ("completed", "done")
    WITHDRAWN = ("withdrawn", "given up; counts no more")
    OVERDUE = ("overdue", "its deadline has passed, and it is not done")
    BLOCKED = ("blocked", "depends, directly or not, on one that is overdue")
    UNCONFIRMED = ("unconfirmed", "no source shows how it stands")
    DUE_SOON = ("due-soon", f"due within {DUE_SOON_DAYS} days, and most of it is still to be done")
    UNSCHEDULED = ("unscheduled", "has no deadline")
    ON_TRACK = ("on-track", "none of these")


def is_overdue(status: Status, days_left: int | None) -> bool:
    """Return whether the deadline has passed of a milestone neither completed nor withdrawn."""
    if days_left is None or days_left >= 0:
        return False
    return status is not Status.COMPLETED and status is not Status.WITHDRAWN


def health_of(status: Status, days_left: int | None, *, depends_on_overdue: bool) -> Health:
    """Return the health of a milestone with this status and these days to its deadline.

    `days_left` is 0 on the deadline itself, negative after it, None without a deadline.
    """
    if status is Status.COMPLETED:
        return Health.COMPLETED
    if status is Status.WITHDRAWN:
        return Health.WITHDRAWN
    if is_overdue(status, days_left):
        return Health.OVERDUE
    if depends_on_overdue:
        return Health.BLOCKED
    if status is Status.UNCLEAR:
        return Health.UNCONFIRMED
    return _health_ahead(status, days_left)


def _health_ahead(status: Status, days_left: int | None) -> Health:
    """Return the health of unfinished work that nothing but its own deadline bears on."""
    if days_left is None:
        return Health.UNSCHEDULED
    is_near = days_left <= DUE_SOON_DAYS
    return Health.DUE_SOON if is_near and status is not Status.SUBSTANTIAL else Health.ON_TRACK


def health_label(health: Health, *, plan_over: bool) -> str:
    """Return what readers are told: after the plan's end an overdue milestone is not delivered."""
    return "Not delivered" if plan_over and health is Health.OVERDUE else health.label
