"""What a command has to show: one result, ready for every voice."""

from collections.abc import Mapping
from typing import NamedTuple

from ogdplan.report.page import Page, Sheet


class View(NamedTuple):
    """The same result as a page for people, a document for programs, and a table for CSV.

    `sheet` is None where the result is no table.
    """

    page: Page
    document: Mapping[str, object]
    sheet: Sheet | None = None
