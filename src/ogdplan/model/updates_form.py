"""The form on which an institution reports: its columns, and what its hidden sheet says.

The form speaks the language of who fills it. So its columns are known by their order, and what
a status is called stands in a hidden sheet, for the way back.
"""

from enum import StrEnum


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


def updates_mark(
    plan_id: str, lead: str, first: str, last: str, language: str | None = None
) -> str:
    """Return the mark of a form: for which plan, institution and days (ISO 8601), in a language."""
    mark = f"updates/1 {plan_id} {lead} {first} {last}"
    return f"{mark} {language}" if language else mark
