from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_plan
from ogdplan.checks.plan_period import PlanPeriod, period_of
from ogdplan.model.when import When, on_day, parse_when


def the_period(start: str, end: str) -> PlanPeriod:
    return period_of(a_plan(f"[plan]\nstart = {start}\nend = {end}").header)


@pytest.mark.parametrize(
    ("when", "side"),
    [
        ("2016-Q4", "before the plan's start 2017-03"),
        ("2017", None),
        (date(2017, 2, 28), "before the plan's start 2017-03"),
        (date(2017, 3, 1), None),
        (date(2018, 6, 30), None),
        (date(2018, 7, 1), "after the plan's end 2018-H1"),
        ("2018", None),
        ("2018-H2", "after the plan's end 2018-H1"),
    ],
)
def test_period_is_outside_when_all_of_it_is(when: object, side: str | None) -> None:
    assert the_period('"2017-03"', '"2018-H1"').side(parse_when(when)) == side


@pytest.mark.parametrize(
    ("when", "is_far"),
    [
        (date(2006, 2, 27), True),
        (date(2006, 2, 28), False),
        ("2005", True),
        ("2006", False),
        (date(2028, 2, 28), False),
        (date(2028, 2, 29), True),
        ("2028", False),
        ("2029", True),
    ],
)
def test_ten_years_count_from_day_to_day(when: object, *, is_far: bool) -> None:
    assert the_period("2016-02-29", "2018-02-28").is_far(parse_when(when)) is is_far


@given(st.dates(), st.dates(), st.dates())
def test_what_is_far_is_outside(start: date, end: date, day: date) -> None:
    period = the_period(*sorted((start.isoformat(), end.isoformat())))

    assert not period.is_far(on_day(day)) or period.side(on_day(day)) is not None


@given(st.dates())
def test_unknown_bounds_bound_nothing(day: date) -> None:
    period = period_of(a_plan().header)

    assert period.side(on_day(day)) is None
    assert not period.is_far(on_day(day))


def test_period_at_the_edges_of_the_calendar_has_nothing_far_beyond() -> None:
    period = the_period('"0001"', '"9999"')
    edges: list[When] = [on_day(date.min), on_day(date.max)]

    assert [period.is_far(when) for when in edges] == [False, False]
