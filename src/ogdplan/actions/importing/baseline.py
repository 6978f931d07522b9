"""What a workbook of ours held when it was exported, and how it is merged with the plan of today.

A hidden sheet keeps a short sum of each cell. So a cell that nobody changed is known for one,
and does not take back what others have changed in the plan since.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from ogdplan.actions.edits.subject import Subject
from ogdplan.actions.importing.cells import plain_text
from ogdplan.actions.importing.faults import RowFault, shortened
from ogdplan.actions.importing.sources import Field, Line, Source
from ogdplan.model.baseline import BASELINE_SHEET, read_sums, sum_of
from ogdplan.model.cells import cell_of
from ogdplan.model.kinds import Kind, records_of
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
    no longer has.
    """
    found = [_Merging(subject, source, baseline) for source in sources]
    return Merged(
        tuple(replace(each.source, lines=each.lines) for each in found),
        tuple(fault for each in found for fault in each.faults),
        tuple(each.note for each in found if each.gone),
    )


class _Merging:
    """One table, merged row by row."""

    def __init__(self, subject: Subject, source: Source, baseline: Baseline) -> None:
        self.source = source
        self.baseline = baseline
        self.records = {each.id: each for each in records_of(subject.plan, source.kind)}
        self.faults: list[RowFault] = []
        self.gone: list[str] = []
        read = (self._line(line) for line in source.lines)
        self.lines = tuple(line for line in read if line is not None)

    @property
    def note(self) -> str:
        """Return what is said of records that the plan no longer has."""
        first = ", ".join(self.gone[:3]) + (" …" if len(self.gone) > 3 else "")
        what = "removed from the plan since the export, and not added again"
        return f"{self.source.name}: {len(self.gone)} {what} ({first})"

    def _line(self, line: Line) -> Line | None:
        record_id = _id(self.source, line)
        known = self.baseline.get((self.source.kind.name, record_id))
        if known is None:
            return line
        changed = [each for each in self.source.fields if _is_changed(line, each, known)]
        record = self.records.get(record_id)
        if record is None:
            self._refuse_gone(line, record_id, changed)
            return None
        cells = list(line.cells)
        for used in self.source.fields:
            value, now = line.value(used), _now(record, used)
            is_new = used in changed
            if is_new and known.get(used.target.text, "") != _sum(now) and _sum(value) != _sum(now):
                self._refuse_both(line, used, now)
            elif is_new:
                continue
            cells[used.guess.column.index] = now
        return Line(line.number, tuple(cells))

    def _refuse_gone(self, line: Line, record_id: str, changed: list[Field]) -> None:
        if not changed:
            self.gone.append(record_id)
            return
        what = f"{record_id} was removed from the plan since the export"
        hint = "leave the row out, or empty its ID to add it as a new record"
        self.faults.append(RowFault(self.source.spot(line, changed[0]), what, hint))

    def _refuse_both(self, line: Line, used: Field, now: CellValue) -> None:
        here, there = (_shown(each) for each in (line.value(used), now))
        what = f"changed in the plan too since the export: here {here}, in the plan {there}"
        hint = "write what the plan has, or export the plan anew and change that workbook"
        self.faults.append(RowFault(self.source.spot(line, used), what, hint))


def ids_of(baseline: Baseline, kind: Kind) -> frozenset[str]:
    """Return the records of a kind that a workbook had at first."""
    return frozenset(record_id for name, record_id in baseline if name == kind.name)


def _id(source: Source, line: Line) -> str:
    used = next((each for each in source.fields if each.target.text == "id"), None)
    return plain_text(line.value(used)) if used else ""


def _is_changed(line: Line, used: Field, known: Mapping[str, str]) -> bool:
    return _sum(line.value(used)) != known.get(used.target.text, "")


def _now(record: Record, used: Field) -> CellValue:
    value = cell_of(record, used.target.spec, used.target.language)
    return cleaned_text(value) or None if isinstance(value, str) else value


def _sum(value: CellValue) -> str:
    return value.code if isinstance(value, CellError) else sum_of(value)


def _shown(value: CellValue) -> str:
    text = shortened(plain_text(value).replace("\n", " "))
    return f'"{text}"' if text else "nothing"
