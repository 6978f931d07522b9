"""What a mapping gives to every record beside its row, and what of it changes nothing."""

from collections.abc import Iterable, Iterator

from ogdplan.actions.importing.tables.mapping import ColumnMapping
from ogdplan.actions.importing.tables.targets import DIFFICULTIES, ColumnField, target_called
from ogdplan.errors import UsageError
from ogdplan.model.kinds import Kind
from ogdplan.planfile.operations import Value

ASKED = ("text", "status", "progress", "evidence", DIFFICULTIES)
"""The fields by which a row reports something."""


def given_values(kind: Kind, mapping: ColumnMapping) -> tuple[tuple[ColumnField, Value], ...]:
    """Return the fields that every record gets; raises UsageError for one that none can share."""
    found = tuple((target_called(kind, name), value) for name, value in mapping.values.items())
    for target, _ in found:
        if target.name in ("id", DIFFICULTIES):
            what = f'"{target.text}" under [values] cannot be the same for every record'
            hint = f'map a column to it, under [columns]: "…" = "{target.text}"'
            raise UsageError(what, hint=hint)
    return found


def are_report(names: Iterable[str]) -> bool:
    """Return whether fields that are given to every record make a report of each."""
    return not set(ASKED).isdisjoint(names)


def notes_of_unused(
    values: Iterable[tuple[ColumnField, Value]], columns: Iterable[ColumnField]
) -> Iterator[str]:
    """Yield what is said of values for records beside those of the rows that no column makes."""
    made = {"", *(target.via for target in columns)}
    given: dict[str, list[str]] = {}
    for target, _ in values:
        given.setdefault(target.via, []).append(target.name)
    for via, names in given.items():
        if via not in made and not (via == "update" and are_report(names)):
            shown = " and ".join(f"{via}.{name}" for name in names)
            word = "changes" if len(names) == 1 else "change"
            yield f"{shown} under [values] {word} nothing: no column says anything of the {via}"
