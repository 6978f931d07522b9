import pytest

from ogdplan.model.vocabularies import Status
from ogdplan.progress.health import Health, health_label, health_of, is_overdue


@pytest.mark.parametrize(
    ("status", "days_left", "blocked", "health"),
    [
        (Status.COMPLETED, -1, True, Health.COMPLETED),
        (Status.COMPLETED, None, False, Health.COMPLETED),
        (Status.WITHDRAWN, -1, True, Health.WITHDRAWN),
        (Status.UNCLEAR, -1, True, Health.OVERDUE),
        (Status.SUBSTANTIAL, -1, False, Health.OVERDUE),
        (Status.UNCLEAR, 0, True, Health.BLOCKED),
        (Status.IN_PROGRESS, None, True, Health.BLOCKED),
        (Status.UNCLEAR, 0, False, Health.UNCONFIRMED),
        (Status.UNCLEAR, None, False, Health.UNCONFIRMED),
        (Status.NOT_STARTED, 0, False, Health.DUE_SOON),
        (Status.LIMITED, 60, False, Health.DUE_SOON),
        (Status.LIMITED, 61, False, Health.ON_TRACK),
        (Status.SUBSTANTIAL, 0, False, Health.ON_TRACK),
        (Status.SUBSTANTIAL, None, False, Health.UNSCHEDULED),
        (Status.NOT_STARTED, None, False, Health.UNSCHEDULED),
    ],
)
def test_first_health_that_applies_holds(
    status: Status, days_left: int | None, health: Health, *, blocked: bool
) -> None:
    assert health_of(status, days_left, depends_on_overdue=blocked) is health


@pytest.mark.parametrize(
    ("status", "days_left", "overdue"),
    [
        (Status.LIMITED, -1, True),
        (Status.LIMITED, 0, False),
        (Status.LIMITED, None, False),
        (Status.COMPLETED, -1, False),
        (Status.WITHDRAWN, -1, False),
    ],
)
def test_overdue_is_unfinished_work_after_its_last_day(
    status: Status, days_left: int | None, *, overdue: bool
) -> None:
    assert is_overdue(status, days_left) is overdue


def test_vocabulary_is_in_the_order_of_precedence() -> None:
    assert [health.value for health in Health] == [
        "completed",
        "withdrawn",
        "overdue",
        "blocked",
        "unconfirmed",
        "due-soon",
        "unscheduled",
        "on-track",
    ]
    assert all(health.label and health.description for health in Health)


def test_overdue_reads_not_delivered_after_the_end_of_the_plan() -> None:
    assert health_label(Health.OVERDUE, plan_over=False) == "Overdue"
    assert health_label(Health.OVERDUE, plan_over=True) == "Not delivered"
    assert health_label(Health.DUE_SOON, plan_over=True) == "Due soon"
