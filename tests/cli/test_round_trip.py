"""Out to a spreadsheet and back: only what someone changed there changes in the plan."""

import shutil
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from cli.asking import ask
from cli.exported_plans import DAY, a_plan_to_export, export
from console_examples import ROOT
from office import NEEDS_OFFICE, save_as

SHIPPED = sorted(path.relative_to(ROOT / "plans") for path in (ROOT / "plans").rglob("*.toml"))
programs, needs_office = NEEDS_OFFICE


def edited(file: str, sheet: str, record: str, **cells: object) -> None:
    """Change cells of a row as someone would: by the id of its record and their headings."""
    book = openpyxl.load_workbook(file)
    found = book[sheet]
    columns = {str(cell.value): cell.column for cell in found[1]}
    row = next(row for row in range(2, found.max_row + 1) if found.cell(row, 1).value == record)
    for heading, value in cells.items():
        # openpyxl takes None for "leave it", so that a cell is emptied by its own field.
        found.cell(row, columns[heading.replace("_", " ")]).value = value
    book.save(file)


def taken_back(plan: str, file: str) -> None:
    answer = ask("import", plan, file, "--as-of", DAY)
    assert answer.code == 0, answer.err


@pytest.mark.parametrize(
    ("record", "cells", "line", "new"),
    [
        ("law", {"Due": date(2018, 8, 31)}, 'due = "2018-Q4"', "due = 2018-08-31"),
        ("law", {"Due": datetime(2018, 8, 31)}, 'due = "2018-Q4"', "due = 2018-08-31"),
        ("law", {"Due": "2018-Q3"}, 'due = "2018-Q4"', 'due = "2018-Q3"'),
        ("portal", {"Status": "Substantial"}, 'status = "in-progress"', 'status = "substantial"'),
        ("portal", {"Number": "1.20"}, 'number = "1.10"', 'number = "1.20"'),
        ("portal", {"Number": None}, 'number = "1.10"\n', ""),
    ],
)
def test_one_cell_changes_one_value(
    plans: Path, record: str, cells: dict[str, object], line: str, new: str
) -> None:
    plan = a_plan_to_export(plans)
    before = plan.read_text()
    export("nepal", "--to", "x.xlsx")

    edited("x.xlsx", "Milestones", record, **cells)
    taken_back("nepal", "x.xlsx")

    assert plan.read_text() == before.replace(line, new, 1)


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
@pytest.mark.parametrize(
    "number", ["0.30000000000000004", "1234567.1234567891", "12345678901234567890.0", "1e22", "0.1"]
)
def test_number_of_more_digits_than_a_cell_has_comes_back(
    plans: Path, number: str, suffix: str
) -> None:
    plan = a_plan_to_export(plans)
    indicator = '\n[[indicators]]\nid = "use"\ntitle = "Use of data"\nlevel = "output"\n'
    plan.write_text(plan.read_text() + f"{indicator}target = {number}\n")
    before = plan.read_text()
    file = f"x.{suffix}"
    export("nepal", "--to", file)

    taken_back("nepal", file)
    assert plan.read_text() == before


def test_deadline_that_had_moved_is_corrected_where_its_move_stands_too(plans: Path) -> None:
    plan = a_plan_to_export(plans)
    before = plan.read_text()
    export("nepal", "--to", "x.xlsx")

    edited("x.xlsx", "Milestones", "portal", Due=date(2018, 8, 31))
    taken_back("nepal", "x.xlsx")

    # As `milestone set --due` does: the report of the last move says the same deadline.
    assert plan.read_text() == before.replace("2018-05-31", "2018-08-31")


def test_one_language_of_a_text_changes_alone(plans: Path) -> None:
    plan = a_plan_to_export(plans)
    before = plan.read_text()
    export("nepal", "--to", "x.xlsx")

    book = openpyxl.load_workbook("x.xlsx")
    sheet = book["Milestones"]
    columns = {str(cell.value): cell.column for cell in sheet[1]}
    sheet.cell(2, columns["Title (es)"]).value = "Hacer el portal"
    book.save("x.xlsx")
    taken_back("nepal", "x.xlsx")

    assert plan.read_text() == before.replace("Construir el portal", "Hacer el portal")


@pytest.mark.parametrize(
    ("name", "ending"),
    [*((name, "xlsx") for name in SHIPPED), *((name, "ods") for name in SHIPPED[::3])],
    ids=str,
)
def test_shipped_plan_comes_back_as_it_was(plans: Path, name: Path, ending: str) -> None:
    for each in (name, *(above.with_suffix(".toml") for above in name.parents if above.name)):
        (plans / each).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "plans" / each, plans / each)
    plan = name.with_suffix("").as_posix()
    before = (plans / name).read_bytes()

    assert export(plan, "--to", f"x.{ending}").code == 0
    taken_back(plan, f"x.{ending}")

    assert (plans / name).read_bytes() == before


@programs
@needs_office
@pytest.mark.parametrize(("saved_as", "endings"), [("xlsx", ("xlsx", "ods")), ("ods", ("xlsx",))])
def test_workbook_that_libreoffice_has_saved_changes_nothing(
    plans: Path, tmp_path: Path, saved_as: str, endings: tuple[str, ...]
) -> None:
    shutil.copytree(ROOT / "plans", plans, dirs_exist_ok=True)
    before = (plans / "panama.toml").read_bytes()
    for ending in endings:
        export("panama", "--to", f"of-{ending}.{ending}")

    save_as(saved_as, [tmp_path / f"of-{ending}.{ending}" for ending in endings], tmp_path / "new")

    for ending in endings:
        taken_back("panama", f"new/of-{ending}.{saved_as}")
        assert (plans / "panama.toml").read_bytes() == before


def test_filled_form_becomes_reports(plans: Path) -> None:
    plan = a_plan_to_export(plans)
    before = plan.read_text()
    export("nepal", "--template", "updates", "--lead", "moe", "--lang", "es", "--to", "f.xlsx")

    edited(
        "f.xlsx",
        "Informes",
        "portal",
        Estado_actual="Sustancial",
        Porcentaje_realizado=70,
        Qué_se_hizo="El portal está casi listo",
        Evidencia="https://data.example/nuevo",
    )
    answer = ask("import", "nepal", "f.xlsx", "--as", "updates", "--as-of", DAY)

    assert answer.code == 0, answer.err
    added = plan.read_text()
    for line in (
        'about = "portal"',
        "on = 2018-06-30",
        'status = "substantial"',
        "progress = 70",
        "https://data.example/nuevo",
        'reported_by = "moe"',
        "El portal está casi listo",
    ):
        assert line in added
    assert before.partition("[[next_steps]]")[2] == added.partition("[[next_steps]]")[2]


def test_columns_of_our_own_workbook_need_no_explaining(plans: Path) -> None:
    a_plan_to_export(plans)
    export("nepal", "--to", "x.xlsx")

    answer = ask("import", "nepal", "x.xlsx", "--as-of", DAY)

    assert answer.err.splitlines()[-1] == "nothing to change"
    assert ("Heading" in answer.err, "hidden" in answer.err) == (False, False)
