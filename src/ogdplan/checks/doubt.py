"""What cannot be trusted while something is wrong: one cause gives one error and no warning.

A problem says nothing reliable when its rule reads a value that is at fault. Values are named
as in `Rule.reads`: `milestones.due`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ogdplan.checks.links import Guesses, link_fields, links_of, tables_of
from ogdplan.findings import Place, Problem, Severity
from ogdplan.model.kinds import KINDS, FieldSpec, fields_of, kind_named
from ogdplan.model.plan import Plan
from ogdplan.model.record import Record, Table
from ogdplan.planfile.identity import is_reliable
from ogdplan.planfile.shape import Faulty

Node = tuple[str, int | None]
"""A table of the file by its key and index, `("plan", None)` for the header."""

_HEADER: Node = ("plan", None)
_LINKS = {
    f"{kind.table}.{spec.name}": frozenset(kind_named(name).table for name in spec.refers_to or ())
    for kind in KINDS
    for spec in link_fields(kind.model)
}
"""The references between records, and the tables that each leads to."""


def trustworthy(
    problems: Iterable[Problem], faulty: frozenset[Faulty], plan: Plan
) -> tuple[Problem, ...]:
    """Return the problems that follow from no value at fault.

    A rule looks at the record that it is about, at `[plan]`, and at records tied to that record
    by a reference that it reads; a rule about the plan as a whole looks at every record.
    """
    problems = tuple(problems)
    if not (faulty and problems):
        return problems
    doubt = _Doubt(faulty, plan)
    return tuple(problem for problem in problems if not doubt.touches(problem))


def faults_of(problems: Iterable[Problem]) -> frozenset[Faulty]:
    """Return the values that the errors among the problems point at."""
    return frozenset(
        fault_of(problem.place)
        for problem in problems
        if problem.rule.severity is Severity.ERROR and isinstance(problem.place, Place)
    )


def fault_of(place: Place) -> Faulty:
    """Return the value of a record or of `[plan]` that a place is in, or the table it means."""
    table, index, field = (*place.path, None, None)[:3]
    if isinstance(index, str):
        index, field = None, index
    return Faulty(str(table), index, None if field is None else str(field))


class _Tie(NamedTuple):
    """A reference to a record, from the side of that record; not certain where it is a guess."""

    source: Node
    value: str
    certain: bool


class _Doubt:
    """The values of one plan that are at fault, and the references along which that matters."""

    def __init__(self, faulty: frozenset[Faulty], plan: Plan) -> None:
        """Find out which values are at fault, and who refers to whom."""
        self._tables = {(table, index): record for table, index, record in tables_of(plan)}
        self._unreadable = {
            fault.table
            for fault in faulty
            if fault.index is None and fault.field is None and fault.table != "plan"
        }
        self._values: dict[Node, set[str]] = defaultdict(set)
        self._by_id: dict[str, list[Node]] = defaultdict(list)
        self._incoming: dict[str, list[_Tie]] = defaultdict(list)
        self._astray: set[str] = set()
        for fault in faulty:
            self._note_fault(fault)
        self._note_ids()
        self._note_links(all_known=is_reliable(faulty))
        self._note_uncertain_ids()
        self._is_spoilt = cache(self._look_around)

    def touches(self, problem: Problem) -> bool:
        """Return whether the rule of the problem reads a value at fault."""
        if not isinstance(problem.place, Place):
            return False
        own = fault_of(problem.place)
        reads = problem.rule.reads | {f"{own.table}.{problem.field}"}
        if self._lacks_records(own.table, reads):
            return True
        if own.index is None:
            return any(self._is_at_fault(node, reads) for node in self._values)
        subjects = self._subjects((own.table, own.index), reads)
        return self._is_at_fault(_HEADER, reads) or any(
            self._is_spoilt(subject, reads) for subject in subjects
        )

    def _note_fault(self, fault: Faulty) -> None:
        """Note one value; an unknown key may be any that its table lacks."""
        node = (fault.table, fault.index)
        table = self._tables.get(node)
        if table is None:
            return
        names = {fault.field} if fault.field else _absent(table)
        for name in names:
            self._note_value(node, name)
        self._astray |= {
            f"{fault.table}.{spec.name}"
            for spec in link_fields(type(table))
            if spec.name in names and not spec.repeated and getattr(table, spec.attribute) is None
        }

    def _note_value(self, node: Node, name: str) -> None:
        self._values[node] |= {f"{node[0]}.{name}", f"{node[0]}.*", node[0]}

    def _note_ids(self) -> None:
        """Note which records have which id."""
        for node, table in self._tables.items():
            if isinstance(table, Record):
                self._by_id[table.id].append(node)

    def _note_uncertain_ids(self) -> None:
        """Note the references to an id that is at fault: nobody knows which record they mean.

        To an id given twice those that there are; to one that is none any that leads nowhere.
        """
        for name, nodes in self._by_id.items():
            if any(f"{node[0]}.id" in self._values.get(node, ()) for node in nodes):
                for node in nodes:
                    anyone = {link for link in _LINKS if node[0] in _LINKS[link]}
                    known = {tie.value for tie in self._incoming.get(name, ())}
                    self._values[node] |= known if len(nodes) > 1 else anyone

    def _note_links(self, *, all_known: bool) -> None:
        """Note who refers to whom; a name that leads nowhere counts for the one most like it.

        Such a name is at fault itself while not all ids are known: no error says so then.
        """
        guesses = Guesses()
        for node, table in self._tables.items():
            for spec, _, name in links_of(table):
                is_known = name in self._by_id
                meant = name if is_known else self._nearest(name, spec, guesses)
                if meant:
                    tie = _Tie(node, f"{node[0]}.{spec.name}", certain=is_known)
                    self._incoming[meant].append(tie)
                if not is_known and not all_known:
                    self._note_value(node, spec.name)

    def _nearest(self, name: str, spec: FieldSpec, guesses: Guesses) -> str | None:
        tables = {kind_named(kind).table for kind in spec.refers_to or ()}
        candidates = (own_id for own_id, nodes in self._by_id.items() if nodes[0][0] in tables)
        return guesses.nearest(name, candidates, among=spec.refers_to)

    def _lacks_records(self, own: str, reads: frozenset[str]) -> bool:
        """Return whether a table that is read cannot be, or may be the one with a wrong name."""
        tables = {value.partition(".")[0] for value in reads}
        return bool(
            tables & self._unreadable or ("" in self._unreadable and tables - {own, "plan"})
        )

    def _subjects(self, node: Node, reads: frozenset[str]) -> list[Node]:
        """Return the record, and what it is about: reports are compared with each other."""
        if f"{node[0]}.about" not in reads:
            return [node]
        return [node, *self._outgoing(node, frozenset({f"{node[0]}.about"}))]

    def _look_around(self, node: Node, reads: frozenset[str]) -> bool:
        """Return whether what is read of a record, or of those tied to it, is at fault.

        A list may hold wrong names: the right one that ties another record to this is sound.
        """
        if self._is_at_fault(node, reads):
            return True
        if any(node[0] in _LINKS[link] for link in self._astray & reads):
            return True
        if any(self._is_at_fault(other, reads) for other in self._outgoing(node, reads)):
            return True
        table = self._tables[node]
        incoming = self._incoming.get(table.id, ()) if isinstance(table, Record) else ()
        return any(
            tie.value in reads
            and (not tie.certain or self._is_at_fault(tie.source, reads - {tie.value}))
            for tie in incoming
        )

    def _is_at_fault(self, node: Node, reads: frozenset[str]) -> bool:
        return not reads.isdisjoint(self._values.get(node, ()))

    def _outgoing(self, node: Node, reads: frozenset[str]) -> Iterator[Node]:
        table = self._tables.get(node)
        for spec, _, name in links_of(table) if table else ():
            if f"{node[0]}.{spec.name}" in reads:
                yield from self._by_id.get(name, ())


def _absent(table: Table) -> set[str]:
    """Return the keys that a table does not have; `[plan]` is left out as a whole, so all."""
    given = frozenset() if not isinstance(table, Record) else table.model_fields_set
    return {spec.name for spec in fields_of(type(table)) if spec.attribute not in given}
