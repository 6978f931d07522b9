"""Ids as a database needs them: one record each, and references that lead somewhere."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from ogdplan.model.kinds import KINDS, FieldSpec, records_of
from ogdplan.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Fault:
    """A value of a plan with errors that a key does not allow; `value` is as in the file.

    `record` is the id of the record as the database has it, None for the plan.
    """

    plan_id: str
    kind: str
    record: str | None
    field: str
    value: str
    problem: str


@dataclass
class Names:
    """The ids of one plan, and what in it no key allows, collected as rows are made.

    `ids` has those of each kind in the order of the file; a second record of an id goes by
    another, so that no row is lost.
    """

    plan_id: str
    ids: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]
    faults: list[Fault] = field(default_factory=list)

    def target(self, spec: FieldSpec, value: str, kind: str, record: str | None) -> str | None:
        """Return the id that a reference leads to; None, and a fault, where it leads nowhere."""
        if self.kinds.get(value) in (spec.refers_to or ()):
            return value
        problem = "no such record" if value not in self.kinds else "a record of another kind"
        self.faults.append(Fault(self.plan_id, kind, record, spec.name, value, problem))
        return None


def names_of(plan_id: str, plan: Plan) -> Names:
    """Return the ids of a plan's records, each once."""
    faults: list[Fault] = []
    kinds: dict[str, str] = {}
    times: Counter[str] = Counter()
    ids: dict[str, tuple[str, ...]] = {}
    for kind in KINDS:
        found = [_free(each.id, kinds, times, kind.name) for each in records_of(plan, kind)]
        faults += [
            Fault(plan_id, kind.name, own, "id", each.id, "another record has this id")
            for own, each in zip(found, records_of(plan, kind), strict=True)
            if own != each.id
        ]
        ids[kind.name] = tuple(found)
    return Names(plan_id, ids, kinds, faults)


def _free(wanted: str, kinds: dict[str, str], times: Counter[str], kind: str) -> str:
    """Take an id for a record: its own where it is free, else one that no plan can have."""
    times[wanted] += 1
    found = wanted if times[wanted] == 1 else f"{wanted} ({times[wanted]})"
    kinds[found] = kind
    return found
