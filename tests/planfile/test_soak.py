"""Long runs of generated input: reading never raises, and points into the file."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.reading import read, read_text

LONG = settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))

WORDS = (
    "[plan]\n",
    "[[milestones]]\n",
    "id",
    "title",
    "due",
    " = ",
    "2018-06",
    "2018-06-30",
    "12,5",
)
SIGNS = (
    '"',
    "'",
    '"""',
    "\n",
    "\r\n",
    "[",
    "]",
    "{",
    "}",
    ",",
    ".",
    "#",
    "“",
    "é",
    "\x00",
    "<<<<<<<",
)

pieces = st.lists(st.sampled_from((*WORDS, *SIGNS)) | st.text(max_size=4), max_size=40).map("".join)


@pytest.mark.soak
@LONG
@given(pieces)
def test_no_text_is_too_strange_in_a_long_run(text: str) -> None:
    reading = read_text(text)

    for finding in findings_of(reading.problems, reading.text, "plans/nepal.toml"):
        assert 1 <= finding.line <= text.count("\n") + 1
        assert finding.column >= 1


@pytest.mark.soak
@LONG
@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange_in_a_long_run(raw: bytes) -> None:
    reading = read(raw)

    assert reading.plan or reading.problems
