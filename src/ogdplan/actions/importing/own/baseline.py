"""What a workbook of ours held when it was exported, and how it is merged with the plan of today.

A hidden sheet keeps a short sum of each cell. So a cell that nobody changed is known for one,
and does not take back what others have changed in the plan since.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ogdplan.actions.edits.subject import Subject, Target
from ogdplan.actions.importing.cells.faults import RowFault, begun, shortened
from ogdplan.actions.importing.cells.reading import plain_text
from ogdplan.actions.importing.own.meaning import Meaning
from ogdplan.actions.importing.records.dated import DATED
from ogdplan.actions.importing.tables.sources import Field, Line, Source
from ogdplan.model.baseline import BASELINE_SHEET, read_sums, sum_of
from ogdplan.model.cells import cell_of
from ogdplan.model.kinds import Kind
from ogdplan.model.record import Record
from ogdplan.workspace.spreadsheets.cells import Book, CellError, CellValue
from ogdplan.workspace.spreadsheets.sheet_plan import cleaned_text

Baseline = Mapping[tuple[str, str], Mapping[str, str]]
"""For each record, by its kind and id, the sums of its cells by field; empty ones have none."""


class Merged(NamedTuple):
    """Tables with the plan's values in all cells that nobody changed, and what is at fault."""

    sources: tuple[Source, ...]
    faults: tuple[RowFault, ...] = ()
    notes: tuple[str, ...] = ()


def baseline_of(book: Book) -> Baseline | None:
    """Return what a workbook held at first; None where its hidden sheet is gone."""
    table = next((each for each in book.tables if each.name == BASELINE_SHEET), None)
    if table is None:
        return None
    rows = [[plain_text(value) for value in (*row, None, None)[:3]] for row in table.rows[1:]]
    return {(kind, record_id): read_sums(cells) for kind, record_id, cells in rows}


def merged(subject: Subject, sources: Iterable[Source], baseline: Baseline) -> Merged:
    """Return tables as their cells and the plan together have it.

    A cell changed in both, each in its way, is at fault, as is a change of a record that the plan
    no longer has. A new row that an earlier import has added is as the plan has it.
    """
    meaning = Meaning(subject)
    found = [_Merging(meaning, source, baseline) for source in sources]
    return Merged(
        tuple(replace(each.source, lines=each.lines) for each in found),
        tuple(fault for each in found for fault in each.faults),
        tuple(each.note for each in found if each.gone),
    )


