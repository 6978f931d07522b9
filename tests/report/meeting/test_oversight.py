from dataclasses import replace
from pathlib import Path

from ogdplan.report.meeting.section import SectionName
from ogdplan.report.meeting.sections import sections_of
from ogdplan.report.meeting.wishes import Wishes
from report_plans import report_of, write_full_plan


def test_nothing_is_said_of_findings_where_nobody_checked_the_file(tmp_path: Path) -> None:
    write_full_plan(tmp_path / "plans")
    (checked,) = report_of(tmp_path / "plans", "nepal").plans
    unchecked = replace(checked, findings=None, rules=())

    names = [
        {section.name for section in sections_of(plan, Wishes())} for plan in (checked, unchecked)
    ]

    assert names[0] - names[1] == {SectionName.FINDINGS}
