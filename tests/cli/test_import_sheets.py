"""`import` of workbooks with several sheets: the options that say what columns mean."""

from pathlib import Path

import pytest

from cli.asking import Answer, ask
from cli.exported_plans import DAY, a_plan_to_export, export
from ogdplan.workspace.spreadsheets.outgoing import OutBook, OutColumn, OutSheet
from ogdplan.workspace.spreadsheets.writing import write_book


@pytest.fixture
def nepal(plans: Path) -> Path:
    return a_plan_to_export(plans)


def taken_back(file: str, *words: str) -> Answer:
    return ask("import", "nepal", file, *words, "--as-of", DAY)


def test_column_is_mapped_on_the_sheets_that_have_it(nepal: Path) -> None:
    export("nepal", "--to", "b.xlsx")
    before = nepal.read_text(encoding="utf-8")

    answer = taken_back("b.xlsx", "--map", "Due=start")

    assert answer.code == 0
    text = nepal.read_text(encoding="utf-8")
    assert before.count("\ndue = ") == text.count("\ndue = ")
    assert "due = 2018-05-31\n" in text
    assert "start = 2018-05-31\n" in text


def test_key_is_asked_of_the_sheets_that_have_it(nepal: Path) -> None:
    sheets = (
        OutSheet(
            "Institutions", (OutColumn("Name"), OutColumn("Sector")), (("MoH", "government"),)
        ),
        OutSheet("Milestones", (OutColumn("Ref"), OutColumn("Title")), (("7", "New work"),)),
    )
    write_book(Path("w.xlsx"), OutBook(sheets))

    answer = taken_back("w.xlsx", "--key", "Ref")

    assert answer.code == 0
    text = nepal.read_text(encoding="utf-8")
    assert 'number = "7"\ntitle = "New work"\n' in text
    assert 'name = "MoH"\n' in text


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--map", "Nope=title"), 'no column called "Nope"'),
        (("--key", "Nope"), 'no column called "Nope"'),
        (("--map", "Due=nope"), 'no field of milestones called "nope"'),
        (("--map", "B=title"), "several sheets have a column B"),
        (("--as", "nope"), 'no kind of record called "nope"'),
        (("--sheet", "Plan"), 'the sheet "Plan" of this workbook only shows, and is not read'),
    ],
)
def test_option_that_no_sheet_takes_is_refused(
    nepal: Path, words: tuple[str, ...], message: str
) -> None:
    export("nepal", "--to", "b.xlsx")
    before = nepal.read_bytes()

    answer = taken_back("b.xlsx", *words)

    assert answer.code == 2
    assert message in answer.err
    assert nepal.read_bytes() == before


def test_values_of_a_mapping_go_to_the_sheets_that_have_the_field(nepal: Path) -> None:
    sheets = (
        OutSheet("Institutions", (OutColumn("Name"),), (("MoH",),)),
        OutSheet("Milestones", (OutColumn("Title"),), (("New work",),)),
    )
    write_book(Path("w.xlsx"), OutBook(sheets))
    mapping = '[columns]\nName = "name"\nTitle = "title"\n[values]\nsector = "academia"\n'
    Path("m.toml").write_text(mapping, encoding="utf-8")

    answer = taken_back("w.xlsx", "--mapping", "m.toml")

    assert answer.code == 0
    text = nepal.read_text(encoding="utf-8")
    assert 'name = "MoH"\nsector = "academia"\n' in text
    assert 'title = "New work"\n' in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as", "milestones"), "--as"),
        (("--map", "Nope=title"), "--map"),
        (("--key", "Nope"), "--key"),
        (("--as", "milestones", "--map", "Nope=title", "--key", "Nope"), "--as and no --map and"),
    ],
)
def test_form_takes_no_word_on_its_columns(nepal: Path, words: tuple[str, ...], said: str) -> None:
    export("nepal", "--template", "updates", "--lead", "moe", "--to", "f.xlsx")

    answer = taken_back("f.xlsx", *words)

    assert answer.code == 2
    assert f"a form of ogdplan takes no {said}" in answer.err


def test_form_may_be_called_what_it_is(nepal: Path) -> None:
    export("nepal", "--template", "updates", "--lead", "moe", "--to", "f.xlsx")

    assert taken_back("f.xlsx", "--as", "updates").code == 0
