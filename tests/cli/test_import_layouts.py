"""`import` of sheets that hold more than one table."""

from pathlib import Path

import pytest

from cli.asking import Answer, ask, write_plan


@pytest.fixture
def nepal(plans: Path) -> Path:
    return write_plan(plans, "nepal")


def imported(text: str, *words: str, kind: str = "milestones") -> Answer:
    """Import a CSV text into the plan `nepal`."""
    Path("table.csv").write_text(text, encoding="utf-8")
    return ask("import", "nepal", "table.csv", "--as", kind, *words)


# A table below another.


@pytest.mark.parametrize(
    "second",
    [
        "Milestone,Deadline,Lead\nPublish more,Q4 2025,MoF\n",
        "No,Challenge,Owner,Since\nC1,No money,MoF,Jan 2024\n",
        "Hito,Fecha límite,Notas de otros\nPublicar,2025,Ana\n",
    ],
)
def test_second_table_below_the_first_is_a_fault_and_none_of_its_rows_is_read(
    nepal: Path, second: str
) -> None:
    first = "Milestone,Lead,Deadline\nPublish budget,MoF,30 June 2024\nPublish debts,MoF,2024\n"
    before = nepal.read_bytes()

    answer = imported(f"{first},,\n{second}")

    assert (answer.code, nepal.read_bytes()) == (1, before)
    assert "row 5: a second table begins here, of which no row is read" in answer.err
    assert "put it in a sheet or file of its own" in answer.err
    assert "table: 2 rows as milestones\n" in answer.err


def test_rows_above_a_second_table_can_be_imported_alone(nepal: Path) -> None:
    text = "Milestone,Lead\nPublish budget,MoF\n,\nLead,Milestone\nNLRC,Publish more\n"

    answer = imported(text, "--partial")

    assert answer.code == 1
    found = nepal.read_text(encoding="utf-8")
    assert 'title = "Publish budget"\n' in found
    assert "NLRC" not in found


def test_headings_again_in_other_words_are_left_out(nepal: Path) -> None:
    text = "Milestone,Lead,Deadline\nHito,Responsable,Plazo\nPublish budget,MoF,2024\n"

    answer = imported(text)

    assert answer.code == 0
    assert "note: row 2 is the headings again, and left out\n" in answer.err
    assert nepal.read_text(encoding="utf-8").count("[[milestones]]") == 1


def test_records_that_are_called_like_columns_are_no_second_table(nepal: Path) -> None:
    text = "Milestone,Status\nLaw,Done\nReport,Completed\n"

    assert imported(text).code == 0
    assert nepal.read_text(encoding="utf-8").count("[[milestones]]") == 2


# A table above another.


def test_rows_above_the_headings_are_named_where_they_may_be_a_table(nepal: Path) -> None:
    above = "Table 1. Commitments,,,\nNo,Commitment,Lead agency,\n1,Open budget,MoF,\n,,,\n"
    table = "Table 2. Milestones,,,\nNo,Milestone,Lead agency,Deadline\n1,Portal,MoF,2018\n"

    answer = imported(above + table)

    assert answer.code == 0
    assert "note: rows 1 to 5, above the headings, are not read\n" in answer.err
    assert "table: 1 row as milestones\n" in answer.err


def test_titles_above_the_headings_are_no_table(nepal: Path) -> None:
    answer = imported("Ministry of Finance,\n2018,\nMilestone,Deadline\nPortal,2018\n")

    assert answer.code == 0
    assert "above the headings" not in answer.err


# Tables of several plans.


def test_table_of_several_plans_is_not_read_back(plans: Path, nepal: Path) -> None:
    event = '[[events]]\nid = "{}"\ntitle = "{}"\nkind = "training"\nstart = 2018-05-02\n'
    write_plan(plans, "panama", event.format("b", "Training"))
    write_plan(plans, "nepal", event.format("a", "Workshop"))
    assert ask("export", "nepal", "panama", "--as", "events", "--to", "e.csv").code == 0
    before = nepal.read_bytes()

    answer = ask("import", "nepal", "e.csv", "--as", "events")

    assert (answer.code, nepal.read_bytes()) == (2, before)
    assert "a table of several plans is not read back" in answer.err
    assert 'the column Plan of "e" names nepal and panama' in answer.err


def test_column_of_others_called_plan_becomes_nothing(nepal: Path) -> None:
    text = "Plan,ID,Title,Start,Due\nPDA 2018,a,Publish budget,2017,2018\n"

    answer = imported(text)

    assert answer.code == 0
    assert "1 column becomes nothing: Plan; " in answer.err
