"""`import` of workbooks that `export` made: what someone did in them is taken, or said."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cli.asking import Answer, ask, write_plan
from ogdplan.model.updates_form import CODE_SHEET

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


def test_sheet_that_someone_hid_is_read(nepal: Path) -> None:
    with opened() as book:
        put(book["Milestones"], 2, Title="Build it")
        book["Milestones"].sheet_state = "hidden"

    assert imported().code == 0
    assert 'title = "Build it"' in nepal.read_text(encoding="utf-8")


def test_sheet_of_ones_own_is_passed_over_and_named(nepal: Path) -> None:
    before = nepal.read_bytes()
    with opened() as book:
        sheet = book.create_sheet("My list")
        sheet.append(["ID", "Who calls", "Title"])
        sheet.append(["portal", "Ana", "The portal"])

    answer = imported()

    assert (answer.code, nepal.read_bytes()) == (0, before)
    assert "not read: the sheet My list\n" in answer.err


def test_columns_of_ones_own_become_nothing_and_are_named(nepal: Path) -> None:
    before = nepal.read_bytes()
    with opened() as book:
        sheet = book["Milestones"]
        last = sheet.max_column + 1
        sheet.cell(1, last).value, sheet.cell(2, last).value = "Budget", "USD 12,000"

    answer = imported()

    assert (answer.code, nepal.read_bytes()) == (0, before)
    assert "note: Milestones: 1 column becomes nothing: Budget\n" in answer.err


@pytest.mark.parametrize("word", ["Restringido", "secret"])
def test_closed_list_of_our_own_workbook_is_never_taken_for_a_column_of_others(
    nepal: Path, word: str
) -> None:
    with opened() as book:
        sheet = book["Datasets"]
        put(sheet, 2, Title="Prison records", Access=word, Access_reason="By law")
    before = nepal.read_bytes()

    answer = imported()

    if word == "secret":
        assert (answer.code, nepal.read_bytes()) == (1, before)
        assert '"secret" is not known here' in answer.err
    else:
        assert answer.code == 0
        assert 'access = "restricted"\n' in nepal.read_text(encoding="utf-8")


def test_change_of_the_header_is_not_read_and_said(nepal: Path) -> None:
    before = nepal.read_bytes()
    assert ask("export", "nepal", "--to", "w.xlsx").code == 0
    assert "the sheet Plan" not in imported().err
    with opened() as book:
        put(book["Plan"], 2, Title="Another", Languages="fr")

    answer = imported()

    assert (answer.code, nepal.read_bytes()) == (0, before)
    assert (
        "not read: what was changed in the sheet Plan (Title, Languages); "
        "ogdplan plan set nepal changes the plan itself"
    ) in answer.err


def form(*words: str) -> None:
    made = ("export", "nepal", "--template", "updates", "--lead", "office", "--to", "w.xlsx")
    assert ask(*made, "--as-of", "2018-06-30", *words).code == 0


@pytest.mark.parametrize("count", [1, 99])
def test_form_without_its_columns_on_the_hidden_sheet_is_refused(nepal: Path, count: int) -> None:
    form()
    before = nepal.read_bytes()
    with opened() as book:
        sheet = book[CODE_SHEET]
        rows = [row[0].row for row in sheet.iter_rows() if row[0].value == "column"]
        for row in reversed(rows[-count:]):
            sheet.delete_rows(row)

    answer = imported()

    assert (answer.code, nepal.read_bytes()) == (2, before)
    assert answer.err.startswith(f"error: the hidden sheet {CODE_SHEET} of this form is gone\n")


def test_grey_cells_and_columns_of_ones_own_in_a_form_are_not_read_and_said(nepal: Path) -> None:
    form()
    unchanged = imported().err
    assert ("was changed" in unchanged, "becomes" in unchanged) == (False, False)
    with opened() as book:
        sheet = book["Reports"]
        put(sheet, 2, Deadline="2018-12", What_was_done="Still at work on it")
        sheet["D2"].value = None
        sheet["L1"], sheet["L2"] = "Comments", "please move the deadline"

    answer = imported()

    assert answer.code == 0, answer.err
    for note in (
        'not read: row 2, column C (Deadline) was changed, and is "2018-12"',
        "not read: row 2, column D (Status so far) was changed, and is empty",
        "Reports: 1 column becomes nothing: Comments",
    ):
        assert f"note: {note}\n" in answer.err
    assert answer.err.count("not read") == 2


@pytest.mark.parametrize(
    ("words", "said", "hint"),
    [
        ((), "Ya casi", "choose one of: Not started, In progress, Limited, Substantial, Complete,"),
        ((), "in progres", "did you mean In progress?"),
        (("--lang", "es"), "casi", "choose one of: No iniciado, En curso, Limitado, Sustancial,"),
    ],
)
def test_status_at_fault_is_told_the_words_of_the_form(
    nepal: Path, words: tuple[str, ...], said: str, hint: str
) -> None:
    form(*words)
    with opened() as book:
        book.worksheets[1]["F2"], book.worksheets[1]["H2"] = said, "Begun"

    answer = imported()

    assert answer.code == 1
    assert hint in answer.err
    assert "words.status" not in answer.err
    assert "unclear" not in answer.err.casefold()


@pytest.mark.parametrize("day", ["2018-06-30", "2018-06-15"])
def test_form_sent_again_with_another_day_corrects_the_report(nepal: Path, day: str) -> None:
    form("--as-of", day)
    with opened() as book:
        put(book["Reports"], 2, What_was_done="Begun", Date_of_the_report="2018-06-10")
    assert imported("--as-of", day).code == 0
    before = nepal.read_text(encoding="utf-8")
    with opened() as book:
        put(book["Reports"], 2, Date_of_the_report="2018-06-12")

    answer = imported("--as-of", day)

    assert answer.code == 0, answer.err
    after = nepal.read_text(encoding="utf-8")
    assert after == before.replace("on = 2018-06-10", "on = 2018-06-12")


def test_form_sent_again_with_a_slip_in_the_year_is_refused(nepal: Path) -> None:
    form()
    with opened() as book:
        put(book["Reports"], 2, What_was_done="Begun", Date_of_the_report="2018-06-10")
    assert imported("--as-of", "2018-06-30").code == 0
    before = nepal.read_bytes()
    with opened() as book:
        put(book["Reports"], 2, Date_of_the_report="2081-06-10")

    answer = imported("--as-of", "2018-06-30")

    assert (answer.code, nepal.read_bytes()) == (1, before)
    assert "the report is of 2081-06-10, long after 2018-06-30; correct the year" in answer.err


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2017-12-31", "outside the days asked about (2018-04-01 to 2018-06-30)\n"),
        (
            "2018-07-01",
            "outside the days asked about (2018-04-01 to 2018-06-30), and in the future",
        ),
        ("2018-06-29", ""),
    ],
)
def test_report_of_other_days_than_the_form_asks_about_is_noted(
    nepal: Path, day: str, said: str
) -> None:
    form()
    with opened() as book:
        put(book["Reports"], 2, What_was_done="Begun", Date_of_the_report=day)

    answer = imported("--as-of", "2018-06-30")

    assert answer.code == 0, answer.err
    note = f"note: row 2: a report of {day}, {said}"
    assert (note in answer.err) == bool(said)
    assert bool(said) or "a report of" not in answer.err


def test_same_words_in_the_form_of_another_period_are_another_report(nepal: Path) -> None:
    for day in ("2018-03-31", "2018-06-30"):
        Path("w.xlsx").unlink(missing_ok=True)
        form("--as-of", day)
        with opened() as book:
            put(book["Reports"], 2, What_was_done="Nothing new")
        assert imported("--as-of", day).code == 0

    assert nepal.read_text(encoding="utf-8").count('text = "Nothing new"') == 2


@pytest.mark.parametrize(
    "words", [("-", "Ninguna"), ("n/a", None), (None, "–"), ("Ninguno", "none"), ("", " ")]
)
def test_form_in_which_nothing_is_said_reports_nothing(
    nepal: Path, words: tuple[str | None, str | None]
) -> None:
    form()
    before = nepal.read_bytes()
    with opened() as book:
        put(book["Reports"], 2, What_was_done=words[0], Difficulties=words[1], Evidence="-")

    answer = imported()

    assert (answer.code, nepal.read_bytes()) == (0, before)
    assert "1 row reports nothing" in answer.err


def test_report_of_our_workbook_cannot_lose_its_day(nepal: Path) -> None:
    add = ("update", "add", "nepal", "Begun", "--about", "portal", "--on", "2018-06-01")
    assert ask(*add).code == 0
    before = nepal.read_bytes()
    with opened() as book:
        put(book["Updates"], 2, On=None)

    answer = imported()

    assert (answer.code, nepal.read_bytes()) == (1, before)
    assert "(On): on cannot be empty; write it again" in answer.err


def test_difficulties_that_are_none_are_not_written(nepal: Path) -> None:
    form()
    with opened() as book:
        put(book["Reports"], 2, What_was_done="Begun", Difficulties="Ninguna")

    assert imported().code == 0
    assert 'text = "Begun"\n' in nepal.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_form_saved_as_csv_is_known_by_its_headings(plans: Path, language: str) -> None:
    path = write_plan(plans, "nepal", PLAN, languages='["en", "es", "fr", "pt"]')
    form("--lang", language)
    with opened() as book:
        sheet = book.worksheets[1]
        sheet["F2"] = book[CODE_SHEET]["C14"].value
        sheet["H2"], sheet["J2"], sheet["K2"] = "Begun", "No staff", "30/06/2018"
        rows = list(sheet.iter_rows(values_only=True))
    with Path("f.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)

    answer = ask("import", "nepal", "f.csv")

    assert answer.code == 0, answer.err
    assert "f: 1 row as updates" in answer.err
    assert "a form saved as CSV no longer says who reports" in answer.err
    after = path.read_text(encoding="utf-8")
    assert 'about = "portal"\non = 2018-06-30\nstatus = "in-progress"\n' in after
    assert after.count("[[updates]]") == 1
    assert "milestone" in ask("import", "nepal", "f.csv", "--as", "milestones", "--dry-run").err


def test_who_reports_on_a_form_saved_as_csv_can_be_said(nepal: Path) -> None:
    form()
    with opened() as book:
        headings = [cell.value for cell in book["Reports"][1]]
    row = ["portal", *[""] * 6, "Begun", "", "", ""]
    with Path("f.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, row])
    said = ("import", "nepal", "f.csv", "--on", "2018-06-30")
    assert ask(*said, "--dry-run", "--save-mapping", "m.toml").code == 0
    with Path("m.toml").open("a", encoding="utf-8") as file:
        file.write('\n[values]\nreported_by = "office"\nperiod = "2018-Q2"\n')

    answer = ask(*said, "--mapping", "m.toml")

    assert answer.code == 0, answer.err
    report = nepal.read_text(encoding="utf-8").partition("[[updates]]")[2]
    assert 'period = "2018-Q2"\ntext = "Begun"\nreported_by = "office"\n' in report


# Texts in several languages.

SPOKEN = """
[[milestones]]
id = "portal"
title = "Build the portal"

