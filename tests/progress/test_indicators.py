from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.indicators import latest

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
