"""docs/spreadsheets.md shows what the program does."""

import re
from pathlib import Path

import pytest

from console_examples import ROOT, Example, check_example, examples
from ogdplan.actions.importing.tables.mapping import read_mapping

PAGE = ROOT / "docs" / "spreadsheets.md"
TEXT = PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("example", examples(PAGE), ids=str)
def test_example_shows_what_the_program_prints(example: Example, tmp_path: Path) -> None:
    check_example(example, tmp_path)


def test_mapping_file_of_the_page_can_be_read() -> None:
    (found,) = re.findall(r"^```toml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    mapping = read_mapping(found, "page")

    assert mapping.words == {"status": {"Nearly there": "substantial"}}
    assert mapping.columns["Colour"] == ""


def test_every_example_table_is_described() -> None:
    said = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    files = {each.name for each in (ROOT / "examples").iterdir()} - {"README.md"}

    assert files == set(re.findall(r"^\| `([^`]+)`", said, re.MULTILINE))
