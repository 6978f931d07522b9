from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.indicators import IndicatorProgress, indicators_of, latest
from ogdplan.progress.plan import progress_of

PLAN = a_plan(
    "".join(
        f'[[measurements]]\nid = "m{n}"\nindicator = "{indicator}"\non = {on}\nvalue = {n}\n'
        for n, (indicator, on) in enumerate(
            [
                ("portal", "2018-03-01"),
                ("portal", "2017-01-01"),
                ("portal", '"2018-Q2"'),
                ("users", "2018-05-01"),
                ("users", "2018-05-01"),
                ("users", "2018-09-01"),
            ]
        )
    )
)


@pytest.mark.parametrize(
    ("indicator", "as_of", "value"),
    [
        ("portal", date(2018, 6, 30), 2),
        ("portal", date(2018, 6, 29), 0),
        ("portal", date(2018, 3, 1), 0),
        ("portal", date(2018, 2, 28), 1),
        ("users", date(2018, 6, 30), 4),
        ("users", date(2019, 1, 1), 5),
    ],
)
def test_latest_is_the_last_measured_up_to_the_day_and_of_one_day_the_later_in_the_file(
    indicator: str, as_of: date, value: int
) -> None:
    found = latest(PLAN, indicator, as_of)

    assert found is not None
    assert found.value == value


def test_nothing_is_measured_before_the_first_day_nor_of_an_unknown_indicator() -> None:
    assert latest(PLAN, "portal", date(2016, 12, 31)) is None
    assert latest(PLAN, "nothing", date(2019, 1, 1)) is None


def indicator(fields: str, values: str = "") -> IndicatorProgress:
    toml = f'[[indicators]]\nid = "use"\ntitle = "x"\nlevel = "output"\n{fields}\n{values}'
    (found,) = indicators_of(progress_of(a_plan(toml), date(2018, 6, 30)))
    return found


def measured(value: str, on: str = "2018-06-30") -> str:
    return f'[[measurements]]\nid = "m-{on}"\nindicator = "use"\non = {on}\nvalue = {value}\n'


@pytest.mark.parametrize(
    ("baseline", "target", "value", "way", "is_met"),
    [
        ("0", "30", "10", 33, False),
        ("0", "30", "30", 100, True),
        ("0", "30", "45", 150, True),
        ("0", "30", "-1", -4, False),
        ("0.1", "0.4", "0.2", 33, False),
        ("0.1", "0.3", "0.2", 50, False),
        ("0", "0.3", "0.1", 33, False),
        ("0.0", "1e-7", "5e-8", 50, False),
        ("5", "5", "5", None, True),
    ],
)
def test_share_of_the_way_is_exact_and_rounded_down(
    baseline: str, target: str, value: str, way: int | None, is_met: bool
) -> None:
    found = indicator(f"baseline = {baseline}\ntarget = {target}", measured(value))

    assert (found.way_percent, found.is_met) == (way, is_met)


@pytest.mark.parametrize(
    ("value", "way", "is_met"), [("200", 0, False), ("125", 50, False), ("50", 100, True)]
)
def test_way_down_is_a_way_too(value: str, way: int, is_met: bool) -> None:
    fields = 'direction = "decrease"\nbaseline = 200\ntarget = 50'
    found = indicator(fields, measured(value))

    assert (found.way_percent, found.is_met) == (way, is_met)


def test_way_without_baseline_target_or_value_is_not_known() -> None:
    no_baseline = indicator("target = 10", measured("10"))
    no_target = indicator("baseline = 1", measured("10"))
    no_value = indicator("baseline = 1\ntarget = 10", measured("10", "2018-07-01"))

    assert (no_baseline.way_percent, no_baseline.is_met) == (None, True)
    assert (no_target.way_percent, no_target.is_met) == (None, None)
    assert (no_value.latest, no_value.way_percent, no_value.is_met) == (None, None, None)


def test_value_of_an_indicator_is_the_last_up_to_the_date() -> None:
    found = indicator("", measured("1", "2018-03-01") + measured("2", "2018-02-01"))

    assert found.latest is not None
    assert found.latest.value == 1
