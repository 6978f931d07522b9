"""`import` writes no wrong facts: whose a row is, and what a report says."""

from pathlib import Path

import openpyxl
import pytest

from cli.asking import Answer, ask, write_plan

EDUCATION = """
[[institutions]]
id = "education"
name = "Ministry of Education"
acronym = "MoE"
sector = "government"
"""


def imported(text: str, *words: str, kind: str = "milestones") -> Answer:
    """Import a CSV text into the plan `nepal`."""
    Path("table.csv").write_text(text, encoding="utf-8")
    return ask("import", "nepal", "table.csv", "--as", kind, *words)


def milestones_of(*leads: str) -> Answer:
    rows = "".join(f"Work {index},{lead}\n" for index, lead in enumerate(leads))
    return imported(f"Title,Lead\n{rows}")


# Institutions.


def test_acronym_of_another_is_no_proof(plans: Path) -> None:
    write_plan(plans, "nepal", EDUCATION)

    answer = milestones_of("Ministry of Environment (MoE)")

    assert answer.code == 1
    assert (
        'row 2, column B (Lead): "Ministry of Environment (MoE)" shares the acronym of '
        '"Ministry of Education"'
    ) in answer.err


def test_acronym_finds_a_name_that_is_spelled_alike(plans: Path) -> None:
    path = write_plan(plans, "nepal", EDUCATION)

    assert milestones_of("Ministry of Educaton (MoE)").code == 0
    assert 'lead = "education"' in path.read_text(encoding="utf-8")


def test_part_in_the_work_is_no_acronym(plans: Path) -> None:
    path = write_plan(plans, "nepal", EDUCATION)

    assert milestones_of("Ministry of Finance (lead)", "Ministry of Education (Lead)").code == 0
    text = path.read_text(encoding="utf-8")
    assert 'name = "Ministry of Finance"\nsector' in text
    assert 'title = "Work 1"\nlead = "education"' in text


def test_new_names_that_may_be_several_are_noted_by_row(plans: Path) -> None:
    write_plan(plans, "nepal", EDUCATION)

    answer = milestones_of(
        '"INAP, MGD"', "Ministry of Trade and Industry", '"inap,mgd"', "KNBS/ANSD"
    )

    assert answer.code == 0
    assert (
        'note: taken as one new institution each: "INAP, MGD" (rows 2, 4), "Ministry of Trade and '
        'Industry" (row 3), "KNBS/ANSD" (row 5); several stand apart by ;\n'
    ) in answer.err
    again = milestones_of('"INAP, MGD"')
    assert "taken as one" not in again.err


def test_name_with_a_known_one_in_it_is_a_fault_wherever_the_table_has_that(plans: Path) -> None:
    path = write_plan(plans, "nepal", EDUCATION)
    before = path.read_bytes()

    answer = milestones_of('"KNBS, ANSD"', "MoE and Treasury", "KNBS", '"INAP, MGD"')

    assert (answer.code, path.read_bytes()) == (1, before)
    assert 'row 2, column B (Lead): "KNBS, ANSD" names 2 institutions; write them' in answer.err
    assert 'row 3, column B (Lead): "MoE and Treasury" names 2 institutions; write' in answer.err
    assert 'taken as one new institution each: "INAP, MGD" (row 5); several' in answer.err


@pytest.mark.parametrize(
    "words", ["TBD", "To be determined", "por definir", "A definir", "à définir", "tbd; TBC"]
)
def test_nobody_yet_is_no_institution(plans: Path, words: str) -> None:
    path = write_plan(plans, "nepal", EDUCATION)

    assert milestones_of(words, f"MoE; {words}").code == 0

    text = path.read_text(encoding="utf-8")
    assert text.count("[[institutions]]") == 2
    assert 'title = "Work 0"\n\n' in text
    assert text.endswith('title = "Work 1"\nlead = "education"\n')


# Numbers, ids and titles.

MILESTONES = """
[[milestones]]
id = "portal"
number = "1"
title = "Launch the portal"
due = "2018-06"

[[milestones]]
id = "training"
number = "2"
title = "Train officers"
due = "2018-09"
"""


@pytest.fixture
def nepal(plans: Path) -> Path:
    return write_plan(plans, "nepal", MILESTONES)


def test_own_numbers_of_an_agency_rename_nothing(nepal: Path) -> None:
    before = nepal.read_bytes()

    answer = imported("No.,Title\n1,Hire three doctors\n2,Launch the portal\n")

    assert answer.code == 1
    assert nepal.read_bytes() == before
    assert (
        'row 2, column A (No.): number 1 is "Launch the portal" (portal); the title is quite '
        'another; --key "Title" goes by titles, and takes the new numbers'
    ) in answer.err
    assert 'number 2 is "Train officers" (training); the title is that of portal' in answer.err


