"""What every check is handed: one plan at one date, and the words to name a place in its file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ogdplan.findings import Aim, DataPath, Place, Problem
from ogdplan.model.kinds import KINDS, records_by_id
from ogdplan.model.plan import Accepted, Header, Plan
from ogdplan.model.record import Record, Table
from ogdplan.progress.timeline import Updates, updates_by_subject
from ogdplan.rules.catalogue import RULES

if TYPE_CHECKING:
    from ogdplan.progress.plan import Progress


class Past(NamedTuple):
    """An earlier version of a plan, and the ids that its records have now where they changed."""

    plan: Plan
    renames: Mapping[str, str]


@dataclass(frozen=True)
class Context:
    """One plan, the day it is looked at, and where its records stand in the file.

    `past` is what the plan is compared with, None where nobody asks what changed.
    """

    plan: Plan
    as_of: date
    past: Past | None = None

    @cached_property
    def progress(self) -> "Progress":
        """The figures of the plan at that day."""
        from ogdplan.progress.plan import progress_of  # noqa: PLC0415 - 10 ms that no edit needs

        return progress_of(self.plan, self.as_of)

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """The records by id; of two with one id the first."""
        return records_by_id(self.plan)

    @cached_property
    def _paths(self) -> dict[int, DataPath]:
        """The path of each table of the file by its identity, since ids can be duplicate."""
        paths: dict[int, DataPath] = {id(self.plan.header): ("plan",)}
        for table in (*(kind.table for kind in KINDS), "accepted"):
            for index, record in enumerate(getattr(self.plan, table)):
                paths[id(record)] = (table, index)
        return paths

    @cached_property
    def updates(self) -> Updates:
        """The updates about each milestone and commitment, by day."""
        return updates_by_subject(self.plan.updates)

    def problem(
        self,
        slug: str,
        of: Table,
        field: str,
        message: str,
        *,
        within: DataPath = (),
        help_text: str | None = None,
    ) -> Problem:
        """Return a problem that points at the value of a field, or at what is within it."""
        place = Place((*self._paths[id(of)], field, *within))
        rule = RULES[slug]
        return Problem(rule, place, message, help_text or rule.fix, _id(of), field)

    def lacking(
        self, slug: str, of: Table, field: str, message: str, *, help_text: str | None = None
    ) -> Problem:
        """Return a problem that points at the header of a table that lacks a field."""
        place = Place(self._paths[id(of)], Aim.HEADER)
        rule = RULES[slug]
        return Problem(rule, place, message, help_text or rule.fix, _id(of), field)

    def of_record(self, slug: str, of: Record, message: str) -> Problem:
        """Return a problem of a record as a whole, at its header."""
        rule = RULES[slug]
        place = Place(self._paths[id(of)], Aim.HEADER)
        return Problem(rule, place, message, rule.fix, of.id)

    def of_plan(self, slug: str, message: str, *, help_text: str | None = None) -> Problem:
        """Return a problem of the plan as a whole, at its header."""
        rule = RULES[slug]
        return Problem(rule, Place(("plan",), Aim.HEADER), message, help_text or rule.fix)


def _id(table: Table) -> str | None:
    """Return the id of the record that a problem concerns, None for the plan itself."""
    match table:
        case Record():
            return table.id
        case Accepted():
            return table.about
        case Header():
            return None
    return None
