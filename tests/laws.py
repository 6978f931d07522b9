"""Laws that hold for whatever is drawn, with few cases in each run of the suite, many in long ones.

`benchmarks/soak.py` runs the long ones with as many cases as the environment says.
"""

import os
from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from soak import CASES_VARIABLE

tried: list[str] = []
"""The name of the law of each case that was tried."""

Example = TypeVar("Example")


def runs(few: int, many: int) -> pytest.MarkDecorator:
    """Return what gives a test its number of cases, `runs`: few, and in a long run many."""
    long = pytest.param(int(os.environ.get(CASES_VARIABLE, many)), marks=pytest.mark.soak)
    return pytest.mark.parametrize("runs", [few, long])


def holds(law: Callable[[Example], None], drawn: st.SearchStrategy[Example], runs: int) -> None:
    """Fail unless the law holds for what is drawn."""

    def counted(case: Example) -> None:
        tried.append(law.__name__)
        law(case)

    counted.__name__ = law.__name__
    checks = list(HealthCheck)
    settings(max_examples=runs, deadline=None, suppress_health_check=checks)(
        given(drawn)(counted)
    )()
