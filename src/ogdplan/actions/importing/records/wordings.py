"""Texts of somebody's table: as they become wordings, and which of them a record has already."""

from ogdplan.actions.edits.subject import Target
from ogdplan.actions.importing.cells.reading import plain_text
from ogdplan.actions.importing.tables.sources import Field
from ogdplan.model.text import Text
from ogdplan.workspace.spreadsheets.cells import CellValue

_HEADINGS = ("title", "name")
"""Texts of one line: blanks that follow on each other, or a break of the line, say nothing."""


def as_wording(words: str, used: Field) -> str:
    """Return a text as a plan is to have it; to the letter where the workbook is ours."""
    is_heading = used.target.name in _HEADINGS and not used.manner.is_ours
    return " ".join(words.split()) if is_heading else words


def says_already(value: CellValue, used: Field, place: Target, first: str) -> bool:
    """Return whether a record has the words of a cell, in the language that the column is in.

    Where nobody has said which that is, a wording in any language will do. `first` is the
    language of plain texts.
    """
    found = getattr(place.record, used.target.spec.attribute)
    if used.manner.is_ours or not isinstance(found, Text):
        return False
    wanted = (used.target.language or first).lower()
    words = as_wording(plain_text(value), used)
    return any(
        words == as_wording(plain_text(known), used)
        for tag, known in found.versions
        if used.guess.is_open or (tag or first).lower() == wanted
    )
