"""The story of one record: its changes, and those of what is reported about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from ogdplan.actions.naming import find
from ogdplan.actions.versions import Step
from ogdplan.compare.changes import Change, What, between
from ogdplan.compare.sides import Side
from ogdplan.errors import UnknownNameError
from ogdplan.model.kinds import KINDS
from ogdplan.model.plan import Plan

_REPORTS = ("updates", "assessments", "measurements")


def id_of(name: str, plans: Iterable[tuple[int, Plan]], *, plan_id: str) -> tuple[int, str]:
    """Return the id of the record that someone names, and the number of the first plan with it.

    Raises what `naming.find` raises: of a record that is in none of them, for the first.
    """
    unknown = None
    for number, plan in plans:
        try:
            return number, find(plan, name, plan_id=plan_id).id
        except UnknownNameError as error:
            unknown = unknown or error
    raise unknown or UnknownNameError("record", name, where=plan_id)


def latest_id(record: str, newer: Iterable[Step]) -> str:
    """Return the id that a record got last, in versions that came after it had this one."""
    for step in newer:
        for change in step.within:
            if change.what is What.RENAMED and change.fields[0].old == record:
                record = change.id or record
    return record


@dataclass
class Story:
    """The changes of one record, asked for from the newest version to the oldest.

    It knows the ids that the record had before, as soon as it was told of the version in which
    they changed.
    """

    ids: set[str]

    def part(self, step: Step) -> tuple[Change, ...]:
        """Return what a version changed in the record, and in what is reported about it."""
        changes = step.within if step.new and step.olds else _from_or_to_nothing(step)
        for change in changes:
            if change.what is What.RENAMED and change.id in self.ids:
                self.ids.add(str(change.fields[0].old))
        ids = self.ids | _reports([*step.olds, *((step.new,) if step.new else ())], self.ids)
        return tuple(change for change in changes if change.id in ids)


def _from_or_to_nothing(step: Step) -> tuple[Change, ...]:
    """Return a change for each record of a plan that came or went as a whole."""
    plan_id = step.place.plan_id
    if step.new:
        return between(_emptied(step.new.plan), step.new.plan, plan_id=plan_id)
    old = step.olds[0].plan if step.olds else None
    return between(old, _emptied(old), plan_id=plan_id) if old else ()


def _emptied(plan: Plan) -> Plan:
    return plan.model_copy(update={kind.table: () for kind in KINDS})


def _reports(sides: Sequence[Side], ids: set[str]) -> set[str]:
    """Return the ids of what the plans report about records with these ids."""
    found = chain.from_iterable(getattr(side.plan, table) for side in sides for table in _REPORTS)
    return {each.id for each in found if _subject(each) in ids}


def _subject(report: object) -> object:
    return getattr(report, "about", None) or getattr(report, "indicator", None)
