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


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("milestones", "Activity,Evidence,Source\nAdopt,x,y\nPortal,Link,Link\nTrain,z,w\n"),
        ("milestones", "Activity,Done,Published\nAdopt,Yes,Yes\nTrain,No,No\nOpen,No,Yes\n"),
        ("datasets", "Dataset,Format,Open,API\nWater,CSV,Yes,No\nSchools,,No,No\nHealth,,No,No\n"),
        ("milestones", "Activity,Output\nA,B\n,\nMeeting,Event\nC,D\n"),
        (
            "milestones",
            "Activity,Output,Lead,Support\nA,B,C,D\n,\nTrain,Event,Ministry,Agency\nE,F,G,\n",
        ),
        ("milestones", "Activity,Responsible\nAdopt policy,MoJ\nLaw,Ministry\nTrain,MoH\n"),
        ("milestones", "Actividad,Responsable\nAdoptar,MoJ\nLey,Institución\nEvento,Entidad\n"),
        ("milestones", "Activity,Evidence,Note\nA,b,c\n,,\nMilestone,Link,Link\nB,d,e\n"),
        ("milestones", "Activity,Output\nA,B\n,\nFormat,Licence\nC,D\n"),
        ("milestones", "Activity,Lead\nA,MoJ\nMilestone,Lead agency X\nC,MoH\n"),
        ("milestones", "Activity,Output,Lead\nA,x,MoJ\nMilestone,y,Ministry\nC,z,MoH\n"),
    ],
)
def test_records_in_words_of_headings_are_records(nepal: Path, kind: str, text: str) -> None:
    answer = imported(text, kind=kind)

    assert answer.code == 0
    assert nepal.read_text(encoding="utf-8").count(f"[[{kind}]]") == 3
    assert "left out" not in answer.err


def test_one_word_in_many_cells_makes_no_row_of_headings(nepal: Path) -> None:
    answer = imported(
        "Dataset,Open?,Licensed?,API?\nBudget,Yes,Yes,Yes\nSchools,No,No,No\nClinics,No,Yes,No\n",
        kind="datasets",
    )

    assert answer.code == 0
    assert nepal.read_text(encoding="utf-8").count("[[datasets]]") == 3


# Headings of sections, notes, sums.


def test_sections_and_notes_beside_the_titles_are_left_out(nepal: Path) -> None:
    answer = imported(
        "No.,Activity,Responsible,Deadline\nObjective 1: Legal framework,,,\n1.1,Adopt,MoJ,2027\n"
        "Objective 2: Portal,,,\n2.1,Open,NIC,2027\nTotal,,,\nSource: Ministry,,,\n"
    )

    assert answer.code == 0
    assert nepal.read_text(encoding="utf-8").count("[[milestones]]") == 2
    assert "note: row 6 is a total, and left out\n" in answer.err
    note = "rows 2, 4 and 7 are headings of sections, or notes, and left out"
    assert f"note: {note}\n" in answer.err


@pytest.mark.parametrize("alone", ["2.2,,,", ",,MoJ,", ",,,2027"])
def test_row_without_a_title_that_may_be_a_record_is_a_fault(nepal: Path, alone: str) -> None:
    answer = imported(f"No.,Activity,Responsible,Deadline\n1.1,Adopt,MoJ,2027\n{alone}\n")

    assert answer.code == 1
    assert "row 3, column B (Activity): the title is empty" in answer.err


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


def test_facts_about_a_table_above_its_headings_are_no_part_of_them(nepal: Path) -> None:
    above = "Ministry,Ministry of Digital,,Date,2026-06-30\n"

    answer = imported(f"{above}No.,Activity,Responsible,Deadline,Status\n1,A,MoE,2027,Done\n")

    assert answer.code == 0
    assert 'status = "completed"\n' in nepal.read_text(encoding="utf-8")
    assert "2026-06-30" not in answer.err
    assert "note: row 1, above the headings, is not read\n" in answer.err


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
    assert 'leave it out: --map "Plan="\n' in answer.err
    assert ask("import", "nepal", "e.csv", "--as", "events", "--map", "Plan=").code == 0


def test_column_of_others_called_plan_becomes_nothing(nepal: Path) -> None:
    text = "Plan,ID,Title,Start,Due\nPDA 2018,a,Publish budget,2017,2018\n"

    answer = imported(text)

    assert answer.code == 0
    assert "1 column becomes nothing: Plan; " in answer.err
