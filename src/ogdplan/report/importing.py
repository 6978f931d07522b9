"""What an import understood of a table, what is wrong with its rows, and what it changes."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ogdplan.compare.changes import Change, What
from ogdplan.model.kinds import kind_named
from ogdplan.report.changed import change_value, patch, told
from ogdplan.report.page import Block, Cell, Column, Fit, Heading, Lines, Page, Sheet, said
from ogdplan.report.segments import Line, Style
from ogdplan.report.words import counted

if TYPE_CHECKING:
    # What changes plans takes 30 ms to load.
    from ogdplan.actions.change import Changed
    from ogdplan.actions.importing.cells.faults import RowFault
    from ogdplan.actions.importing.prepared import Prepared
    from ogdplan.actions.importing.tables.guessing import Guess

_COLUMNS = (
    Column("Column", "column"),
    Column("Heading", "heading", fit=Fit.WRAPPED),
    Column("First value", "first", priority=2, fit=Fit.CLIPPED),
    Column("Field", "field"),
    Column("Why", "why", priority=1, fit=Fit.WRAPPED),
)
_FIRST = 40
"""A first value is cut to so many letters."""
_ALONE = 12
"""So many new records of a kind are each said; more of them are counted."""
_SAME = 3
"""Of rows with the same fault so many are each said, when there are more than `_MANY`."""
_MANY = 20


def understood(prepared: "Prepared") -> Page:
    """Return for each table what its columns become, and what is good to know beside.

    Nothing of the sheets of our own workbook, where each column is what its heading says.
    """
    blocks: list[Block] = []
    for source in (each for each in prepared.sources if not each.is_ours):
        rows = counted(len(source.lines), "row", "rows")
        what = f"{source.name}: {rows} as {source.kind.plural}"
        blocks.append(Heading(what, 2))
        blocks.append(Sheet(_COLUMNS, tuple(_row(guess) for guess in source.guesses)))
    notes = (*prepared.book.notes, *prepared.notes)
    lines = tuple(said((f"note: {note}", Style.MUTED)) for note in notes)
    return Page((*blocks, Lines(lines)) if lines else tuple(blocks))


def at_fault(prepared: "Prepared", *, partial: bool) -> Page:
    """Return all rows at fault; many of one kind are counted, with the first of them."""
    several = len(prepared.sources) > 1
    lines = [line for group in _groups(prepared.faults) for line in _said(group, several=several)]
    rows = len({(each.spot.sheet, each.spot.row) for each in prepared.faults})
    if partial and prepared.can_be_partial:
        end = counted(rows, "row has a fault and is left out", "rows have a fault and are left out")
        return Page((Lines((*lines, said((end, Style.WARNING))), indent=2),))
    further = ", or add --partial to import the other rows" if prepared.can_be_partial else ""
    hint = said(("hint: ", Style.HELP), f"mend the table{further}")
    end = f"{counted(rows, 'row has', 'rows have')} a fault; nothing is changed"
    return Page((Lines((*lines, hint, said((end, Style.ERROR))), indent=2),))


def changes_page(changed: Sequence["Changed"]) -> Page:
    """Return what changes in words; many new records of a kind are counted."""
    lines = tuple(line for each in changed for line in _changes(each))
    return Page((Lines(lines, indent=2),) if lines else ())


def document(
    prepared: "Prepared",
    changed: Sequence["Changed"],
    *,
    plan_id: str,
    as_of: date,
    written: bool,
    partial: bool,
) -> dict[str, object]:
    """Return what was understood, what is at fault and what changed, as JSON."""
    return {
        "schema": "ogdplan/import/1",
        "as_of": as_of.isoformat(),
        "plan": plan_id,
        "file": prepared.book.path.name,
        "file_format": prepared.book.format,
        "written": written,
        "partial": partial,
        "tables": [
            {
                "name": source.name,
                "kind": source.kind.name,
                "heading_row": source.heading_row,
                "rows": len(source.lines),
                "columns": [_column_value(guess) for guess in source.guesses],
            }
            for source in prepared.sources
        ],
        "faults": [_fault_value(each) for each in prepared.faults],
        "changes": [change_value(each) for one in changed for each in one.changes],
        "notes": [*prepared.book.notes, *prepared.notes, *prepared.edit.said],
        "diff": patch(changed),
    }


def _column_value(guess: "Guess") -> dict[str, object]:
    return {
        "column": guess.column.letters,
        "heading": guess.column.heading or None,
        "first": _short(guess.column.first) or None,
        "field": guess.target.text if guess.target else None,
        "why": guess.why,
    }


def _fault_value(fault: "RowFault") -> dict[str, object]:
    return {
        "table": fault.spot.sheet or None,
        "row": fault.spot.row or None,
        "column": fault.spot.column or None,
        "heading": fault.spot.heading or None,
        "message": fault.message,
        "help": fault.help or None,
    }


def _row(guess: "Guess") -> tuple[Cell, ...]:
    style = Style.PLAIN if guess.target else Style.MUTED
    return (
        Cell(guess.column.letters, style),
        Cell(guess.column.heading, style),
        Cell(_short(guess.column.first), Style.MUTED),
        Cell(guess.target.text if guess.target else "–", style),
        Cell(guess.why, Style.MUTED),
    )


def _short(value: object) -> str:
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= _FIRST else f"{text[: _FIRST - 1]}…"


def _groups(faults: Sequence["RowFault"]) -> list[list["RowFault"]]:
    """Return the faults one by one, or where there are many those of one column together."""
    if len(faults) <= _MANY:
        return [[fault] for fault in faults]
    found: dict[tuple[str, str, str], list[RowFault]] = {}
    for fault in faults:
        # What stands in quotes is the value of the row.
        what = '"'.join(fault.message.split('"')[::2])
        found.setdefault((fault.spot.sheet, fault.spot.column, what), []).append(fault)
    return list(found.values())


def _said(group: Sequence["RowFault"], *, several: bool) -> Iterator[Line]:
    for fault in group[:_SAME]:
        where = f"{fault.spot.sheet}, " if several and fault.spot.sheet else ""
        place = f"{where}{fault.spot.words}: " if fault.spot.row else ""
        yield said(
            (place, Style.PATH),
            fault.message,
            (f"; {fault.help}", Style.MUTED) if fault.help else "",
        )
    if more := group[_SAME:]:
        rows = ", ".join(str(fault.spot.row) for fault in more[:10])
        rest = ", …" if len(more) > 10 else ""
        yield said(
            (
                f"… and {counted(len(more), 'row', 'rows')} more of this kind: {rows}{rest}",
                Style.MUTED,
            )
        )


def _changes(changed: "Changed") -> Iterator[Line]:
    added: dict[str, list[Change]] = {}
    for change in changed.changes:
        if change.what is What.ADDED:
            added.setdefault(change.kind, []).append(change)
    many = {kind for kind, each in added.items() if len(each) > _ALONE}
    for kind in sorted(many):
        words = kind_named(kind).plural
        first = ", ".join(each.id or each.title for each in added[kind][:3])
        what = f"{len(added[kind])} {words} added ({first} …)"
        yield said((f"{changed.place.plan_id}: ", Style.PATH), what)
    yield from told(
        [each for each in changed.changes if not (each.what is What.ADDED and each.kind in many)]
    )
