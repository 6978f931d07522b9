"""Laws of reading, over generated input: it never raises, and points into the file."""

from hypothesis import strategies as st

from laws import holds, runs
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.reading import read, read_text

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


def findings_point_into_the_text(text: str) -> None:
    reading = read_text(text)

    for finding in findings_of(reading.problems, reading.text, "plans/nepal.toml"):
        assert 1 <= finding.line <= text.count("\n") + 1
        assert finding.column >= 1


def bytes_give_a_plan_or_problems(raw: bytes) -> None:
    reading = read(raw)

    assert reading.plan or reading.problems


RUNS = runs(40, 20_000)


@RUNS
def test_no_text_is_too_strange(runs: int) -> None:
    holds(findings_point_into_the_text, pieces, runs)


@RUNS
def test_no_bytes_are_too_strange(runs: int) -> None:
    holds(bytes_give_a_plan_or_problems, st.binary(max_size=200), runs)
