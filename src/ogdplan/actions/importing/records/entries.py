"""Records that rows make or change, while the rows are being read."""

from dataclasses import dataclass, field

from ogdplan.actions.edits.given import in_order
from ogdplan.actions.edits.subject import Target
from ogdplan.actions.importing.cells.faults import RowFault, Spot
from ogdplan.model.kinds import Kind, field_named, fields_of
from ogdplan.planfile.operations import AddRecord, Operation, SetFields, Value, is_same


@dataclass(slots=True)
class Entry:
    """One record: where the plan has it (None: it is new), and its new values with their cells.

    `has_row` says that a row is about it, not only beside it, as about the parent of a record.
    """

    kind: Kind
    id: str
    place: Target | None
    spot: Spot
    has_row: bool = False
    fields: dict[str, Value | None] = field(default_factory=dict)
    spots: dict[str, Spot] = field(default_factory=dict)

    def take(self, values: dict[str, tuple[Value | None, Spot]]) -> list[RowFault]:
        """Take over values; those that another row gave differently are at fault."""
        faults = []
        for name, (value, spot) in values.items():
            if is_said(self.kind, self.place, name, value):
                continue
            if name in self.fields and not _same(self.fields[name], value):
                message = f"row {self.spots[name].row} says another {name} of {self.id}"
                faults.append(RowFault(spot, message, "make the rows say the same"))
                continue
            self.fields[name] = value
            self.spots.setdefault(name, spot)
        return faults

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the fields that every record of the kind has and this new one lacks."""
        if self.place is not None:
            return ()
        needed = (spec.name for spec in fields_of(self.kind.model) if spec.required)
        return tuple(name for name in needed if name != "id" and name not in self.fields)

    @property
    def operation(self) -> Operation | None:
        """Return what is to be done to the file; None where nothing changes."""
        if self.place is None:
            fields = {name: value for name, value in self.fields.items() if value is not None}
            ordered = in_order(self.kind.model, {"id": self.id, **fields})
            return AddRecord(self.kind.table, ordered)
        if not self.fields:
            return None
        return SetFields(self.kind.table, self.place.index, dict(self.fields))


def is_said(kind: Kind, place: Target | None, name: str, value: Value | None) -> bool:
    """Return whether a record has a value already, if only since no other is given."""
    old = place.raw.get(name) if place else None
    if value is None or old is None:
        is_usual = value is not None and _is_usual(kind, name, value)
        return (value is None and old is None) or is_usual
    return is_same(old, value) or (isinstance(old, str) and old.strip() == value)


def _is_usual(kind: Kind, name: str, value: Value) -> bool:
    spec = field_named(kind.model, name)
    usual = kind.model.model_fields[spec.attribute].default if spec else None
    return isinstance(usual, (str, int, float)) and usual == value


def _same(one: Value | None, other: Value | None) -> bool:
    return one is other or (one is not None and other is not None and is_same(one, other))
