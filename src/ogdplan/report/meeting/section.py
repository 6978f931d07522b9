"""What a report is made of: sections by name, in the order of the report."""

from enum import StrEnum
from typing import NamedTuple

from ogdplan.report.page import Block, Sheet


class SectionName(StrEnum):
    """The sections of a report, in its order."""

    SUMMARY = "summary"
    MEASURES = "measures"
    COMMITMENTS = "commitments"
    ATTENTION = "attention"
    ALSO_LATE = "also-late"
    WHO_MUST_ACT = "who-must-act"
    COMPLETED = "completed"
    CHANGES = "changes"
    CHALLENGES = "challenges"
    LESSONS = "lessons"
    NEXT_STEPS = "next-steps"
    DATASETS = "datasets"
    INDICATORS = "indicators"
    EVENTS = "events"
    ASSESSMENTS = "assessments"
    FINDINGS = "findings"
    REPORTS_OWED = "reports-owed"
    AGENCIES = "agencies"


class Section(NamedTuple):
    """One section: blocks for people, a value for JSON, a table for CSV.

    `name` is that of a SectionName, or another one for what only some page has. `is_empty`: the
    plan has nothing for it, and the blocks say so; a whole report leaves it out.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]
    sheet: Sheet | None = None
    value: object = None
    is_empty: bool = False