def test_table_numbered_anew_is_known_by_its_titles_as_the_fault_says(nepal: Path) -> None:
    text = "No.,Activity\n1,Launch the portal\n2,Consult citizens\n3,Train officers\n"

    answer = imported(text)

    assert answer.code == 1
    assert answer.err.count('; --key "Activity" goes by titles, and takes the new numbers\n') == 2
    assert (
        "row 4, column A (No.): number 3 is new, yet the title is that of training (number 2)"
    ) in answer.err
    assert imported(text, "--key", "Activity").code == 0
    after = nepal.read_text(encoding="utf-8")
    assert 'id = "training"\nnumber = "3"\ntitle = "Train officers"' in after
    assert after.count("[[milestones]]") == 3


def test_same_title_under_another_number_is_new_where_both_have_rows(nepal: Path) -> None:
    text = "No.,Title\n1,Launch the portal\n3,Launch the portal\n"

    assert imported(text).code == 0
    assert nepal.read_text(encoding="utf-8").count('title = "Launch the portal"') == 2


def test_number_that_is_the_key_makes_a_second_record_of_a_title(nepal: Path) -> None:
    assert imported("No.,Title\n3,Launch the portal\n", "--key", "No.").code == 0
    assert nepal.read_text(encoding="utf-8").count('title = "Launch the portal"') == 2


def test_titles_with_only_letters_in_common_are_others(nepal: Path) -> None:
    text = nepal.read_text(encoding="utf-8").replace("Launch the portal", "Publish the register")
    nepal.write_text(text, encoding="utf-8")

    answer = imported("No.,Title\n1,Digitise the land registry\n")

    assert answer.code == 1
    assert 'the title is quite another; --key "No." takes it all the same' in answer.err


def test_number_that_is_the_key_takes_any_title(nepal: Path) -> None:
    assert imported("No.,Title\n1,Hire three doctors\n", "--key", "No.").code == 0
    assert 'id = "portal"\nnumber = "1"\ntitle = "Hire' in nepal.read_text(encoding="utf-8")


def test_number_keeps_a_title_that_is_reworded(nepal: Path) -> None:
    assert imported("No.,Title\n1,Launch the new data portal\n").code == 0
    assert nepal.read_text(encoding="utf-8").count("[[milestones]]") == 2


def test_title_in_a_language_that_a_record_lacks_is_not_compared(nepal: Path) -> None:
    assert imported("No.,Title (es)\n1,Abrir los datos\n").code == 0
    assert 'es = "Abrir los datos"' in nepal.read_text(encoding="utf-8")


def test_mistyped_id_in_our_workbook_doubles_nothing(nepal: Path) -> None:
    assert ask("export", "nepal", "--to", "w.xlsx").code == 0
    book = openpyxl.load_workbook("w.xlsx")
    book["Milestones"].cell(2, 1).value = "portl"
    book.save("w.xlsx")

    answer = ask("import", "nepal", "w.xlsx")

    assert answer.code == 1
    assert 'no milestone has the id "portl"; did you mean portal?' in answer.err


def test_new_id_for_a_title_whose_record_has_a_row_is_new(nepal: Path) -> None:
    text = "ID,Title\nportal,Launch the portal\nportal-2,Launch the portal\n"

    assert imported(text).code == 0
    assert 'id = "portal-2"' in nepal.read_text(encoding="utf-8")


def test_title_that_is_the_key_goes_before_a_number(nepal: Path) -> None:
    assert imported("No.,Title,Due\n1,Train officers,2019\n", "--key", "Title").code == 0
    assert 'title = "Train officers"\ndue = "2019"' in nepal.read_text(encoding="utf-8")


# Reports.

HEADING = "Milestone,What was done,Status,Date,Reported by\n"


