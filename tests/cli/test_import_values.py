"""`import`: what the cells of people's tables say, and where a program has spoilt them."""

import tomllib
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from cli.asking import Answer, ask, write_plan
from ogdplan.workspace.spreadsheets.cells import CellValue

CC_BY = ("monthly", "CC-BY-4.0")


@pytest.fixture
def kenya(plans: Path) -> Path:
    return write_plan(plans, "kenya", country='"KEN"')


def imported(text: str, *words: str, kind: str = "milestones") -> Answer:
    """Import a CSV text into the plan `kenya`."""
    Path("table.csv").write_text(text, encoding="utf-8")
    return ask("import", "kenya", "table.csv", "--as", kind, *words)


def a_book(*rows: tuple[CellValue, ...]) -> Workbook:
    """Return a workbook of one sheet with these rows."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return book


def records(path: Path, table: str = "milestones") -> list[dict[str, object]]:
    """Return the records of a plan file."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))[table]
    return list(found)


def faults(answer: Answer) -> list[str]:
    return [line for line in answer.err.splitlines() if line.startswith("row ")]


# Dates.


@pytest.mark.parametrize(
    ("kind", "text", "row"),
    [
        ("next-steps", "Title,Due\nAsk the ministry,a definir\n", "a definir"),
        ("milestones", "Title,Completed\nA portal,Not yet\n", "Not yet"),
        ("challenges", "Title,Category,Resolved\nNo staff,other,No\n", "No"),
        ("datasets", "Title,Released\nBudget,não\n", "não"),
    ],
)
def test_date_that_is_still_open_is_left_out(kenya: Path, kind: str, text: str, row: str) -> None:
    answer = imported(text, kind=kind)

    assert answer.code == 0, answer.err
    assert f'note: dates that are still open are left out: row 2 "{row}"' in answer.err
    assert not {"due", "completed", "resolved", "released"} & set(
        records(kenya, kind.replace("-", "_"))[0]
    )


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("updates", "Text,On\nBegun,tbc\n"),
        ("challenges", "Title,Category,Resolved\nNo staff,other,Yes\n"),
        ("challenges", "Title,Category,Raised\nNo staff,other,No\n"),
    ],
)
def test_word_that_cannot_be_an_open_date_is_a_fault(kenya: Path, kind: str, text: str) -> None:
    answer = imported(text, kind=kind)

    assert answer.code == 1
    assert "names no date" in answer.err


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("FY 2024/25", "2024-07"),
        ("Q1 FY2025/26", "2025-07"),
        ("2024-2025", "2024"),
        ("Jan-Jun 2025", "2025-01"),
        ("since June 2018", "2018-06"),
    ],
)
def test_period_in_a_column_of_starts_is_taken_by_its_beginning(
    kenya: Path, words: str, start: str
) -> None:
    answer = imported(f"Activity,Start,Deadline\nTrain officers,{words},FY 2025/26\n")

    assert answer.code == 0, answer.err
    (found,) = records(kenya)
    assert (found["start"], found["due"]) == (start, "2026-06")


def test_days_of_an_event_in_one_cell_are_its_start_and_its_end(kenya: Path) -> None:
    answer = imported("Event,Kind,Date\nHackathon,hackathon,12-14 May 2018\n", kind="events")

    assert answer.code == 0, answer.err
    (found,) = records(kenya, "events")
    assert (found["start"], found["end"]) == (date(2018, 5, 12), date(2018, 5, 14))


def test_end_of_an_event_stays_that_of_its_own_column(kenya: Path) -> None:
    text = "Event,Kind,End,Start\nHackathon,hackathon,2018-05-15,12-14 May 2018\n"
    answer = imported(text, kind="events")

    assert answer.code == 0, answer.err
    (found,) = records(kenya, "events")
    assert (found["start"], found["end"]) == (date(2018, 5, 12), date(2018, 5, 15))


def test_date_that_shows_only_its_month_is_the_month(kenya: Path) -> None:
    book = a_book(("Activity", "Deadline"), ("A do", date(2026, 6, 1)), ("B do", date(2026, 6, 1)))
    book.worksheets[0]["B2"].number_format = "mmm\\-yy"
    book.save("t.xlsx")

    answer = ask("import", "kenya", "t.xlsx", "--as", "milestones")

    assert answer.code == 0, answer.err
    assert [each["due"] for each in records(kenya)] == ["2026-06", date(2026, 6, 1)]


