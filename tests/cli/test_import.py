"""`import`: spreadsheets become records of a plan."""

import os
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from cli.asking import Answer, ask, write_plan
from cli.conversing import converse
from ogdplan.workspace.spreadsheets.outgoing import OutBook, OutColumn, OutSheet
from ogdplan.workspace.spreadsheets.reading import read_book
from ogdplan.workspace.spreadsheets.writing import write_book

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
BRAZIL = ROOT / "tests" / "data" / "brazil-mp-pda-2018-2019-actions.csv"

MILESTONES = """
[[commitments]]
id = "open-budget"
number = "1"
title = "Open the budget"

[[milestones]]
id = "portal"
number = "1.1"
title = "Launch the portal"   # a comment
commitment = "open-budget"
due = "2018-06"

[[milestones]]
id = "training"
title = "Train officers"
lead = "office"
due = 2018-09-30
"""


def table(text: str, name: str = "table.csv", encoding: str = "utf-8") -> str:
    """Write a CSV file here, and return its name."""
    Path(name).write_bytes(text.encode(encoding))
    return name


def imported(text: str, *words: str, kind: str = "milestones") -> Answer:
    """Import a CSV text into the plan `nepal`."""
    return ask("import", "nepal", table(text), "--as", kind, *words)


@pytest.fixture
def nepal(plans: Path) -> Path:
    return write_plan(plans, "nepal", MILESTONES)


def faults(answer: Answer) -> list[str]:
    return [line for line in answer.err.splitlines() if line.startswith("row ")]


# What a table becomes.


def test_new_rows_become_records_with_ids_as_add_makes_them(nepal: Path) -> None:
    before = nepal.read_text(encoding="utf-8")

    answer = imported("Title,Due,Lead\nOpen the data,June 2018,An office\n")

    assert answer.code == 0
    assert answer.out == "nepal: milestone added: Open the data (open-the-data)\n"
    assert nepal.read_text(encoding="utf-8") == before + (
        '\n[[milestones]]\nid = "open-the-data"\ntitle = "Open the data"\n'
        'lead = "office"\ndue = "2018-06"\ndue_text = "June 2018"\n'
    )


def test_table_of_columns_says_what_was_understood(nepal: Path) -> None:
    answer = imported("Título,Prazo final,Cor\nPortal,2018-06,azul\n")

    assert answer.err.splitlines()[:5] == [
        "table: 1 row as milestones",
        "Column  Heading      First value  Field  Why",
        "─" * 59,
        "A       Título       Portal       title  Spanish for title",
        "B       Prazo final  2018-06      due    Portuguese for due",
    ]
    assert "C       Cor          azul         –      not known" in answer.err


@pytest.mark.parametrize(
    "row",
    [
        "portal,,,Launch the portal,2018-12",
        ",1.1,,Anything,2018-12",
        ",,,Launch the  portal,2018-12",
    ],
)
def test_row_is_known_by_id_number_or_title(nepal: Path, row: str) -> None:
    answer = imported(f"ID,No.,Note,Title,Due\n{row}\n")

    assert answer.code == 0
    assert nepal.read_text(encoding="utf-8").count("[[milestones]]") == 2
    assert 'due = "2018-12"' in nepal.read_text(encoding="utf-8")


def test_only_what_changed_is_changed_and_comments_stay(nepal: Path) -> None:
    before = nepal.read_text(encoding="utf-8")

    answer = imported(
        "ID,Title,Due\nportal,Launch the portal,2018-12\ntraining,Train officers,30/09/2018\n"
    )

    assert answer.code == 0
    assert (
        "nepal: portal: first move of the deadline, from June 2018 to December 2018" in answer.out
    )
    after = nepal.read_text(encoding="utf-8")
    assert (
        after.replace('due = "2018-12"', 'due = "2018-06"').replace('due_text = "30/09/2018"\n', "")
        == before
    )


def test_corrected_deadline_says_how_to_record_a_move(nepal: Path) -> None:
    answer = imported("ID,Title,Due\nportal,Launch the portal,2018-12\n")

    assert "portal: the deadline is corrected without a trace" in answer.err


def test_same_table_changes_nothing_the_second_time(nepal: Path) -> None:
    text = (
        "No.,Title,Due,Lead,Status,Evidence\n"
        "7,New work,Q4 2018,Office of Statistics,On track,https://a.org\n"
    )
    imported(text)
    before = nepal.read_bytes()

    answer = imported(text)

    assert (answer.code, answer.out, nepal.read_bytes()) == (0, "", before)
    assert answer.err.endswith("nothing to change\n")


def test_key_column_is_kept_as_the_number(nepal: Path) -> None:
    text = "Ref code,Title\nA-7,{}\n"
    imported(text.format("Old words"), "--key", "Ref code")
    answer = imported(text.format("New words"), "--key", "Ref code")

    assert answer.code == 0
    after = nepal.read_text(encoding="utf-8")
    assert after.count("[[milestones]]") == 3
    assert 'number = "A-7"\ntitle = "New words"' in after


def test_key_column_becomes_the_id_where_records_have_no_number(nepal: Path) -> None:
    text = "Code,Risk,Category\nRisk 7,{},funding-and-staff\n"
    imported(text.format("No staff"), "--key", "Code", kind="challenges")
    answer = imported(text.format("No money"), "--key", "Code", kind="challenges")

    assert answer.code == 0
    assert 'id = "risk-7"\ntitle = "No money"' in nepal.read_text(encoding="utf-8")


def test_parents_come_with_the_rows(nepal: Path) -> None:
    answer = imported(
        "Commitment number,Commitment title,Milestone\n"
        "1,Open the budget,Publish it\n"
        "2,Open the courts,Publish rulings\n"
        "2,Open the courts,Train judges\n"
    )

    assert answer.code == 0
    after = nepal.read_text(encoding="utf-8")
    assert after.count("[[commitments]]") == 2
    assert after.count('commitment = "open-the-courts"') == 2
    assert 'title = "Publish it"\ncommitment = "open-budget"' in after


def test_rows_that_say_different_things_of_one_parent_are_faults(nepal: Path) -> None:
    answer = imported(
        "Commitment number,Commitment title,Milestone\n2,Open the courts,A\n2,Open the police,B\n"
    )

    assert answer.code == 1
    assert faults(answer) == [
        (
            "row 3, column B (Commitment title): row 2 says another title of open-the-courts; "
            "make the rows say the same"
        )
    ]


def test_deadlines_in_words_are_kept_beside_the_day(nepal: Path) -> None:
    imported("Title,Due\nA,Setembro/2018\nB,IV quarter of 2018\nC,Ongoing\nD,2018-05-01\n")

    after = nepal.read_text(encoding="utf-8")
    assert 'due = "2018-09"\ndue_text = "Setembro/2018"' in after
    assert 'due = "2018-Q4"\ndue_text = "IV quarter of 2018"' in after
    assert 'title = "C"\ntiming = "ongoing"\ndue_text = "Ongoing"' in after
    assert 'title = "D"\ndue = 2018-05-01\n' in after


