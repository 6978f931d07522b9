"""Plans whose every text is hostile, written for other programs: all of it stays text."""

import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import chdir, closing
from pathlib import Path

import openpyxl
import pytest
from hypothesis import strategies as st
from icalendar import Calendar

from cli.asking import ask
from cli.voices import check_csv
from hostile_plans import TRAPS, hostile_plan, hostile_texts
from laws import holds, runs
from ogdplan.model.kinds import KINDS, Kind
from ogdplan.workspace.spreadsheets.reading import read_book

DAY = ("--as-of", "2016-06-30")
drawn = st.lists(hostile_texts, min_size=1, max_size=6)


def written(texts: Sequence[str]) -> Path:
    """Write a hostile plan into the current folder."""
    plan = Path("plans/nepal.toml")
    plan.parent.mkdir(exist_ok=True)
    plan.write_bytes(hostile_plan(texts).encode())
    return plan


def export(*words: str) -> None:
    answer = ask("export", "nepal", *words, *DAY)
    assert answer.code == 0, answer.err


def texts_stay_texts(texts: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        written(texts)
        export("--to", "x.xlsx")
        book = openpyxl.load_workbook("x.xlsx")
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d", "inlineStr", "b"}
        export("--to", "x.ods")
        read_book(Path("x.ods"))
        for kind in ("institutions", "milestones", "events"):
            export("--as", kind, "--to", "x.csv")
            check_csv(Path("x.csv").read_bytes().decode("utf-8-sig"))
        export("--to", "x.ics")
        found = Calendar.from_ical(Path("x.ics").read_bytes())
        assert [each.name for each in found.walk()] == ["VCALENDAR"] + ["VEVENT"] * 3
        export("--to", "x.sqlite")
        with closing(sqlite3.connect("x.sqlite")) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            assert connection.execute("SELECT count(*) FROM records").fetchone() == (len(KINDS),)


def comes_back(texts: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        plan = written(texts)
        before = plan.read_bytes()
        for file in ("x.xlsx", "x.ods"):
            export("--to", file)
            answer = ask("import", "nepal", file, *DAY)
            assert answer.code == 0, answer.err
            assert plan.read_bytes() == before


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_csv_of_no_kind_has_a_formula(plans: Path, kind: Kind) -> None:
    written(TRAPS)

    export("--as", kind.table, "--to", "x.csv")

    check_csv(Path("x.csv").read_bytes().decode("utf-8-sig"))


def test_every_known_trap_stays_a_text() -> None:
    texts_stay_texts(TRAPS)


@runs(2, 300)
def test_no_text_is_more_than_a_text(runs: int) -> None:
    holds(texts_stay_texts, drawn, runs)


@runs(2, 300)
def test_hostile_plan_comes_back_as_it_was(runs: int) -> None:
    holds(comes_back, drawn, runs)
