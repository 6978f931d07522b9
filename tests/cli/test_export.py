"""What `export` writes, read by other programs' readers."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from cli.asking import ask, write_plan
from cli.exported_plans import DAY, a_plan_to_export, export
from ogdplan.model.kinds import KINDS, fields_of, kind_named

SHEETS = [
    *("Read me", "Plan", "Institutions", "Instruments", "Commitments", "Milestones", "Updates"),
    *("Challenges", "Lessons", "Next steps", "Datasets", "Indicators", "Measurements", "Events"),
    *("Resources", "Assessments"),
]
COMPUTED = [
    *("Computed status", "Computed health", "Computed lead"),
    *("Computed slip in days", "Computed delay in days"),
]


def rows_of(file: Path, sheet: str) -> list[dict[str, object]]:
    """Return the rows of a sheet by their headings."""
    heading, *rows = openpyxl.load_workbook(file)[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, heading), row, strict=True)) for row in rows if any(row)]


def rows_in(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))


# Workbooks.


def test_workbook_has_a_sheet_that_explains_one_of_the_plan_and_one_a_kind(plans: Path) -> None:
    a_plan_to_export(plans)

    answer = export("nepal", "--to", "nepal.xlsx")

    assert (answer.code, answer.out, answer.err) == (
        0,
        "Wrote nepal.xlsx: 1 plan, 10 records\n",
        "",
    )
    book = openpyxl.load_workbook("nepal.xlsx")
    assert book.sheetnames[: len(SHEETS)] == SHEETS
    assert all(sheet.sheet_state == "hidden" for sheet in book.worksheets[len(SHEETS) :])
    assert book.custom_doc_props["ogdplan"].value == "workbook/1 nepal"
    assert {sheet.freeze_panes for sheet in book.worksheets[: len(SHEETS)]} == {"A2"}


def test_sheet_has_all_fields_then_how_records_stand(plans: Path) -> None:
    a_plan_to_export(plans)

    export("nepal", "--to", "nepal.xlsx")

    portal, law, done = rows_of(Path("nepal.xlsx"), "Milestones")
    assert list(portal)[:4] == ["ID", "Number", "Title", "Title (en)"]
    assert list(portal)[-5:] == COMPUTED
    assert (portal["Title"], portal["Title (es)"]) == (None, "Construir el portal")
    assert (law["Title"], law["Title (es)"]) == ("Pass the law; now, or later", None)
    assert portal["Number"] == "1.10"
    assert str(portal["Due"]) == "2018-05-31 00:00:00"
    assert law["Due"] == "2018-Q4"
    assert portal["Status"] == "In progress"
    assert (portal["Timing"], portal["Weight"], law["Weight"]) == (None, None, 2.5)
    assert law["Supporting"] == "moe\noffice"
    assert [portal[name] for name in COMPUTED] == ["In progress", "▲ Overdue", "moe", 61, 30]
    assert [done[name] for name in COMPUTED][1:] == ["✔ Completed", None, 0, 10]
    (meeting,) = rows_of(Path("nepal.xlsx"), "Events")
    assert meeting["Ratings"] == "very good = 60\ngood = 40"


def test_cells_offer_what_they_may_hold(plans: Path) -> None:
    a_plan_to_export(plans)

    export("nepal", "--to", "nepal.xlsx")

    sheet = openpyxl.load_workbook("nepal.xlsx")["Milestones"]
    column = {cell.value: cell.column_letter for cell in sheet[1]}
    lists = {
        letter: each.formula1
        for each in sheet.data_validations.dataValidation
        for letter in [str(each.sqref).rstrip("0123456789:")[:2].rstrip("0123456789")]
    }
    assert "moe" in lists[column["Lead"]]
    assert "open-data" in lists[column["Commitment"]]
    assert "Not started" in lists[column["Status"]]
    assert column["Depends on"] not in lists  # a list has one entry a line


def test_web_addresses_are_links_and_health_has_its_colours(plans: Path) -> None:
    a_plan_to_export(plans)

    export("nepal", "--to", "nepal.xlsx")

    sheet = openpyxl.load_workbook("nepal.xlsx")["Milestones"]
    links = [cell.hyperlink.target for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links == ["https://data.example/portal"]
    rules = {rule.formula[0] for found in sheet.conditional_formatting for rule in found.rules}
    assert '"▲ Overdue"' in " ".join(rules)
    assert '"▲ Not delivered"' in " ".join(rules)
    heading = {cell.value: cell for cell in sheet[1]}
    status, computed = (sheet.cell(2, heading[name].column) for name in ("Status", COMPUTED[0]))
    assert status.fill.fgColor.rgb != computed.fill.fgColor.rgb


def test_column_is_no_wider_than_what_it_holds(plans: Path) -> None:
    a_plan_to_export(plans)
    export("nepal", "--to", "nepal.xlsx")

    sheet = openpyxl.load_workbook("nepal.xlsx")["Milestones"]

    width = {
        str(cell.value): sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]
    }
    assert width["ID"] < width["Title (en)"] < width["Title"] < 41
    # Nothing is in it yet; there is room to write.
    assert 12 <= width["Withdrawn"] < 14


def test_pages_across_repeat_the_columns_up_to_the_title(plans: Path) -> None:
    long = [f'{field} = "{"long " * 9}"\n' for field in ("expected_output", "note", "due_text")]
    path = write_plan(plans, "nepal", '[[milestones]]\nid = "m"\ntitle = "T"\n' + "".join(long))
    path.with_name("kenya.toml").write_bytes(path.read_bytes())
    assert ask("export", "nepal", "--to", "one.xlsx").code == 0
    assert ask("export", "nepal", "kenya", "--to", "two.xlsx").code == 0

    one, two = (openpyxl.load_workbook(name)["Milestones"] for name in ("one.xlsx", "two.xlsx"))

    assert [one["C1"].value, two["D1"].value] == ["Title", "Title"]
    assert [one.print_title_cols, two.print_title_cols] == ["$A:$C", "$A:$D"]


def test_explanation_names_every_column(plans: Path) -> None:
    a_plan_to_export(plans)

    export("nepal", "--to", "nepal.xlsx")

    guide = rows_of(Path("nepal.xlsx"), "Read me")
    told = {row["Column"] for row in guide if row["Sheet"] == "Milestones"} - {None}
    assert len(told) == len(fields_of(kind_named("milestone").model))
    said = " ".join(str(row["What it says"]) for row in guide)
    assert "ogdplan import nepal FILE" in said
    (weight,) = (r for r in guide if (r["Sheet"], r["Column"]) == ("Milestones", "Weight"))
    assert weight["How to fill it"] == "A number; empty means 1"


def test_workbook_of_several_plans_names_them_and_is_not_read_back(plans: Path) -> None:
    a_plan_to_export(plans)
    a_plan_to_export(plans, "panama", country='"PAN"')

    answer = export("--to", "all.xlsx")

    assert answer.out == "Wrote all.xlsx: 2 plans, 20 records\n"
    assert [row["Plan"] for row in rows_of(Path("all.xlsx"), "Updates")] == ["nepal", "panama"]
    book = openpyxl.load_workbook("all.xlsx")
    assert book.custom_doc_props["ogdplan"].value == "tables/1"
    before = (plans / "nepal.toml").read_bytes()
    assert ask("import", "nepal", "all.xlsx", "--as-of", DAY).code == 2
    assert (plans / "nepal.toml").read_bytes() == before


def test_ods_has_the_same_rows_as_xlsx(plans: Path) -> None:
    a_plan_to_export(plans)

    export("nepal", "--to", "nepal.xlsx")
    export("nepal", "--to", "nepal.ods")

    from ogdplan.workspace.spreadsheets.reading import read_book  # noqa: PLC0415

    xlsx, ods = (read_book(Path(name)) for name in ("nepal.xlsx", "nepal.ods"))
    assert xlsx.properties == ods.properties
    assert [(each.name, each.rows) for each in xlsx.tables if each.name in SHEETS] == [
        (each.name, each.rows) for each in ods.tables if each.name in SHEETS
    ]


# CSV and JSON.


def test_csv_is_the_sheet_of_a_kind(plans: Path) -> None:
    a_plan_to_export(plans)

    answer = export("nepal", "--as", "milestones", "--to", "m.csv")
    export("nepal", "--to", "nepal.xlsx")

    assert (answer.code, answer.out) == (0, "Wrote m.csv: 1 plan, 3 milestones\n")
    assert Path("m.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    rows = rows_in(Path("m.csv"))
    assert list(rows[0]) == list(rows_of(Path("nepal.xlsx"), "Milestones")[0])
    assert [row["Due"] for row in rows] == ["2018-05-31", "2018-Q4", "2017-06"]


@pytest.mark.parametrize("name", ["next-steps", "next-step", "next_steps", "Next steps"])
def test_kind_can_be_called_as_people_call_it(plans: Path, name: str) -> None:
    a_plan_to_export(plans)

    assert export("nepal", "--as", name, "--to", "steps.csv").code == 0
    assert [row["ID"] for row in rows_in(Path("steps.csv"))] == ["train"]


def test_json_has_every_field_as_in_the_file(plans: Path) -> None:
    a_plan_to_export(plans)

    assert export("nepal", "--to", "nepal.json").code == 0

    document = json.loads(Path("nepal.json").read_text("utf-8"))
    assert {key: document[key] for key in ("schema", "as_of", "unreadable")} == {
        "schema": "ogdplan/export/1",
        "as_of": DAY,
        "unreadable": [],
    }
    (plan,) = document["plans"]
    assert plan["id"] == "nepal"
    assert list(plan["data"]) == [
        *("format", "plan", "institutions", "commitments", "milestones", "updates"),
        *("next_steps", "datasets", "events"),
    ]
    assert plan["data"]["milestones"][0] == {
        "id": "portal",
        "number": "1.10",
        "title": {"en": "Build the portal", "es": "Construir el portal"},
        "commitment": "open-data",
        "due": "2018-05-31",
        "status": "in-progress",
        "depends_on": ["law"],
        "evidence": ["https://data.example/portal"],
    }
    assert plan["data"]["events"][0]["ratings"] == {"very good": 60, "good": 40}


# What is left out, refused, or wrong.


@pytest.mark.parametrize("ending", ["xlsx", "ods", "json", "ics", "sqlite", "csv"])
def test_public_file_has_no_note_and_no_contact(plans: Path, ending: str) -> None:
    a_plan_to_export(plans, more='[[accepted]]\nrule = "missing-due"\nreason = "private reason"\n')
    kind = ("--as", "institutions") if ending == "csv" else ()

    assert export("nepal", "--public", *kind, "--to", f"x.{ending}").code == 0

    found = Path(f"x.{ending}").read_bytes()
    if ending in ("xlsx", "ods"):
        from ogdplan.workspace.spreadsheets.reading import read_book  # noqa: PLC0415

        found = repr(read_book(Path(f"x.{ending}")).tables).encode()
    assert b"private remark" not in found
    assert b"private reason" not in found
    assert b"open data office" not in found
    if ending == "json":
        assert b'"name"' in found


@pytest.mark.parametrize("ending", ["xlsx", "ods", "json", "ics", "sqlite", "csv"])
def test_same_plan_gives_the_same_bytes(plans: Path, ending: str) -> None:
    a_plan_to_export(plans)
    kind = ("--as", "milestones") if ending == "csv" else ()

    export("nepal", *kind, "--to", f"a.{ending}")
    export("nepal", *kind, "--to", f"b.{ending}")

    assert Path(f"a.{ending}").read_bytes() == Path(f"b.{ending}").read_bytes()


@pytest.mark.parametrize("ending", ["xlsx", "ods", "json", "ics", "sqlite", "csv"])
def test_plan_without_records_can_be_exported(plans: Path, ending: str) -> None:
    write_plan(plans, "empty")
    kind = ("--as", "milestones") if ending == "csv" else ()

    assert export("empty", *kind, "--to", f"x.{ending}").code == 0
    assert Path(f"x.{ending}").stat().st_size


def test_broken_plan_is_named_and_the_others_are_written(plans: Path) -> None:
    a_plan_to_export(plans)
    (plans / "kenya.toml").write_text("format = 1\n[plan]\ntitle = 3\n")

    answer = export("--to", "all.json")

    assert (answer.code, answer.out) == (1, "Wrote all.json: 1 plan, 10 records\n")
    assert "cannot read plans/kenya.toml" in answer.err
    assert json.loads(Path("all.json").read_text())["unreadable"] == ["plans/kenya.toml"]


def test_nothing_is_written_where_no_plan_can_be_read(plans: Path) -> None:
    (plans / "kenya.toml").write_text("format = 1\n[plan]\ntitle = 3\n")

    assert export("kenya", "--to", "x.json").code == 1
    assert not Path("x.json").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--to", "x.csv"), "a CSV file holds one kind of record"),
        (("--to", "x.pdf"), "x.pdf does not say what is to be written"),
        (("--to", "x"), "x does not say what is to be written"),
        (("--to", "x.ics", "--as", "events"), "a file .ics has all kinds of record"),
        (("--to", "x.csv", "--as", "tasks"), 'no kind of record called "tasks"'),
        (("--to", "x.xlsx", "--lead", "moe"), "--lead needs --template"),
        (("--to", "x.csv", "--template", "updates", "--lead", "moe"), "x.csv cannot be a form"),
        (("--to", "x.ods", "--template", "updates"), "a form is for one institution"),
        (
            ("--to", "x.ods", "--template", "updates", "--lead", "moi"),
            'no institution called "moi" in nepal',
        ),
    ],
)
def test_what_cannot_be_written_is_said(plans: Path, words: tuple[str, ...], message: str) -> None:
    a_plan_to_export(plans)

    answer = export("nepal", *words)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"error: {message}\nhint: ")
    assert sorted(path.name for path in Path().iterdir()) == ["plans"]


def test_csv_without_a_kind_lists_the_kinds(plans: Path) -> None:
    a_plan_to_export(plans)

    hint = export("nepal", "--to", "x.csv").err.splitlines()[1]

    assert all(kind.table.replace("_", "-") in hint for kind in KINDS)


def test_two_plans_of_one_id_are_not_mixed(plans: Path, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        write_plan(tmp_path / folder, "nepal")

    answer = export("a/nepal.toml", "b/nepal.toml", "--to", "x.sqlite")

    assert answer.code == 2
    assert "both have the plan id nepal" in answer.err


def test_a_file_of_plans_is_never_written_over(plans: Path) -> None:
    before = a_plan_to_export(plans).read_bytes()

    assert export("nepal", "--to", "plans/nepal.toml").code == 2
    assert (plans / "nepal.toml").read_bytes() == before


def test_text_that_could_be_a_formula_is_none(plans: Path) -> None:
    formula = """[[milestones]]\nid = "trap"\ntitle = '=HYPERLINK("https://evil.example";1)'\n"""
    a_plan_to_export(plans, more=formula)

    export("nepal", "--to", "x.xlsx")
    export("nepal", "--as", "milestones", "--to", "x.csv")

    cells = [cell for row in openpyxl.load_workbook("x.xlsx")["Milestones"] for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert rows_in(Path("x.csv"))[-1]["Title"].startswith("'=HYPERLINK")


# The form.


def form(*words: str, day: str = DAY) -> Path:
    file = Path("form.xlsx")
    template = ("--template", "updates", "--lead", "moe")
    assert export("nepal", *template, "--to", str(file), *words, day=day).code == 0
    return file


def test_form_asks_about_the_running_milestones_of_an_institution(plans: Path) -> None:
    a_plan_to_export(plans)

    book = openpyxl.load_workbook(form())

    assert book.custom_doc_props["ogdplan"].value == "updates/1 nepal moe 2018-04-01 2018-06-30"
    assert book.sheetnames[:3] == ["Instructions", "Reports", "ogdplan"]
    assert book["ogdplan"].sheet_state == "hidden"
    heading, row = book["Reports"].iter_rows(values_only=True, max_row=2)
    assert heading[:6] == (
        *("Id", "Milestone", "Deadline", "Status so far", "Last report", "Status now"),
    )
    assert row[:5] == (
        *("portal", "Build the portal", openpyxl.utils.datetime.from_excel(43251)),
        *("In progress", "1 February 2018: Began late"),
    )
    assert row[5:] == (None,) * 6
    assert book["Reports"].max_row <= 3


def test_form_shows_no_report_of_a_later_day_than_it_is_made_for(plans: Path) -> None:
    later = '[[updates]]\nid = "second"\nabout = "portal"\non = 2018-05-05\ntext = "Second"\n'
    a_plan_to_export(plans, more=later)

    shown = {
        day: rows_of(form(day=day), "Reports")[0]["Last report"]
        for day in ("2018-03-01", "2018-05-04", "2018-05-05")
    }

    assert shown == {
        "2018-03-01": "1 February 2018: Began late",
        "2018-05-04": "1 February 2018: Began late",
        "2018-05-05": "5 May 2018: Second",
    }


def test_form_is_printed_on_one_page_across(plans: Path) -> None:
    a_plan_to_export(plans)

    book = openpyxl.load_workbook(form())

    for sheet in (book["Instructions"], book["Reports"]):
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_form_speaks_the_language_of_its_reader(plans: Path) -> None:
    a_plan_to_export(plans)

    book = openpyxl.load_workbook(form("--lang", "es"))

    assert book.sheetnames[:2] == ["Instrucciones", "Informes"]
    heading, row = book["Informes"].iter_rows(values_only=True, max_row=2)
    assert heading[1:4] == ("Hito", "Fecha límite", "Estado hasta ahora")
    assert row[1] == "Construir el portal"
    codes = {row[1:] for row in book["ogdplan"].iter_rows(values_only=True)}
    assert ("in-progress", "En curso") in codes
    assert ("text", "Qué se hizo") in codes


@pytest.mark.parametrize("name", ["MoE", "ministry of environment", "Ministerio de Ambiente", "mo"])
def test_institution_of_a_form_is_named_as_in_other_commands(plans: Path, name: str) -> None:
    a_plan_to_export(plans)

    answer = export("nepal", "--template", "updates", "--lead", name, "--to", "f.xlsx")

    assert answer.out == "Wrote f.xlsx: moe, 1 running milestone\n"


def test_two_institutions_of_one_name_get_no_form(plans: Path) -> None:
    other = '[[institutions]]\nid = "ngo"\nname = "N"\nacronym = "moe"\nsector = "academia"\n'
    a_plan_to_export(plans, more=other)

    answer = export("nepal", "--template", "updates", "--lead", "MOE", "--to", "f.xlsx")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith('error: "MOE" fits more than one institution: moe, ngo\n')
    assert not Path("f.xlsx").exists()


def test_institution_without_running_milestones_gets_no_form(plans: Path) -> None:
    club = '[[institutions]]\nid = "club"\nname = "A club"\nsector = "civil-society"\n'
    a_plan_to_export(plans, more=club)

    answer = export("nepal", "--template", "updates", "--lead", "club", "--to", "f.xlsx")

    assert answer.code == 2
    assert "club is in charge of no running milestone of nepal" in answer.err
    assert "moe, office" in answer.err


@pytest.mark.parametrize("ending", ["xlsx", "ods", "json", "ics", "sqlite", "csv"])
def test_file_that_cannot_be_written_hints_at_the_option_of_export(
    plans: Path, ending: str
) -> None:
    a_plan_to_export(plans)
    kind = ("--as", "milestones") if ending == "csv" else ()

    answer = ask("export", "nepal", *kind, "--to", f"nowhere/plan.{ending}")

    assert answer.code != 0
    assert "hint: choose another file with --to" in answer.err