OLD_DEADLINES = """
[[milestones]]
id = "quarter"
title = "A"
due = "2018-Q4"
due_text = "Q4 2018"

[[milestones]]
id = "always"
title = "B"
timing = "ongoing"
start = 2017
due_text = "since 2017"

[[milestones]]
id = "later"
title = "C"
timing = "conditional"
due_text = "90 days after approval"

[[milestones]]
id = "span"
title = "D"
start = 2018-01-15
due = 2018-12-31
timing = "recurring"
""".replace("start = 2017\n", 'start = "2017"\n')

NEW_DEADLINES = {
    "quarter": ("2019-06-30", "due = 2019-06-30\n"),
    "always": ("2019-06-30", "due = 2019-06-30\n"),
    "later": ("June 2019", 'due = "2019-06"\ndue_text = "June 2019"\n'),
    "span": ("2019-06-30", 'start = 2018-01-15\ndue = 2019-06-30\ntiming = "recurring"\n'),
}


def fields_of(path: Path, record_id: str) -> str:
    """Return the lines of a record below its title."""
    record = path.read_text(encoding="utf-8").partition(f'id = "{record_id}"\n')[2]
    return record.partition("[[")[0].strip().partition("\n")[2] + "\n"


def test_moved_deadline_takes_its_old_words_along(plans: Path) -> None:
    path = write_plan(plans, "nepal", OLD_DEADLINES)
    rows = "".join(f"{name},{cell}\n" for name, (cell, _) in NEW_DEADLINES.items())

    assert imported(f"ID,Due\n{rows}").code == 0

    found = {name: fields_of(path, name) for name in NEW_DEADLINES}
    assert {name: sorted(each.splitlines()) for name, each in found.items()} == {
        name: sorted(lines.splitlines()) for name, (_, lines) in NEW_DEADLINES.items()
    }
    before = path.read_bytes()
    assert imported(f"ID,Due\n{rows}").code == 0
    assert path.read_bytes() == before


def test_date_that_becomes_ongoing_is_no_date_any_more(plans: Path) -> None:
    path = write_plan(plans, "nepal", OLD_DEADLINES)

    assert imported("ID,Due\nquarter,Ongoing\n").code == 0

    assert sorted(fields_of(path, "quarter").splitlines()) == [
        'due_text = "Ongoing"',
        'timing = "ongoing"',
    ]


def test_moved_deadline_in_our_workbook_takes_its_old_words_along(plans: Path) -> None:
    path = write_plan(plans, "nepal", OLD_DEADLINES)
    our_workbook("w.xlsx")
    book = openpyxl.load_workbook("w.xlsx")
    sheet = book["Milestones"]
    headings = [cell.value for cell in sheet[1]]
    for row, (cell, _) in enumerate(NEW_DEADLINES.values(), 2):
        sheet.cell(row, headings.index("Due") + 1).value = cell
    book.save("w.xlsx")

    assert ask("import", "nepal", "w.xlsx").code == 0

    for name, (_, lines) in NEW_DEADLINES.items():
        assert sorted(fields_of(path, name).splitlines()) == sorted(lines.splitlines())


def test_new_words_of_their_own_cell_win_over_those_of_the_deadline(plans: Path) -> None:
    path = write_plan(plans, "nepal", OLD_DEADLINES)

    assert imported("ID,Due,Due text\nquarter,June 2019,mid 2019\n").code == 0
    assert imported("ID,Due,Due text\nquarter,June 2019,mid 2019\n").code == 0

    assert sorted(fields_of(path, "quarter").splitlines()) == [
        'due = "2019-06"',
        'due_text = "mid 2019"',
    ]


@pytest.mark.parametrize(
    "words", ["Por definir", "Fase II", "próximo año", "curto prazo", "15 de mayo", "short term"]
)
def test_vague_deadline_is_kept_as_words_and_noted(nepal: Path, words: str) -> None:
    answer = imported(f"Title,Due\nA,{words}\n")

    assert answer.code == 0
    assert f'deadlines that name no date are kept as words: row 2 "{words}"' in answer.err
    assert f'title = "A"\ndue_text = "{words}"\n' in nepal.read_text(encoding="utf-8")


def test_day_that_someone_gave_to_vague_words_stays(plans: Path) -> None:
    records = '[[milestones]]\nid = "a"\ntitle = "A"\ndue = 2018-06-30\ndue_text = "Fase II"\n'
    before = write_plan(plans, "nepal", records).read_bytes()

    assert imported("ID,Due\na,Fase II\n").code == 0

    assert (plans / "nepal.toml").read_bytes() == before


@pytest.mark.parametrize(
    "words", ["2018-02-30", "31/11/2018", "Q5 2018", "June 31 2018", "13/2018", "Reunión 3/4/2018"]
)
def test_date_that_is_none_is_a_fault(nepal: Path, words: str) -> None:
    answer = imported(f"Title,Due\nA,{words}\n")

    assert answer.code == 1
    assert faults(answer)[0].startswith(f'row 2, column B (Due): "{words}" is no date')


def test_day_or_month_first_is_decided_over_the_whole_column(nepal: Path) -> None:
    assert imported("Title,Due\nA,03/04/2018\nB,31/12/2018\n").code == 0
    assert "due = 2018-04-03" in nepal.read_text(encoding="utf-8")


def test_status_that_dates_say_already_is_not_stated(nepal: Path) -> None:
    before = nepal.read_bytes()

    answer = imported("ID,Title,Status\nportal,Launch the portal,Not started\n")

    assert (answer.code, nepal.read_bytes()) == (0, before)


def test_stated_status_is_corrected_to_the_one_that_holds_until_a_later_report(plans: Path) -> None:
    later = '[[updates]]\nid = "later"\nabout = "a"\non = 2019-01-01\nstatus = "limited"\n'
    milestone = '[[milestones]]\nid = "a"\ntitle = "A"\nstatus = "substantial"\n\n'
    path = write_plan(plans, "nepal", f'{milestone}{later}text = "Begun"\n')

    answer = imported("ID,Status\na,Not started\n", "--as-of", "2018-06-30")

    assert answer.code == 0
    assert 'title = "A"\nstatus = "not-started"' in path.read_text(encoding="utf-8")


def test_several_institutions_in_a_cell_are_lead_and_supporting(nepal: Path) -> None:
    imported("Title,Responsible\nA,Ministry of Health (MoH); AN OFFICE\nB,moh\n")

    after = nepal.read_text(encoding="utf-8")
    assert 'id = "ministry-of-health"\nname = "Ministry of Health"\nacronym = "MoH"' in after
    assert 'lead = "ministry-of-health"\nsupporting = ["office"]' in after
    assert 'title = "B"\nlead = "ministry-of-health"' in after


