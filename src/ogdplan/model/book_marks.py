"""The mark that tells our own workbooks: what each is, and of which plan."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ogdplan.model.when import day_of

MARKER = "ogdplan"
"""The name of the document property that holds the mark."""

GUIDE_SHEET, PLAN_SHEET = "Read me", "Plan"
"""The sheets of a workbook that only explain: how to fill it, and the header, a row a plan."""


class BookKind(StrEnum):
    """What a workbook of ours is; its number grows with what import has to know of it."""

    ONE_PLAN = "workbook/1"
    SEVERAL_PLANS = "tables/1"
    """Which is not read back."""
    FORM = "updates/1"


class Mark(NamedTuple):
    """What a workbook says of itself; "" for what it does not say.

    A form names its institution, the first and the last day that it asks about (ISO 8601), and
    the language it speaks.
    """

    kind: BookKind
    plan_id: str = ""
    lead: str = ""
    first: str = ""
    last: str = ""
    language: str = ""

    @property
    def text(self) -> str:
        """Return the mark as the document property has it."""
        return " ".join(filter(None, self))

    @property
    def days(self) -> tuple[date, date] | None:
        """Return the first and the last day that a form asks about; None where they are no days."""
        first, last = day_of(self.first), day_of(self.last)
        return (first.first, last.last) if first and last else None


def read_mark(text: str) -> Mark | None:
    """Return what the text of a mark says; None for that of no workbook of ours."""
    first, *said = text.split(" ")
    kind = next((each for each in BookKind if each == first), None)
    return Mark(kind, *said[: len(Mark._fields) - 1]) if kind else None
