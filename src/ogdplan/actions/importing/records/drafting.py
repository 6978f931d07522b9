"""All rows of all tables as records of a plan, or what keeps them from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ogdplan.actions.edits.given import with_text
from ogdplan.actions.edits.subject import Subject
from ogdplan.actions.importing.cells.faults import Remark, RowFault, RowKey, Spot
from ogdplan.actions.importing.records.dated import DATED, Dated, says_something
from ogdplan.actions.importing.records.entries import Entry
from ogdplan.actions.importing.records.identities import Identities, wanted_id
from ogdplan.actions.importing.records.institution_names import looks_like_acronym
from ogdplan.actions.importing.records.institutions import Decisions, known_institutions
from ogdplan.actions.importing.records.known import known_records
from ogdplan.actions.importing.records.left_out import Reference, references_among
from ogdplan.actions.importing.records.references import References
from ogdplan.actions.importing.records.values import Read, RowValues
from ogdplan.actions.importing.tables.given_values import are_report
from ogdplan.actions.importing.tables.rows import TableRow
from ogdplan.actions.importing.tables.sources import Source
from ogdplan.actions.importing.tables.targets import UPDATE, beside
from ogdplan.actions.watching import Watch, unwatched
from ogdplan.model.kinds import KINDS, kind_named
from ogdplan.model.work import Commitment, Milestone
from ogdplan.planfile.operations import Value
from ogdplan.progress.timeline import state_at

INSTITUTION = kind_named("institution")
WITH_DAY = ("update", "measurement")
"""Kinds whose records are of a day that is said for all rows, where their row names none."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the rows become: the records, in their order, and what is at fault.

    `near` are new institutions each with a known one that is called much alike; `unsaid` counts
    the rows that report nothing; `remarks` are what is noted of cells; `joined` are new
    institutions whose name may be several, each with its cells; `references` are the cells that
    name a record which one row alone adds.
    """

    entries: tuple[Entry, ...]
    faults: tuple[RowFault, ...]
    near: tuple[tuple[str, str], ...] = ()
    unsaid: int = 0
    remarks: tuple[Remark, ...] = ()
    joined: tuple[tuple[str, tuple[Spot, ...]], ...] = ()
    references: tuple[Reference, ...] = ()


def draft(
    subject: Subject,
    sources: Sequence[Source],
    decisions: Decisions,
    day: Value | None,
    skipped: frozenset[RowKey] = frozenset(),
    watch: Watch = unwatched,
) -> Draft:
    """Return what the rows of tables become; `day` is that of reports that name none.

    Without one it is `subject.as_of`, where no report of another day says the same.

    Tables come in the order of their kinds, so that records are known before others name them.
    """
    ordered = sorted(sources, key=lambda each: KINDS.index(each.kind))
    rows = [
        TableRow(source, line)
        for source in ordered
        for line in source.lines
        if (source.name, line.number) not in skipped
    ]
    return _Drafting(subject, decisions, day).run(rows, watch)


class _Drafting:
    """What is known while rows are read."""

    def __init__(self, subject: Subject, decisions: Decisions, day: Value | None) -> None:
        institutions = known_institutions(subject.plan.institutions, decisions)
        known = known_records(subject)
        self.identities = Identities(subject, known, institutions, set(subject.ids))
        self.references = References(institutions, known, self.identities.taken)
        self.dated = Dated(self.identities, is_day_usual=day is None)
        self.subject = subject
        self.day: Value = subject.as_of if day is None else day
        self.languages: dict[str, str | None] = {}
        self.unsaid = 0
        self.remarks: list[Remark] = []

    def run(self, rows: Sequence[TableRow], watch: Watch) -> Draft:
        """Read all rows: first which record each is, as others may name it, then what it says."""
        ids = self.identities
        self.languages = {row.source.name: row.source.language for row in rows}
        ids.claimed = frozenset(wanted_id(row, "") for row in rows)
        own = [(row, None if row.source.kind.name in DATED else ids.of(row)) for row in rows]
        for row, entry in watch(own, len(own)):
            self._read(row, entry)
        entries = (*self._new_institutions(), *ids.entries.values())
        several = ids.institutions.found_several()
        found = (*ids.faults, *several)
        faults = dict.fromkeys((*found, *_missing(entries, rows, found)))
        near = tuple(ids.institutions.near.items())
        remarks = tuple(dict.fromkeys(self.remarks))
        joined = tuple(
            (name, tuple(dict.fromkeys(spots)))
            for name, spots in ids.institutions.joined.items()
            if not several or spots[0] not in {each.spot for each in several}
        )
        beside = {entry.id for entry in ids.parents.values()}
        references = tuple(references_among(ids.entries, beside))
        return Draft(entries, tuple(faults), near, self.unsaid, remarks, joined, references)

    def _read(self, row: TableRow, entry: Entry | None) -> None:
        ids = self.identities
        values = RowValues(self.subject, row.source, self.references)
        for via, parent in ids.parents_of(row):
            read = values.of(row.line, row.fields(via), parent.place, row.given(via))
            ids.faults += parent.take(_without_id(read))
        if row.source.kind.name in DATED:
            self._report(row, values, "", None)
        elif entry is not None:
            read = values.of(row.line, row.fields(""), entry.place, row.given(""))
            read |= {via: (parent.id, row.spot) for via, parent in ids.parents_of(row)}
            ids.faults += entry.take(_without_id(self._said_anew(entry, read, row)))
            if "update" in beside(row.source.kind) and _may_report(row):
                self._report(row, values, "update", entry)
        ids.faults += values.faults
        self.remarks += values.remarks

    def _report(self, row: TableRow, values: RowValues, via: str, about: Entry | None) -> None:
        kind = UPDATE if via else row.source.kind
        if kind is UPDATE and not says_something(row, via):
            self.unsaid += 1
            return
        given: dict[str, Value] = {"about": about.id} if about else {}
        if kind.name in WITH_DAY:
            given["on"] = self.day
        self.dated.read(row, values, via, given)

    def _said_anew(self, entry: Entry, read: Read, row: TableRow) -> Read:
        """Leave out a status that a record has already, by its dates and reports."""
        if entry.place is None or "status" not in read or row.source.is_ours:
            return read
        record = entry.place.record
        if "status" in entry.place.raw or not isinstance(record, (Milestone, Commitment)):
            return read
        known = state_at(record, self.subject.updates_about(entry.place), self.subject.as_of)
        if known.status.value != read["status"][0]:
            return read
        return {name: each for name, each in read.items() if name != "status"}

    def _new_institutions(self) -> Iterator[Entry]:
        for record_id, new in self.identities.institutions.new.items():
            fields: dict[str, Value | None] = {
                name: value for name, value in new.fields.items() if name != "id"
            }
            name = str(new.fields["name"])
            # An acronym is of no language.
            language = None if looks_like_acronym(name) else self.languages.get(new.spot.sheet)
            fields["name"] = with_text(None, name, language, self.subject)
            yield Entry(INSTITUTION, record_id, None, new.spot, fields=fields)


def _may_report(row: TableRow) -> bool:
    """Return whether rows of this table have anything of a report about their record."""
    return bool(row.fields("update")) or are_report(row.given("update"))


def _without_id(read: Read) -> Read:
    return {name: each for name, each in read.items() if name != "id"}


def _missing(
    entries: Sequence[Entry], rows: Sequence[TableRow], faults: Sequence[RowFault]
) -> Iterator[RowFault]:
    """Yield what new records lack, each at its cell; not what is in a cell at fault."""
    lacking = [entry for entry in entries if entry.missing]
    by_spot = {row.spot: row for row in rows} if lacking else {}
    wrong = {fault.spot for fault in faults}
    for entry in lacking:
        row = by_spot.get(entry.spot)
        cells = {name: _cell(entry, name, row) for name in entry.missing}
        names = [name for name, cell in cells.items() if cell is None or cell not in wrong]
        if not names:
            continue
        cell = cells[names[0]] if len(names) == 1 else None
        hint = "add a column for it, or a line under [values] in a mapping file"
        hint += row.source.if_left(names[0]) if row else ""
        if cell is not None:
            hint = "write it"
        if entry.kind is UPDATE:
            hint = "say in a few words what was done"
        what = f"{' and '.join(names)} is missing"
        yield RowFault(cell or entry.spot, what, hint, tuple(names))


def _cell(entry: Entry, name: str, row: TableRow | None) -> Spot | None:
    """Return the cell in which a record would have a field; None where there is none."""
    if row is None:
        return None
    via = "" if row.source.kind is entry.kind else "update" if entry.kind is UPDATE else None
    column = None if via is None else row.field(via, name)
    return row.source.spot(row.line, column) if column else None
