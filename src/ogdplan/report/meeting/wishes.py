"""What someone wants of a report."""

from dataclasses import dataclass
from enum import StrEnum

from ogdplan.report.meeting.section import SectionName


class ReportFormat(StrEnum):
    """The voices in which a report can be had."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a report is wanted: in which language, which sections, for whom.

    `sections` None are all. `one_page` is the summary for those who read one page. `public`
    leaves out what is not for publication: `note` of records and `contact` of institutions.
    """

    language: str | None = None
    sections: tuple[SectionName, ...] | None = None
    one_page: bool = False
    public: bool = False
