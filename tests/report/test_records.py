from datetime import date

import pytest

from builders_loaded import a_loaded
from ogdplan.actions.records import keep
from ogdplan.model.kinds import KINDS, Kind, field_named, kind_named
from ogdplan.report import records
from ogdplan.report.page import Fit, Heading, Lines, Sheet
from ogdplan.report.segments import plain, words
from ogdplan.report.standing import KEYS
from ogdplan.report.terminal.pages import laid_out
from ogdplan.report.view import View

AS_OF = date(2018, 6, 30)
LESSONS = """
[[lessons]]
id = "ask-users"
title = "Ask users"
category = "prioritise-with-users"
helps_with = ["other", "fear-to-release"]

[[lessons]]
id = "audit"
title = { en = "Audit", es = "Auditar" }
category = "audit-and-accountability"
kind = "avoid"
"""


def view(kind: str, *tomls: str, language: str | None = None) -> View:
    plans = [a_loaded(toml, f"plan-{number}") for number, toml in enumerate(tomls)]
    found = keep(plans, kind_named(kind), {}, as_of=AS_OF)
    return records.view(found, kind_named(kind), as_of=AS_OF, language=language)


def shown(kind: str, *tomls: str, language: str | None = None) -> list[str]:
    page = view(kind, *tomls, language=language).page
    return [words(line) for line in laid_out(page, width=None)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_columns_of_every_kind_are_fields_or_figures(kind: Kind) -> None:
    for name in records.SHOWN[kind.name]:
        if name.startswith("@"):
            assert name[1:] in KEYS[kind.name]
        else:
            assert field_named(kind.model, name) is not None


def test_every_kind_has_columns() -> None:
    assert set(records.SHOWN) == {kind.name for kind in KINDS}


def test_list_has_id_title_and_the_weightiest_columns() -> None:
    assert shown("lesson", LESSONS) == [
        "2 lessons on 2018-06-30",
        "",
        "Id         Title      Kind    Category                  Helps with",
        "─" * 78,
        "ask-users  Ask users  Repeat  Prioritise with users     Other, Fear to release",
        "audit      Audit      Avoid   Audit and accountability",
    ]


def test_list_over_several_plans_names_them() -> None:
    lines = shown("lesson", LESSONS, LESSONS)

    assert lines[2].startswith("Plan    Id         Title ")
    assert [line.split()[0] for line in lines[4:]] == ["plan-0", "plan-0", "plan-1", "plan-1"]


def test_columns_that_no_record_fills_are_left_out() -> None:
    assert "Helps with" not in shown("lesson", LESSONS.replace("helps_with", "sources"))[2]


def test_texts_are_in_the_language_asked_for() -> None:
    assert shown("lesson", LESSONS, language="es")[5].startswith("audit      Auditar")


def test_no_records_are_said_so() -> None:
    found = view("lesson", "")

    heading, nothing = found.page.blocks
    assert heading == Heading("0 lessons on 2018-06-30", 1)
    assert isinstance(nothing, Lines)
    assert plain(nothing.lines) == "There are no lessons to list.\n"


def test_one_record_is_counted_as_one() -> None:
    step = '[[next_steps]]\nid = "a"\ntitle = "A"\n'

    assert shown("next-step", step)[0] == "1 next step on 2018-06-30"
    assert shown("next-step", step + step.replace('"a"', '"b"'))[0] == "2 next steps on 2018-06-30"


def test_title_wraps_and_the_id_stays_longer_than_most() -> None:
    (table,) = [block for block in view("lesson", LESSONS).page.blocks if isinstance(block, Sheet)]

    columns = {column.key: (column.priority, column.fit) for column in table.columns}
    assert columns["title"] == (0, Fit.WRAPPED)
    assert columns["id"] == (2, Fit.WHOLE)


def test_value_of_a_measurement_stands_right_and_is_a_number_in_csv() -> None:
    found = view(
        "measurement", '[[measurements]]\nid = "a"\nindicator = "i"\non = "2018"\nvalue = -5'
    )

    (table,) = [block for block in found.page.blocks if isinstance(block, Sheet)]
    assert {column.key: column.align for column in table.columns}["value"] == "right"
    assert found.sheet is not None
    keys = [column.key for column in found.sheet.columns]
    assert found.sheet.rows[0][keys.index("value")].value == -5


def test_csv_has_lists_and_tables_in_one_cell_each() -> None:
    event = """
    [[events]]
    id = "a"
    title = "A"
    kind = "workshop"
    start = 2018-01-01
    ratings = { "useful" = 90, "long" = 10 }
    sources = ["one", "two"]
    """
    found = view("event", event).sheet

    assert found is not None
    row = dict(zip([column.key for column in found.columns], found.rows[0], strict=True))
    assert row["plan"].text == "plan-0"
    assert row["ratings"].text == "useful=90; long=10"
    assert row["sources"].text == "one; two"
    assert row["participants"].text == ""


def test_document_has_every_field_and_under_at_date_how_it_stands() -> None:
    document = view("next-step", '[[next_steps]]\nid = "a"\ntitle = "A"\n').document

    assert document == {
        "schema": "ogdplan/next-step-list/1",
        "as_of": "2018-06-30",
        "records": [
            {
                "plan": "plan-0",
                "id": "a",
                "number": None,
                "title": "A",
                "theme": None,
                "description": None,
                "lead": None,
                "due": None,
                "status": "open",
                "addresses": [],
                "promoted_to": None,
                "sources": [],
                "note": None,
                "at_date": {"status": "open"},
            }
        ],
        "unreadable": [],
    }
