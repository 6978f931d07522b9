"""References to records, in a plan and from other plans, and what becomes of them.

Read off the data, not the plan: a list with a mistake in it refers too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ogdplan.actions.edits.lists import elements, once
from ogdplan.actions.edits.subject import Subject
from ogdplan.model.kinds import KINDS, TABLES, FieldSpec, fields_of, table_model
from ogdplan.planfile.operations import SetFields, Value

_OTHERWISE_ABOUT_THE_PLAN = ("updates", "assessments", "accepted")
"""Tables that are about the plan when they do not say what they are about."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A field of `[plan]`, a record or an accepted finding, and what it names.

    `owner` is the id of the record, "" for none; `target` an id, or `plan-id#record-id`.
    """

    table: str
    index: int | None
    owner: str
    spec: FieldSpec
    target: str

    @property
    def field(self) -> str:
        """Return the key in the file."""
        return self.spec.name

    @property
    def words(self) -> str:
        """Return who refers, and by which field: `portal (depends_on)`."""
        nameless = {"plan": "the plan", "accepted": "an accepted finding"}
        owner = self.owner or nameless.get(self.table, f"a record of {self.table} without id")
        return f"{owner} ({self.field})"

    @property
    def is_essential(self) -> bool:
        """Whether its owner would mean nothing, or something else, without it."""
        is_about = self.field == "about" and self.table in _OTHERWISE_ABOUT_THE_PLAN
        return self.spec.required or is_about


def references_to(
    subject: Subject, table: str, record_id: str, *, among: Iterable[Reference]
) -> list[Reference]:
    """Return the references to a record of the plan, by its id or as a far one.

    `among` is what `references` gives. An accepted finding has none.
    """
    far = subject.far(record_id)
    kinds = {kind.name for kind in KINDS if kind.table == table}
    return [
        each
        for each in among
        if each.target == (far if each.spec.refers_far else record_id)
        and not kinds.isdisjoint(_kinds_of(each.spec))
    ]


def _kinds_of(spec: FieldSpec) -> tuple[str, ...]:
    """Return the kinds of record that a field may name; a far one may name any."""
    return tuple(kind.name for kind in KINDS) if spec.refers_far else spec.refers_to or ()


def far_references(subject: Subject) -> list[Reference]:
    """Return all references of a plan to records of others, in the order of the file."""
    return [each for each in references(subject) if each.spec.refers_far]


def replaced(
    subject: Subject, found: Iterable[Reference], names: Mapping[str, str | None]
) -> list[SetFields]:
    """Return the operations that give these references other targets; None drops a reference.

    `names` has the targets as they are written in the references.
    """
    changes: dict[tuple[str, int | None], dict[str, Value | None]] = defaultdict(dict)
    for reference in found:
        new = names[reference.target]
        fields = changes[reference.table, reference.index]
        there = subject.raw(reference.table, reference.index).get(reference.field)
        if isinstance(there, list):
            old = fields.get(reference.field, there)
            fields[reference.field] = _list(old, reference.target, new)
        else:
            fields[reference.field] = new
    return [SetFields(table, index, fields) for (table, index), fields in changes.items()]


def references(subject: Subject) -> Iterator[Reference]:
    """Yield all references of a plan, in the order of the file."""
    for table in TABLES:
        model = table_model(table)
        found = subject.data.get(table)
        rows = enumerate(found) if isinstance(found, list) else [(None, found)]
        specs = [spec for spec in fields_of(model) if _refers(spec)] if model else []
        for index, row in rows:
            if isinstance(row, dict):
                owner = row.get("id")
                name = owner if isinstance(owner, str) else ""
                for spec in specs:
                    for target in _strings(row.get(spec.name)):
                        yield Reference(table, index, name, spec, target)


def _refers(spec: FieldSpec) -> bool:
    return spec.refers_to is not None or spec.refers_far


def _strings(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, str)]


def _list(old: Value | None, target: str, new: str | None) -> list[Value] | None:
    """Return the list with a name exchanged; what it already has comes once."""
    changed = [new if each == target else each for each in elements(old)]
    return once(each for each in changed if each is not None) or None
