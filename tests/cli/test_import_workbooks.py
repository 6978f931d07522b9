"""`import` of workbooks that `export` made: what someone did in them is taken, or said."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cli.asking import Answer, ask, write_plan

PLAN = """
[[milestones]]
id = "portal"
number = "1.1"
title = "Build the portal"
lead = "office"
due = "2018-06"
due_text = "June 2018"

[[milestones]]
id = "training"
title = "Train officers"
due = 2018-09-30
"""


@pytest.fixture
def nepal(plans: Path) -> Path:
    return write_plan(plans, "nepal", PLAN)


@contextmanager
def opened(name: str = "w.xlsx") -> Iterator[Workbook]:
    """Give the workbook to be changed, made of the plan where it is not there; then save it."""
    if not Path(name).exists():
        assert ask("export", "nepal", "--to", name).code == 0
    book = openpyxl.load_workbook(name)
    yield book
    book.save(name)


def put(sheet: Worksheet, row: int, **cells: object) -> None:
    """Write cells of a row by their headings, `_` for a blank."""
    columns = {str(cell.value): cell.column for cell in sheet[1]}
    for heading, value in cells.items():
        sheet.cell(row, columns[heading.replace("_", " ")]).value = value


def imported(*words: str) -> Answer:
    return ask("import", "nepal", "w.xlsx", *words)


# Sheets that are not read.


@pytest.mark.parametrize(
    ("change", "message", "hint"),
    [
        ("renamed", 'the sheet "Hitos" has the columns of', 'call it "Milestones" again'),
        ("copied", 'the sheet "Milestones Copy" has the columns of', "then remove it"),
    ],
)
def test_sheet_that_is_called_otherwise_is_refused(
    nepal: Path, change: str, message: str, hint: str
) -> None:
    before = nepal.read_bytes()
    with opened() as book:
        sheet = book["Milestones"]
        if change == "copied":
            sheet = book.copy_worksheet(sheet)
        else:
            sheet.title = "Hitos"
        put(sheet, 2, Title="Another title")

    answer = imported()

    assert (answer.code, nepal.read_bytes()) == (2, before)
    assert message in answer.err
    assert hint in answer.err


def test_sheet_of_ones_own_is_passed_over_and_named(nepal: Path) -> None:
    before = nepal.read_bytes()
    with opened() as book:
        sheet = book.create_sheet("My list")
        sheet.append(["ID", "Who calls", "Title"])
        sheet.append(["portal", "Ana", "The portal"])

    answer = imported()

    assert (answer.code, nepal.read_bytes()) == (0, before)
    assert "not read: the sheet My list\n" in answer.err
