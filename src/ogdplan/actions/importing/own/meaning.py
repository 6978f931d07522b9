"""Whether a cell of our workbook means what the plan has by now, in whatever words."""

from functools import cached_property

from ogdplan.actions.edits.subject import Subject, Target
from ogdplan.actions.importing.records.entries import is_said
from ogdplan.actions.importing.records.institutions import Decisions, known_institutions
from ogdplan.actions.importing.records.known import known_records
from ogdplan.actions.importing.records.references import References
from ogdplan.actions.importing.records.values import RowValues
from ogdplan.actions.importing.tables.sources import Field, Line, Source


# Not slots: most workbooks need nothing of it, and what is looked up once is kept.
class Meaning:
    """Reads cells to compare them with records of a plan; nothing is added or asked."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject

    def is_in(self, source: Source, line: Line, used: Field, place: Target) -> bool:
        """Return whether a record has what a cell would give it; a cell at fault gives nothing."""
        values = RowValues(self.subject, source, self._references)
        read = values.of(line, [used], place, {})
        return not values.faults and all(
            is_said(place.kind, place, name, value) for name, (value, _) in read.items()
        )

    @cached_property
    def _references(self) -> References:
        institutions = known_institutions(self.subject.plan.institutions, Decisions({}))
        return References(institutions, known_records(self.subject), set(self.subject.ids))
