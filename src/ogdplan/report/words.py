"""Texts, dates and names of a plan, as its readers see them."""

from dataclasses import dataclass
from functools import cached_property

from ogdplan.model.kinds import kind_of
from ogdplan.model.plan import Plan
from ogdplan.model.record import Record
from ogdplan.model.text import Text
from ogdplan.model.when import When


@dataclass(frozen=True)
class Reader:
    """Someone who reads a plan in a language, None for the plan's own first."""

    plan: Plan
    language: str | None

    def text(self, text: Text | None) -> str:
        """Return the wording for this reader, "" for no text."""
        if text is None:
            return ""
        return text.choose(self.language, self.plan.header.language).words

    def institution(self, institution_id: str | None) -> str:
        """Return the short name of an institution: its acronym, else its name, else the id."""
        if institution_id is None:
            return ""
        found = self._institutions.get(institution_id)
        return found if found is not None else institution_id

    def title(self, record: Record) -> str:
        """Return what a record is called: its title, name, text, criterion or value."""
        called = heading(record)
        return self.text(called) if isinstance(called, Text) else called

    @cached_property
    def _institutions(self) -> dict[str, str]:
        return {each.id: each.acronym or self.text(each.name) for each in self.plan.institutions}


def heading(record: Record) -> Text | str:
    """Return what a record is called: a text, or a value that has one wording only."""
    found = getattr(record, kind_of(record).heading)
    return found if isinstance(found, Text) else str(found)


def when(value: When | None) -> str:
    """Return a date as the file has it, "" for none."""
    return value.text if value else ""


def days(number: int) -> str:
    """Return a number of days from today in words: `3 days late`, `today`, `in 12 days`."""
    if number == 0:
        return "today"
    unit = "day" if abs(number) == 1 else "days"
    return f"in {number} {unit}" if number > 0 else f"{-number} {unit} late"


def counted(number: int, one: str, several: str) -> str:
    """Return a number with its noun: `1 plan`, `3 plans`."""
    return f"{number} {one if number == 1 else several}"
