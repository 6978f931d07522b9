"""Whether reports are what they were: they may be added to, and say for ever what they said."""

from collections.abc import Iterator

from ogdplan.checks.removal import evidenced
from ogdplan.checks.versions import Versions
from ogdplan.compare.fields import field_points
from ogdplan.compare.matching import Pair
from ogdplan.compare.points import Point
from ogdplan.compare.points_of_fields import ListChanged, Reordered, TranslationAdded
from ogdplan.compare.points_of_work import EvidenceAdded
from ogdplan.findings import Problem
from ogdplan.model.kinds import FieldSpec
from ogdplan.model.work import Update

_RULE = "update-rewritten"
_FREE = frozenset({"id", "note"})
"""Fields that may be changed: no reader sees them."""


def rewritten(versions: Versions) -> Iterator[Problem]:
    """Yield the reports that say something else than they did, or are gone.

    A new id is no change, nor are further evidence, sources and translations, nor the note, which
    is not published. What is gone together with the evidenced work that it was about is told
    with that.
    """
    lost = {each.id for each in evidenced(versions.before.plan) if versions.now(each) is None}
    for old in versions.before.plan.updates:
        new = versions.now(old)
        if new is None and old.about not in lost:
            yield _gone(versions, old)
        elif new and new != old:
            yield from _changed(versions, versions.pair(old, new), new)


def _changed(versions: Versions, pair: Pair, new: Update) -> Iterator[Problem]:
    """Yield one problem for a report, at the first field that says something else."""
    found = [(spec, points) for spec in pair.differing if (points := _rewrites(pair, spec))]
    if not found:
        return
    first, _ = found[0]
    told = "; ".join(str(point) for _, points in found for point in points)
    is_there = getattr(new, first.attribute) not in (None, ())
    locate = versions.after.problem if is_there else versions.after.lacking
    yield locate(_RULE, new, first.name, f"this report was rewritten: {told}")


def _rewrites(pair: Pair, spec: FieldSpec) -> tuple[Point, ...]:
    """Return what happened to a field that is more than an addition."""
    if spec.name in _FREE:
        return ()
    return tuple(point for point in field_points(pair, spec) if not _is_addition(point))


def _is_addition(point: Point) -> bool:
    match point:
        case TranslationAdded() | EvidenceAdded() | Reordered():
            return True
        case ListChanged():
            return not point.removed
    return False


def _gone(versions: Versions, old: Update) -> Problem:
    """Return the problem at what the report was about, at the header of the plan without such."""
    evidence = ", and its evidence with it" if old.evidence else ""
    message = f'the report "{old.id}" of {old.on} is gone{evidence}'
    was_about = versions.before.by_id.get(old.about or "")
    if was_about and (about := versions.now(was_about)):
        return versions.after.of_record(_RULE, about, message)
    return versions.after.of_plan(_RULE, message)
