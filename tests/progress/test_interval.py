from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.interval import Interval, reporting_interval


@pytest.mark.parametrize(
    ("reporting", "as_of", "first"),
    [
        ("monthly", date(2018, 6, 30), date(2018, 6, 1)),
        ("monthly", date(2018, 6, 29), date(2018, 5, 30)),
        ("monthly", date(2018, 2, 28), date(2018, 2, 1)),
        ("monthly", date(2018, 3, 30), date(2018, 3, 1)),
        ("monthly", date(2018, 1, 15), date(2017, 12, 16)),
        ("quarterly", date(2018, 6, 30), date(2018, 4, 1)),
        ("half-yearly", date(2018, 6, 30), date(2018, 1, 1)),
        ("yearly", date(2018, 6, 30), date(2017, 7, 1)),
        ("yearly", date(2020, 2, 29), date(2019, 3, 1)),
        ("yearly", date(1, 6, 1), date.min),
    ],
)
def test_interval_is_one_reporting_period_up_to_the_date(
    reporting: str, as_of: date, first: date
) -> None:
    header = a_plan(f'plan = {{ reporting = "{reporting}" }}').header

    assert reporting_interval(header, as_of) == Interval(first, as_of)


def test_plan_that_does_not_say_reports_on_three_months() -> None:
    found = reporting_interval(a_plan().header, date(2018, 6, 15))

    assert found == Interval(date(2018, 3, 16), date(2018, 6, 15))


def test_interval_has_its_first_and_last_day() -> None:
    interval = Interval(date(2018, 6, 1), date(2018, 6, 30))

    days = (date(2018, 5, 31), date(2018, 6, 1), date(2018, 6, 30), date(2018, 7, 1))
    assert [interval.has(day) for day in days] == [False, True, True, False]
