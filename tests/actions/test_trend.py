from datetime import date

from builders_loaded import a_loaded
from ogdplan.actions.trend import Trend, Trends, trends_of
from ogdplan.progress.burndown import points_at
from ogdplan.progress.slips import slips_of

AS_OF = date(2018, 2, 28)
TOML = """
[plan]
start = "2018"

[[milestones]]
id = "portal"
title = "Portal"
due = 2018-03-31

[[updates]]
id = "moved"
about = "portal"
on = 2018-01-15
text = "Late"
due_from = 2018-02-28
due_to = 2018-03-31

[[milestones]]
id = "decree"
title = "Decree"
"""


def days(trend: Trend) -> list[date]:
    return [point.date for point in trend.points]


def test_each_plan_has_its_own_month_ends() -> None:
    loaded = a_loaded(TOML, "nepal"), a_loaded("[plan]\nstart = 2018-02-10", "panama")

    found = trends_of(loaded, (), as_of=AS_OF)

    assert [each.plan_id for each in found.plans] == ["nepal", "panama"]
    assert [days(each) for each in found.plans] == [[date(2018, 1, 31), AS_OF], [AS_OF]]


def test_dates_that_are_given_hold_for_all_plans_in_order_and_once() -> None:
    asked = [date(2019, 1, 1), date(2017, 1, 1), date(2019, 1, 1)]

    found = trends_of([a_loaded(TOML), a_loaded()], iter(asked), as_of=AS_OF)

    assert [days(each) for each in found.plans] == [[date(2017, 1, 1), date(2019, 1, 1)]] * 2


def test_trend_has_the_points_and_slips_of_the_plan() -> None:
    loaded = a_loaded(TOML)

    found = trends_of([loaded], [AS_OF], as_of=AS_OF)

    plan = loaded.plan
    trend = Trend("nepal", plan, points_at(plan, [AS_OF]), slips_of(plan, AS_OF), 1)
    assert found == Trends(AS_OF, (trend,), (AS_OF,))
    assert len(trend.slips) == 1
    assert found.failed == ()


def test_deadlines_are_as_they_had_moved_at_the_last_of_the_dates() -> None:
    before, after = date(2018, 1, 14), date(2018, 1, 15)

    def moved(dates: list[date], as_of: date) -> list[int]:
        return [len(each.slips) for each in trends_of([a_loaded(TOML)], dates, as_of=as_of).plans]

    assert (moved([], before), moved([], after)) == ([0], [1])
    assert (moved([before], AS_OF), moved([after, before], AS_OF)) == ([0], [1])
