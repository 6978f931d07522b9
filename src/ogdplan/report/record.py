"""One record in full, with all that refers to it."""

from datetime import date

from ogdplan.actions.records import Card
from ogdplan.model.headings import heading
from ogdplan.model.kinds import FieldSpec, fields_of, kind_of
from ogdplan.report.page import Cell, Column, Fit, Heading, Lines, Page, Sheet, said
from ogdplan.report.records import Row, record_value, row_of
from ogdplan.report.segments import Line, Style
from ogdplan.report.standing import figures_of
from ogdplan.report.values import human
from ogdplan.report.view import View
from ogdplan.report.words import Reader

_ONE_LINE = 60
"""The most letters of a list that stand on one line."""


def view(card: Card, *, as_of: date, language: str | None) -> View:
    """Return a record in full, for readers of a language."""
    row = row_of(card.kept, language)
    record = card.kept.record
    where = said((f"{kind_of(record).words} {record.id} of {card.kept.plan_id}", Style.MUTED))
    blocks = (
        Heading(row.reader.title(record), 1),
        Lines((where,)),
        _fields(row, as_of),
    )
    below = (Heading("Referred to by"), _referrers(card, row)) if card.referrers else ()
    return View(Page((*blocks, *below)), _document(card, row, as_of))


def _document(card: Card, row: Row, as_of: date) -> dict[str, object]:
    return {
        "schema": "ogdplan/show/1",
        "as_of": as_of.isoformat(),
        "kind": kind_of(card.kept.record).name,
        "record": record_value(row),
        "referred_to_by": [
            {"kind": kind_of(each.record).name, "id": each.record.id, "field": each.field}
            for each in card.referrers
        ],
    }


def _fields(row: Row, as_of: date) -> Lines:
    """Return a line for each field that has a value, then what is computed at the date."""
    record = row.kept.record
    pairs = [
        (heading(spec) if index == 0 else "", Cell(words))
        for spec in fields_of(type(record))
        if spec.name not in ("id", kind_of(record).heading)
        for index, words in enumerate(_values(getattr(record, spec.attribute), spec, row.reader))
    ]
    pairs += [
        (f"{figure.heading} on {as_of.isoformat()}", figure.cell)
        for figure in figures_of(record, row.kept.progress, row.reader)
        if figure.cell.text
    ]
    width = max((len(label) for label, _ in pairs), default=0) + 2
    lines = [_field(f"{label:<{width}}", cell) for label, cell in pairs]
    return Lines(tuple(lines), indent=width)


def _field(label: str, cell: Cell) -> Line:
    return said((label, Style.MUTED), (cell.words, cell.style))


def _values(value: object, spec: FieldSpec, reader: Reader) -> list[str]:
    """Return the lines that a value takes: one, but one for each part of a long list."""
    if isinstance(value, tuple):
        parts = [human(part, spec, reader) for part in value]
        return parts if len(", ".join(parts)) > _ONE_LINE else [", ".join(parts)] if parts else []
    return [human(value, spec, reader)] if value is not None else []


def _referrers(card: Card, row: Row) -> Sheet:
    columns = (
        Column("Kind", "kind"),
        Column("Title", "title", fit=Fit.WRAPPED),
        Column("In", "field", priority=2),
        Column("Id", "id", priority=1),
    )
    rows = tuple(
        (
            Cell(kind_of(each.record).words),
            Cell(row.reader.title(each.record)),
            Cell(each.field),
            Cell(each.record.id, Style.MUTED),
        )
        for each in card.referrers
    )
    return Sheet(columns, rows)
