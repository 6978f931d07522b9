"""`import` of tables that ministries keep: columns, rows and headings that mislead."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from cli.asking import Answer, ask, write_plan

MILESTONES = """
[[commitments]]
id = "open-budget"
number = "1"
title = "Open the budget"

[[milestones]]
id = "portal"
number = "1.1"
title = "Launch the portal"
commitment = "open-budget"

[[milestones]]
id = "training"
number = "1.2"
title = "Train officers"
"""


def imported(text: str, *words: str, kind: str = "milestones") -> Answer:
    """Import a CSV text into the plan `nepal`."""
    Path("table.csv").write_text(text, encoding="utf-8")
    return ask("import", "nepal", "table.csv", "--as", kind, *words)


@pytest.fixture
def nepal(plans: Path) -> Path:
    return write_plan(plans, "nepal", MILESTONES)


def added(path: Path) -> str:
    """Return what stands in the plan behind what it had at first."""
    return path.read_text(encoding="utf-8").partition('title = "Train officers"\n')[2]


# What reports are about.


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Activity", "Launch the portal"),
        ("Actividad", "Launch the portal"),
        ("Atividade", "Launch the portal"),
        ("Activité", "Launch the portal"),
        ("Action", "Launch the portal"),
        ("Acción", "Launch the portal"),
        ("Ação", "Launch the portal"),
        ("Title", "Launch the portal"),
        ("Code", "1.1"),
        ("Código", "1.1"),
        ("No.", "1.1"),
        ("Milestone number", "1.1"),
    ],
)
def test_reports_are_about_what_their_table_names(nepal: Path, heading: str, cell: str) -> None:
    answer = imported(f"{heading},What was done\n{cell},Built\n", kind="updates")

    assert answer.code == 0
    assert 'about = "portal"' in added(nepal)


@pytest.mark.parametrize("heading", ["Commitment", "Compromiso", "Compromisso", "Engagement"])
@pytest.mark.parametrize(
    ("kind", "columns", "cells"),
    [
        ("updates", "What was done", "Built"),
        ("assessments", "Criterion,Rating,Framework", "Aim,Good,IRM"),
    ],
)
def test_reports_and_assessments_are_about_a_commitment(
    nepal: Path, heading: str, kind: str, columns: str, cells: str
) -> None:
    answer = imported(f"{heading},{columns}\nOpen the budget,{cells}\n", kind=kind)

    assert answer.code == 0
    assert 'about = "open-budget"' in added(nepal)


def test_report_is_about_the_activity_of_a_commitment(nepal: Path) -> None:
    text = "Commitment,Actividad,What was done\nOpen the budget,Train officers,Begun\n"

    assert imported(text, kind="updates").code == 0
    assert 'about = "training"' in added(nepal)


@pytest.mark.parametrize(
    ("number", "title", "about"),
    [
        ("1.2", "Launch the portal", "portal"),
        ("1.2", "Train the officers", "training"),
    ],
)
def test_number_beside_a_title_tells_only_what_the_title_leaves_open(
    nepal: Path, number: str, title: str, about: str
) -> None:
    answer = imported(f"No.,Activity,What was done\n{number},{title},Begun\n", kind="updates")

    assert answer.code == 0
    assert f'about = "{about}"' in added(nepal)


def test_title_that_is_nowhere_is_a_fault_whatever_its_number(nepal: Path) -> None:
    answer = imported("No.,Activity,What was done\n1.2,Adopt a law,Begun\n", kind="updates")

    assert answer.code == 1
    assert 'no milestone or commitment called "Adopt a law"' in answer.err


def test_title_of_two_milestones_is_told_by_the_number(plans: Path) -> None:
    twice = '\n[[milestones]]\nid = "again"\nnumber = "2.1"\ntitle = "Launch the portal"\n'
    path = write_plan(plans, "nepal", MILESTONES + twice)

    text = "No.,Activity,What was done\n2.1,Launch the portal,Begun\n"
    assert imported(text, kind="updates").code == 0
    assert 'about = "again"' in added(path)


def test_number_of_a_row_is_not_what_an_assessment_is_about(nepal: Path) -> None:
    text = "No.,Commitment,Criterion,Rating,Framework\n7,Open the budget,Aim,Good,IRM\n"

    assert imported(text, kind="assessments").code == 0
    assert 'about = "open-budget"' in added(nepal)


def test_table_whose_column_may_say_what_reports_are_about_is_refused(nepal: Path) -> None:
    before = nepal.read_bytes()
    text = "Line of work,What was done\nLaunch the portal,Built\n"

    answer = imported(text, kind="updates")

    assert (answer.code, nepal.read_bytes()) == (2, before)
    assert answer.err == (
        'error: no column of "table" says what the updates are about\n'
        'hint: --map "Line of work=about" if it is this one, '
        '--map "Line of work=" to leave it out\n'
    )
    assert imported(text, "--map", "Line of work=about", kind="updates").code == 0
    assert 'about = "portal"' in added(nepal)


def test_reports_about_the_plan_itself_are_noted_with_their_rows(nepal: Path) -> None:
    text = "Activity,What was done\n,Decree signed\nLaunch the portal,Built\n,Budget voted\n"

    answer = imported(text, kind="updates")

    assert answer.code == 0
    assert "note: 2 updates are about the plan itself: rows 2 and 4\n" in answer.err
    assert (
        "about the plan itself"
        not in imported("Activity,What was done\nTrain officers,Begun\n", kind="updates").err
    )
    alone = imported("What was done\nAlone\n", kind="updates")
    assert "note: 1 update is about the plan itself: row 2\n" in alone.err


# Rows that are no records.


def test_headings_again_are_left_out_with_a_note(nepal: Path) -> None:
    text = "No.,Activity,Lead\n2.1,Draft a law,MoJ\nNo.,ACTIVITY:,Lead\n2.2,Build it,MoJ\n"

    answer = imported(text)

    assert answer.code == 0
    assert "note: row 3 is the headings again, and left out\n" in answer.err
    assert added(nepal).count("[[milestones]]") == 2
    assert 'title = "Activity"' not in added(nepal)


def test_new_rows_with_a_title_alone_are_named(nepal: Path) -> None:
    rows = "A,PILLAR A: LAW,,\n2.1,Draft a law,MoJ,\n,Launch the portal,,\n,Note: no budget,,\n"

    answer = imported(f"No.,Activity,Lead,Colour\n{rows}2.2,Build it,,red\n")

    assert answer.code == 0
    assert (
        'note: 2 rows have a title and nothing else: row 2 "PILLAR A: LAW", '
        'row 5 "Note: no budget"; delete what is no record\n'
    ) in answer.err
    assert "nothing else" not in imported("No.,Activity,Lead\nB,Only,\nC,Titles,\n").err


def test_headings_merged_down_beside_groups_are_no_record(nepal: Path) -> None:
    book = openpyxl.Workbook()
    rows = [["Activity", "Lead", 2025, None], [None, None, "Q1", "Q2"], ["Draft a law", "MoJ", "X"]]
    for row in rows:
        book.active.append(row)
    for place in ("A1:A2", "B1:B2", "C1:D1"):
        book.active.merge_cells(place)
    book.save("table.xlsx")

    answer = ask("import", "nepal", "table.xlsx")

    assert answer.code == 0
    assert "Sheet: 1 row as milestones" in answer.err
    assert "C       2025 Q1   X " in answer.err
    assert added(nepal).count("[[milestones]]") == 1


def test_row_that_says_that_there_is_nothing_is_no_report(nepal: Path) -> None:
    before = nepal.read_bytes()

    answer = imported("Milestone,What was done,Difficulties\nportal,-,Ninguna\n", kind="updates")

    assert (answer.code, nepal.read_bytes()) == (0, before)
    assert "1 row reports nothing" in answer.err


# The day of reports and measurements.

INDICATOR = """
[[indicators]]
id = "datasets"
title = "Datasets"
level = "output"
"""


@pytest.mark.parametrize("heading", ["Date", "Fecha", "Data", "Measured on", "Fecha de medición"])
def test_measurements_are_of_the_day_of_their_row(plans: Path, heading: str) -> None:
    path = write_plan(plans, "nepal", INDICATOR)

    text = f"Indicator,{heading},Value\ndatasets,31/03/2018,12\n"
    assert imported(text, kind="measurements").code == 0
    assert "on = 2018-03-31\nvalue = 12\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "columns", "cells", "day"),
    [
        ("instruments", "Title,Kind", "A law,law", "Fecha"),
        ("lessons", "Title,Category", "Ask first,agency-level-plans", "Date"),
        ("assessments", "Criterion,Rating,Framework", "Aim,Good,IRM", "Data"),
    ],
)
def test_kind_with_one_date_has_it_of_the_date_of_a_row(
    plans: Path, kind: str, columns: str, cells: str, day: str
) -> None:
    path = write_plan(plans, "nepal", "")

    assert imported(f"{columns},{day}\n{cells},31/03/2018\n", kind=kind).code == 0
    assert "\non = 2018-03-31\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("cell", ["31/03/2018", "04/03/2018", "2018", "March 2018", "2018-Q1"])
def test_column_that_looks_like_dates_is_not_passed_over(plans: Path, cell: str) -> None:
    path = write_plan(plans, "nepal", INDICATOR)
    before = path.read_bytes()
    text = f"Indicator,Observed,Value\ndatasets,{cell},12\n"

    answer = imported(text, kind="measurements")

    assert (answer.code, path.read_bytes()) == (2, before)
    assert answer.err == (
        'error: "Observed" has dates; are the measurements of these days?\n'
        'hint: --map "Observed=on" if they are, --map "Observed=" to leave it out\n'
    )
    for words in (("--map", "Observed="), ("--on", "2018-06-30")):
        assert imported(text, *words, "--dry-run", kind="measurements").code == 0


@pytest.mark.parametrize(
    ("heading", "on"),
    [("2022", '"2022"'), ("Q1 2018", '"2018-Q1"'), ("30/06/2018", "2018-06-30")],
)
def test_values_are_of_the_period_above_them(plans: Path, heading: str, on: str) -> None:
    path = write_plan(plans, "nepal", INDICATOR)
    text = f"Indicator,{heading},2023\ndatasets,12,15\n"

    answer = imported(text, "--map", f"{heading}=value", kind="measurements")

    assert answer.code == 0, answer.err
    assert f"on = {on}\nvalue = 12\n" in path.read_text(encoding="utf-8")
    day = on.strip('"')
    assert f'the values of "{heading}" are of {day}; --on says another day' in answer.err
    words = ("--map", f"{heading}=value", "--on", "2018-02-01", "--dry-run")
    assert "+on = 2018-02-01" in imported(text, *words, kind="measurements").out


def test_table_of_years_is_told_how_to_take_one_in(plans: Path) -> None:
    path = write_plan(plans, "nepal", INDICATOR)
    before = path.read_bytes()

    answer = imported("Indicator,2022,2023\ndatasets,1250,1900\n", kind="measurements")

    assert (answer.code, path.read_bytes()) == (2, before)
    assert '"2022" is a period; are its cells the values of it?' in answer.err
    assert '--map "2022=value", then the other columns in the same way' in answer.err


def test_values_under_a_year_and_more_are_asked_for_their_day(plans: Path) -> None:
    path = write_plan(plans, "nepal", INDICATOR)
    before = path.read_bytes()
    text = "Indicator,2017/18\ndatasets,12\n"

    answer = imported(text, "--map", "2017/18=value", kind="measurements")

    assert (answer.code, path.read_bytes()) == (2, before)
    assert answer.err == (
        'error: of which day are the values of "2017/18"?\nhint: say it: --on 2017\n'
    )


def test_column_of_counts_is_no_date(plans: Path) -> None:
    path = write_plan(plans, "nepal", INDICATOR)

    text = "Indicator,Offices,Value\ndatasets,43000,12\n"
    assert imported(text, "--as-of", "2018-06-30", kind="measurements").code == 0
    assert "on = 2018-06-30\n" in path.read_text(encoding="utf-8")


# Commitments beside their milestones.

TEMPLATE = (
    "{},Lead implementing agency,Milestone activity with a verifiable deliverable,End date\n"
    "1. Open contracting data,MoJ,1.1 Publish contract data,June 2025\n"
    ",,1.2 Train 100 officers,2025\n"
)


@pytest.mark.parametrize("heading", ["Commitment", "Compromiso", "Compromisso", "Engagement"])
def test_commitments_that_nobody_knows_are_made_by_their_titles(nepal: Path, heading: str) -> None:
    answer = imported(TEMPLATE.format(heading))

    assert answer.code == 0
    assert 'commitment = "1-open-contracting-data"' in added(nepal)
    assert (
        "note: row 3 names no commitment, though others do; a cell does not go for those below "
        "it: write it in each row, or merge the cells\n"
    ) in answer.err


def test_commitment_column_that_names_some_of_the_plan_makes_none(nepal: Path) -> None:
    rows = "Open the budget,Vote it\nOpen the budgets,Print it\n"

    answer = imported(f"Commitment,Activity\n{rows}")

    assert answer.code == 1
    assert 'row 3, column A (Commitment): no commitment called "Open the budgets"' in answer.err


@pytest.mark.parametrize("cell", ["C7", "7", "open-contracting"])
def test_number_or_id_of_no_commitment_is_a_fault(nepal: Path, cell: str) -> None:
    answer = imported(f"Commitment,Activity\n{cell},Vote it\n")

    assert answer.code == 1
    assert f'no commitment called "{cell}"' in answer.err


@pytest.mark.parametrize("cell", ["1", "open-budget"])
def test_numbers_and_ids_of_commitments_of_the_plan_make_no_others(nepal: Path, cell: str) -> None:
    answer = imported(f"Compromiso,Actividad\n{cell},Vote it\n")

    assert answer.code == 0
    assert 'commitment = "open-budget"' in added(nepal)
    assert "commitment  commitments of the plan" in answer.err


def test_what_someone_says_of_commitments_stays(nepal: Path) -> None:
    answer = imported("Commitment,Activity\nA new one,Vote it\n", "--map", "Commitment=commitment")

    assert answer.code == 1
    assert 'no commitment called "A new one"' in answer.err


def test_row_that_changes_a_milestone_needs_no_commitment(nepal: Path) -> None:
    text = "Commitment,Activity,Due\nOpen the budget,Vote it,2018\n,Train officers,2018\n"

    assert "names no commitment" not in imported(text).err


def test_commitments_of_another_sheet_are_named(nepal: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Commitments"
    book.active.append(["Title", "Problem"])
    book.active.append(["Open the courts", "Nobody knows"])
    sheet = book.create_sheet("Milestones")
    sheet.append(["Commitment", "Title", "Lead"])
    sheet.append(["Open the courts", "Publish rulings", "MoJ"])
    book.save("table.xlsx")

    assert ask("import", "nepal", "table.xlsx").code == 0
    assert 'commitment = "open-the-courts"' in added(nepal)
    assert nepal.read_text(encoding="utf-8").count("[[commitments]]") == 2


# Datasets.


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Date published", "released"),
        ("Fecha de publicación", "released"),
        ("Data de publicação", "released"),
        ("Date de publication", "released"),
        ("Fecha prevista de publicación", "planned"),
        ("Data prevista de publicação", "planned"),
        ("Date de publication prévue", "planned"),
    ],
)
def test_date_of_publication_is_of_what_is_published(nepal: Path, heading: str, field: str) -> None:
    assert imported(f"Title,{heading}\nBudget,15/03/2018\n", kind="datasets").code == 0
    assert f"\n{field} = 2018-03-15\n" in nepal.read_text(encoding="utf-8")


def test_dates_of_publication_that_all_lie_ahead_are_planned(nepal: Path) -> None:
    text = "Title,Fecha de publicación\nBudget,15/03/2020\n"

    assert imported(text, "--as-of", "2018-06-30", kind="datasets").code == 0
    assert "\nplanned = 2020-03-15\n" in nepal.read_text(encoding="utf-8")


def test_dates_of_publication_before_and_after_today_are_not_guessed(nepal: Path) -> None:
    text = "Title,Fecha de publicación\nBudget,15/03/2018\nMaps,15/03/2020\n"
    before = nepal.read_bytes()

    answer = imported(text, "--as-of", "2018-06-30", kind="datasets")

    assert (answer.code, nepal.read_bytes()) == (2, before)
    assert answer.err == (
        'error: "Fecha de publicación" has dates after 2018-06-30: were datasets released then, '
        "or is it planned?\n"
        'hint: --map "Fecha de publicación=released" or --map "Fecha de publicación=planned"\n'
    )
    said = ("--map", "Fecha de publicación=planned")
    assert imported(text, *said, "--as-of", "2018-06-30", kind="datasets").code == 0
    named = text.replace("Fecha de publicación", "Released")
    assert imported(named, "--as-of", "2018-06-30", kind="datasets").code == 0


# Words of a mapping file.

WORDS = """
kind = "milestones"
[columns]
Action = "title"
RAG = "update.status"
Progress = "update.text"
Day = "update.on"
"""


def reported(words: str, row: str) -> Answer:
    """Import a row of an action and its report, with words of a mapping file."""
    Path("m.toml").write_text(WORDS + words, encoding="utf-8")
    return imported(f"Action,RAG,Progress,Day\n{row}\n", "--mapping", "m.toml")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ('[words.status]\nGreen = "substantial"\n', "substantial"),
        ('[words."update.status"]\nGreen = "limited"\n', "limited"),
        (
            '[words.status]\nGreen = "substantial"\n[words."update.status"]\nGreen = "limited"\n',
            "limited",
        ),
    ],
)
def test_words_for_a_status_go_for_that_of_a_report_too(
    nepal: Path, words: str, status: str
) -> None:
    answer = reported(words, "Draft a law,Green,Approved,2018-03-01")

    assert answer.code == 0
    assert f'status = "{status}"\n' in nepal.read_text(encoding="utf-8")


def test_words_for_a_day_go_for_that_of_a_report_too(nepal: Path) -> None:
    answer = reported('[words.on]\nLent = "2018-03-01"\n', "Draft a law,,Approved,Lent")

    assert answer.code == 0
    assert "\non = 2018-03-01\n" in nepal.read_text(encoding="utf-8")


def test_swapped_day_of_a_report_names_words_that_a_mapping_file_has(nepal: Path) -> None:
    Path("m.toml").write_text(WORDS, encoding="utf-8")
    book = openpyxl.Workbook()
    for row in (
        ["Action", "RAG", "Progress", "Day"],
        ["Draft a law", None, "Approved", date(2018, 4, 3)],
        ["Print it", None, "Printed", "31/03/2018"],
    ):
        book.active.append(row)
    book.save("table.xlsx")

    answer = ask("import", "nepal", "table.xlsx", "--mapping", "m.toml")

    assert answer.code == 1
    assert 'in a mapping file, under [words.on]: "2018-04-03" = "2018-03-04"' in answer.err


# Where a fault is.


def rows_at_fault(answer: Answer) -> list[str]:
    return [line for line in answer.err.splitlines() if line.startswith("row ")]


def test_empty_title_is_at_fault_where_it_is_empty(nepal: Path) -> None:
    answer = imported("No.,Lead,Activity\n7,MoJ,\n8,MoJ,Build\n")

    assert rows_at_fault(answer) == [
        "row 2, column C (Activity): the title is empty; every milestone has one"
    ]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("updates", "Milestone,What was done,Date\nportal,Built,05/02/2018\n"),
        ("measurements", "Indicator,Value,Date\n,5,05/02/2018\n"),
    ],
)
def test_day_that_is_at_fault_is_not_said_to_be_missing_too(
    nepal: Path, kind: str, text: str
) -> None:
    answer = imported(text, kind=kind)

    assert len(rows_at_fault(answer)) == 1
    assert '"05/02/2018" could be' in rows_at_fault(answer)[0]


def test_value_that_is_at_fault_is_not_said_to_be_missing_too(plans: Path) -> None:
    write_plan(plans, "nepal", INDICATOR)

    answer = imported("Indicator,Value,Date\ndatasets,many,2018-03-01\n", kind="measurements")

    assert [line.partition(";")[0] for line in rows_at_fault(answer)] == [
        'row 2, column B (Value): "many" is no number'
    ]


def test_what_is_missing_is_at_fault_in_its_own_column(plans: Path) -> None:
    write_plan(plans, "nepal", INDICATOR)

    answer = imported("Indicator,Value,Date\ndatasets,,2018-03-01\n", kind="measurements")
    assert rows_at_fault(answer) == ["row 2, column B (Value): value is missing; write it"]
    answer = imported("Milestone,What was done,Progress\nportal,,50\n", kind="updates")
    assert "row 2, column B (What was done): text is missing" in answer.err


def test_words_that_a_closed_list_lacks_are_at_fault_where_every_record_needs_one(
    nepal: Path,
) -> None:
    answer = imported("Challenge,Category\nNo budget,Money\n", kind="challenges")

    assert len(rows_at_fault(answer)) == 1
    assert 'row 2, column B (Category): "Money" is not known here; choose one of: ' in answer.err


# Columns called like a closed list.


def test_column_without_a_word_of_its_list_is_named_with_the_way_to_say_them(nepal: Path) -> None:
    answer = imported("Dataset,Priority\nWater,urgent\n", kind="datasets")

    assert answer.code == 0
    assert "priority" not in nepal.read_text(encoding="utf-8")
    assert "note: 1 column becomes nothing: Priority; " in answer.err
    said = 'no value under "Priority" is a word for priority; if it is meant, say what each means'
    how = 'such as urgent = "…"; where that has [columns], add Priority = "priority" there'
    assert f"note: {said} under [words.priority] of a mapping file, {how}\n" in answer.err


def test_access_in_words_of_ones_own_is_a_fault_and_nothing_becomes_public(nepal: Path) -> None:
    answer = imported("Dataset,Access\nPrisons,secret\n", kind="datasets")

    assert answer.code == 1
    assert '"secret" is not known here' in answer.err


# The titles.


def test_hint_for_a_missing_title_passes_over_a_column_of_numbers(nepal: Path) -> None:
    answer = imported("N°,Obstáculo visto,Category\n1,Falta de dinero,other\n", kind="challenges")

    assert answer.code == 2
    assert 'no column of "table" became the title' in answer.err
    assert 'hint: --map "Obstáculo visto=title"' in answer.err


def test_table_without_known_titles_is_told_what_to_say_at_once(nepal: Path) -> None:
    text = "N°,Línea estratégica,Responsable,Plazo\n1,Publicar,MEF,2018\n"
    Path("table.csv").write_text(text, encoding="utf-8")

    answer = ask("import", "nepal", "table.csv")
    words = ("--as", "milestones", "--map", "Línea estratégica=title")
    again = ask("import", "nepal", "table.csv", *words)

    assert answer.code == 2
    assert '--as milestones --map "Línea estratégica=title"' in answer.err
    assert again.code == 0


def test_hint_calls_a_column_by_its_letters_where_another_has_its_heading(nepal: Path) -> None:
    answer = imported("Milestone,Colour,Colour\nPortal,red,blue\n")

    assert answer.code == 0
    note = '2 columns become nothing: Colour, Colour; --map "B=FIELD" takes one in'
    assert f"note: {note}\n" in answer.err


def test_hint_for_a_missing_field_names_the_columns_that_may_be_it(nepal: Path) -> None:
    answer = imported("Desafío,Grupo\nFalta de dinero,Otro\n", kind="challenges")

    assert answer.code == 1
    assert "category is missing" in answer.err
    assert 'if it is one of Grupo, say which: --map "Grupo=category"' in " ".join(
        answer.err.split()
    )


@pytest.mark.parametrize(
    ("columns", "cells", "hint"),
    [
        ("2023,Q1 2024,Score", "10,20 planned,1.5", ""),
        ("2023,Tier", "10,product", '; if it is one of Tier, say which: --map "Tier=level"'),
        ("Tier", "2nd", '; if it is one of Tier, say which: --map "Tier=level"'),
    ],
)
def test_no_column_of_numbers_or_of_a_period_is_said_to_be_a_closed_list(
    nepal: Path, columns: str, cells: str, hint: str
) -> None:
    answer = imported(f"Indicator,{columns}\nDatasets,{cells}\n", kind="indicators")

    lacks = "row 2: level is missing; add a column for it, or a line under [values]"
    assert rows_at_fault(answer) == [f"{lacks} in a mapping file{hint}"]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            "challenges",
            "Obstáculo,Categoría,Severidad\nFalta de dinero,Otro,Alta\n",
            'category = "other"\nseverity = "high"\n',
        ),
        ("lessons", "Leçon apprise,Catégorie\nDécider,Autre\n", 'title = "Décider"\n'),
        ("indicators", "Indicador,Nivel\nDatos,Producto\n", 'level = "output"\n'),
        ("resources", "Título do recurso,Tipo\nGuia,Relatório\n", 'title = "Guia"\n'),
        (
            "datasets",
            "Conjunto de datos,Institución publicadora,Acceso\nAgua,MoW,Restringido\n",
            'access = "restricted"\n',
        ),
        (
            "milestones",
            "Libellé de l'activité,Structure porteuse,Fin réelle\nPortail,MoF,2018-05-02\n",
            "completed = 2018-05-02\n",
        ),
        (
            "milestones",
            "Línea de acción,Entidad responsable,Corresponsable,% de cumplimiento\nA,B,C,40\n",
            "progress = 40\n",
        ),
    ],
)
def test_headings_of_every_kind_are_known_in_other_languages(
    nepal: Path, kind: str, text: str, expected: str
) -> None:
    answer = imported(text, kind=kind)

    assert answer.code == 0, answer.err
    assert expected in nepal.read_text(encoding="utf-8")