@pytest.mark.parametrize(
    ("table", "lead", "helping"),
    [
        ("ID,Lead\nportal,Office; Press\n", "office", '"aig", "press"'),
        ("ID,Lead\nportal,Office; AIG\n", "office", '"aig"'),
        ("ID,Lead\nportal,AIG; Press\n", "aig", '"press"'),
        ("ID,Lead,Supporting\nportal,Office; Press,\n", "office", '"aig", "press"'),
        ("ID,Lead,Supporting\nportal,Office; Press,aig\n", "office", '"aig", "press"'),
        ("ID,Lead,Supporting\nportal,Office; Press,Works\n", "office", '"press", "works"'),
        ("ID,Supporting,Lead\nportal,Works,Office; Press\n", "office", '"works", "press"'),
    ],
)
def test_who_stands_beside_the_lead_joins_those_who_help(
    plans: Path, table: str, lead: str, helping: str
) -> None:
    named = "".join(
        f'[[institutions]]\nid = "{each}"\nname = "{each.title()}"\n\n'
        for each in ("aig", "press", "works")
    )
    work = '[[milestones]]\nid = "portal"\ntitle = "A"\nlead = "office"\nsupporting = ["aig"]\n'
    path = write_plan(plans, "nepal", named + work)

    answer = imported(table)

    assert answer.code == 0, answer.err
    assert f'lead = "{lead}"\nsupporting = [{helping}]\n' in path.read_text(encoding="utf-8")


def test_empty_cell_of_somebodys_table_says_nothing(nepal: Path) -> None:
    before = nepal.read_bytes()

    assert imported("ID,Title,Due,Note\nportal,Launch the portal,,\n").code == 0
    assert nepal.read_bytes() == before


def test_reports_of_a_table_are_of_the_day_that_is_said(nepal: Path) -> None:
    heading = "Milestone,What was done,Status,Difficulties\n"
    text = heading + "1.1,Tested,Substantial,No staff\ntraining,,,\n"

    answer = imported(text, "--on", "30 June 2018", kind="updates")

    assert answer.code == 0
    assert nepal.read_text(encoding="utf-8").endswith(
        '[[updates]]\nid = "portal-2018-06-30"\nabout = "portal"\non = 2018-06-30\n'
        'status = "substantial"\ntext = "Tested\\n\\nDifficulties: No staff"\n'
    )
    before = nepal.read_bytes()
    assert imported(text, "--on", "2018-06-30", kind="updates").code == 0
    assert nepal.read_bytes() == before


def test_dry_run_prints_the_lines_and_writes_nothing(nepal: Path) -> None:
    before = nepal.read_bytes()

    answer = imported("Title\nNew work\n", "--dry-run")

    assert answer.out.startswith("--- a/plans/nepal.toml\n+++ b/plans/nepal.toml\n")
    assert nepal.read_bytes() == before


def test_many_new_records_are_counted(nepal: Path) -> None:
    answer = imported("Title\n" + "".join(f"Work {n}\n" for n in range(30)))

    assert answer.out == "nepal: 30 milestones added (work-0, work-1, work-10 …)\n"


def test_json_has_columns_changes_and_faults(nepal: Path) -> None:
    document = imported("Title,Due\nA,2018\n", "--format", "json").document

    assert document["schema"] == "ogdplan/import/1"
    assert document["written"] is True
    assert document["tables"][0]["columns"][1] == {
        "column": "B",
        "heading": "Due",
        "first": "2018",
        "field": "due",
        "why": "the name of the field",
    }
    assert [each["id"] for each in document["changes"]] == ["a"]
    bad = imported("Title,Due\nA,31/11/2018\n", "--format", "json")
    assert bad.code == 1
    assert bad.document["written"] is False
    assert bad.document["faults"] == [
        {
            "table": "table",
            "row": 2,
            "column": "B",
            "heading": "Due",
            "message": '"31/11/2018" is no date',
            "help": 'write a day as 2018-06-30, or a period such as 2018-Q2 or "June 2018"',
        }
    ]


# Mappings.


def test_mapping_is_saved_and_does_the_same_again(nepal: Path) -> None:
    text = "Foo,Prazo\nPortal two,2018\n"
    first = imported(text, "--map", "Foo=title", "--save-mapping", "m.toml", "--dry-run")

    assert (
        Path("m.toml")
        .read_text(encoding="utf-8")
        .endswith('kind = "milestones"\n\n[columns]\nFoo = "title"\nPrazo = "due"\n')
    )
    again = ask("import", "nepal", table(text), "--mapping", "m.toml", "--dry-run")
    assert again.out == first.out


def test_saved_mapping_goes_neither_among_plans_nor_over_another_file(nepal: Path) -> None:
    Path("mine.toml").write_text("x = 1", encoding="utf-8")

    among = imported("Title\nA\n", "--save-mapping", "plans/m.toml")
    over = imported("Title\nA\n", "--save-mapping", "mine.toml")

    assert (among.code, over.code) == (3, 3)
    assert "a file in the folder of plans is a plan" in among.err
    assert "a file that is no mapping has that name" in over.err
    assert "A" not in nepal.read_text(encoding="utf-8").split()


@pytest.mark.skipif(sys.platform == "win32", reason="asks for a pipe of POSIX")
def test_mapping_is_a_file_and_no_pipe_or_device(nepal: Path) -> None:
    os.mkfifo("m.toml")

    for option, name, action in (
        ("--mapping", "m.toml", "read"),
        ("--save-mapping", "m.toml", "write"),
        ("--save-mapping", os.devnull, "write"),
    ):
        answer = imported("Title\nA\n", option, name)

        assert answer.code == 3
        assert f"error: cannot {action} {name}: it is no file\nhint: name a file\n" in answer.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--map", "Titel=title"), 'no column called "Titel"'),
        (("--map", "Title=titel"), 'no field of milestones called "titel"'),
        (("--map", "Title=note", "--map", "Title=title"), 'the column "Title" is mapped twice'),
        (("--map", "Title=due", "--map", "Due=due"), "are both mapped to due"),
        (("--map", "Title"), '"Title" maps no column'),
        (("--key", "Foo"), 'no column called "Foo"'),
        (("--key", "Due"), 'the key column "Due" is mapped to due'),
        (("--sheet", "Foo"), 'no sheet called "Foo"'),
        (("--mapping", "none.toml"), "cannot read none.toml"),
        (("--title", "A plan"), "only a new plan takes these options"),
    ],
)
def test_what_nobody_can_mean_is_refused(nepal: Path, words: tuple[str, ...], message: str) -> None:
    before = nepal.read_bytes()

    answer = imported("Title,Due\nA,2018\n", *words)

    assert answer.code in (2, 3)
    assert answer.out == ""
    assert message in answer.err
    assert nepal.read_bytes() == before


def test_unknown_kind_and_unclear_kind_are_refused(nepal: Path) -> None:
    assert 'no kind of record called "milestons"' in imported("Title\nA\n", kind="milestons").err
    answer = ask("import", "nepal", table("Title\nA\n"))
    assert answer.code == 2
    assert "its columns fit" in answer.err


