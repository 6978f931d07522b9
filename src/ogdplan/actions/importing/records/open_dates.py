"""Cells in whose place a date will stand once there is one."""

from ogdplan.actions.importing.cells.forms import yes_or_no
from ogdplan.actions.importing.cells.reading import plain_text
from ogdplan.actions.importing.records.institution_names import is_undecided
from ogdplan.actions.importing.tables.sources import Field
from ogdplan.model.kinds import field_named
from ogdplan.workspace.spreadsheets.cells import CellError, CellValue

_WHEN_DONE = ("started", "completed", "withdrawn", "resolved", "released")
"""Dates of what has happened, in whose place tables have a no."""


def is_open(used: Field, value: CellValue) -> bool:
    """Return whether a cell says that there is no date yet, where its words cannot be kept."""
    spec, text = used.target.spec, plain_text(value)
    keeps_words = spec.name == "due" and field_named(used.target.kind.model, "due_text")
    if not spec.is_when or spec.required or keeps_words or isinstance(value, CellError):
        return False
    return is_undecided(text) or (spec.name in _WHEN_DONE and yes_or_no(text) is False)
