"""The acceptance test: a plan of seventy milestones in 36 commitments, at three dates.

All expected numbers were counted by hand from the list below, where each line is one
commitment and each column one of its milestones: the day on which it was completed, or a
dash. Every milestone is due by the end of 2024.
"""

from datetime import date

import pytest

from builders import a_plan
from ogdplan.model.vocabularies import Status
from ogdplan.progress.health import Health
from ogdplan.progress.plan import Progress, progress_of

COMMITMENTS = """
    2023-02-10 2023-03-31
    2023-04-05 2023-06-30
    2023-06-30
    2023-05-20 2023-07-01
    2023-01-15 2023-09-30
    2023-08-08 2023-12-31
    2023-10-10 2023-11-11
    2023-12-31 2024-01-01
    2023-03-03 2024-02-29
    2024-03-15 2024-04-15
    2024-05-01 2024-06-01
    2024-06-30 2024-09-09
    2024-10-01 2024-12-31
    2024-11-30
    2023-06-01 -
    2023-06-15 -
    2023-11-30 -
    -          2024-01-31
    -          2024-05-31
    -          2024-08-31
    -          2024-12-31
    - -
    - -
    - -
    - -
    - -
    - -
    - -
    - -
    - -
    - -
    - -
    - -
    - -
    - -
    - -
"""


def commitment_toml(number: int, days: list[str]) -> str:
    milestones = "".join(
        f"""
        [[milestones]]
        id = "milestone-{number}-{place}"
        title = "Milestone {number}.{place}"
        commitment = "commitment-{number}"
        due = "2024-12"
        {"" if day == "-" else f"completed = {day}"}
        """
        for place, day in enumerate(days, start=1)
    )
    return f"""
        [[commitments]]
        id = "commitment-{number}"
        title = "Commitment {number}"
        {milestones}
    """


PLAN = a_plan(
    """
        [plan]
        title = "Action plan 2023-2024"
        start = "2023"
        end = "2024"
    """
    + "".join(
        commitment_toml(number, line.split())
        for number, line in enumerate(COMMITMENTS.strip().splitlines(), start=1)
    )
)


@pytest.fixture(params=["file order", "reversed"])
def plan_at(request: pytest.FixtureRequest) -> "PlanAt":
    return PlanAt(is_reversed=request.param == "reversed")


class PlanAt:
    """Measures the plan at a date, with its records in or against the order of the file."""

    def __init__(self, *, is_reversed: bool) -> None:
        step = -1 if is_reversed else 1
        self.plan = PLAN.model_copy(
            update={
                "milestones": PLAN.milestones[::step],
                "commitments": PLAN.commitments[::step],
            }
        )

    def __call__(self, year: int, month: int, day: int) -> Progress:
        return progress_of(self.plan, date(year, month, day))


def test_plan_has_seventy_milestones_in_thirty_six_commitments(plan_at: PlanAt) -> None:
    progress = plan_at(2023, 1, 1)

    assert progress.milestone_counts.total == 70
    assert progress.commitment_counts.total == 36


@pytest.mark.parametrize(
    ("day", "milestones", "commitments", "percent", "elapsed"),
    [
        # lines 1-5: 2+2+1+1+1, line 9: 1, lines 15 and 16: 1+1; whole: lines 1, 2, 3
        ((2023, 6, 30), 10, 3, 14, 24),
        # and 1+1 of lines 4 and 5, 2+2 of 6 and 7, 1 of 8, 1 of 17; whole too: lines 4-7
        ((2023, 12, 31), 18, 7, 25, 49),
        # all dates of the list; whole too: lines 8-14
        ((2024, 12, 31), 33, 14, 47, 100),
    ],
)
def test_figures_at_three_dates_are_those_counted_by_hand(
    plan_at: PlanAt,
    day: tuple[int, int, int],
    milestones: int,
    commitments: int,
    percent: int,
    elapsed: int,
) -> None:
    progress = plan_at(*day)

    assert progress.milestone_counts.completed == milestones
    assert progress.commitment_counts.completed == commitments
    assert progress.commitment_counts.reported == 0
    assert progress.completed_percent == percent
    assert progress.elapsed_percent == elapsed
    assert progress.milestone_counts.by_status[Status.NOT_STARTED] == 70 - milestones


def test_thirty_seven_are_not_delivered_the_day_after_the_end(plan_at: PlanAt) -> None:
    last_day, day_after = plan_at(2024, 12, 31), plan_at(2025, 1, 1)

    assert last_day.milestone_counts.by_health[Health.OVERDUE] == 0
    assert last_day.milestone_counts.by_health[Health.DUE_SOON] == 37
    assert day_after.milestone_counts.by_health[Health.OVERDUE] == 37
    assert (last_day.over, day_after.over) == (False, True)


def test_commitments_partly_done_are_in_progress(plan_at: PlanAt) -> None:
    by_status = dict.fromkeys(Status, 0)
    for commitment in plan_at(2024, 12, 31).commitments:
        by_status[commitment.status] += 1

    assert by_status[Status.COMPLETED] == 14
    assert by_status[Status.IN_PROGRESS] == 7
    assert by_status[Status.NOT_STARTED] == 15
