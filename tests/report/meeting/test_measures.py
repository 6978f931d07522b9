from pathlib import Path

import pytest

from cli.asking import write_plan
from ogdplan.report.meeting.measures import measures
from ogdplan.report.meeting.teller import teller_of
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.page import Sheet
from report_plans import DAY, report_of


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


ONE_COMMITMENT = '[[commitments]]\nid = "a"\ntitle = "A"\n'


@pytest.mark.parametrize(
    ("toml", "day", "says"),
    [
        ("", DAY, "the plan has no milestones yet"),
        ("", "2020-01-01", "the plan has no milestones"),
        (ONE_COMMITMENT, DAY, "the plan has no milestones"),
    ],
)
def test_milestones_may_come_before_the_end_of_a_plan_that_has_nothing_else(
    tmp_path: Path, toml: str, day: str, says: str
) -> None:
    write_plan(tmp_path / "plans", "nepal", toml)

    assert _says(tmp_path / "plans", 1, day) == says
    if not toml:
        assert _says(tmp_path / "plans", 0, day) == says


def _completion(plans: Path) -> str:
    return _says(plans, 0)


def _says(plans: Path, number: int, day: str = DAY) -> str:
    """Return what a measure of the one plan says, the first by the number 0."""
    (plan,) = report_of(plans, "nepal", day=day).plans
    section = measures(plan, teller_of(plan.progress.plan, Wishes()))
    (sheet,) = (each for each in section.blocks if isinstance(each, Sheet))
    return sheet.rows[number][2].text
