"""The case files beside this test: a plan before it is laid out and after, byte for byte."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ogdplan.planfile.formatting import formatted, say_the_same

FOLDER = Path(__file__).parent
SIGNS = str.maketrans({"␍": "\r", "␠": " ", "␉": "\t"})


@dataclass(frozen=True)
class Case:
    """One case of a file."""

    title: str
    before: str
    after: str


def cases() -> Iterator[Case]:
    """Yield the cases of all files."""
    for path in sorted(FOLDER.glob("*.case")):
        for text in re.split(r"(?:^|\n)= ", path.read_text(encoding="utf-8"))[1:]:
            yield read_case(text)


def read_case(text: str) -> Case:
    """Return the case that the text tells, from its title on."""
    title, before, after = re.split(r"^== ", text, flags=re.MULTILINE)
    layout, _, old = before.translate(SIGNS).partition("\n")
    new = old if after.startswith("after: the same") else after.translate(SIGNS).partition("\n")[2]
    if "no final newline" in layout:
        old = old.removesuffix("\n")
    if "CRLF" in layout:
        old, new = (each.replace("\n", "\r\n") for each in (old, new))
    return Case(title.strip(), old, new)


CASES = tuple(cases())


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_file_is_laid_out_so(case: Case) -> None:
    assert formatted(case.before) == case.after
    assert formatted(case.after) == case.after
    assert say_the_same(case.before, case.after)


def test_no_two_cases_have_one_title() -> None:
    titles = [case.title for case in CASES]
    assert sorted(set(titles)) == sorted(titles)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a = 1\nb = nan", "b = nan\na = 1", True),
        ("x = {a = 1, b = [{c = 1, d = 2}]}", "x = {b = [{d = 2, c = 1}], a = 1}", True),
        ("a = true", "a = 1", False),
        ("a = 1.0", "a = 1", False),
        ("a = [1, 2]", "a = [2, 1]", False),
    ],
)
def test_data_are_compared_whatever_the_order_of_keys(one: str, other: str, same: bool) -> None:
    assert say_the_same(one, other) is same
