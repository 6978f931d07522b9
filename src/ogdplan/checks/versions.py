"""Two versions of a plan: which record is which, and what was reported in between."""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ogdplan.checks.context import Context, Past
from ogdplan.compare.matching import Pair, Renames
from ogdplan.compare.sides import Side
from ogdplan.model.record import Record
from ogdplan.model.work import Update
from ogdplan.progress.timeline import Updates, updates_by_subject

_Record = TypeVar("_Record", bound=Record)


@dataclass(frozen=True)
class Versions:
    """A plan before and after, both looked at on one day; `renames` are the ids that changed."""

    before: Context
    after: Context
    renames: Renames

    def now(self, record: _Record) -> _Record | None:
        """Return what has become of a record of the earlier version; None where it is gone."""
        found = self.after.by_id.get(self.renames.get(record.id, record.id))
        return found if isinstance(found, type(record)) else None

    def pair(self, old: Record, new: Record) -> Pair:
        """Return two versions of a record, to be compared."""
        return Pair(old, new, self.old_side, self.new_side, self.renames)

    @cached_property
    def old_side(self) -> Side:
        """The earlier version, as what it says is told."""
        return Side(self.before.plan)

    @cached_property
    def new_side(self) -> Side:
        """The later version, as what it says is told."""
        return Side(self.after.plan)

    @cached_property
    def new_reports(self) -> tuple[Update, ...]:
        """The reports that the earlier version did not have, in the order of the file."""
        known = {self.renames.get(update.id, update.id) for update in self.before.plan.updates}
        return tuple(update for update in self.after.plan.updates if update.id not in known)

    def new_reports_about(self, record: Record) -> tuple[Update, ...]:
        """Return the new reports about a record of the later version, by day."""
        return self._new_by_subject.get(record.id, ())

    @cached_property
    def _new_by_subject(self) -> Updates:
        return updates_by_subject(self.new_reports)


def versions_of(after: Context, past: Past) -> Versions:
    """Return a plan with what it was."""
    return Versions(Context(past.plan, after.as_of), after, past.renames)
