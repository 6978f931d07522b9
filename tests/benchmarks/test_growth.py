import math
from pathlib import Path

import pytest

from cases import Field
from growth import SIZES, exponent, growth, judged, not_run
from results import Result, Scale


def scales(power: float, megabytes: float = 100, together: float | None = 200) -> list[Scale]:
    """Return sizes whose time grows with a power of the number of plans."""
    return [
        Scale("check", size, 0, 1000 * size**power / size, megabytes, together) for size in SIZES
    ]


@pytest.mark.parametrize("power", [0.5, 1, 1.5, 2])
def test_exponent_is_the_power_of_the_growth(power: float) -> None:
    assert math.isclose(exponent(scales(power)), power)


def test_command_as_quick_as_an_empty_one_has_an_exponent() -> None:
    assert exponent([Scale("check", size, 0, -1, 0, None) for size in SIZES]) == 0


def test_growth_that_is_linear_is_kept_and_memory_is_that_of_all_processes() -> None:
    assert list(judged("check", scales(1))) == [
        Result(
            "growth-check",
            "check, 100 to 10,000 plans",
            "exponent of the time, fitted",
            measured="1.00",
            budget="≤ 1.1",
            verdict="kept",
        ),
        Result(
            "memory-check",
            "check, 10,000 plans",
            "peak memory, all processes",
            measured="200 MB",
            budget="≤ 400 MB",
            verdict="kept",
        ),
    ]


def test_growth_that_is_not_linear_and_much_memory_are_missed() -> None:
    power, memory = judged("check", scales(1.3, together=500))

    assert (power.measured, power.verdict) == ("1.30", "MISSED")
    assert (memory.measured, memory.verdict) == ("500 MB", "MISSED")


def test_memory_is_that_of_the_largest_process_where_no_more_is_known() -> None:
    _, memory = judged("check", scales(1, megabytes=120, together=None))

    assert (memory.yardstick, memory.measured) == ("peak, largest process", "120 MB")


def test_what_was_not_run_has_the_same_budgets() -> None:
    run = [(each.key, each.budget) for each in judged("check", scales(1))]

    found = list(not_run("check", "no ogdplan"))

    assert [(each.key, each.budget) for each in found] == run
    assert {each.verdict for each in found} == {"not run: no ogdplan"}


def test_command_is_measured_over_ever_more_plans(tmp_path: Path) -> None:
    *sizes, power, memory = growth("status", Field(tmp_path), 1, sizes=(2, 4))

    assert [each.plans for each in sizes if isinstance(each, Scale)] == [2, 4]
    assert all(each.megabytes > 10 for each in sizes if isinstance(each, Scale))
    assert isinstance(power, Result)
    assert isinstance(memory, Result)
    # Not its verdict: other tests' processes may have held more before.
    assert (power.work, memory.key) == ("status, 2 to 4 plans", "memory-status")
