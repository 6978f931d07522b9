"""Rows that are left out with others, since they name records that only those would add."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from ogdplan.actions.importing.cells.faults import RowFault, RowKey, Spot
from ogdplan.actions.importing.records.entries import Entry
from ogdplan.model.kinds import fields_of


class Reference(NamedTuple):
    """A cell that names a record which `row` alone adds."""

    cell: Spot
    record_id: str
    row: Spot

    @property
    def fault(self) -> RowFault:
        """Return what is wrong with the cell once the row is left out."""
        where = "" if self.row.sheet == self.cell.sheet else f' of "{self.row.sheet}"'
        message = f'"{self.record_id}" is added by a row that is left out'
        return RowFault(self.cell, message, f"mend row {self.row.row}{where}")


def references_among(entries: Mapping[str, Entry], beside: Collection[str]) -> Iterator[Reference]:
    """Yield the cells that name new records; not those that other rows have `beside` their own.

    Nor institutions: whoever names one adds it.
    """
    new = (each for each in entries.values() if each.place is None and each.id not in beside)
    rows = {each.id: each.spot for each in new}
    for entry in entries.values():
        for spec in fields_of(entry.kind.model):
            if not spec.refers_to or spec.refers_to == ("institution",):
                continue
            value = entry.fields.get(spec.name)
            for record_id in value if isinstance(value, (list, tuple)) else (value,):
                if record_id in rows:
                    yield Reference(entry.spots[spec.name], record_id, rows[record_id])


def left_out_with(references: Iterable[Reference], rows: frozenset[RowKey]) -> Iterator[RowFault]:
    """Yield what is wrong with further rows once some are left out, one after another."""
    by_row: dict[RowKey, list[Reference]] = {}
    for each in references:
        by_row.setdefault(each.row.key, []).append(each)
    seen, waiting = set(rows), sorted(rows)
    while waiting:
        for each in by_row.get(waiting.pop(), ()):
            if each.cell.key not in rows:
                yield each.fault
            if each.cell.key not in seen:
                seen.add(each.cell.key)
                waiting.append(each.cell.key)
