from datetime import date

import pytest

from builders_checks import examine

PLAN = """\
format = 1
[plan]
title = "Open data plan"
country = "NPL"
start = "2017-H2"
end = "2018"
lead = "office"
[[institutions]]
id = "office"
name = "Office of Open Data"
sector = "government"
[[milestones]]
id = "portal"
title = "Open the portal"
lead = "office"
"""


def warnings_about(text: str, as_of: date = date(2017, 10, 1)) -> list[tuple[str, str | None]]:
    found = examine(text, as_of=as_of)
    return [(each.rule, each.record) for each in found if each.severity == "warning"]


@pytest.mark.parametrize(
    "deadline", ["due = 1917-09-30", "due = 2107-09-30", "due = 1917-09-30\nstarted = 2017-08-01"]
)
def test_slip_of_the_pen_is_neither_late_nor_outside(deadline: str) -> None:
    assert warnings_about(PLAN + deadline) == [("when-far-from-plan", "portal")]


def test_deadline_before_the_plan_is_late_and_outside() -> None:
    assert warnings_about(PLAN + "due = 2017-06-30") == [
        ("due-outside-plan", "portal"),
        ("overdue", "portal"),
    ]


def test_milestone_that_waits_for_a_late_one_is_not_late_itself() -> None:
    waiting = """
due = 2017-09-30
[[milestones]]
id = "training"
title = "Train the officers"
lead = "office"
due = 2018-03-31
depends_on = ["portal"]
"""

    assert warnings_about(PLAN + waiting) == [("overdue", "portal")]


def test_release_that_was_only_promised_is_late_as_well_as_misplaced() -> None:
    text = (
        PLAN
        + """due = 2018-06-30
[[datasets]]
id = "budget"
title = "Budget"
planned = 2017-09-30
released = 2018-09-30
"""
    )

    assert warnings_about(text) == [("release-overdue", "budget"), ("date-in-future", "budget")]


def test_commitment_wider_than_the_plan_is_outside_at_both_ends() -> None:
    text = (
        PLAN
        + """due = 2018-06-30
[[commitments]]
id = "publish"
title = "Publish data"
start = "2016"
end = "2019"
"""
    )

    found = [each for each in examine(text) if each.rule == "commitment-outside-plan"]
    assert [each.message for each in found] == [
        "start 2016 is before the plan's start 2017-H2",
        "end 2019 is after the plan's end 2018",
    ]


def test_report_to_come_explains_nothing_yet() -> None:
    text = (
        PLAN
        + """due = 2017-09-01
[[updates]]
id = "report"
about = "portal"
on = 2017-09-20
text = "Late"
"""
    )

    helps = [
        next(each.help for each in examine(text, as_of=day) if each.rule == "overdue")
        for day in (date(2017, 9, 19), date(2017, 9, 20))
    ]
    assert ["a report since 2017-09-01" in words for words in helps] == [True, False]


def test_plan_not_adopted_has_no_schedule_to_keep() -> None:
    text = PLAN.replace('lead = "office"\n[[i', 'lead = "office"\nstage = "consultation"\n[[i')

    assert warnings_about(text + 'due = "2016"', date(2018, 12, 31)) == []
