"""The columns of a kind's sheet: its fields, and beside them how its records stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ogdplan.actions.exporting import Export
from ogdplan.model.cells import cell_of
from ogdplan.model.headings import COMPUTED, heading
from ogdplan.model.kinds import KINDS, FieldSpec, Kind, records_of
from ogdplan.model.plan import Plan
from ogdplan.model.record import Table
from ogdplan.model.text import Text
from ogdplan.model.values import is_url
from ogdplan.progress.commitments import CommitmentProgress
from ogdplan.progress.health import Health, health_label
from ogdplan.progress.milestones import MilestoneProgress
from ogdplan.report.marks import HEALTH
from ogdplan.workspace.spreadsheets.outgoing import Link, OutCell, OutColumn

_LONG, _SHORT, _ID = 40, 14, 26
_EMPTY = 12
_BUTTON = 3
"""Characters that the button of the filter takes beside a heading."""
_LONGEST_LINK = 2000
_YES_NO = ("yes", "no")


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """A field's column; of a text in several languages one for each of them."""

    spec: FieldSpec
    language: str | None = None

    @property
    def heading(self) -> str:
        """Return what stands above it."""
        return heading(self.spec, self.language)

    def cell(self, table: Table) -> OutCell:
        """Return the cell of a record; a single web address leads there."""
        value = cell_of(table, self.spec, self.language)
        if isinstance(value, str) and is_url(value) and len(value) <= _LONGEST_LINK:
            return Link(value, value)
        return value

    def laid_out(self, plan: Plan | None, tables: Sequence[Table]) -> OutColumn:
        """Return the column, no wider than what it holds in these records needs.

        With a plan its cells offer the ids that they can refer to.
        """
        return OutColumn(
            self.heading,
            width=min(_width(self.spec), self._width_needed(tables)),
            choices=_choices(self.spec, plan),
            note=self.spec.description,
        )

    def _width_needed(self, tables: Sequence[Table]) -> int:
        """Return the characters of the longest line; a sheet without records is to be filled."""
        cells = [cell_of(table, self.spec, self.language) for table in tables]
        lines = [line for cell in cells if cell is not None for line in str(cell).split("\n")]
        if not cells:
            return _LONG
        heading = max(map(len, self.heading.split())) + _BUTTON
        return max(heading, *map(len, lines)) + 1 if lines else max(heading, _EMPTY)


def field_columns(specs: Iterable[FieldSpec], tables: Sequence[Table]) -> tuple[FieldColumn, ...]:
    """Return the columns of tables of one model: a text has one for each language it is in."""
    found: list[FieldColumn] = []
    for spec in specs:
        tags = _languages(spec, tables) if spec.is_text else {None: None}
        found.extend(FieldColumn(spec, tag) for tag in tags)
    return tuple(found)


def _languages(spec: FieldSpec, tables: Sequence[Table]) -> dict[str | None, None]:
    """Return the languages of a field: plain texts first, then by first use."""
    texts = (getattr(table, spec.attribute) for table in tables)
    tags = dict.fromkeys(t for text in texts if isinstance(text, Text) for t in text.languages)
    return dict.fromkeys(sorted(tags, key=lambda tag: tag is not None) or [None])


def _width(spec: FieldSpec) -> int:
    if spec.vocabulary:
        return max(len(term.label) for term in spec.vocabulary) + 4
    if spec.name == "id" or (spec.refers_to and not spec.repeated):
        return _ID
    is_long = spec.is_text or spec.repeated or spec.name in ("url", "due_text", "criterion")
    return _LONG if is_long else _SHORT


def _choices(spec: FieldSpec, plan: Plan | None) -> tuple[str, ...]:
    if spec.repeated:
        return ()
    if spec.vocabulary:
        return tuple(term.label for term in spec.vocabulary)
    if spec.base is bool:
        return _YES_NO
    if plan is None or not spec.refers_to:
        return ()
    # A record of several kinds: the ids of each, in the order of the file.
    kinds = (each for each in KINDS if each.name in (spec.refers_to or ()))
    return tuple(dict.fromkeys(record.id for kind in kinds for record in records_of(plan, kind)))


class Standing(NamedTuple):
    """The computed columns of a kind, and the cells of each record by its place in the file."""

    columns: tuple[OutColumn, ...]
    rows: tuple[tuple[OutCell, ...], ...]


def standing_of(export: Export, kind: Kind) -> Standing:
    """Return how the records of a kind stand, plan by plan; nothing for most kinds."""
    if kind.name == "milestone":
        plans = [one.progress for one in export.plans]
        rows = (_milestone(each, plan_over=one.over) for one in plans for each in one.milestones)
        return Standing(_MILESTONE, tuple(rows))
    if kind.name == "commitment":
        found = (each for one in export.plans for each in one.progress.commitments)
        return Standing(_COMMITMENT, tuple(_commitment(each) for each in found))
    return Standing((), ())


def health_word(health: Health, *, plan_over: bool) -> str:
    """Return a health with its symbol: `▲ Overdue`."""
    return f"{HEALTH[health][0]} {health_label(health, plan_over=plan_over)}"


def _computed(words: str, width: int, note: str) -> OutColumn:
    return OutColumn(f"{COMPUTED} {words}", width, note=note, is_computed=True)


_MILESTONE = (
    _computed("status", 16, "Its status on the day of this workbook, by status, dates and updates"),
    _computed("health", 16, "How it stands against its deadline"),
    _computed("lead", _ID, "The institution in charge: its own, else its commitment's"),
    _computed("slip in days", 12, "Days from the deadline first promised to the present one"),
    _computed("delay in days", 12, "Days from the deadline to its completion, or to this day"),
)
_COMMITMENT = (
    _computed("status", 16, "Its own status, else what its milestones say"),
    _computed("completion in percent", 14, "Share of its milestones completed, by weight"),
)


def _milestone(each: MilestoneProgress, *, plan_over: bool) -> tuple[OutCell, ...]:
    return (
        each.status.label,
        health_word(each.health, plan_over=plan_over),
        each.lead,
        each.slip_days,
        each.delay_days,
    )


def _commitment(each: CommitmentProgress) -> tuple[OutCell, ...]:
    return (each.status.label, each.completed_percent)
