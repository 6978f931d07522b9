from datetime import date
from fractions import Fraction

import pytest

from builders import a_plan
from ogdplan.progress.completion import Completion, completion_of, total_completion
from ogdplan.progress.percentages import percent_of
from ogdplan.progress.plan import progress_of


def completion(*milestones: str) -> Completion:
    """Return the completion of milestones of which only these fields are given."""
    tables = "\n".join(
        f'[[milestones]]\nid = "m{number}"\ntitle = "x"\n{fields}'
        for number, fields in enumerate(milestones)
    )
    return completion_of(progress_of(a_plan(tables), date(2018, 6, 15)).milestones)


def test_milestones_without_weight_count_alike() -> None:
    found = completion("completed = 2018-01-01", "", "")

    assert found == Completion(Fraction(3), Fraction(1))
    assert found.percent == 33


def test_weights_count_instead_of_numbers() -> None:
    found = completion("weight = 3\ncompleted = 2018-01-01", "weight = 1")

    assert found.percent == 75


def test_withdrawn_milestones_weigh_nothing() -> None:
    found = completion("completed = 2018-01-01", "weight = 99\nstatus = 'withdrawn'")

    assert found.percent == 100


@pytest.mark.parametrize("milestones", [(), ("status = 'withdrawn'",)])
def test_percent_is_unknown_when_nothing_is_active(milestones: tuple[str, ...]) -> None:
    assert completion(*milestones).percent is None


def test_ten_times_a_tenth_is_all() -> None:
    assert completion(*["weight = 0.1\ncompleted = 2018-01-01"] * 10) == Completion(
        Fraction(1), Fraction(1)
    )


def test_almost_all_is_ninety_nine_percent_however_light_the_rest() -> None:
    found = completion("weight = 1e300\ncompleted = 2018-01-01", "weight = 5e-324")

    assert found.percent == 99


def test_large_and_small_weights_are_added_exactly() -> None:
    found = completion("weight = 1e300", "weight = 5e-324", "weight = 9223372036854775807")

    assert found.active_weight == 10**300 + 2**63 - 1 + Fraction(5, 10**324)


def test_total_adds_weights_not_percentages() -> None:
    small = Completion(Fraction(1), Fraction(1))
    large = Completion(Fraction(9), Fraction(0))

    assert total_completion([small, large]).percent == 10
    assert total_completion([]).percent is None


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(0, 3, 0), (1, 3, 33), (2, 3, 66), (3, 3, 100), (0, 0, None)]
)
def test_percentages_are_rounded_down(part: int, whole: int, percent: int | None) -> None:
    assert percent_of(part, whole) == percent
