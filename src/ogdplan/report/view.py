"""What a command has to show: one result, ready for every voice."""

from collections.abc import Mapping
from dataclasses import dataclass

from ogdplan.report.page import Page, Sheet


@dataclass(frozen=True, slots=True)
class View:
    """The same result as a page for people, a document for programs, and a table for CSV.

    `sheet` is None where the result is no table.
    """

    page: Page
    document: Mapping[str, object]
    sheet: Sheet | None = None
