from pathlib import Path

import pytest

from ogdplan.actions.format import proven
from ogdplan.actions.proof import UnprovenError
from ogdplan.workspace.folder import PlanPath

NEPAL = PlanPath("nepal", Path("nepal.toml"), "plans/nepal.toml")


def test_layout_that_says_something_else_is_refused() -> None:
    with pytest.raises(UnprovenError, match=r"plans/nepal\.toml"):
        proven(NEPAL, b"", "format = 1\n", "format = 2\n")


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("a = 1\nb = 1\n", "a = 1\nb = 1\n", 0),
        ("a = 1\nb=1\nc = 1\n", "a = 1\nb = 1\nc = 1\n", 1),
        ("a = [1]\nb = 1\n", "a = [\n1,\n]\nb = 1\n", 3),
        ("a = 1\n\n\n\nb = 1\n", "a = 1\nb = 1\n", 3),
        ("a = 1\r\nb = 1\r\n", "a = 1\nb = 1\n", 2),
        ("a = 1", "a = 1\n", 1),
    ],
)
def test_lines_are_counted_on_the_side_that_has_more(before: str, after: str, lines: int) -> None:
    assert proven(NEPAL, b"", before, after).changed_lines == lines
