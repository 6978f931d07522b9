from dataclasses import replace
from pathlib import Path

from cli.asking import write_plan
from ogdplan.report.meeting.oversight import reports_owed
from ogdplan.report.meeting.section import SectionName
from ogdplan.report.meeting.sections import sections_of
from ogdplan.report.meeting.teller import teller_of
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.page import Sheet
from report_plans import report_of, write_full_plan


def test_nothing_is_said_of_findings_where_nobody_checked_the_file(tmp_path: Path) -> None:
    write_full_plan(tmp_path / "plans")
    (checked,) = report_of(tmp_path / "plans", "nepal").plans
    unchecked = replace(checked, findings=None, rules=())

    names = [
        {section.name for section in sections_of(plan, Wishes())} for plan in (checked, unchecked)
    ]

    assert names[0] - names[1] == {SectionName.FINDINGS}


def test_of_many_milestones_that_a_report_is_owed_of_the_first_are_named(tmp_path: Path) -> None:
    toml = "".join(
        f'[[milestones]]\nid = "m{n}"\ntitle = "M{n} {"long title " * 9}"\nlead = "office"\n'
        for n in range(12)
    )
    write_plan(tmp_path / "plans", "nepal", toml)
    (plan,) = report_of(tmp_path / "plans", "nepal").plans

    section = reports_owed(plan, teller_of(plan.progress.plan, Wishes()))

    (sheet,) = (each for each in section.blocks if isinstance(each, Sheet))
    _, _, running, titles = sheet.rows[0]
    names = [f"M{n} long title long title long title long title long title …" for n in range(10)]
    assert (running.text, titles.text) == ("12", f"{', '.join(names)} and 2 more")
    assert isinstance(section.value, list)
    assert section.value[0]["milestones"] == [f"m{n}" for n in range(12)]
