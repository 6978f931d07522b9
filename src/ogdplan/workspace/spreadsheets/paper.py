"""How sheets are printed: A4 across, in letters that can be read."""

from ogdplan.workspace.spreadsheets.outgoing import OutSheet

MARGIN_CM = 1.0
SCALE_PERCENT = 65
"""How small a sheet is printed that is too wide for one page: letters of 7 points."""

_ONE_PAGE = 210
"""Characters across a page at that scale."""


def is_wide(sheet: OutSheet) -> bool:
    """Return whether a sheet takes several pages across; others are made to fit one."""
    return sum(column.width for column in sheet.columns) > _ONE_PAGE