@pytest.mark.parametrize(("month", "expected"), [(6, []), (7, ["2018-07"])])
def test_month_typed_into_our_workbook_is_a_month(
    plans: Path, month: int, expected: list[str]
) -> None:
    toml = '[[milestones]]\nid = "portal"\ntitle = "Launch the portal"\ndue = "2018-06"\n'
    path = write_plan(plans, "kenya", toml, country='"KEN"')
    ask("export", "kenya", "--to", "plan.xlsx")
    book = openpyxl.load_workbook("plan.xlsx")
    sheet = book["Milestones"]
    column = next(cell.column for cell in sheet[1] if cell.value == "Due")
    cell = sheet.cell(2, column)
    cell.value, cell.number_format = date(2018, month, 1), "mmm\\-yy"
    book.save("plan.xlsx")

    answer = ask("import", "kenya", "plan.xlsx")

    assert answer.code == 0, answer.err
    assert [each["due"] for each in records(path)] == (expected or ["2018-06"])
    assert ("nothing to change" in answer.out + answer.err) is not bool(expected)


def test_one_column_tells_for_the_table_that_days_come_first(kenya: Path) -> None:
    answer = imported(
        "Activity,Planned start,Planned end\n"
        "Draft,01/02/2025,30/06/2025\nAdopt,01/07/2025,31/12/2025\n"
    )

    assert answer.code == 0, answer.err
    assert [each["start"] for each in records(kenya)] == [date(2025, 2, 1), date(2025, 7, 1)]
    assert (
        "note: the dates of column B (Planned start) are read with the day first, "
        "as column C (Planned end) shows\n"
    ) in answer.err


def test_column_that_is_in_no_doubt_needs_no_other(kenya: Path) -> None:
    answer = imported("Activity,Start,Deadline\nDraft,June 2025,31/12/2025\n")

    assert answer.code == 0, answer.err
    assert "first, as" not in answer.err


def test_columns_that_contradict_tell_nothing_for_a_third(kenya: Path) -> None:
    answer = imported("Activity,Start,Deadline,Completed\nDraft,01/02/2025,30/06/2025,12/31/2025\n")

    (fault,) = faults(answer)
    assert fault == (
        'row 2, column B (Start): "01/02/2025" could be 2 January 2025 or 1 February 2025; '
        "write it as 2025-01-02 or 2025-02-01"
    )


def test_dates_beside_texts_in_another_column_may_be_swapped_too(kenya: Path) -> None:
    rows = ("Activity", "Start", "Deadline"), ("Draft", date(2025, 1, 2), "30/06/2025")
    a_book(*rows).save("t.xlsx")

    answer = ask("import", "kenya", "t.xlsx", "--as", "milestones")

    (fault,) = faults(answer)
    assert fault.startswith(
        "row 2, column B (Start): 2025-01-02 could be 2 January 2025 or 1 February 2025: the "
        "spreadsheet left other dates of this table as text"
    )


# Evidence.


def test_words_beside_an_address_are_kept_and_an_address_without_https_is_noted(
    kenya: Path,
) -> None:
    gazette = '"Gazette No. 12, https://gazette.go.ke/12"'
    answer = imported(f"Activity,Evidence\nA do,{gazette}\nB do,www.ict.go.ke/train\n")

    assert answer.code == 0
    assert [each["evidence"] for each in records(kenya)] == [
        ["https://gazette.go.ke/12", "Gazette No. 12"],
        ["www.ict.go.ke/train"],
    ]
    assert (
        "note: web addresses are only words until https:// stands before them: "
        'row 3 "www.ict.go.ke/train"'
    ) in answer.err


# Numbers.


def progress(*values: CellValue) -> Answer:
    """Import a column of percentages."""
    rows = [("Activity", "% complete"), *((f"Task {n}", each) for n, each in enumerate(values))]
    a_book(*rows).save("t.xlsx")
    return ask("import", "kenya", "t.xlsx", "--as", "milestones")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((0.75, 0.1, 0, "75"), ["row 5, column B (% complete): 75 stands among shares of 1"]),
        (
            (0.75, "75 %", 75, 1),
            [
                "row 2, column B (% complete): 0.75 could be 0.75 % or 75 %",
                "row 5, column B (% complete): 1 could be 1 % or all of it",
            ],
        ),
    ],
)
def test_percentages_beside_shares_are_never_guessed(
    kenya: Path, values: tuple[CellValue, ...], expected: list[str]
) -> None:
    assert [line.partition(";")[0] for line in faults(progress(*values))] == expected


