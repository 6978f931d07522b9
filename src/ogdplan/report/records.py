"""Records of one kind, over one plan or many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ogdplan.actions.library import Failed
from ogdplan.actions.records import Kept
from ogdplan.model.kinds import NOT_PUBLIC, FieldSpec, Kind, field_named, fields_of
from ogdplan.report.cells import Align
from ogdplan.report.page import Cell, Column, Fit, Heading, Lines, Page, Sheet, said
from ogdplan.report.segments import Style
from ogdplan.report.standing import KEYS, Figure, figures_of
from ogdplan.report.unreadable import unread, unreadable_value
from ogdplan.report.values import human, in_one_cell, machine, table_value
from ogdplan.report.view import View
from ogdplan.report.words import Reader, counted

SHOWN: Mapping[str, tuple[str, ...]] = {
    "institution": ("acronym", "sector", "roles", "champion"),
    "instrument": ("kind", "on"),
    "commitment": ("@status", "@completed_milestones", "end", "lead", "number"),
    "milestone": ("@health", "due", "@status", "@lead", "number", "@slip_days", "commitment"),
    "update": ("on", "about", "status", "due_to", "reported_by"),
    "challenge": ("@status", "severity", "@unmitigated", "category"),
    "lesson": ("kind", "category", "helps_with"),
    "next-step": ("@status", "due", "lead", "theme", "number"),
    "dataset": ("publisher", "licence", "released", "access", "@open", "@stars"),
    "indicator": ("baseline", "@latest", "target", "unit", "level"),
    "measurement": ("indicator", "on"),
    "event": ("start", "kind", "place", "participants"),
    "resource": ("kind", "url"),
    "assessment": ("framework", "about", "rating", "value", "out_of", "on"),
}
"""The columns of the table beside plan, id and title, the weightiest first; @ are computed."""

_HEADINGS = {
    "completed_milestones": "Done",
    "slip_days": "Slip",
    "unmitigated": "Mitigations",
    "lead": "In charge",
}
_RIGHT = frozenset({"number", "value", "out_of", "baseline", "target", "participants"})
"""The columns of numbers, beside those of days."""


@dataclass(frozen=True, slots=True)
class Row:
    """A record, and who reads it."""

    kept: Kept
    reader: Reader


def row_of(kept: Kept, language: str | None) -> Row:
    """Return a record for a reader of a language, None for that of its plan."""
    return Row(kept, Reader(kept.progress.plan, language))


def view(
    found: Sequence[Kept],
    kind: Kind,
    *,
    as_of: date,
    language: str | None,
    failed: Sequence[Failed] = (),
) -> View:
    """Return the list; CSV has every field, the table those that matter most."""
    rows = tuple(row_of(kept, language) for kept in found)
    heading = Heading(f"{counted(len(rows), kind.words, kind.plural)} on {as_of.isoformat()}", 1)
    nothing = Lines((said((f"There are no {kind.plural} to list.", Style.MUTED)),))
    document = {
        "schema": f"ogdplan/{kind.name}-list/1",
        "as_of": as_of.isoformat(),
        "records": [record_value(row) for row in rows],
        "unreadable": unreadable_value(failed),
    }
    page = Page((heading, _table(rows, kind) if rows else nothing, *unread(failed)))
    return View(page, document, _whole(rows, kind, fields_of(kind.model)))


def public_sheet(found: Sequence[Kept], kind: Kind, *, language: str | None) -> Sheet:
    """Return the table of CSV without what is not for publication."""
    specs = tuple(spec for spec in fields_of(kind.model) if spec.name not in NOT_PUBLIC)
    return _whole(tuple(row_of(kept, language) for kept in found), kind, specs)


def record_value(row: Row) -> dict[str, object]:
    """Return a record as JSON: its plan, its fields, and under `at_date` how it stands."""
    standing = {figure.key: figure.value for figure in _figures(row)}
    fields = {"plan": row.kept.plan_id, **table_value(row.kept.record, row.reader)}
    return {**fields, "at_date": standing} if standing else fields


def _table(rows: tuple[Row, ...], kind: Kind) -> Sheet:
    """Return the columns that matter most, without those that no record fills.

    The plan is named where there are several; ids stay longer than most, for the next command.
    """
    shown = SHOWN[kind.name]
    chosen = [_chosen(row, shown) for row in rows]
    names = [name for name in shown if any(cells[name].text for cells in chosen)]
    several = len({row.kept.plan_id for row in rows}) > 1
    columns = (
        *((Column("Plan", "plan", priority=1),) if several else ()),
        Column("Id", "id", priority=2),
        _column(kind.heading, 0)._replace(fit=Fit.WRAPPED),
        *(_column(name, priority) for priority, name in enumerate(names, start=1)),
    )
    cells = tuple(
        (*_names(row, several=several), *(found[name] for name in names))
        for row, found in zip(rows, chosen, strict=True)
    )
    return Sheet(columns, cells)


def _chosen(row: Row, names: tuple[str, ...]) -> dict[str, Cell]:
    figures = {f"@{figure.key}": figure.cell for figure in _figures(row)}
    return {name: figures.get(name) or _field(row, name) for name in names}


def _field(row: Row, name: str) -> Cell:
    spec = field_named(type(row.kept.record), name)
    if spec is None:
        return Cell("")
    return Cell(human(getattr(row.kept.record, spec.attribute), spec, row.reader))


def _names(row: Row, *, several: bool) -> tuple[Cell, ...]:
    plan = (Cell(row.kept.plan_id),) if several else ()
    record = row.kept.record
    return (*plan, Cell(record.id, Style.MUTED), Cell(row.reader.title(record)))


def _column(name: str, priority: int) -> Column:
    bare = name.removeprefix("@")
    align: Align = "right" if bare in _RIGHT or bare.endswith("_days") else "left"
    return Column(_HEADINGS.get(bare, _words(bare)), bare, align, priority)


def _words(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _whole(rows: tuple[Row, ...], kind: Kind, specs: tuple[FieldSpec, ...]) -> Sheet:
    """Return these fields of every record, and how it stands, for CSV."""
    keys = KEYS.get(kind.name, ())
    columns = (
        Column("Plan", "plan"),
        *(Column(_words(spec.name), spec.name) for spec in specs),
        *(Column(_words(key), f"{key}_at_date") for key in keys),
    )
    return Sheet(columns, tuple(_whole_row(row, specs) for row in rows))


def _figures(row: Row) -> tuple[Figure, ...]:
    return figures_of(row.kept.record, row.kept.progress, row.reader)


def _whole_row(row: Row, specs: tuple[FieldSpec, ...]) -> tuple[Cell, ...]:
    fields = [machine(getattr(row.kept.record, spec.attribute), row.reader) for spec in specs]
    figures = [figure.value for figure in _figures(row)]
    return (Cell(row.kept.plan_id), *(in_one_cell(value) for value in (*fields, *figures)))
