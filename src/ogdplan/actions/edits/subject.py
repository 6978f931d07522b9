"""A plan file that is to be changed, and what is decided about it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ogdplan.actions.edits.notes import Note, told
from ogdplan.actions.naming import find
from ogdplan.errors import UsageError
from ogdplan.model.kinds import KINDS, Kind, all_records, kind_of, records_of
from ogdplan.model.plan import Plan
from ogdplan.model.record import Record
from ogdplan.model.work import Update
from ogdplan.planfile.operations import Operation, Value, row
from ogdplan.planfile.reading import Reading
from ogdplan.progress.timeline import Updates, updates_by_subject


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to be done to a plan file.

    `notes` say what else happens, or what to keep in mind; `hint` names the next useful command.
    """

    operations: tuple[Operation, ...]
    notes: tuple[Note, ...] = ()
    hint: str | None = None

    @property
    def said(self) -> tuple[str, ...]:
        """Return what the notes say, each a sentence without a full stop."""
        return told(self.notes)


def joined(edits: Iterable[Edit], *, hint: str | None = None) -> Edit:
    """Return several edits of one file as one."""
    found = tuple(edits)
    operations = tuple(operation for edit in found for operation in edit.operations)
    return Edit(operations, tuple(note for edit in found for note in edit.notes), hint)


@dataclass(frozen=True, slots=True)
class Target:
    """One record of a plan file: its kind, its place in the array, and what the file has of it."""

    kind: Kind
    index: int
    record: Record
    raw: Mapping[str, Value]

    @property
    def id(self) -> str:
        """Return the record's id; of a record without one, the name that stands in for it."""
        return self.record.id

    @property
    def reference(self) -> str:
        """Return the id by which another record may refer to it.

        Raises UsageError when the file has none, or a bad one.
        """
        if self.raw.get("id") != self.id:
            hint = f"name it first: ogdplan {self.kind.name} rename PLAN NUMBER ID"
            raise UsageError(f"this {self.kind.words} has no id to refer to", hint=hint)
        return self.id


# Not slots: what is looked up once is kept.
@dataclass(frozen=True)
class Subject:
    """A plan file as it is before the change.

    `plan` leaves out, or fills in, values of the file that have an error; `data` has all of them.
    """

    plan_id: str
    reading: Reading
    plan: Plan
    data: Mapping[str, object]
    as_of: date

    @property
    def language(self) -> str:
        """Return the plan's first language."""
        return self.plan.header.language

    @property
    def has_translations(self) -> bool:
        """Whether the plan has texts in several languages."""
        return len(self.plan.header.languages) > 1

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all records, also of those that are no records."""
        return frozenset(record.id for record in all_records(self.plan))

    @cached_property
    def _updates(self) -> Updates:
        return updates_by_subject(self.plan.updates)

    def updates_about(self, target: Target) -> tuple[Update, ...]:
        """Return the reports about a milestone or commitment, by day."""
        return self._updates.get(target.id, ())

    def find(self, name: str, kind: Kind | None = None) -> Target:
        """Return the record that someone names; raises what `naming.find` raises.

        One with a bad id can be called by that too.
        """
        for each in self._kinds_in_doubt(kind):
            for target in self.targets(each):
                if target.raw.get("id") == name != target.id:
                    return target
        record = find(self.plan, name, plan_id=self.plan_id, kind=kind)
        return self.target(record)

    def _kinds_in_doubt(self, kind: Kind | None) -> tuple[Kind, ...]:
        """Return the kinds among which a bad id is looked for; none where all ids are good."""
        if self.reading.ids is not None:
            return ()
        return (kind,) if kind else KINDS

    def far(self, record_id: str) -> str:
        """Return how other plans name a record of this one: `plan-id#record-id`."""
        return f"{self.plan_id}#{record_id}"

    def target(self, record: Record) -> Target:
        """Return where a record of the plan stands in the file."""
        return next(each for each in self.targets(kind_of(record)) if each.record is record)

    def targets(self, kind: Kind) -> Iterator[Target]:
        """Yield the records of a kind, in the order of the file, each with its place there."""
        for index, record in enumerate(records_of(self.plan, kind)):
            yield Target(kind, index, record, self.raw(kind.table, index))

    def raw(self, table: str, index: int | None) -> Mapping[str, Value]:
        """Return what the file has of a record, or of `[plan]` with the index None."""
        return row(self.data, table, index)


Decision = Callable[[Subject], Edit]
"""What someone wants, once the plan is known; raises UsageError where it cannot be."""