def test_percentages_with_decimals_are_rounded_down_with_a_note(kenya: Path) -> None:
    answer = progress(33.3, "45,5 %", 80)

    assert answer.code == 0, answer.err
    assert [each["progress"] for each in records(kenya)] == [33, 45, 80]
    assert 'note: percentages are rounded down: row 2 "33.3", row 3 "45,5 %"' in answer.err


@pytest.mark.parametrize("value", [1e307, -1e307, 1e308])
def test_percentage_past_all_numbers_is_a_fault(kenya: Path, value: float) -> None:
    book = a_book(("Title", "Progress"), ("Portal", value))
    book.worksheets[0]["B2"].number_format = "0%"
    book.save("table.xlsx")

    answer = ask("import", "kenya", "table.xlsx", "--as", "milestones")

    assert answer.code == 1
    assert "row 2, column B (Progress)" in answer.err


def test_shares_of_a_csv_file_are_shares(kenya: Path) -> None:
    answer = imported("Activity,Progress\nA do,0.75\nB do,1\n")

    assert answer.code == 0, answer.err
    assert [each["progress"] for each in records(kenya)] == [75, 100]


def test_number_that_may_be_thousands_is_a_fault_until_its_column_tells(kenya: Path) -> None:
    heading = "Title,Level,Unit,Direction,Target\n"
    row = "Users,output,users,increase,1.234\n"

    answer = imported(heading + row, kind="indicators")

    (fault,) = faults(answer)
    assert fault == (
        'row 2, column E (Target): "1.234" could be 1234 or 1.234; '
        "write 1234 without a mark, or 1.2340"
    )
    both = f'{heading}{row}Files,output,files,increase,"2,5"\n'
    assert imported(both, kind="indicators").code == 0
    assert [each["target"] for each in records(kenya, "indicators")] == [1234, 2.5]


# Numbers of records.


def numbered(*numbers: CellValue) -> Answer:
    """Import rows with these numbers, each with a title of its own."""
    rows = [("No.", "Activity"), *((each, f"Work {n}") for n, each in enumerate(numbers))]
    a_book(*rows).save("t.xlsx")
    return ask("import", "kenya", "t.xlsx", "--as", "milestones")


def test_number_that_a_spreadsheet_may_have_cut_is_noted(kenya: Path) -> None:
    answer = numbered(1.8, 1.9, None, 1.1, 1.11, 2.1, 2.19, 2.2)

    assert answer.code == 0, answer.err
    assert [line for line in answer.err.splitlines() if "cut?" in line] == [
        f"note: row {row} is {number} after {before}: was it {number}0, which spreadsheets cut? "
        "then make the column text, and write it again"
        for row, number, before in ((5, "1.1", "1.9"), (9, "2.2", "2.19"))
    ]


def test_number_twice_says_that_spreadsheets_cut_it(kenya: Path) -> None:
    found = faults(numbered(1.1, 1.9, 1.1))

    assert [line.partition(":")[0] for line in found] == ["row 2", "row 4"]
    assert all("spreadsheets make 1.1 of 1.10" in line for line in found)
    assert "1.10" not in faults(numbered(1, 1))[0]


@pytest.mark.parametrize("heading", ["No.", "ID"])
@pytest.mark.parametrize("form", ["yyyy-mm-dd", "mmm\\-yy"])
def test_date_is_no_number_of_a_record(kenya: Path, form: str, heading: str) -> None:
    book = a_book((heading, "Activity"), (date(2025, 12, 1), "Train officers"))
    book.worksheets[0]["A2"].number_format = form
    book.save("t.xlsx")

    answer = ask("import", "kenya", "t.xlsx", "--as", "milestones")

    (fault,) = faults(answer)
    assert fault.startswith(f"row 2, column A ({heading}): 2025-12")
    assert "is a date, which spreadsheets make of numbers such as 12.1; make the column" in fault


