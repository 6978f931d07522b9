from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.period import Standstill, elapsed_percent, is_over, is_running, standstill


@pytest.mark.parametrize(
    ("as_of", "percent"),
    [
        (date(2016, 12, 31), 0),
        (date(2017, 1, 1), 0),
        (date(2017, 1, 8), 0),  # 7 of 729 days
        (date(2017, 1, 9), 1),  # 8 of 729 days
        (date(2018, 1, 1), 50),
        (date(2018, 12, 30), 99),
        (date(2018, 12, 31), 100),
        (date(2019, 6, 1), 100),
    ],
)
def test_elapsed_runs_from_first_to_last_day(as_of: date, percent: int) -> None:
    header = a_plan('[plan]\nstart = "2017"\nend = "2018"').header

    assert elapsed_percent(header, as_of) == percent


@pytest.mark.parametrize("fields", ["", 'start = "2017"', 'end = "2018"'])
def test_elapsed_is_unknown_without_both_ends(fields: str) -> None:
    assert elapsed_percent(a_plan(f"[plan]\n{fields}").header, date(2018, 1, 1)) is None


def test_elapsed_of_a_plan_of_one_day_is_all_or_nothing() -> None:
    header = a_plan("[plan]\nstart = 2018-01-01\nend = 2018-01-01").header

    assert elapsed_percent(header, date(2017, 12, 31)) == 0
    assert elapsed_percent(header, date(2018, 1, 1)) == 100


def test_elapsed_is_unknown_when_the_plan_ends_before_it_starts() -> None:
    header = a_plan("[plan]\nstart = 2018-01-02\nend = 2018-01-01").header

    assert elapsed_percent(header, date(2018, 1, 1)) is None


@pytest.mark.parametrize(
    ("as_of", "running"),
    [
        (date(2016, 12, 31), False),
        (date(2017, 1, 1), True),
        (date(2018, 12, 31), True),
        (date(2019, 1, 1), False),
    ],
)
def test_adopted_plan_runs_from_first_to_last_day(as_of: date, *, running: bool) -> None:
    header = a_plan('[plan]\nstart = "2017"\nend = "2018"').header

    assert is_running(header, as_of) is running


@pytest.mark.parametrize("stage", ["draft", "consultation", "submitted", "closed"])
def test_plan_of_another_stage_does_not_run(stage: str) -> None:
    assert not is_running(a_plan(f'[plan]\nstage = "{stage}"').header, date(2018, 1, 1))


@pytest.mark.parametrize("as_of", [date.min, date.max])
def test_unknown_ends_do_not_bound_a_running_plan(as_of: date) -> None:
    header = a_plan().header

    assert is_running(header, as_of)
    assert not is_over(header, as_of)


def test_plan_is_over_after_its_last_day() -> None:
    header = a_plan('[plan]\nend = "2018"').header

    assert not is_over(header, date(2018, 12, 31))
    assert is_over(header, date(2019, 1, 1))


@pytest.mark.parametrize(
    ("stage", "as_of", "reason"),
    [
        ("adopted", date(2017, 1, 1), None),
        ("adopted", date(2016, 12, 31), Standstill.NOT_BEGUN),
        ("adopted", date(2019, 1, 1), Standstill.OVER),
        ("submitted", date(2018, 1, 1), Standstill.NOT_ADOPTED),
        ("draft", date(2016, 1, 1), Standstill.NOT_ADOPTED),
        ("draft", date(2019, 1, 1), Standstill.OVER),
        ("closed", date(2018, 1, 1), Standstill.CLOSED),
    ],
)
def test_plan_that_does_not_run_has_a_reason(
    stage: str, as_of: date, reason: Standstill | None
) -> None:
    header = a_plan(f'[plan]\nstage = "{stage}"\nstart = "2017"\nend = "2018"').header

    assert standstill(header, as_of) is reason
    assert (reason is None) is is_running(header, as_of)
