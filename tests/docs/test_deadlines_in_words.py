"""The examples of docs/file-format.md, "Deadlines in words", are read as they say."""

import re
from pathlib import Path

import pytest

from ogdplan.model.deadlines.deadline import Ambiguous, Deadline, deadline

PAGE = (Path(__file__).parents[2] / "docs" / "file-format.md").read_text(encoding="utf-8")
SECTION = PAGE.partition("## Deadlines in words\n")[2].partition("\n## ")[0]
ROWS = [
    tuple(cell.strip() for cell in row[1:-1].split("|"))
    for row in re.findall(r"^\|.+\|$", SECTION, re.MULTILINE)[2:]
]


@pytest.mark.parametrize(("written", "country", "read_as"), ROWS)
def test_example_is_read_as_the_page_says(written: str, country: str, read_as: str) -> None:
    assert in_words(deadline(written, country=country or None)) == read_as


def test_page_shows_every_kind_of_answer() -> None:
    assert {"unreadable", "nothing", "ongoing", "recurring", "conditional"} < {
        read_as for *_, read_as in ROWS
    }


def in_words(found: Deadline | Ambiguous | None) -> str:
    """Return what was read in the words of the page."""
    if found is None:
        return "unreadable"
    if isinstance(found, Ambiguous):
        return " or ".join(map(str, found.readings))
    start, due = found.start, found.due
    dates = f"from {start}" * bool(start) + f" to {due}" * bool(start and due)
    words = (found.timing or "", dates or str(due or ""))
    return " ".join(filter(None, words)) or "nothing"