# Bad input.


def test_faults_of_all_rows_are_in_one_report_and_nothing_is_written(nepal: Path) -> None:
    before = nepal.read_bytes()

    answer = imported(
        "No.,Title,Due,Status,Progress,Commitment ID\n"
        "1,,2018,,,\n"
        "2,B,31/11/2018,,,\n"
        "3,C,2018,Nearly,,\n"
        "4,D,2018,,140,\n"
        "5,E,2018,,,open-budgets\n"
        "6,F,2018,,,open-budget\n"
    )

    assert (answer.code, answer.out, nepal.read_bytes()) == (1, "", before)
    places = [line.partition(": ")[0] for line in faults(answer)]
    assert places == [
        "row 2, column B (Title)",
        "row 3, column C (Due)",
        "row 4, column D (Status)",
        "row 5, column E (Progress)",
        "row 6, column F (Commitment ID)",
    ]
    assert "did you mean open-budget?" in answer.err
    assert answer.err.endswith("5 rows have a fault; nothing is changed\n")


def test_partial_imports_the_good_rows(nepal: Path) -> None:
    answer = imported("Title,Due\nA,2018\nB,31/11/2018\nC,2018\n", "--partial")

    assert answer.code == 1
    assert answer.out.splitlines() == [
        "nepal: milestone added: A (a)",
        "nepal: milestone added: C (c)",
    ]
    assert "1 row has a fault and is left out" in answer.err


def test_institution_that_only_a_bad_row_names_is_not_added(nepal: Path) -> None:
    imported("Title,Due,Lead\nA,31/11/2018,Ministry of Nowhere\nB,2018,\n", "--partial")

    assert "Nowhere" not in nepal.read_text(encoding="utf-8")


def test_row_that_would_break_the_plan_is_named_by_its_cell(nepal: Path) -> None:
    answer = imported("Title,Start,Due\nA,2018-06,2018-03\nB,2018,2018\n")

    assert answer.code == 1
    assert [line.partition(":")[0] for line in faults(answer)] == ["row 2, column C (Due)"]


def test_two_rows_of_one_record_are_both_at_fault(nepal: Path) -> None:
    answer = imported("No.,Title\n9,A\n10,B\n9,C\n")

    assert answer.code == 1
    assert [line.partition(";")[0] for line in faults(answer)] == [
        "row 2: row 4 is the same milestone: a",
        "row 4: row 2 is the same milestone: a",
    ]


def test_title_of_two_records_fits_neither(plans: Path) -> None:
    two = '[[milestones]]\nid = "{}"\ntitle = "Train"\ndue = "2018"\nlead = "office"\n\n'
    write_plan(plans, "nepal", two.format("one") + two.format("two"))

    answer = imported("Title,Due\nTrain,2018\n")

    assert answer.code == 1
    assert "row 2, column A (Title): it fits one and two" in answer.err


def test_title_of_two_records_is_the_one_that_no_other_row_names_by_its_id(plans: Path) -> None:
    two = '[[milestones]]\nid = "{}"\ntitle = "Train"\ndue = "2018"\n\n'
    path = write_plan(plans, "nepal", two.format("one") + two.format("two"))

    answer = imported("ID,Title,Due\none,Train,2019\n,Train,2020\n")

    assert answer.code == 0
    text = path.read_text(encoding="utf-8")
    assert 'id = "one"\ntitle = "Train"\ndue = "2019"' in text
    assert 'id = "two"\ntitle = "Train"\ndue = "2020"' in text


def test_day_and_month_that_nothing_tells_apart_give_both_readings(nepal: Path) -> None:
    answer = imported("Title,Due\nA,03/04/2018\n")

    assert answer.code == 1
    assert "3 April 2018" in answer.err
    assert "4 March 2018" in answer.err


def test_thousands_of_faults_of_one_kind_are_grouped(nepal: Path) -> None:
    answer = imported("Title,Due\n" + "".join(f"W{n},99/{n}\n" for n in range(3000)))

    assert answer.code == 1
    assert len(answer.err.splitlines()) < 20
    assert "… and 2997 rows more of this kind: 5, 6, 7" in answer.err


def test_slip_in_the_name_of_an_institution_is_not_merged(nepal: Path) -> None:
    answer = imported("Title,Lead\nA,Ministry of Planning\nB,Ministry of Planing\n")

    assert answer.code == 1
    assert 'row 3, column B (Lead): "Ministry of Planing" may be the same institution' in answer.err


@pytest.mark.skipif(os.name == "nt", reason="no terminals of this kind")
@pytest.mark.parametrize(("reply", "count"), [("yes", 2), ("sim", 2), ("no", 1), ("", 1)])
def test_someone_at_a_terminal_is_asked_about_a_name(
    nepal: Path, tmp_path: Path, reply: str, count: int
) -> None:
    name = table("Title,Lead\nA,Ministry of Planning\nB,Ministry of Planing\n")

    answer = converse(
        *("import", "nepal", name, "--as", "milestones"),
        answers=[("yes or no [no]: ", f"{reply}\n")],
        cwd=tmp_path,
    )

    assert answer.code == 0
    assert nepal.read_text(encoding="utf-8").count('lead = "ministry-of-planning"') == count


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_of_any_encoding_and_delimiter_is_read(nepal: Path, encoding: str, mark: str) -> None:
    text = f"Título{mark}Prazo{mark}Observação\nAção{mark}2018{mark}não\n"
    answer = ask("import", "nepal", table(text, encoding=encoding), "--as", "milestones")

    assert answer.code == 0
    assert 'title = "Ação"' in nepal.read_text(encoding="utf-8")


def test_quotes_broken_at_line_900_are_named_by_the_line(nepal: Path) -> None:
    lines = [f"Work {n},2018" for n in range(2, 1000)]
    lines[898] = '"Work 900,2018'
    answer = imported("Title,Due\n" + "\n".join(lines) + "\n")

    assert answer.code == 3
    assert "900" in answer.err


def a_workbook(
    *rows: tuple[object, ...], merged: tuple[str, ...] = (), name: str = "t.xlsx"
) -> str:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for place in merged:
        sheet.merge_cells(place)
    book.save(name)
    return name


def test_two_rows_of_merged_headings_are_understood(nepal: Path) -> None:
    name = a_workbook(
        ("National plan",),
        ("Commitment", None, "Milestone", None),
        ("Number", "Title", "Title", "Due"),
        (2, "Open the courts", "Publish rulings", date(2018, 5, 1)),
        (None, None, "Train judges", date(2018, 6, 1)),
        merged=("A1:D1", "A2:B2", "C2:D2", "A4:A5", "B4:B5"),
    )

    answer = ask("import", "nepal", name, "--as", "milestones")

    assert answer.code == 0
    after = nepal.read_text(encoding="utf-8")
    assert after.count('commitment = "open-the-courts"') == 2
    assert "due = 2018-05-01" in after


