"""An import that is written after another program has written the plan."""

from pathlib import Path

import pytest

from actions.edits.changing import AS_OF, a_folder, contents, place_in
from ogdplan.actions.change import Changed, Setting, subject_of
from ogdplan.actions.importing.prepared import Terms, prepare
from ogdplan.actions.importing.records.institutions import Decisions, Question
from ogdplan.actions.importing.running import make_changes
from ogdplan.actions.importing.tables.mapping import ColumnMapping
from ogdplan.workspace.files import ChangedOnDiskError
from ogdplan.workspace.spreadsheets.cells import Book, Table

BEFORE = """format = 1

[plan]
title = "A plan"
country = "PAN"
lead = "office"

[[institutions]]
id = "office"
name = "An office"
sector = "government"
"""
PORTAL = '\n[[milestones]]\nid = "portal"\nnumber = "1"\ntitle = "Portal"\n'
Rows = tuple[tuple[str, ...], ...]
ROWS: Rows = (("Number", "Title", "Lead"), ("1", "Portal", "An office"), ("2", "Training", "NIC"))


def imported(
    tmp_path: Path, meanwhile: str, rows: Rows = ROWS, ask: Question | None = None
) -> tuple[list[str], dict[str, str]]:
    """Import rows into a plan that becomes another in between; what was told, and the files."""
    folder = a_folder(tmp_path, {"panama": BEFORE})
    setting, place = Setting(folder, AS_OF), place_in(folder)
    subject = subject_of(setting, place)
    book = Book(Path("t.xlsx"), "xlsx", (Table("Milestones", rows),))
    prepared = prepare(subject, book, ColumnMapping(), Decisions({}, ask), Terms())
    a_folder(tmp_path, {"panama": meanwhile})
    told: list[str] = []

    def tell(found: tuple[Changed, ...]) -> None:
        told.extend(each.after for each in found)

    make_changes(setting, place, subject, prepared, tell)
    return told, contents(folder)


def test_rows_go_into_the_plan_as_others_have_left_it(tmp_path: Path) -> None:
    told, files = imported(tmp_path, BEFORE + PORTAL)

    text = files["panama.toml"]
    assert told == [text]
    assert text.startswith(BEFORE + '\n[[institutions]]\nid = "nic"\n')
    assert text.count('id = "portal"') == 1
    assert 'title = "Portal"\nlead = "office"\n' in text
    assert 'title = "Training"\nlead = "nic"\n' in text


@pytest.mark.parametrize(
    "meanwhile",
    [
        BEFORE + PORTAL.replace("Portal", "Quite another work"),
        BEFORE + '\n[[institutions]]\nid = "nic"\nname = "NIC"\nsector = "government"\n',
    ],
)
def test_import_that_would_say_something_else_is_to_be_run_again(
    tmp_path: Path, meanwhile: str
) -> None:
    with pytest.raises(ChangedOnDiskError, match=r"plans/panama\.toml changed since it was read"):
        imported(tmp_path, meanwhile)

    assert (tmp_path / "plans" / "panama.toml").read_text(encoding="utf-8") == meanwhile


def test_nobody_is_asked_about_a_name_that_others_have_added_meanwhile(tmp_path: Path) -> None:
    asked: list[str] = []

    def ask(name: str, known: str) -> bool:
        asked.append(f"{name} or {known}")
        return True

    rows = (ROWS[0], ("1", "Portal", "Ministry of Health"))
    alike = '\n[[institutions]]\nid = "b"\nname = "Ministry of Healt"\nsector = "government"\n'

    with pytest.raises(ChangedOnDiskError):
        imported(tmp_path, BEFORE + alike, rows, ask)

    assert asked == []
