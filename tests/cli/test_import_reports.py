"""`import`: reports of a table, and what milestones state."""

from pathlib import Path

import pytest

from cli.asking import Answer, ask, write_plan

PORTAL = """
[[milestones]]
id = "portal"
title = "Launch the portal"
due = 2018-09-30
status = "not-started"
"""
BEGUN, DONE = "portal,2018-06-01,in-progress,Begun\n", "portal,2018-07-01,completed,Done\n"
REPORT = ("--map", "Said=update.text", "--map", "So=update.status", "--map", "Day=update.on")


@pytest.fixture
def nepal(plans: Path) -> Path:
    return write_plan(plans, "nepal", PORTAL)


def imported(text: str, *words: str, kind: str = "updates") -> Answer:
    """Import a CSV text into the plan `nepal`."""
    Path("table.csv").write_text(text, encoding="utf-8")
    return ask("import", "nepal", "table.csv", "--as", kind, *words)


def notes(answer: Answer) -> list[str]:
    """Return what is noted of the milestone."""
    return [line for line in answer.err.splitlines() if "note: portal" in line]


def test_status_that_a_row_says_itself_is_not_overtaken_by_its_report(nepal: Path) -> None:
    row = "portal,completed,Done it,in-progress,2018-06-01\n"

    answer = imported(f"ID,Status,Said,So,Day\n{row}", *REPORT, kind="milestones")

    assert (answer.code, notes(answer)) == (0, [])
    text = nepal.read_text(encoding="utf-8")
    assert 'due = 2018-09-30\nstatus = "completed"\n' in text
    assert 'on = 2018-06-01\nstatus = "in-progress"\n' in text


def test_progress_that_a_row_says_itself_is_not_taken_away_by_its_report(nepal: Path) -> None:
    nepal.write_text(f"{nepal.read_text(encoding='utf-8')}progress = 100\n", encoding="utf-8")
    row = "portal,80,Begun,in-progress,2018-06-01\n"

    answer = imported(f"ID,Progress,Said,So,Day\n{row}", *REPORT, kind="milestones")

    assert answer.code == 0
    assert 'status = "in-progress"\nprogress = 80\n' in nepal.read_text(encoding="utf-8")


@pytest.mark.parametrize("rows", [BEGUN + DONE, DONE + BEGUN])
def test_latest_report_says_what_a_milestone_states_wherever_its_row_stands(
    nepal: Path, rows: str
) -> None:
    answer = imported(f"about,on,status,text\n{rows}")

    assert 'due = 2018-09-30\nstatus = "completed"\n' in nepal.read_text(encoding="utf-8")
    assert notes(answer) == [
        "note: portal: the stated status moves along, from Not started to In progress",
        "note: portal: the stated status moves along, from In progress to Complete",
    ]


def test_report_whose_day_is_at_fault_overtakes_nothing(nepal: Path) -> None:
    answer = imported("ID,about,on,status,text\nu1,portal,some day,in-progress,Begun\n")

    assert answer.code == 1
    assert 'row 2, column C (on): "some day" names no date' in answer.err


MOVED = """
[[milestones]]
id = "m{0}"
title = "Work {0}"
due = 2018-09-30

[[updates]]
id = "v{0}"
about = "m{0}"
on = 2018-05-01
text = "Later"
due_from = 2018-06-30
due_to = 2018-09-30
"""


def test_what_is_said_of_many_records_is_said_once(plans: Path) -> None:
    write_plan(plans, "nepal", "".join(map(MOVED.format, range(12))))
    rows = "".join(f"m{number},2018-10-31\n" for number in range(12))

    answer = imported(f"ID,Due\n{rows}", kind="milestones")

    assert answer.code == 0
    command = "ogdplan milestone reschedule nepal m0 --due … --reason …"
    how = f"to record that it moved, and why: {command}"
    first = ", ".join(f"{{0}}{number}" for number in range(10)) + " … and 2 more"
    assert [line for line in answer.err.splitlines() if "corrected" in line] == [
        f"note: {first.format('m')}: the deadline is corrected without a trace; {how}",
        f"note: {first.format('v')}: the report of the last move is corrected with the deadline",
    ]
