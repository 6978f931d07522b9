"""Records that are known by what they are about and when: reports, measurements, assessments."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from ogdplan.actions.edits.ids import id_for
from ogdplan.actions.edits.subject import Target
from ogdplan.actions.importing.cells.faults import Bad, RowFault
from ogdplan.actions.importing.cells.reading import is_none, is_nothing, read_cell
from ogdplan.actions.importing.records.difficulties import with_difficulties
from ogdplan.actions.importing.records.identities import Identities
from ogdplan.actions.importing.records.known import Found
from ogdplan.actions.importing.records.references import References
from ogdplan.actions.importing.records.values import Read, RowValues
from ogdplan.actions.importing.tables.given_values import ASKED, are_report
from ogdplan.actions.importing.tables.rows import TableRow
from ogdplan.actions.importing.tables.targets import DIFFICULTIES, UPDATE
from ogdplan.model.kinds import Kind
from ogdplan.model.when import parse_when
from ogdplan.planfile.operations import Value
from ogdplan.workspace.spreadsheets.cells import CellError

DATED = ("update", "measurement", "assessment")
"""The kinds of such records."""

_KEYS = {
    "update": ("about", "on"),
    "measurement": ("indicator", "on"),
    "assessment": ("about", "framework", "criterion", "on"),
}
"""By what two of a kind are the same; beside it reports by who reported, where both say."""

_TELLING = {"id", "text", "status", "reported_by", "due_to", *chain.from_iterable(_KEYS.values())}
"""What tells which record a row is; of reports also what they say, and who says it."""

_NEEDED = {
    "update": ("on",),
    "measurement": ("indicator", "on"),
    "assessment": ("framework",),
}
"""Of what the id of a new one is made."""

Matter = tuple[str, ...]

_DAYS_AHEAD = 366
"""A report of a later day than so many from now has a slip in its year."""


def says_something(row: TableRow, via: str) -> bool:
    """Return whether a row reports anything: an empty line of a form does not."""
    return are_report(row.given(via)) or any(_is_said(row, via, name) for name in ASKED)


def _is_said(row: TableRow, via: str, name: str) -> bool:
    used = row.field(via, name)
    if used is None:
        return False
    value = row.line.value(used)
    is_empty = is_nothing(used.target.spec, value, used.manner)
    return not (is_empty or (name == DIFFICULTIES and is_none(value)))


@dataclass(slots=True)
class Dated:
    """Makes such records of rows; those of the plan are found by what they are about and when.

    With `is_day_usual` nobody has said a day for reports that name none.
    """

    identities: Identities
    is_day_usual: bool = False
    _matters: dict[str, dict[Matter, list[Target]]] = field(default_factory=dict)

    def read(self, row: TableRow, values: RowValues, via: str, given: Mapping[str, Value]) -> None:
        """Make the record of a row; `given` is what is known of it beside the row."""
        ids = self.identities
        kind = UPDATE if via else row.source.kind
        beside = {**given, **row.given(via)}
        told = self._told(row, via, values.references, beside)
        place = self._place_of(row, via, kind, told)
        read = self._read(row, via, values, beside, place)
        if refused := self._refused(row, via, kind, told, is_new=place is None):
            ids.faults.append(refused)
            return
        fields = {name: value for name, (value, _) in read.items() if value is not None}
        record_id = place.id if place else self._new_id(row, kind, fields)
        if isinstance(record_id, Bad):
            if not self._is_at_fault(row, via, kind, values):
                ids.faults.append(RowFault(row.spot, record_id.message, record_id.help))
        elif entry := ids.begin(Found(record_id, kind, place), row.spot):
            ids.faults += entry.take({name: each for name, each in read.items() if name != "id"})

    def _told(
        self, row: TableRow, via: str, references: References, beside: Mapping[str, Value]
    ) -> dict[str, Value]:
        """Return what tells which record a row is; of cells at fault nothing."""
        fields = [each for each in row.fields(via) if each.target.name in _TELLING]
        values = RowValues(self.identities.subject, row.source, references)
        read = self._whole(row, via, values.of(row.line, fields, None, beside))
        return {name: value for name, (value, _) in read.items() if value is not None}

    def _place_of(
        self, row: TableRow, via: str, kind: Kind, told: Mapping[str, Value]
    ) -> Target | None:
        """Return the record of the plan that a row is; None for a new one."""
        place = self._existing(kind, told)
        if place is None and self.is_day_usual and not row.words(via, "on"):
            place = self._said_before(kind, told)
        if place is None and row.source.is_form and not self._is_years_ahead(kind, told):
            place = self._said_in_form(row, told)
        return place

    def _read(
        self,
        row: TableRow,
        via: str,
        values: RowValues,
        beside: Mapping[str, Value],
        place: Target | None,
    ) -> Read:
        """Return what a row says beside what the plan has at `place`; its own day stays there."""
        if place is None:
            return self._whole(row, via, values.of(row.line, row.fields(via), None, beside))
        given = {name: value for name, value in beside.items() if name != "on"}
        # A row that is known by its day needs no id.
        skipped = () if row.words(via, "id") else ("id",)
        fields = [each for each in row.fields(via) if each.target.name not in skipped]
        return self._whole(row, via, values.of(row.line, fields, place, given), place)

    @staticmethod
    def _is_at_fault(row: TableRow, via: str, kind: Kind, values: RowValues) -> bool:
        """Return whether what a new record lacks stands in a cell that is at fault already."""
        wrong = {fault.spot for fault in values.faults}
        cells = (row.field(via, name) for name in _NEEDED[kind.name])
        return any(cell and row.source.spot(row.line, cell) in wrong for cell in cells)

    def _refused(
        self, row: TableRow, via: str, kind: Kind, told: Mapping[str, Value], *, is_new: bool
    ) -> RowFault | None:
        """Return why a row is no record, which none of its cells says alone."""
        used = row.field(via, DIFFICULTIES)
        said = row.line.value(used) if used else None
        if used and isinstance(said, CellError):
            bad = read_cell(used.target.spec, said, used.manner)
            spot = row.source.spot(row.line, used)
            return RowFault(spot, bad.message, bad.help) if isinstance(bad, Bad) else None
        if row.source.is_form and not row.words("", "about"):
            return RowFault(row.spot, "about is empty", "write the id of the record again")
        if is_new and self._is_years_ahead(kind, told):
            late = f"the report is of {told['on']}, long after {self.identities.subject.as_of}"
            return RowFault(row.spot_of(via, "on"), late, "correct the year")
        return None

    def _whole(self, row: TableRow, via: str, read: Read, place: Target | None = None) -> Read:
        """Return what a row says, in a report with its difficulties behind the text."""
        if not via and row.source.kind is not UPDATE:
            return read
        old = place.raw.get("text") if place else None
        return with_difficulties(read, row, via, old, self.identities.subject)

    def _is_years_ahead(self, kind: Kind, told: Mapping[str, Value]) -> bool:
        """Return whether a report cannot be of its day: that is more than a year away."""
        if kind is not UPDATE or "on" not in told:
            return False
        first = parse_when(told["on"]).first
        return (first - self.identities.subject.as_of).days > _DAYS_AHEAD

    def _new_id(self, row: TableRow, kind: Kind, fields: Mapping[str, Value]) -> str | Bad:
        if wanted := fields.get("id"):
            return self.identities.chosen(str(wanted))
        lacking = [name for name in _NEEDED[kind.name] if name not in fields]
        if lacking:
            hint = f"add a column for it{row.source.if_left(lacking[0])}"
            return Bad(f"{lacking[0]} is missing", hint)
        return id_for(kind, fields, self.identities.taken)

    def _existing(self, kind: Kind, fields: Mapping[str, Value]) -> Target | None:
        """Return the record of the plan: by its id, else about the same, on that day."""
        if wanted := fields.get("id"):
            found = self.identities.known.place(str(wanted))
            return found if found and found.kind is kind else None
        same = self._of(kind).get(_matter(kind, fields), [])
        can_be = [each for each in same if kind is not UPDATE or _can_be(each.raw, fields)]
        return min(can_be, key=lambda each: not _says_the_same(each.raw, fields), default=None)

    def _said_before(self, kind: Kind, fields: Mapping[str, Value]) -> Target | None:
        """Return a report of any day that says the same, for a row whose day nobody has said."""
        if kind is not UPDATE or "id" in fields:
            return None
        return next(self._alike(fields), None)

    def _said_in_form(self, row: TableRow, fields: Mapping[str, Value]) -> Target | None:
        """Return the report of a form that was sent before, whose day alone is another now."""
        given, days = row.given(""), row.source.days
        for each in self._alike(fields):
            is_same_period = each.raw.get("period") == given.get("period")
            on = parse_when(each.raw["on"])
            is_within = days is not None and days[0] <= on.first and on.last <= days[1]
            if is_same_period and (is_within or "period" in given):
                return each
        return None

    def _alike(self, fields: Mapping[str, Value]) -> Iterator[Target]:
        """Yield the reports of any day about the same that say the same, and the same status."""
        about = str(fields.get("about", ""))
        for (subject, _), found in self._of(UPDATE).items():
            for each in found if subject == about else ():
                is_same = _can_be(each.raw, fields) and _says_the_same(each.raw, fields)
                if is_same and each.raw.get("status") == fields.get("status"):
                    yield each

    def _of(self, kind: Kind) -> dict[Matter, list[Target]]:
        if kind.name not in self._matters:
            found = self._matters.setdefault(kind.name, {})
            for each in self.identities.subject.targets(kind):
                found.setdefault(_matter(kind, each.raw), []).append(each)
        return self._matters[kind.name]


def _matter(kind: Kind, fields: Mapping[str, Value]) -> Matter:
    return tuple(str(fields.get(name, "")) for name in _KEYS[kind.name])


def _can_be(raw: Mapping[str, Value], fields: Mapping[str, Value]) -> bool:
    """Return whether a row can be a report of that day: it says the same, or is by the same author.

    It never is one that moved a deadline.
    """
    by, other = raw.get("reported_by"), fields.get("reported_by")
    if "due_to" in raw and "due_to" not in fields:
        return False
    if by and other:
        return by == other
    is_wordless = "text" not in fields
    is_same_status = raw.get("status") == fields.get("status", raw.get("status"))
    return _says_the_same(raw, fields) and (is_same_status or not is_wordless)


def _says_the_same(raw: Mapping[str, Value], fields: Mapping[str, Value]) -> bool:
    """Return whether two reports have a wording in common; none is as good as any."""
    text = fields.get("text")
    return text is None or bool(_wordings(raw.get("text")) & _wordings(text))


def _wordings(text: Value | None) -> set[str]:
    words = text.values() if isinstance(text, Mapping) else (text,)
    return {" ".join(str(each).split()) for each in words if each is not None}