def test_numbers_of_our_own_workbook_are_as_they_are(plans: Path) -> None:
    rows = (("nine", "1.9"), ("one", "1.1"))
    toml = "".join(
        f'[[milestones]]\nid = "{each}"\nnumber = "{number}"\ntitle = "Work {each}"\n\n'
        for each, number in rows
    )
    write_plan(plans, "kenya", toml, country='"KEN"')
    ask("export", "kenya", "--to", "plan.xlsx")

    assert "cut?" not in ask("import", "kenya", "plan.xlsx").err


# Words of closed lists.


@pytest.mark.parametrize(
    ("headings", "row", "frequency", "licence"),
    [
        ("Conjunto de datos,Frecuencia,Licencia", "Presupuesto,Mensual,CC BY 4.0", *CC_BY),
        ("Jeu de données,Fréquence,Licence", "Budget,Mensuelle,cc-by-4.0", *CC_BY),
        ("Dataset,Frequency,Licence", "Budget,Every year,ODbL", "annual", "ODbL-1.0"),
    ],
)
def test_words_for_frequencies_and_licences_are_known(
    kenya: Path, headings: str, row: str, frequency: str, licence: str
) -> None:
    answer = imported(f"{headings}\n{row}\n", kind="datasets")

    assert answer.code == 0, answer.err
    (found,) = records(kenya, "datasets")
    assert (found["frequency"], found["licence"]) == (frequency, licence)


def test_licence_without_its_version_is_a_fault(kenya: Path) -> None:
    found = faults(imported("Dataset,Licence\nBudget,CC-BY\n", kind="datasets"))

    assert [line.partition(";")[0] for line in found] == [
        'row 2, column B (Licence): licence: "CC-BY" is no known licence'
    ]


@pytest.mark.parametrize("words", ["None", "No", "No licence", "Sin licencia", "Sem licença"])
def test_words_for_no_licence_are_a_fault_that_says_to_leave_the_cell_empty(
    kenya: Path, words: str
) -> None:
    found = faults(imported(f"Dataset,Licence\nBudget,{words}\n", kind="datasets"))

    hint = "leave the cell empty where there is none"
    assert found == [f'row 2, column B (Licence): "{words}" is no licence; {hint}']


# Numbers.


def test_rows_of_a_legend_are_at_fault_by_a_status_for_a_number(kenya: Path) -> None:
    before = kenya.read_bytes()
    legend = "Status,Meaning,\nNot started,No work yet,\nEm andamento,Work,\n"

    answer = imported(f"No.,Milestone,Status\n1,A portal,Completed\n,,\n{legend}")

    hint = "leave the row out where it explains the table, else leave the cell empty"
    assert faults(answer) == [
        f'row {row}, column A (No.): "{word}" is a word for a status, no number; {hint}'
        for row, word in ((5, "Not started"), (6, "Em andamento"))
    ]
    assert kenya.read_bytes() == before


@pytest.mark.parametrize("number", ["C", "NS", "N/S", "100%", "Done-1", "In progress 2"])
def test_number_that_is_no_clear_word_for_a_status_is_taken(kenya: Path, number: str) -> None:
    answer = imported(f"No.,Milestone,Status\n{number},A portal,Completed\n")

    assert answer.code == 0, answer.err
    (found,) = records(kenya)
    assert found["number"] == number


@pytest.mark.parametrize("heading", ["% execução", "Execução (%)", "% de ejecución"])
def test_percentages_are_no_status(kenya: Path, heading: str) -> None:
    answer = imported(f"Ação,{heading},Situação\nPublicar,60%,Em andamento\n")

    assert answer.code == 0, answer.err
    (found,) = records(kenya)
    assert (found["progress"], found["status"]) == (60, "in-progress")


# Colours.


def test_columns_without_words_are_named_since_colours_are_not_read(kenya: Path) -> None:
    rows = (("Ação", "Situação", "Semáforo", "Prazo"), ("Portal", None, None, "2018"))
    a_book(*rows).save("t.xlsx")

    answer = ask("import", "kenya", "t.xlsx", "--as", "milestones", "--map", "Prazo=due")
    left = ask("import", "kenya", "t.xlsx", "--as", "milestones", "--map", "Semáforo=")

    note = "note: 2 columns are empty: B (Situação), C (Semáforo); colours are not read\n"
    assert note in answer.err
    assert "note: 1 column is empty: B (Situação); colours are not read\n" in left.err


def test_empty_columns_of_a_csv_file_have_no_colours(kenya: Path) -> None:
    assert "colours" not in imported("Activity,Status\nPortal,\n").err
