from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.burndown import Point, month_ends, points_at, without_deadline


def milestones(**fields: str) -> str:
    """Return a milestone for each id, with its fields in TOML."""
    return "".join(
        f'[[milestones]]\nid = "{name}"\ntitle = "M"\n{toml}\n' for name, toml in fields.items()
    )


def point(toml: str, day: date) -> Point:
    (found,) = points_at(a_plan(toml), [day])
    return found


def test_point_has_every_milestone_in_one_of_three_parts() -> None:
    toml = milestones(
        done="completed = 2018-03-01",
        later="completed = 2018-03-02",
        gone="withdrawn = 2018-02-01",
        ever='status = "completed"',
        left="due = 2018-03-01",
    )

    assert point(toml, date(2018, 3, 1)) == Point(
        date(2018, 3, 1),
        total=5,
        completed=2,
        withdrawn=1,
        undated=1,
        remaining=2,
        planned=1,
        overdue=0,
    )


def test_without_any_deadline_what_is_planned_is_what_remains() -> None:
    toml = milestones(a="completed = 2018-03-01", b="", ever='status = "completed"')

    for day, left in ((date(2018, 2, 28), 2), (date(2018, 3, 1), 1)):
        assert (point(toml, day).remaining, point(toml, day).planned) == (left, left)


def test_milestone_is_overdue_from_the_day_after_its_deadline_until_it_is_done() -> None:
    toml = milestones(
        a="due = 2018-03-01\ncompleted = 2018-03-05",
        last="due = 9999-12-31",
        gone="due = 2018-03-01\nwithdrawn = 2018-03-03",
    )
    days = [date(2018, 3, day) for day in (1, 2, 3, 4, 5)]

    points = points_at(a_plan(toml), [*days, date.max])

    assert [each.overdue for each in points] == [0, 2, 1, 1, 0, 0]
    assert [each.behind for each in points] == [2, 2, 1, 1, 0, 1]


def test_planned_falls_on_the_last_day_of_a_deadline_whatever_was_done() -> None:
    toml = milestones(
        early='due = "2018-06"\ncompleted = 2018-01-01', late='due = "2018-06"', someday=""
    )

    assert point(toml, date(2018, 6, 29))[5:] == (2, 3, 0)
    assert point(toml, date(2018, 6, 30))[5:] == (2, 1, 0)


def test_planned_goes_by_the_present_deadline() -> None:
    toml = milestones(portal="due = 2018-09-30") + (
        '[[updates]]\nid = "moved"\nabout = "portal"\non = 2018-06-01\ntext = "Late"\n'
        "due_from = 2018-06-30\ndue_to = 2018-09-30\n"
    )

    assert point(toml, date(2018, 9, 29)).planned == 1
    assert point(toml, date(2018, 9, 30)).planned == 0


@pytest.mark.parametrize(("due", "withdrawn"), [("05-01", "06-01"), ("06-01", "05-01")])
def test_milestone_due_and_withdrawn_is_taken_off_the_plan_once(due: str, withdrawn: str) -> None:
    toml = milestones(a=f"due = 2018-{due}\nwithdrawn = 2018-{withdrawn}", b="")

    assert [point(toml, date(2018, month, 15)).planned for month in (4, 5, 6)] == [2, 1, 1]


def test_milestone_that_was_taken_up_again_remains_again() -> None:
    toml = milestones(portal="completed = 2018-03-01\ndue = 2018-02-01") + (
        '[[updates]]\nid = "again"\nabout = "portal"\non = 2018-05-01\ntext = "It broke"\n'
        'status = "in-progress"\n'
    )
    days = [date(2018, month, 1) for month in (2, 3, 4, 5)]

    points = points_at(a_plan(toml), days)

    assert [(each.completed, each.remaining) for each in points] == [(0, 1), (1, 0), (1, 0), (0, 1)]
    assert [each.planned for each in points] == [0, 0, 0, 0]


def test_completed_counts_as_undated_only_while_nothing_says_when() -> None:
    toml = milestones(a='status = "completed"\nstarted = 2018-02-01', b='status = "completed"')

    found = points_at(a_plan(toml), [date(2018, 1, 31), date(2018, 2, 1)])

    assert [(each.completed, each.undated) for each in found] == [(1, 1), (2, 2)]


def test_points_come_by_date_and_each_date_once() -> None:
    days = [date(2018, 3, 1), date(2018, 1, 1), date(2018, 3, 1)]

    assert [each.date for each in points_at(a_plan(), days)] == [date(2018, 1, 1), date(2018, 3, 1)]


def test_without_dates_there_are_no_points() -> None:
    assert points_at(a_plan(milestones(a="due = 2018-01-01")), []) == ()


def test_dates_at_the_ends_of_the_calendar_count() -> None:
    toml = milestones(first="completed = 0001-01-01", last="completed = 9999-12-31")

    found = points_at(a_plan(toml), [date.min, date.max])

    assert [each.completed for each in found] == [1, 2]


def test_share_is_of_the_milestones_that_are_not_withdrawn() -> None:
    toml = milestones(a="completed = 2018-01-01", b="", c="", gone='status = "withdrawn"')

    assert point(toml, date(2018, 1, 1)).completed_percent == 33
    assert point("", date(2018, 1, 1)).completed_percent is None


def ends(toml: str, as_of: date) -> list[str]:
    return [day.isoformat() for day in month_ends(a_plan(toml), as_of)]


def test_month_ends_begin_in_the_first_month_of_the_plan() -> None:
    assert ends('[plan]\nstart = "2018"', date(2018, 3, 31)) == [
        "2018-01-31",
        "2018-02-28",
        "2018-03-31",
    ]


def test_last_date_is_the_day_asked_for() -> None:
    toml = "[plan]\nstart = 2017-12-31"

    assert ends(toml, date(2018, 1, 30)) == ["2017-12-31", "2018-01-30"]
    assert ends(toml, date(2018, 1, 31)) == ["2017-12-31", "2018-01-31"]
    assert ends(toml, date(2018, 2, 1)) == ["2017-12-31", "2018-01-31", "2018-02-01"]


def test_leap_years_have_their_day() -> None:
    assert "2020-02-29" in ends("[plan]\nstart = 2020-02-01", date(2020, 3, 1))


def test_without_a_start_they_begin_with_the_first_fact_of_a_milestone() -> None:
    toml = milestones(a="completed = 2018-03-05", b='started = "2018-02"') + (
        '[[challenges]]\nid = "c"\ntitle = "C"\ncategory = "other"\nraised = "2001"\n'
    )

    assert ends(toml, date(2018, 3, 15)) == ["2018-02-28", "2018-03-15"]


@pytest.mark.parametrize(
    "toml",
    ["", '[plan]\nstart = "2019"', milestones(a="started = 2018-05-01"), milestones(a="")],
    ids=["empty", "later", "later fact", "no date"],
)
def test_what_begins_later_or_never_has_the_day_asked_for_alone(toml: str) -> None:
    assert ends(toml, date(2018, 4, 30)) == ["2018-04-30"]


def test_whole_calendar_has_its_months() -> None:
    found = ends('[plan]\nstart = "0001"', date.max)

    assert (len(found), found[0], found[-1]) == (9999 * 12, "0001-01-31", "9999-12-31")


def test_milestones_without_a_deadline_are_counted() -> None:
    plan = a_plan(milestones(a="", b='due = "2018"', c='status = "completed"'))

    assert without_deadline(plan) == 2