class _Merging:
    """One table, merged row by row."""

    def __init__(self, meaning: Meaning, source: Source, baseline: Baseline) -> None:
        self.source = source
        self.baseline = baseline
        self.meaning = meaning
        self.places = {each.id: each for each in meaning.subject.targets(source.kind)}
        self.faults: list[RowFault] = []
        self.gone: list[str] = []
        read = (self._line(line) for line in source.lines)
        self.lines = tuple(line for line in read if line is not None)

    @property
    def note(self) -> str:
        """Return what is said of records that the plan no longer has."""
        what = "removed from the plan since the export, and not added again"
        return f"{self.source.name}: {len(self.gone)} {what} ({begun(self.gone)})"

    def _line(self, line: Line) -> Line | None:
        record_id = _id(self.source, line)
        known = self.baseline.get((self.source.kind.name, record_id))
        if known is None:
            return self._new(line, self.places.get(record_id) or self._called_like(line))
        changed = [each for each in self.source.fields if _is_changed(line, each, known)]
        place = self.places.get(record_id)
        if place is None:
            self._refuse_gone(line, record_id, changed)
            return None
        cells = list(line.cells)
        for used in self.source.fields:
            now = _now(place.record, used)
            is_new, is_old = used in changed, known.get(used.target.text, "") == sum_of_cell(now)
            if is_new and is_old:
                continue
            if is_new and not self._is_said(line, used, place):
                self._refuse_both(line, used, now)
            cells[used.guess.column.index] = now
        return Line(line.number, tuple(cells))

    def _new(self, line: Line, place: Target | None) -> Line:
        """Return a new row, as the plan has it where it has its record by now."""
        if place is None:
            return line
        for used in self._filled(line):
            if not self._is_said(line, used, place):
                self._refuse_there(line, used, place)
        return _as_now(line, self.source.fields, place)

    def _called_like(self, line: Line) -> Target | None:
        """Return the record that has come since the export and is called like a row without an id.

        Reports and the like, which have no title, are the same in all that the row says.
        """
        is_all = self.source.kind.name in DATED
        filled = self._filled(line)
        naming = [each for each in filled if is_all or each.target.name == self.source.kind.heading]
        if _id(self.source, line) or not naming:
            return None
        old = ids_of(self.baseline, self.source.kind)
        new = (place for record_id, place in self.places.items() if record_id not in old)
        return next((each for each in new if self._are_said(line, naming, each)), None)

    def _filled(self, line: Line) -> list[Field]:
        return [each for each in self.source.fields if line.value(each) is not None]

    def _are_said(self, line: Line, fields: Sequence[Field], place: Target) -> bool:
        return all(self._is_said(line, used, place) for used in fields)

    def _is_said(self, line: Line, used: Field, place: Target) -> bool:
        is_same = sum_of_cell(line.value(used)) == sum_of_cell(_now(place.record, used))
        return is_same or self.meaning.is_in(self.source, line, used, place)

    def _refuse_gone(self, line: Line, record_id: str, changed: list[Field]) -> None:
        if not changed:
            self.gone.append(record_id)
            return
        what = f"{record_id} was removed from the plan since the export"
        hint = "leave the row out, or empty its ID to add it as a new record"
        self.faults.append(RowFault(self.source.spot(line, changed[0]), what, hint))

    def _refuse_there(self, line: Line, used: Field, place: Target) -> None:
        what = f"{place.id} has been added to the plan since the export"
        self._refuse(line, used, _now(place.record, used), what)

    def _refuse_both(self, line: Line, used: Field, now: CellValue) -> None:
        self._refuse(line, used, now, "changed in the plan too since the export")

    def _refuse(self, line: Line, used: Field, now: CellValue, why: str) -> None:
        here, there = (_shown(each) for each in (line.value(used), now))
        what = f"{why}: here {here}, in the plan {there}"
        hint = "write what the plan has, or export the plan anew and change that workbook"
        self.faults.append(RowFault(self.source.spot(line, used), what, hint))


def ids_of(baseline: Baseline, kind: Kind) -> frozenset[str]:
    """Return the records of a kind that a workbook had at first."""
    return frozenset(record_id for name, record_id in baseline if name == kind.name)


def _as_now(line: Line, fields: Iterable[Field], place: Target) -> Line:
    """Return a row with what the plan has in each cell."""
    cells = list(line.cells)
    for used in fields:
        cells[used.guess.column.index] = _now(place.record, used)
    return Line(line.number, tuple(cells))


def _id(source: Source, line: Line) -> str:
    used = next((each for each in source.fields if each.target.text == "id"), None)
    return plain_text(line.value(used)) if used else ""


def _is_changed(line: Line, used: Field, known: Mapping[str, str]) -> bool:
    return sum_of_cell(line.value(used)) != known.get(used.target.text, "")


def _now(record: Record, used: Field) -> CellValue:
    value = cell_of(record, used.target.spec, used.target.language)
    return cleaned_text(value) or None if isinstance(value, str) else value


def sum_of_cell(value: CellValue) -> str:
    """Return the sum of a cell as it is now; of an error of the spreadsheet what it shows."""
    return value.code if isinstance(value, CellError) else sum_of(value)


def _shown(value: CellValue) -> str:
    text = shortened(plain_text(value).replace("\n", " "))
    return f'"{text}"' if text else "nothing"
