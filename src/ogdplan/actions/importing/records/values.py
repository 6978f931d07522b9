"""What a row gives for the fields of one record, read cell by cell."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from ogdplan.actions.edits.given import with_text
from ogdplan.actions.edits.subject import Subject, Target
from ogdplan.actions.importing.cells.deadline_fields import (
    day_of_field,
    end_of_event,
    fields_of_deadline,
)
from ogdplan.actions.importing.cells.deadlines import read_deadline, swapped
from ogdplan.actions.importing.cells.faults import Bad, Remark, RowFault, Spot, shortened
from ogdplan.actions.importing.cells.links import is_bare_address, with_address
from ogdplan.actions.importing.cells.reading import (
    PROGRESS,
    is_nothing,
    percentage,
    plain_text,
    read_cell,
)
from ogdplan.actions.importing.cells.touched import is_touched
from ogdplan.actions.importing.records.institution_names import is_undecided
from ogdplan.actions.importing.records.open_dates import is_open
from ogdplan.actions.importing.records.references import References
from ogdplan.actions.importing.records.wordings import as_wording, says_already
from ogdplan.actions.importing.tables.sources import Field, Line, Source
from ogdplan.actions.importing.tables.targets import DIFFICULTIES
from ogdplan.model.cells import cell_of
from ogdplan.model.kinds import FieldSpec, field_named
from ogdplan.planfile.operations import Value
from ogdplan.workspace.spreadsheets.cells import CellError, CellValue

Read = dict[str, tuple[Value | None, Spot]]
"""New values by field, with the cell that each comes from; None takes a value away."""


_VAGUE = "deadlines that name no date are kept as words"
_OPEN = "dates that are still open are left out"
_ROUNDED = "percentages are rounded down"
_BARE = "web addresses are only words until https:// stands before them"


class RowValues:
    """Reads the values that a row gives for one record; faults are collected.

    `remarks` are what is noted of cells that are taken all the same.
    """

    def __init__(self, subject: Subject, source: Source, references: References) -> None:
        self.subject = subject
        self.source = source
        self.references = references
        self.faults: list[RowFault] = []
        self.remarks: list[Remark] = []

    def of(
        self, line: Line, fields: list[Field], place: Target | None, values: Mapping[str, Value]
    ) -> Read:
        """Return what the cells say that the record at `place` does not; None for a new record.

        `values` are given where the row has no cell for them, or an empty one.
        """
        found: Read = {}
        mapped = {used.target.name for used in fields if line.value(used) is not None}
        whole = self.source.spot(line)
        for name, value in values.items():
            if name not in mapped and (place is None or place.raw.get(name) != value):
                found[name] = (value, whole)
        changed = [
            used
            for used in fields
            if _has_changed(line.value(used), used, place)
            and not (place and says_already(line.value(used), used, place, self.subject.language))
        ]
        edited = {used.target.name for used in changed} - {"due"}
        # An empty cell of a new record says nothing; of another it may have been emptied.
        edited &= mapped if place is None else edited
        row = _Row(line, place, mapped & edited if self.source.is_ours else mapped, edited)
        for used in changed:
            # Difficulties are no field: they go behind the text of a report.
            if used.target.name != DIFFICULTIES or isinstance(line.value(used), CellError):
                self._read(row, used, found)
        return found

    def _read(self, row: "_Row", used: Field, found: Read) -> None:
        value, place = row.line.value(used), row.place
        spot = self.source.spot(row.line, used)
        spec = used.target.spec
        if is_nothing(spec, value, used.manner):
            if self.source.is_ours and place is not None:
                self._empty(used, place, spot, found)
            return
        if not self.source.is_ours and is_open(used, value):
            self.remarks.append(Remark(_OPEN, spot, plain_text(value)))
            return
        for name, read in self._values(spec, row, used, spot):
            self._note(name, read, row, used)
            if isinstance(read, Bad):
                self.faults.append(RowFault(spot, read.message, read.help))
            elif name == spec.name and spec.is_text:
                raw = found[name][0] if name in found else place and place.raw.get(name)
                words = as_wording(str(read), used)
                text = with_text(raw or None, words, used.target.language, self.subject)
                found[name] = (text, spot)
            elif isinstance(read, list):
                both = [*_before(name, row, used, found), *read]
                found[name] = (list(dict.fromkeys(both)), spot)
            else:
                found[name] = (read, spot)

    def _note(self, name: str, read: Value | Bad | None, row: "_Row", used: Field) -> None:
        """Note a percentage that is rounded, and what was perhaps meant for an address."""
        value, spot = row.line.value(used), self.source.spot(row.line, used)
        if name == PROGRESS and isinstance(read, int) and percentage(value, used.manner) != read:
            self.remarks.append(Remark(_ROUNDED, spot, plain_text(value)))
        if name in ("evidence", "sources") and isinstance(read, list):
            bare = [str(each) for each in read if is_bare_address(str(each))]
            self.remarks += [Remark(_BARE, spot, each) for each in bare]

    def _empty(self, used: Field, place: Target, spot: Spot, found: Read) -> None:
        """Take away the value of a cell that was emptied."""
        spec, language = used.target.spec, used.target.language
        raw = found[spec.name][0] if spec.name in found else place.raw.get(spec.name)
        kept = None
        if spec.is_text and isinstance(raw, Mapping):
            gone = language or self.subject.language
            kept = {tag: words for tag, words in raw.items() if tag != gone} or None
        if spec.required and kept is None:
            self.faults.append(RowFault(spot, f"{spec.name} cannot be empty", "write it again"))
            return
        found[spec.name] = (kept, spot)

    def _values(
        self, spec: FieldSpec, row: "_Row", used: Field, spot: Spot
    ) -> Iterator[tuple[str, Value | Bad | None]]:
        value = row.line.value(used)
        if isinstance(value, CellError):
            yield spec.name, read_cell(spec, value, used.manner)
        elif spec.is_when:
            yield from self._deadline(spec, row, used, spot)
        elif spec.refers_to:
            yield from self._references(spec, plain_text(value), used, spot)
        elif spec.name == "title" and not self.source.is_ours and _is_number(value):
            hint = "is this the column of the titles? leave the row out, or give it a title"
            yield spec.name, Bad(f'the title "{plain_text(value)}" is only a number', hint)
        else:
            yield spec.name, read_cell(spec, self._with_address(value, row, used), used.manner)

    def _with_address(self, value: CellValue, row: "_Row", used: Field) -> CellValue:
        """Return a cell with the address it leads to, unless that is left of our own export."""
        spec = used.target.spec
        address = row.line.links.get(used.guess.column.index)
        if address is None:
            return value
        old = row.place.raw.get(spec.name) if row.place and self.source.is_ours else None
        is_left = address == old or (isinstance(old, list) and address in old)
        return value if is_left else with_address(spec, plain_text(value), address)

    def _deadline(
        self, spec: FieldSpec, row: "_Row", used: Field, spot: Spot
    ) -> Iterator[tuple[str, Value | Bad | None]]:
        """Yield the day of a cell; for a deadline also what else its words say, and the words."""
        calendar = self.source.calendar
        value = row.line.value(used)
        if meant := used.manner.words.get(plain_text(value)):
            value = meant
        elif used.has_swapped and (bad := swapped(value, used.target.name)):
            yield spec.name, bad
            return
        read = read_deadline(value, calendar, used.order)
        if isinstance(read, Bad):
            yield spec.name, read
        elif spec.name == "due" and field_named(used.target.kind.model, "due_text"):
            if read.due is None and read.timing is None:
                self.remarks.append(Remark(_VAGUE, spot, read.text))
            yield from fields_of_deadline(
                read,
                row.place.raw if row.place else {},
                answered=row.answered,
                edited=row.edited,
                country=calendar.country,
            )
        elif (when := day_of_field(spec.name, read)) is None:
            yield (
                spec.name,
                Bad(f'"{shortened(read.text)}" names no date', "write a day, month or year"),
            )
        else:
            yield spec.name, when.value
            if end := end_of_event(used.target.kind, spec.name, read, answered=row.answered):
                yield "end", end

    def _references(
        self, spec: FieldSpec, text: str, used: Field, spot: Spot
    ) -> Iterator[tuple[str, Value | Bad | None]]:
        names = self.references.names(spec, text, used.manner)
        is_to_the_letter = used.manner.is_ours or spec.refers_to != ("institution",)
        decided = [each for each in names if is_to_the_letter or not is_undecided(each)]
        if names and not decided:
            return
        found = [self.references.called(spec, name, spot) for name in decided]
        bad = next((each for each in found if isinstance(each, Bad)), None)
        if bad is not None or not found:
            yield spec.name, bad if bad is not None else Bad(f'"{text}" names nothing')
        elif spec.repeated:
            yield spec.name, list(dict.fromkeys(found))
        else:
            yield spec.name, found[0]
            if rest := [each for each in dict.fromkeys(found) if each != found[0]]:
                helps = spec.name == "lead" and field_named(used.target.kind.model, "supporting")
                # Our own workbook has a column for those who help, which says who they are.
                hint = "name one; the others go into Supporting" if helps else "name one of them"
                several = Bad(f'"{shortened(text)}" names several', hint)
                takes = helps and not self.source.is_ours
                yield ("supporting", rest) if takes else (spec.name, several)


class _Row(NamedTuple):
    """A row and the record it is about; see `fields_of_deadline` for what its cells do."""

    line: Line
    place: Target | None
    answered: Collection[str]
    edited: Collection[str]


def _before(name: str, row: _Row, used: Field, found: Read) -> list[Value]:
    """Return what a list has to which a cell adds.

    Who stands beside the lead joins those who help already, unless a cell says who they are.
    """
    if name in found:
        old = found[name][0]
        return old if isinstance(old, list) else []
    if row.place is None or name == used.target.name or name in {*row.answered} & {*row.edited}:
        return []
    helping, (lead, _) = row.place.raw.get(name), found[used.target.name]
    return [each for each in helping if each != lead] if isinstance(helping, list) else []


def _is_number(value: CellValue) -> bool:
    return re.fullmatch(r"[\d.,%\s]+", plain_text(value)) is not None


def _has_changed(value: CellValue, used: Field, place: Target | None) -> bool:
    """Return whether a cell says another thing than the one an export would have for the record."""
    if place is None:
        return True
    target = used.target
    return is_touched(value, cell_of(place.record, target.spec, target.language))
