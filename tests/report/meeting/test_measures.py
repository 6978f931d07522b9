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

    assert _completion(tmp_path / "plans").startswith(says)


def test_completion_of_a_plan_that_has_only_commitments_tells_of_those(tmp_path: Path) -> None:
    toml = (
        '[[commitments]]\nid = "a"\ntitle = "A"\nstatus = "completed"\n'
        '[[commitments]]\nid = "b"\ntitle = "B"\n'
    )
    write_plan(tmp_path / "plans", "nepal", toml)

    assert _completion(tmp_path / "plans") == (
        "the plan has no milestones; 1 of 2 commitments is completed,"
        " 1 does not say how it stands; 74\xa0% of the time has passed"
    )


def _completion(plans: Path) -> str:
    """Return what the first measure of the one plan says."""
    (plan,) = report_of(plans, "nepal").plans
    section = measures(plan, teller_of(plan.progress.plan, Wishes()))
    (sheet,) = (each for each in section.blocks if isinstance(each, Sheet))
    return sheet.rows[0][2].text