def reports(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("[[updates]]")


def test_report_of_another_person_on_the_day_is_not_overwritten(nepal: Path) -> None:
    imported(HEADING + "portal,It is built,On track,2018-03-01,An office\n", kind="updates")

    imported(HEADING + "portal,We tested it,Complete,2018-03-01,\n", kind="updates")

    assert reports(nepal) == 2
    assert 'text = "It is built"' in nepal.read_text(encoding="utf-8")


def test_report_of_the_same_author_on_the_day_is_corrected(nepal: Path) -> None:
    imported(HEADING + "portal,It is bilt,On track,2018-03-01,An office\n", kind="updates")

    imported(HEADING + "portal,It is built,On track,2018-03-01,An office\n", kind="updates")

    assert reports(nepal) == 1
    assert 'text = "It is built"' in nepal.read_text(encoding="utf-8")


def test_same_table_on_another_day_doubles_no_report(nepal: Path) -> None:
    text = "Milestone,What was done,Status\nportal,It is built,On track\n"
    imported(text, "--as-of", "2018-03-01", kind="updates")
    before = nepal.read_bytes()

    answer = imported(text, "--as-of", "2018-04-01", kind="updates")
    assert (answer.code, nepal.read_bytes()) == (0, before)

    imported(text.replace("On track", "Complete"), "--as-of", "2018-04-01", kind="updates")
    imported(text, "--on", "2018-05-01", kind="updates")
    assert reports(nepal) == 3


def test_corrected_report_corrects_the_status_that_it_had_moved(plans: Path) -> None:
    path = write_plan(
        plans, "nepal", MILESTONES.replace('"2018-06"\n', '"2018-06"\nstatus = "in-progress"\n')
    )
    text = HEADING + "portal,It is built,{},2018-03-01,An office\n"
    imported(text.format("Done"), kind="updates")
    assert 'due = "2018-06"\nstatus = "completed"' in path.read_text(encoding="utf-8")

    answer = imported(text.format("On track"), kind="updates")

    assert answer.code == 0
    assert 'due = "2018-06"\nstatus = "in-progress"' in path.read_text(encoding="utf-8")


def test_corrected_report_leaves_a_status_that_it_had_not_moved(plans: Path) -> None:
    path = write_plan(plans, "nepal", MILESTONES)
    text = HEADING + "portal,It is built,{},2018-03-01,An office\n"
    imported(text.format("Done"), kind="updates")
    by_hand = path.read_text(encoding="utf-8").replace(
        'due = "2018-06"\n', 'due = "2018-06"\nstatus = "withdrawn"\n'
    )
    path.write_text(by_hand, encoding="utf-8")

    imported(text.format("On track"), kind="updates")

    assert 'due = "2018-06"\nstatus = "withdrawn"' in path.read_text(encoding="utf-8")


# The form of an agency.

TITLED = """
[[milestones]]
id = "{0}"
title = "{1}"
lead = "office"
due = 2018-09-30
"""
PORTAL, AGAIN = TITLED.format("portal", "Launch"), TITLED.format("relaunch", "Launch")
TRAINING = TITLED.format("training", "Train officers")


def form_filled(answers: dict[tuple[int, int], object], *words: str) -> Answer:
    """Make a form, write into the cells of its second sheet, and import it."""
    made = ("export", "nepal", "--template", "updates", "--lead", "office", "--to", "f.xlsx")
    assert ask(*made, "--as-of", "2018-06-30", *words).code == 0
    book = openpyxl.load_workbook("f.xlsx")
    for (row, column), value in answers.items():
        book.worksheets[1].cell(row, column).value = value
    book.save("f.xlsx")
    return ask("import", "nepal", "f.xlsx")


def test_answer_whose_id_is_gone_is_about_what_its_title_names(plans: Path) -> None:
    path = write_plan(plans, "nepal", PORTAL + TRAINING)

    answer = form_filled({(2, 1): None, (2, 8): "Built", (3, 8): "Begun"})

    assert answer.code == 0
    assert 'about = "portal"' in path.read_text(encoding="utf-8")
    assert reports(path) == 2


@pytest.mark.parametrize(
    ("title", "message"),
    [
        (
            "Launch",
            'column B (Milestone): "Launch" fits portal and relaunch; write the id of one of them',
        ),
        (None, "row 2: about is empty; write the id of the record again"),
    ],
)
def test_answer_that_names_nothing_for_sure_is_a_fault(
    plans: Path, title: str | None, message: str
) -> None:
    write_plan(plans, "nepal", PORTAL + AGAIN)

    answer = form_filled({(2, 1): None, (2, 2): title, (2, 8): "Built"})

    assert answer.code == 1
    assert message in answer.err


def test_report_on_days_that_are_no_quarter_names_no_period(plans: Path) -> None:
    path = write_plan(plans, "nepal", PORTAL)

    answer = form_filled({(2, 8): "Built"}, "--as-of", "2018-06-15")

    assert answer.code == 0
    text = path.read_text(encoding="utf-8")
    assert ("on = 2018-06-15" in text, "period" in text) == (True, False)


def test_form_whose_days_were_changed_is_of_no_period(plans: Path) -> None:
    path = write_plan(plans, "nepal", PORTAL)
    assert form_filled({(2, 8): "Built"}).code == 0
    before = path.read_text(encoding="utf-8")
    path = write_plan(plans, "nepal", PORTAL)
    book = openpyxl.load_workbook("f.xlsx")
    book.custom_doc_props["ogdplan"].value = "updates/1 nepal office April 2018-06-30"
    book.save("f.xlsx")

    assert ask("import", "nepal", "f.xlsx", "--on", "2018-06-30").code == 0
    assert path.read_text(encoding="utf-8") == before.replace('period = "2018-Q2"\n', "")


def test_answers_are_kept_in_the_language_of_the_form(plans: Path) -> None:
    path = write_plan(plans, "nepal", PORTAL)

    answer = form_filled({(2, 8): "Listo", (2, 10): "Falta gente"}, "--lang", "es")

    assert answer.code == 0
    assert r'es = "Listo\n\nDificultades: Falta gente"' in path.read_text(encoding="utf-8")
    before = path.read_bytes()
    assert ask("import", "nepal", "f.xlsx").code == 0
    assert path.read_bytes() == before


def test_answers_in_the_first_language_of_the_plan_are_plain_text(plans: Path) -> None:
    path = write_plan(plans, "nepal", PORTAL)
    text = path.read_text(encoding="utf-8").replace("country =", 'languages = ["es-PE"]\ncountry =')
    path.write_text(text, encoding="utf-8")

    assert form_filled({(2, 8): "Listo", (2, 10): "Falta gente"}, "--lang", "es").code == 0
    assert r'text = "Listo\n\nDificultades: Falta gente"' in path.read_text(encoding="utf-8")


def test_report_of_a_year_far_ahead_is_a_slip(nepal: Path) -> None:
    before = nepal.read_bytes()
    text = HEADING + "portal,It is built,Done,2041-03-01,\n"

    answer = imported(text, "--as-of", "2018-04-01", kind="updates")

    assert (answer.code, nepal.read_bytes()) == (1, before)
    assert (
        "row 2, column D (Date): the report is of 2041-03-01, long after 2018-04-01; "
        "correct the year"
    ) in answer.err
    assert imported(text, "--as-of", "2040-04-01", kind="updates").code == 0


def test_one_row_that_reports_nothing_is_counted_as_one(nepal: Path) -> None:
    text = HEADING + "portal,It is built,,2018-03-01,\ntraining,,,,\n"

    assert "note: 1 row reports nothing\n" in imported(text, kind="updates").err


def test_row_at_fault_is_not_said_to_be_gone_from_our_workbook(nepal: Path) -> None:
    assert ask("export", "nepal", "--to", "w.xlsx").code == 0
    book = openpyxl.load_workbook("w.xlsx")
    sheet = book["Milestones"]
    sheet.cell(2, [cell.value for cell in sheet[1]].index("Title") + 1).value = None
    sheet.cell(3, [cell.value for cell in sheet[1]].index("Title") + 1).value = "Train them"
    book.save("w.xlsx")

    answer = ask("import", "nepal", "w.xlsx", "--partial")

    assert answer.code == 1
    assert 'title = "Train them"' in nepal.read_text(encoding="utf-8")
    assert "not in the table stay" not in answer.err


def test_error_of_the_spreadsheet_is_no_difficulty(plans: Path) -> None:
    path = write_plan(plans, "nepal", PORTAL)
    before = path.read_bytes()

    answer = form_filled({(2, 8): "Built", (2, 10): "=1+1"})

    assert (answer.code, path.read_bytes()) == (1, before)
    assert (
        "row 2, column J (Difficulties): a formula without a stored value is an error" in answer.err
    )


# A new plan.


def made_new(text: str, *words: str) -> Answer:
    return imported(text, "--new", "Nepal", "--lead", "An office", *words)


@pytest.mark.parametrize(
    ("headings", "language", "name"),
    [
        ("N.º,Título,Prazo,Responsável", "pt", "Portuguese"),
        ("N.,Actividad,Meta,Responsable", "es", "Spanish"),
        ("N°,Intitulé,Échéance,Porteur", "fr", "French"),
    ],
)
def test_new_plan_is_in_the_language_of_the_headings(
    plans: Path, headings: str, language: str, name: str
) -> None:
    answer = made_new(f"{headings}\n1,Abrir,2018,Um\n")

    assert f'languages = ["{language}"]' in (plans / "nepal.toml").read_text(encoding="utf-8")
    assert (
        f"note: the headings are in {name}, so the plan's texts are too; --language says another\n"
    ) in answer.err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Title,Due\nOpen,2018\n", ()),
        ("Título,Prazo\nOpen,2018\n", ("--language", "en")),
    ],
)
def test_new_plan_is_in_english_by_its_headings_or_as_said(
    plans: Path, text: str, words: tuple[str, ...]
) -> None:
    answer = made_new(text, *words)

    assert answer.code == 0
    assert '"pt"' not in (plans / "nepal.toml").read_text(encoding="utf-8")
    assert "the headings are in" not in answer.err


def test_hint_at_another_id_names_no_option_that_import_lacks(nepal: Path) -> None:
    answer = made_new("Title,Due\nOpen,2018\n")

    assert answer.code == 3
    assert "hint: choose another plan id as PLAN, or change the plan that is there" in answer.err
