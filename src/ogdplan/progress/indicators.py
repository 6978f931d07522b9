"""The latest value of an indicator."""

from datetime import date

from ogdplan.model.evidence import Measurement
from ogdplan.model.plan import Plan


def latest(plan: Plan, indicator_id: str, as_of: date) -> Measurement | None:
    """Return the last measurement up to `as_of`, of one day the later in the file."""
    found = [
        each
        for each in plan.measurements
        if each.indicator == indicator_id and each.on.last <= as_of
    ]
    return max(reversed(found), key=lambda each: each.on.last, default=None)