def test_error_cells_and_formulas_without_value_are_faults(nepal: Path) -> None:
    name = a_workbook(("Title", "Due"), ("A", "#REF!"), ("B", "=1+1"))
    book = openpyxl.load_workbook(name)
    book.active["B2"].data_type = "e"
    book.save(name)

    answer = ask("import", "nepal", name, "--as", "milestones")

    assert answer.code == 1
    assert [line.partition(":")[0] for line in faults(answer)] == [
        "row 2, column B (Due)",
        "row 3, column B (Due)",
    ]


def test_error_of_a_spreadsheet_is_never_text_of_a_report_or_of_what_is_shown(nepal: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Milestone", "Report", "Difficulties", "Note"])
    sheet.append(["portal", "Half is done", "#N/A", "#REF!"])
    book.save("t.xlsx")
    words = ("--map", "Difficulties=difficulties", "--map", "Milestone=about")

    answer = ask("import", "nepal", "t.xlsx", "--as", "updates", *words, "--map", "Report=text")

    assert answer.code == 1
    assert "row 2, column C (Difficulties): #N/A is an error of the spreadsheet" in answer.err
    assert "CellError" not in answer.err


@pytest.mark.parametrize("form", ["0%", "0.00%", '0 "of" %'])
def test_cells_that_show_percent_are_percent(nepal: Path, form: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (("ID", "Progress"), ("portal", 1.0), ("training", 0.75)):
        sheet.append(row)
    for number in (2, 3):
        sheet.cell(number, 2).number_format = form
    book.save("t.xlsx")

    answer = ask("import", "nepal", "t.xlsx", "--as", "milestones")

    assert answer.code == 0
    text = nepal.read_text(encoding="utf-8")
    assert "progress = 100" in text
    assert "progress = 75" in text


def test_column_of_nought_and_one_may_be_percent_or_all(nepal: Path) -> None:
    answer = imported("ID,Progress\nportal,1\ntraining,0\n")

    assert answer.code == 1
    assert faults(answer) == [
        "row 2, column B (Progress): 1 could be 1 % or all of it; write 1% or 100%"
    ]
    assert imported("ID,Progress\nportal,1\ntraining,40\n").code == 0


def test_address_behind_a_cell_is_kept_and_so_are_words_that_say_more(nepal: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (("ID", "Evidence"), ("portal", "click"), ("training", "Minutes of May")):
        sheet.append(row)
    sheet["B2"].hyperlink = "https://example.org/portal"
    sheet["B3"].hyperlink = "https://example.org/minutes"
    book.save("t.xlsx")

    assert ask("import", "nepal", "t.xlsx", "--as", "milestones").code == 0

    text = nepal.read_text(encoding="utf-8")
    assert 'evidence = ["https://example.org/portal"]' in text
    assert 'evidence = ["https://example.org/minutes", "Minutes of May"]' in text
    assert ask("import", "nepal", "t.xlsx", "--as", "milestones").out == ""


def test_address_behind_a_cell_is_that_of_a_field_for_addresses(nepal: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (("Title", "URL"), ("Budget", "Open it"), ("Roads", "https://example.org/typed")):
        sheet.append(row)
    sheet["B2"].hyperlink = "https://example.org/budget"
    sheet["B3"].hyperlink = "https://example.org/stale"
    sheet["B3"].value = "https://example.org/typed"
    book.save("t.xlsx")

    assert ask("import", "nepal", "t.xlsx", "--as", "datasets").code == 0

    text = nepal.read_text(encoding="utf-8")
    assert 'url = "https://example.org/budget"' in text
    assert 'url = "https://example.org/typed"' in text


def test_link_that_a_spreadsheet_left_behind_new_words_is_not_taken(plans: Path) -> None:
    records = '[[milestones]]\nid = "a"\ntitle = "A"\nevidence = ["https://example.org/old"]\n'
    path = write_plan(plans, "nepal", records)
    our_workbook("w.xlsx")
    book = openpyxl.load_workbook("w.xlsx")
    sheet = book["Milestones"]
    cell = sheet.cell(2, [each.value for each in sheet[1]].index("Evidence") + 1)
    cell.hyperlink = "https://example.org/old"
    cell.value = "Minutes of May"
    book.save("w.xlsx")

    assert ask("import", "nepal", "w.xlsx").code == 0

    assert 'evidence = ["Minutes of May"]' in path.read_text(encoding="utf-8")


def dates_and_texts(first: date) -> Answer:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (("ID", "Due"), ("portal", first), ("training", "31/12/2018")):
        sheet.append(row)
    book.save("t.xlsx")
    return ask("import", "nepal", "t.xlsx", "--as", "milestones")


def test_dates_that_a_spreadsheet_may_have_swapped_give_both_readings(nepal: Path) -> None:
    answer = dates_and_texts(date(2018, 4, 3))

    assert answer.code == 1
    assert faults(answer)[0].startswith(
        "row 2, column B (Due): 2018-04-03 could be 3 April 2018 or 4 March 2018"
    )
    Path("m.toml").write_text(
        '[columns]\nID = "id"\nDue = "due"\n[words.due]\n2018-04-03 = "2018-03-04"\n',
        encoding="utf-8",
    )
    assert ask("import", "nepal", "t.xlsx", "--as", "milestones", "--mapping", "m.toml").code == 0
    assert "due = 2018-03-04" in nepal.read_text(encoding="utf-8")


@pytest.mark.parametrize("day", [date(2018, 4, 13), date(2018, 4, 4)])
def test_date_that_cannot_be_swapped_is_read(nepal: Path, day: date) -> None:
    assert dates_and_texts(day).code == 0
    assert f"due = {day}" in nepal.read_text(encoding="utf-8")


@pytest.mark.parametrize("word", ["Total", "TOTAL:", "Suma", "Subtotal", "Sous-total", "Somme"])
def test_total_at_the_end_is_left_out_with_a_note(nepal: Path, word: str) -> None:
    answer = imported(f"No.,Title,Due\n1,A,2018\n{word},1,\n")

    assert answer.code == 0
    assert "note: row 3 is a total, and left out" in answer.err
    assert answer.out == "nepal: milestone added: A (a)\n"


@pytest.mark.parametrize("title", ["3", "12.5", "100%"])
def test_title_that_is_only_a_number_is_a_fault(nepal: Path, title: str) -> None:
    answer = imported(f"No.,Title,Due\n1,A,2018\n2,{title},2018\n")

    assert answer.code == 1
    assert f'row 3, column B (Title): the title "{title}" is only a number' in answer.err


def test_hidden_sheets_are_passed_over_and_named(nepal: Path) -> None:
    name = a_workbook(("Title",), ("A",))
    book = openpyxl.load_workbook(name)
    book.create_sheet("Secret").append(("Title", "B"))
    book["Secret"].sheet_state = "hidden"
    book.save(name)

    answer = ask("import", "nepal", name, "--as", "milestones")

    assert answer.code == 0
    assert "hidden sheets: Secret" in answer.err


def test_of_several_sheets_one_must_be_named(nepal: Path) -> None:
    name = a_workbook(("Title",), ("A",))
    book = openpyxl.load_workbook(name)
    book.create_sheet("Other").append(("Title",))
    book.save(name)

    answer = ask("import", "nepal", name, "--as", "milestones")

    assert answer.code == 2
    assert "which sheet? there are Sheet, Other" in answer.err
    assert ask("import", "nepal", name, "--as", "milestones", "--sheet", "sheet").code == 0


def test_numbers_of_excel_in_a_column_of_dates_are_days(nepal: Path) -> None:
    name = a_workbook(("Title", "Due"), ("A", 43100), ("B", 2018), ("C", date(1905, 7, 10)))

    assert ask("import", "nepal", name, "--as", "milestones").code == 0
    after = nepal.read_text(encoding="utf-8")
    assert "due = 2017-12-31" in after
    assert after.count('due = "2018"') == 2


def test_formula_in_a_cell_is_text_and_stays_text(nepal: Path) -> None:
    assert imported("Title,Note\nA,\"=cmd|' /C calc'!A0\"\n").code == 0
    assert "note = \"=cmd|' /C calc'!A0\"" in nepal.read_text(encoding="utf-8")


def test_file_that_is_no_spreadsheet_is_refused(nepal: Path) -> None:
    Path("t.xlsx").write_bytes(b"PK\x03\x04 nothing")

    answer = ask("import", "nepal", "t.xlsx", "--as", "milestones")

    assert (answer.code, answer.out) == (3, "")
    assert ask("import", "nepal", "none.csv", "--as", "milestones").code == 3


def test_table_without_rows_is_refused(nepal: Path) -> None:
    answer = imported("Title,Due\n")

    assert answer.code == 2
    assert '"table" has no rows under headings' in answer.err


def test_plan_that_is_broken_is_not_changed(plans: Path) -> None:
    path = write_plan(plans, "nepal", "[[milestones]]\nid = broken\n")
    before = path.read_bytes()

    assert imported("Title\nA\n").code == 3
    assert path.read_bytes() == before


def test_plan_with_an_error_elsewhere_takes_rows(plans: Path) -> None:
    path = write_plan(plans, "nepal", '[[milestones]]\nid = "a"\ntitle = "A"\ndue = "soon"\n')

    assert imported("Title\nB\n").code == 0
    assert 'title = "B"' in path.read_text(encoding="utf-8")


def test_row_with_more_cells_than_headings_is_a_fault(nepal: Path) -> None:
    before = nepal.read_bytes()

    answer = imported(
        "Number,Title,Note\n1,Open schools, hospitals and data,first\n"
        "2,Open roads, rivers and lakes,\n3,Open maps,last\n"
    )

    assert (answer.code, nepal.read_bytes()) == (1, before)
    hint = 'put quotes (") around a text that holds the sign between cells'
    assert faults(answer) == [
        f"row {row}: 4 cells under 3 headings; are quotes missing?; {hint}" for row in (2, 3)
    ]


def test_column_without_a_heading_can_be_left_out(nepal: Path) -> None:
    answer = imported("Number,Title\n1,Open schools,x\n2,Open maps,y\n", "--map", "C=")

    assert answer.code == 0, answer.err


def test_table_without_a_title_is_one_error_for_all_rows(nepal: Path) -> None:
    answer = imported("Number,What,Due\n1,Open schools,2018\n2,Open maps,2019\n")

    assert (answer.code, faults(answer)) == (2, [])
    assert 'no column of "table" became the title' in answer.err
    assert 'hint: --map "What=title"' in answer.err


def test_word_in_a_cell_at_fault_is_not_taken_for_a_title_that_all_rows_lack(nepal: Path) -> None:
    answer = imported("ID,Status\nportal,has no title yet\ntraining,the title pends\n")

    assert answer.code == 1
    assert 'row 2, column B (Status): "has no title yet" is not known here' in answer.err
    assert 'row 3, column B (Status): "the title pends" is not known here' in answer.err


def test_title_that_the_commitments_of_all_rows_lack_is_not_that_of_the_rows(nepal: Path) -> None:
    answer = imported("ID,commitment.number\nportal,8\ntraining,9\n")

    assert answer.code == 1
    assert [fault.partition(";")[0] for fault in faults(answer)] == [
        "row 2, column B (commitment.number): the title is empty",
        "row 3, column B (commitment.number): the title is empty",
    ]


def test_group_over_a_heading_that_is_not_known_says_what_the_column_is(nepal: Path) -> None:
    name = a_workbook(
        ("Activity", None, "Deadline"),
        ("Words for it", "Colour", "Due"),
        ("Open schools", "blue", "2018"),
        merged=("A1:B1",),
    )

    answer = ask("import", "nepal", name, "--as", "milestones")

    assert answer.code == 0, answer.err
    assert answer.out == "nepal: milestone added: Open schools (open-schools)\n"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Cumplido parcialmente", "in-progress"),
        ("Vencido", "in-progress"),
        ("Avanzado", "in-progress"),
        ("Sin avance", "not-started"),
    ],
)
def test_words_of_trackers_for_a_status_are_known(nepal: Path, words: str, status: str) -> None:
    assert imported(f"Title,Status\nOpen schools,{words}\n").code == 0
    assert f'status = "{status}"' in nepal.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", ["No cumplido", "Suspendido", "Suspenso", "Detenido"])
def test_status_that_could_mean_several_is_not_guessed(nepal: Path, words: str) -> None:
    answer = imported(f"Title,Status\nOpen schools,{words}\n")

    assert answer.code == 1
    assert "[words.status] of a mapping file" in answer.err


# Our own workbooks.


def our_workbook(name: str) -> None:
    assert ask("export", "nepal", "--to", name).code == 0


@pytest.mark.parametrize("name", ["w.xlsx", "w.ods"])
def test_workbook_that_nobody_edited_changes_nothing(nepal: Path, name: str) -> None:
    before = nepal.read_bytes()
    our_workbook(name)

    answer = ask("import", "nepal", name)

    assert (answer.code, answer.out, nepal.read_bytes()) == (0, "", before)


def test_only_edited_cells_change_the_plan_and_emptied_ones_take_away(nepal: Path) -> None:
    before = nepal.read_text(encoding="utf-8")
    our_workbook("w.xlsx")
    book = openpyxl.load_workbook("w.xlsx")
    sheet = book["Milestones"]
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(2, headings.index("Due") + 1).value = None
    sheet.cell(3, headings.index("Status") + 1).value = "Complete"
    sheet.cell(4, headings.index("Title") + 1).value = "New work"
    book.save("w.xlsx")

    answer = ask("import", "nepal", "w.xlsx")

    assert answer.code == 0
    assert (
        nepal.read_text(encoding="utf-8")
        == before.replace('due = "2018-06"\n', "").replace(
            "due = 2018-09-30\n", 'due = 2018-09-30\nstatus = "completed"\n'
        )
        + '\n[[milestones]]\nid = "new-work"\ntitle = "New work"\n'
    )


STRANGE = r"""
[[milestones]]
id = "a"
title = "'=already quoted"
note = "with 'quotes'\tand a tab; +1"
expected_output = "a \u0007 bell, a \u202e mark and a literal \\u0007"
evidence = ["'-1", "=1", "Paper; +2"]
due_text = "\ttab"
"""


@pytest.mark.parametrize("name", ["w.xlsx", "w.ods", "w.csv"])
def test_strange_texts_come_back_as_they_were(plans: Path, name: str) -> None:
    path = write_plan(plans, "nepal", STRANGE)
    before = path.read_bytes()
    kind = ("--as", "milestones") if name == "w.csv" else ()
    assert ask("export", "nepal", "--to", name, *kind).code == 0

    answer = ask("import", "nepal", name, *kind)

    assert (answer.code, answer.out, path.read_bytes()) == (0, "", before)


def test_tab_that_libreoffice_leaves_out_is_no_edit(plans: Path) -> None:
    path = write_plan(plans, "nepal", STRANGE)
    before = path.read_bytes()
    our_workbook("w.xlsx")
    book = openpyxl.load_workbook("w.xlsx")
    sheet = book["Milestones"]
    cell = sheet.cell(2, [each.value for each in sheet[1]].index("Note") + 1)
    cell.value = str(cell.value).replace("\t", "")
    book.save("w.xlsx")

    assert ask("import", "nepal", "w.xlsx").code == 0
    assert path.read_bytes() == before
    cell.value = "with quotes"
    book.save("w.xlsx")
    assert ask("import", "nepal", "w.xlsx").code == 0
    assert 'note = "with quotes"' in path.read_text(encoding="utf-8")


def test_rows_gone_from_a_workbook_remove_nothing(nepal: Path) -> None:
    before = nepal.read_bytes()
    our_workbook("w.xlsx")
    book = openpyxl.load_workbook("w.xlsx")
    book["Milestones"].delete_rows(2)
    book.save("w.xlsx")

    answer = ask("import", "nepal", "w.xlsx")

    assert (answer.code, nepal.read_bytes()) == (0, before)
    assert "Milestones: 1 not in the table stay (portal)" in answer.err


def edited(name: str, row: int, heading: str, value: object) -> None:
    """Write a cell of the milestones in a workbook of ours, .xlsx or .ods."""
    book = read_book(Path(name))
    sheets = []
    for each in book.tables:
        rows = [list(line) for line in each.rows]
        if each.name == "Milestones":
            rows[row - 1][rows[0].index(heading)] = value  # type: ignore[call-overload]
        columns = tuple(OutColumn(str(words)) for words in rows[0])
        below = tuple(tuple(line) for line in rows[1:])
        sheets.append(OutSheet(each.name, columns, below, is_hidden=each.is_hidden))  # type: ignore[arg-type]
    write_book(Path(name), OutBook(tuple(sheets), book.properties))


both_formats = pytest.mark.parametrize("name", ["w.xlsx", "w.ods"])


@both_formats
def test_old_workbook_takes_back_nothing_that_others_have_done_since(
    nepal: Path, name: str
) -> None:
    our_workbook(name)
    edited(name, 3, "Title", "Train all officers")
    done = ("milestone", "complete", "nepal", "portal", "--on", "2018-05-31")
    assert ask(*done).code == 0
    assert ask("milestone", "add", "nepal", "Publish the plan", "--id", "publish").code == 0
    after = nepal.read_text(encoding="utf-8")

    answer = ask("import", "nepal", name)

    assert answer.code == 0, answer.err
    assert nepal.read_text(encoding="utf-8") == after.replace(
        "Train officers", "Train all officers"
    )
    assert "not in the table" not in answer.err


@both_formats
def test_cell_changed_in_the_workbook_and_in_the_plan_is_a_fault(nepal: Path, name: str) -> None:
    our_workbook(name)
    edited(name, 3, "Title", "Train all officers")
    edited(name, 2, "Title", "Open the portal")
    assert ask("milestone", "set", "nepal", "training", "--title", "Train clerks").code == 0
    assert ask("milestone", "set", "nepal", "portal", "--title", "Open the portal").code == 0
    after = nepal.read_bytes()

    answer = ask("import", "nepal", name)

    assert (answer.code, nepal.read_bytes()) == (1, after)
    assert answer.err.count("changed in the plan too") == 1
    assert (
        "row 3, column C (Title): changed in the plan too since the export: "
        'here "Train all officers", in the plan "Train clerks"'
    ) in answer.err
    assert "export the plan anew and change that workbook" in answer.err


def test_record_removed_since_the_export_is_not_added_again(nepal: Path) -> None:
    our_workbook("w.xlsx")
    assert ask("milestone", "remove", "nepal", "training").code == 0
    after = nepal.read_bytes()

    answer = ask("import", "nepal", "w.xlsx")

    assert (answer.code, nepal.read_bytes()) == (0, after)
    assert "Milestones: 1 removed from the plan since the export, and not added again" in answer.err
    edited("w.xlsx", 3, "Title", "Train all officers")
    answer = ask("import", "nepal", "w.xlsx")
    assert (answer.code, nepal.read_bytes()) == (1, after)
    assert "training was removed from the plan since the export" in answer.err


def test_workbook_without_its_hidden_sheet_says_so(nepal: Path) -> None:
    our_workbook("w.xlsx")
    book = openpyxl.load_workbook("w.xlsx")
    del book["ogdplan baseline"]
    book.save("w.xlsx")

    answer = ask("import", "nepal", "w.xlsx")

    assert answer.code == 0
    assert "what this workbook held at first is lost" in answer.err


def test_workbook_of_another_plan_is_refused(nepal: Path, plans: Path) -> None:
    write_plan(plans, "panama", country='"PAN"')
    our_workbook("w.xlsx")

    answer = ask("import", "panama", "w.xlsx")

    assert answer.code == 2
    assert "this workbook is of the plan nepal, not of panama" in answer.err


def test_emptied_title_is_a_fault(nepal: Path) -> None:
    our_workbook("w.xlsx")
    book = openpyxl.load_workbook("w.xlsx")
    sheet = book["Milestones"]
    sheet.cell(2, [cell.value for cell in sheet[1]].index("Title") + 1).value = None
    book.save("w.xlsx")

    answer = ask("import", "nepal", "w.xlsx")

    assert answer.code == 1
    assert "row 2, column C (Title): title cannot be empty" in answer.err


def test_list_of_ours_as_csv_changes_nothing(nepal: Path) -> None:
    before = nepal.read_bytes()
    assert ask("milestone", "list", "nepal", "--format", "csv", "--output", "l.csv").code == 0

    answer = ask("import", "nepal", "l.csv", "--as", "milestones")

    assert (answer.code, nepal.read_bytes()) == (0, before)


def test_form_that_an_agency_filled_becomes_reports(nepal: Path) -> None:
    words = ("export", "nepal", "--template", "updates", "--lead", "office", "--to", "f.xlsx")
    assert ask(*words, "--as-of", "2018-06-30").code == 0
    book = openpyxl.load_workbook("f.xlsx")
    sheet = book.worksheets[1]
    for column, value in ((6, "Substantial"), (7, 70), (8, "Half is done"), (10, "No staff")):
        sheet.cell(2, column).value = value
    book.save("f.xlsx")

    answer = ask("import", "nepal", "f.xlsx")

    assert answer.code == 0
    after = nepal.read_text(encoding="utf-8")
    assert 'about = "training"' in after
    assert 'reported_by = "office"' in after
    assert 'on = 2018-06-30\nperiod = "2018-Q2"\n' in after
    assert "Half is done" in after
    assert "Difficulties: No staff" in after
    before = nepal.read_bytes()
    assert ask("import", "nepal", "f.xlsx").code == 0
    assert nepal.read_bytes() == before


def filled_form(progress: float, form: str = "General") -> Answer:
    words = ("export", "nepal", "--template", "updates", "--lead", "office", "--to", "f.xlsx")
    assert ask(*words, "--as-of", "2018-06-30").code == 0
    book = openpyxl.load_workbook("f.xlsx")
    sheet = book.worksheets[1]
    sheet.cell(2, 8).value = "Half is done"
    sheet.cell(2, 7).value = progress
    sheet.cell(2, 7).number_format = form
    book.save("f.xlsx")
    return ask("import", "nepal", "f.xlsx")


@pytest.mark.parametrize(("progress", "expected"), [(1.0, 100), (0.75, 75)])
def test_percent_of_a_form_is_percent(nepal: Path, progress: float, expected: int) -> None:
    assert filled_form(progress, "0%").code == 0
    assert f"progress = {expected}\n" in nepal.read_text(encoding="utf-8")


def test_bare_one_in_a_form_may_be_percent_or_all(nepal: Path) -> None:
    answer = filled_form(1)

    assert answer.code == 1
    assert "1 could be 1 % or all of it; write 1% or 100%" in answer.err


# A new plan.


def test_table_of_a_ministry_becomes_a_new_agency_plan_in_one_command(plans: Path) -> None:
    answer = ask(
        *("import", "brazil/planejamento", str(BRAZIL), "--new", "Brazil"),
        *("--kind", "agency", "--lead", "Ministério do Planejamento (MP)", "--language", "pt"),
        *("--title", "Plano de Dados Abertos 2018-2019"),
    )

    assert answer.code == 0
    text = (plans / "brazil" / "planejamento.toml").read_text(encoding="utf-8")
    assert text.count("[[milestones]]\n") == 22
    assert 'number = "MP_I_01"' in text
    assert 'due = "2018-09"\ndue_text = "Setembro/2018"' in text
    assert "5 columns become nothing: plan, kind, description, activities, upd" in answer.err
    assert ask("check", "brazil/planejamento").code == 0
    one = 'taken as one new institution each: "DEIOP/SETIC" (rows 18, 23); several stand apart by ;'
    assert one in " ".join(answer.err.split())
    again = ask("import", "brazil/planejamento", str(BRAZIL))
    assert (again.code, again.out) == (0, "")


def test_shipped_example_gives_the_figures_that_were_published(plans: Path) -> None:
    answer = ask(
        *("import", "usa", str(EXAMPLES / "us-nap5-subcommitments.csv"), "--new", "USA"),
        *("--mapping", str(EXAMPLES / "us-nap5.mapping.toml"), "--kind", "ogp-national"),
        *("--lead", "General Services Administration (GSA)", "--stage", "adopted"),
        *("--start", "2023", "--end", "2024"),
    )

    assert answer.code == 0
    found = ask("status", "usa", "--as-of", "2024-12-31", "--format", "json").document["plans"][0]
    by_status = found["milestones"]["by_status"]
    assert {name: count for name, count in by_status.items() if count} == {
        "completed": 33,
        "in-progress": 36,
        "not-started": 1,
    }
    assert found["commitments"] == {"total": 36, "completed": 14, "reported": 0}


def test_new_plan_is_not_made_where_a_row_has_a_fault(plans: Path) -> None:
    answer = ask(
        *("import", "kenya", table("Title,Due\nA,31/11/2018\n"), "--as", "milestones"),
        *("--new", "Kenya", "--lead", "ICT Authority"),
    )

    assert answer.code == 1
    assert list(plans.iterdir()) == []


def test_new_plan_is_never_made_over_another(nepal: Path) -> None:
    before = nepal.read_bytes()

    answer = ask(
        *("import", "nepal", table("Title\nA\n"), "--as", "milestones"),
        *("--new", "Nepal", "--lead", "An office"),
    )

    assert answer.code == 3
    assert nepal.read_bytes() == before
    assert answer.out == ""
    assert answer.err.startswith("error: plans/nepal.toml is there already\n")


@pytest.mark.parametrize(
    ("plan_id", "error", "hint"),
    [
        ("con", "no file can be called con on Windows", "choose another id as PLAN"),
        ("Kenya!", '"Kenya!" cannot be the id of a plan', "choose one as PLAN: small letters"),
    ],
)
def test_id_that_a_new_plan_cannot_have_is_given_anew_as_the_argument(
    plans: Path, plan_id: str, error: str, hint: str
) -> None:
    answer = ask(
        *("import", plan_id, table("Title\nA\n"), "--as", "milestones"),
        *("--new", "Kenya", "--lead", "ICT Authority"),
    )

    assert answer.err.startswith(f"error: {error}\nhint: {hint}")
    assert list(plans.iterdir()) == []


def test_new_plan_of_a_trial_is_only_shown(plans: Path) -> None:
    answer = ask(
        *("import", "kenya", table("Title\nA\n"), "--as", "milestones", "--dry-run"),
        *("--new", "Kenya", "--lead", "ICT Authority"),
    )

    assert answer.code == 0
    assert '+title = "A"' in answer.out
    assert list(plans.iterdir()) == []


def test_sheets_called_like_kinds_are_all_read(nepal: Path) -> None:
    sheets = (
        OutSheet(
            "Institutions", (OutColumn("Name"), OutColumn("Sector")), (("MoH", "government"),)
        ),
        OutSheet("Milestones", (OutColumn("Title"), OutColumn("Lead")), (("New work", "MoH"),)),
    )
    write_book(Path("w.xlsx"), OutBook(sheets))

    answer = ask("import", "nepal", "w.xlsx")

    assert answer.code == 0
    assert 'title = "New work"\nlead = "moh"' in nepal.read_text(encoding="utf-8")
