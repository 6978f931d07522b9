from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.freshness import is_stale, last_report
from ogdplan.progress.plan import progress_of

MILESTONE = '[[milestones]]\nid = "m"\ntitle = "x"\n'
COMMITMENT = '[[commitments]]\nid = "c"\ntitle = "x"\n'
CHALLENGE = '[[challenges]]\nid = "h"\ntitle = "x"\ncategory = "other"\n'
UPDATE = '[[updates]]\nid = "u"\ntext = "x"\n'


@pytest.mark.parametrize(
    ("toml", "day"),
    [
        (UPDATE + 'on = "2018-06"', date(2018, 6, 30)),
        (MILESTONE + 'started = "2018-06"', date(2018, 6, 1)),
        (MILESTONE + 'completed = "2018-06"', date(2018, 6, 30)),
        (MILESTONE + 'withdrawn = "2018-06"', date(2018, 6, 30)),
        (COMMITMENT + 'completed = "2018-06"', date(2018, 6, 30)),
        (COMMITMENT + 'withdrawn = "2018-06"', date(2018, 6, 30)),
        (CHALLENGE + 'raised = "2018-06"', date(2018, 6, 1)),
        (CHALLENGE + 'resolved = "2018-06"', date(2018, 6, 30)),
        ('[[datasets]]\nid = "d"\ntitle = "x"\nreleased = "2018-06"', date(2018, 6, 30)),
        (
            '[[measurements]]\nid = "n"\nindicator = "i"\nvalue = 1\non = "2018-06"',
            date(2018, 6, 30),
        ),
    ],
)
def test_every_dated_fact_is_a_report_from_its_day_on(toml: str, day: date) -> None:
    plan = a_plan(toml)

    assert last_report(plan, day) == day
    assert last_report(plan, date.fromordinal(day.toordinal() - 1)) is None


@pytest.mark.parametrize(
    "toml",
    [
        "",
        MILESTONE + "due = 2018-01-01\nstart = 2018-01-01",
        COMMITMENT + "start = 2018-01-01\nend = 2018-01-01",
        '[[datasets]]\nid = "d"\ntitle = "x"\nplanned = 2018-01-01',
        "[plan]\nadopted = 2018-01-01",
    ],
)
def test_planned_dates_are_no_reports(toml: str) -> None:
    assert last_report(a_plan(toml), date.max) is None


def test_last_report_is_the_latest_up_to_the_date() -> None:
    plan = a_plan(
        '[[updates]]\nid = "a"\ntext = "x"\non = 2018-03-01\n'
        '[[updates]]\nid = "b"\ntext = "x"\non = 2018-05-01\n' + MILESTONE + "started = 2018-04-01"
    )

    assert last_report(plan, date(2018, 4, 30)) == date(2018, 4, 1)
    assert last_report(plan, date(2018, 5, 1)) == date(2018, 5, 1)


@pytest.mark.parametrize(
    ("reporting", "reported", "last_fresh_day"),
    [
        ("", date(2018, 1, 1), date(2018, 6, 30)),  # 180 days
        ("reporting = 'monthly'", date(2018, 1, 15), date(2018, 3, 15)),
        ("reporting = 'monthly'", date(2017, 12, 31), date(2018, 2, 28)),
        ("reporting = 'monthly'", date(2015, 12, 31), date(2016, 2, 29)),
        ("reporting = 'quarterly'", date(2018, 6, 30), date(2018, 12, 30)),
        ("reporting = 'half-yearly'", date(2018, 2, 1), date(2019, 2, 1)),
        ("reporting = 'yearly'", date(2016, 2, 29), date(2018, 2, 28)),
        ("reporting = 'yearly'", date(2018, 12, 31), date(2020, 12, 31)),
    ],
)
def test_plan_is_stale_the_day_after_two_reporting_periods(
    reporting: str, reported: date, last_fresh_day: date
) -> None:
    plan = a_plan(f"[plan]\n{reporting}\n{UPDATE}on = {reported}")
    next_day = date.fromordinal(last_fresh_day.toordinal() + 1)

    assert not progress_of(plan, last_fresh_day).stale
    assert progress_of(plan, next_day).stale


def test_plan_never_reported_on_counts_from_its_first_day() -> None:
    plan = a_plan('[plan]\nstart = "2018"\nreporting = "monthly"')

    assert not is_stale(plan, None, date(2018, 3, 1))
    assert is_stale(plan, None, date(2018, 3, 2))


def test_plan_never_reported_on_with_unknown_start_is_stale() -> None:
    assert progress_of(a_plan(), date(2018, 1, 1)).stale


@pytest.mark.parametrize("header", ["stage = 'closed'", "end = 2018-01-01", "start = 2030-01-01"])
def test_plan_that_does_not_run_is_never_stale(header: str) -> None:
    assert not progress_of(a_plan(f"[plan]\n{header}"), date(2018, 6, 1)).stale


@pytest.mark.parametrize("reporting", ["", "reporting = 'yearly'"])
def test_last_days_of_the_calendar_overflow_nothing(reporting: str) -> None:
    plan = a_plan(f"[plan]\n{reporting}\n{UPDATE}on = 9999-12-30")

    assert not progress_of(plan, date.max).stale
    assert progress_of(plan, date.min).stale
