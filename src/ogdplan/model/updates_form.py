"""The form on which an institution reports: its columns, and what its hidden sheet says.

The form speaks the language of who fills it. So its columns are known by their order, and what
a status is called stands in a hidden sheet, for the way back.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ogdplan.model.when import day_of


class FormColumn(StrEnum):
    """The columns of the form from left to right; the first five are not to be changed."""

    ABOUT = "about"
    TITLE = "title"
    DUE = "due"
    STATUS_NOW = "status_now"
    LAST_REPORT = "last_report"
    STATUS = "status"
    PROGRESS = "progress"
    TEXT = "text"
    EVIDENCE = "evidence"
    DIFFICULTIES = "difficulties"
    ON = "on"

    @property
    def is_asked(self) -> bool:
        """Whether the institution fills it in."""
        return self not in SHOWN


SHOWN = (
    FormColumn.ABOUT,
    FormColumn.TITLE,
    FormColumn.DUE,
    FormColumn.STATUS_NOW,
    FormColumn.LAST_REPORT,
)
"""The columns that say what is asked about; the first holds the milestone's id."""

CODE_SHEET = "ogdplan"
"""The hidden sheet: a row for each word, what it stands for (`column` or `status`), the value of
the file, and the word as the form has it, under the headings `what`, `value`, `word`."""

MARKER = "ogdplan"
"""The name of the document property that tells our own workbooks."""


def workbook_mark(plan_id: str) -> str:
    """Return the mark of a workbook of one plan."""
    return f"workbook/1 {plan_id}"


def tables_mark() -> str:
    """Return the mark of a workbook of several plans, which is not read back."""
    return "tables/1"


@dataclass(frozen=True, slots=True)
class FormMark:
    """What a form asks for: a plan, the institution that fills it, the days that it reports on.

    `language` is that of the form's words; None is English.
    """

    plan_id: str
    lead: str
    first: date
    last: date
    language: str | None = None

    def __str__(self) -> str:
        words = (self.plan_id, self.lead, self.first, self.last, self.language or "")
        return f"updates/1 {' '.join(map(str, words))}".rstrip()

    @classmethod
    def read(cls, text: str) -> "FormMark | None":
        """Return the mark that is written; None where it is not one."""
        match text.split():
            case ["updates/1", plan_id, lead, first, last, *rest] if len(rest) <= 1:
                days = day_of(first), day_of(last)
                if days[0] and days[1]:
                    return cls(plan_id, lead, days[0].first, days[1].last, "".join(rest) or None)
        return None