[[milestones]]
id = "law"
title.en = "Pass the law"

[[updates]]
id = "first"
about = "portal"
on = 2018-02-01
text = "Begun"

[[updates]]
id = "second"
about = "portal"
on = 2018-03-01
text.en = "Going on"
"""


def test_any_language_of_a_report_is_a_report(plans: Path) -> None:
    path = write_plan(plans, "nepal", SPOKEN, languages='["en", "es"]')
    before = path.read_text(encoding="utf-8")
    with opened() as book:
        pass
    unedited = imported()
    assert (unedited.code, path.read_text(encoding="utf-8")) == (0, before)
    assert "nothing\n" not in unedited.err.replace("nothing to change", "")
    with opened() as book:
        sheet = book["Updates"]
        sheet.cell(3, [each.value for each in sheet[1]].index("Text (en)") + 1).value = "Well on"
        columns = {each.value: each.column for each in sheet[1]}
        for heading, value in (("About", "law"), ("On", "2018-05-01"), ("Text (en)", "Passed")):
            sheet.cell(4, columns[heading]).value = value
        titles = {each.value: each.column for each in book["Milestones"][1]}
        book["Milestones"].cell(4, titles["Title (en)"]).value = "Train officers"

    answer = imported()

    assert answer.code == 0, answer.err
    after = path.read_text(encoding="utf-8")
    assert 'text.en = "Well on"' in after
    assert 'about = "law"\non = 2018-05-01\ntext.en = "Passed"' in after
    assert 'id = "train-officers"\ntitle.en = "Train officers"' in after


def test_difficulties_go_behind_the_text_of_their_language(plans: Path) -> None:
    path = write_plan(plans, "nepal", SPOKEN, languages='["en", "es"]')
    table = "about,on,text.es,text,difficulties\nlaw,2018-05-01,Hecho,Done,No staff\n"
    Path("t.csv").write_text(table, encoding="utf-8")

    answer = ask("import", "nepal", "t.csv", "--as", "updates")

    assert answer.code == 0, answer.err
    assert 'en = "Done\\n\\nDifficulties: No staff"' in path.read_text(encoding="utf-8")


# Institutions of the workbook itself.


def test_new_institution_is_known_by_all_its_names(plans: Path) -> None:
    path = write_plan(plans, "nepal", PLAN, languages='["en", "es"]')
    with opened() as book:
        sheet = book["Institutions"]
        sheet["Z1"] = "Name (es)"
        put(sheet, 2, Acronym="OFF")
        put(sheet, 3, Name="Ministry of Works", Acronym="MoW", Sector="Government")
        put(sheet, 3, **{"Name (es)": "Ministerio de Obras"})
        put(book["Milestones"], 2, Lead="MoW")
        put(book["Milestones"], 3, Lead="Ministerio de Obras", Supporting="OFF")

    answer = imported()

    assert answer.code == 0, answer.err
    after = path.read_text(encoding="utf-8")
    assert after.count("[[institutions]]") == 2
    assert after.count('lead = "ministry-of-works"') == 2
    assert 'supporting = ["office"]' in after
    assert "nothing to change" in imported().err


@pytest.mark.parametrize("cell", ["office; AIG", "OFFICE;aig", "office\nAIG", "office; AIG; AIG"])
def test_institutions_of_a_cell_stand_apart_by_lines_or_semicolons(plans: Path, cell: str) -> None:
    path = write_plan(plans, "nepal", PLAN)
    with opened() as book:
        put(book["Institutions"], 3, ID="aig", Name="Innovation Authority", Acronym="AIG")
        put(book["Institutions"], 3, Sector="Government")
        put(book["Milestones"], 3, Supporting=cell)

    answer = imported()

    assert answer.code == 0, answer.err
    after = path.read_text(encoding="utf-8")
    assert 'supporting = ["office", "aig"]' in after
    assert after.count("[[institutions]]") == 2


def test_name_with_a_semicolon_that_an_institution_has_is_one(plans: Path) -> None:
    path = write_plan(plans, "nepal", PLAN)
    path.write_text(path.read_text(encoding="utf-8").replace("An office", "Office; AIG"), "utf-8")
    with opened() as book:
        put(book["Milestones"], 3, Supporting="Office; AIG")

    assert imported().code == 0
    assert 'supporting = ["office"]' in path.read_text(encoding="utf-8")


def test_several_in_charge_are_a_fault_of_a_workbook_that_has_who_helps(plans: Path) -> None:
    path = write_plan(plans, "nepal", PLAN.replace('lead = "office"', 'supporting = ["office"]'))
    with opened() as book:
        put(book["Milestones"], 2, Lead="office; AIG")
    before = path.read_bytes()

    answer = imported()

    assert (answer.code, path.read_bytes()) == (1, before)
    assert '(Lead): "office; AIG" names several; name one; the others go into Supp' in answer.err


def test_blanks_around_a_text_that_someone_typed_are_left_out(plans: Path) -> None:
    path = write_plan(plans, "nepal", PLAN.replace('"Train officers"', '" Train  officers "'))
    before = path.read_text(encoding="utf-8")
    with opened() as book:
        put(book["Milestones"], 2, Title="\u00a0 Build  the portals \n")
        put(book["Milestones"], 3, Due=None)

    assert imported().code == 0
    after = before.replace('"Build the portal"', '"Build  the portals"')
    assert path.read_text(encoding="utf-8") == after.replace("due = 2018-09-30\n", "")
    with opened() as book:
        put(book["Milestones"], 2, Title="Build  the portals ")
    assert "nothing to change" in imported().err


# The same workbook again.


def test_workbook_is_mended_and_imported_again(nepal: Path) -> None:
    with opened() as book:
        sheet = book["Milestones"]
        put(sheet, 2, Status="Terminado", Completed="15/06/2018", Due="julio de 2018")
        put(sheet, 2, Supporting="AN OFFICE", Weight=2.0)
        put(sheet, 3, Progress="half")
        put(sheet, 4, Title="Publish the list", Due="2018", Lead="Ministry of Works")
        put(sheet, 5, ID="own-id", Title="Publish more", Due="fines de 2018")
        put(book["Updates"], 2, About="training", On="2018-05-01", Text="Begun", Status="Limitado")
    first = imported("--partial")
    assert first.err.count("row 3, column") == 1
    after = nepal.read_text(encoding="utf-8")
    for line in (
        'status = "completed"',
        'due_text = "julio de 2018"',
        'lead = "ministry-of-works"',
    ):
        assert line in after
    with opened() as book:
        put(book["Milestones"], 3, Progress=50)

    second = imported()

    assert second.code == 0, second.err
    due = "due = 2018-09-30\n"
    assert nepal.read_text(encoding="utf-8") == after.replace(due, f"{due}progress = 50\n")
    assert "nothing to change" in imported().err


def test_new_row_takes_back_nothing_that_others_have_done_since(nepal: Path) -> None:
    with opened() as book:
        put(book["Milestones"], 4, Title="Publish the list", Due="2018")
    assert imported().code == 0
    add = ("milestone", "set", "nepal", "publish-the-list", "--due", "2018-11", "--lead", "office")
    assert ask(*add).code == 0
    after = nepal.read_bytes()

    answer = imported()

    assert (answer.code, nepal.read_bytes()) == (1, after)
    assert (
        "(Due): publish-the-list has been added to the plan since the export: "
        'here "2018", in the plan "2018-11"'
    ) in answer.err
    assert answer.err.count("row 4") == 1


MEASURED = """
[[indicators]]
id = "open"
title = "Datasets that are open"
level = "output"

[[measurements]]
id = "open-2017"
indicator = "open"
on = 2017-12-31
value = 1
"""


def test_new_measurement_is_not_one_of_another_day_that_has_come_since(plans: Path) -> None:
    path = write_plan(plans, "nepal", MEASURED)
    with opened() as book:
        put(book["Measurements"], 3, Indicator="open", On="2018-06-01", Value=5)
    assert ask("measurement", "add", "nepal", "open", "5", "--on", "2018-05-01").code == 0
    before = path.read_text(encoding="utf-8")

    answer = imported()

    assert answer.code == 0, answer.err
    added = '\n[[measurements]]\nid = "open-2018-06-01"\nindicator = "open"\non = 2018-06-01\n'
    assert path.read_text(encoding="utf-8") == f"{before}{added}value = 5\n"


def test_emptied_id_is_still_a_fault(nepal: Path) -> None:
    with opened() as book:
        book["Milestones"]["A2"].value = None

    answer = imported()

    assert answer.code == 1
    assert "row 2, column A (ID): id cannot be empty" in answer.err
