"""Merges for tests, decided from the few lines of TOML in which three versions differ."""

from ogdplan.compare.merge.conflicts import Conflict, What
from ogdplan.compare.merge.decide import Merge, merge
from ogdplan.planfile.operations import Value
from ogdplan.planfile.reading import Reading, read_text

HEAD = """\
format = 1

[plan]
title = "A plan"
country = "NPL"
lead = "office"

[[institutions]]
id = "office"
name = "An office"
sector = "government"
"""


def a_reading(toml: str) -> Reading:
    """Return the reading of a plan with more tables."""
    return read_text(HEAD + toml)


def merged(base: str, ours: str, theirs: str) -> Merge:
    """Return what is decided of three plans with more tables."""
    return merge(*(a_reading(each) for each in (base, ours, theirs)))


def result(found: Merge) -> dict[str, list[dict[str, Value]]]:
    """Return the tables that are decided, by kind, but those of the head."""
    tables: dict[str, list[dict[str, Value]]] = {}
    for outcome in found.outcomes:
        if outcome.fields is not None and outcome.key.table not in ("plan", "institutions"):
            tables.setdefault(outcome.key.table, []).append(dict(outcome.fields))
    return tables


def told(conflict: Conflict) -> tuple[object, ...]:
    """Return what a conflict says, in a row."""
    subject = (conflict.subject, conflict.field)
    match conflict.what:
        case What.REMOVED:
            return (conflict.subject, str(conflict.removed_by), conflict.is_needed)
        case What.SAME_ID:
            return (*subject, "same id", conflict.theirs)
    return (*subject, conflict.base, conflict.ours, conflict.theirs)


def conflicts(found: Merge) -> list[tuple[object, ...]]:
    """Return what all conflicts say."""
    return [told(conflict) for conflict in found.conflicts]
