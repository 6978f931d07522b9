from pathlib import Path

import pytest

from cli.asking import write_plan
from ogdplan.report.meeting.measures import measures
from ogdplan.report.meeting.teller import teller_of
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.page import Sheet
from report_plans import report_of


@pytest.mark.parametrize(
    ("weight", "says"),
    [
        (1, "1 of 2 milestones by the plan's own account"),
        (3, "1 of 2 milestones by the plan's own account (75\xa0% by weight), 1 more is subst"),
    ],
)
def test_completion_by_weight_is_told_as_such(tmp_path: Path, weight: int, says: str) -> None:
    toml = (
        '[[milestones]]\nid = "a"\ntitle = "A"\ncompleted = 2018-06-01\n'
        f"weight = {weight}\n"
        '[[milestones]]\nid = "b"\ntitle = "B"\nstatus = "substantial"\n'
    )
    write_plan(tmp_path / "plans", "nepal", toml)
    (plan,) = report_of(tmp_path / "plans", "nepal").plans

    section = measures(plan, teller_of(plan.progress.plan, Wishes()))

    (sheet,) = (each for each in section.blocks if isinstance(each, Sheet))
    assert sheet.rows[0][2].text.startswith(says)
