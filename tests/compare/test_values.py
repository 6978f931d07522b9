import pytest

from ogdplan.compare.values import compared


def test_what_no_plan_can_hold_is_not_compared() -> None:
    with pytest.raises(TypeError, match="list is no value of a plan"):
        compared([], "en")
