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
the file, and the word as the form has it, under the headings `what`, `value`, `word`. Then for each
milestone (`shown`) its id and the sums of the cells that are not to be changed."""
