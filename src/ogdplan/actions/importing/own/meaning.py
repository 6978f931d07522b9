"""Whether a cell of our workbook means what the plan has by now, in whatever words."""

from functools import cached_property

from ogdplan.actions.edits.subject import Subject, Target
from ogdplan.actions.importing.cells.faults import Bad, Spot
from ogdplan.actions.importing.records.entries import is_said
from ogdplan.actions.importing.records.institutions import (
    Decisions,
    Institutions,
    known_institutions,
)
from ogdplan.actions.importing.records.known import Known, known_records
from ogdplan.actions.importing.records.values import RowValues
from ogdplan.actions.importing.tables.sources import Field, Line, Source
from ogdplan.model.kinds import FieldSpec, kind_named


# Not slots: most workbooks need nothing of it, and what is looked up once is kept.
class Meaning:
    """Reads cells to compare them with records of a plan; nothing is added or asked."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject

    def is_in(self, source: Source, line: Line, used: Field, place: Target) -> bool:
        """Return whether a record has what a cell would give it; a cell at fault gives nothing."""
        values = RowValues(self.subject, source, self._named)
        read = values.of(line, [used], place, {})
        return not values.faults and all(
            is_said(place.kind, place, name, value) for name, (value, _) in read.items()
        )

    @cached_property
    def _known(self) -> Known:
        return known_records(self.subject)

    @cached_property
    def _institutions(self) -> Institutions:
        return known_institutions(self.subject.plan.institutions, Decisions({}))

    def _named(self, spec: FieldSpec, name: str, spot: Spot) -> str | Bad:
        kinds = [kind_named(each) for each in spec.refers_to or ()]
        if [each.name for each in kinds] == ["institution"]:
            return self._institutions.called(name, spot, set(self.subject.ids))
        return self._known.called(kinds, name)
