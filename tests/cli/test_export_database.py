"""The database that `export` writes, read by sqlite3."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cli.exported_plans import DAY, a_plan_to_export, export
from safety.hostile import TEXT, hostile_plan


def ask_database(query: str, file: str = "x.sqlite") -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(query).fetchall()


def check_sound(file: str = "x.sqlite") -> None:
    assert ask_database("PRAGMA foreign_key_check", file) == []
    assert ask_database("PRAGMA integrity_check", file) == [("ok",)]


def test_view_has_one_row_a_milestone_as_of_the_day(plans: Path) -> None:
    a_plan_to_export(plans)

    answer = export("nepal", "--to", "x.sqlite")

    assert (answer.code, answer.out) == (0, "Wrote x.sqlite: 1 plan, 10 records\n")
    query = (
        "SELECT plan, id, status, health, lead, slip_days, delay_days, as_of "
        "FROM milestone_status ORDER BY due_last_day"
    )
    assert ask_database(query) == [
        ("nepal", "done", "completed", "completed", None, 0, 10, DAY),
        ("nepal", "portal", "in-progress", "overdue", "moe", 61, 30, DAY),
        ("nepal", "law", "not-started", "on-track", "office", 0, None, DAY),
    ]


def test_views_of_plans_and_commitments(plans: Path) -> None:
    a_plan_to_export(plans)
    a_plan_to_export(plans, "panama", country='"PAN"')

    export("--to", "x.sqlite")

    assert ask_database(
        "SELECT plan, country, milestones, completed, overdue, is_running FROM plan_status"
    ) == [("nepal", "NPL", 3, 1, 1, 1), ("panama", "PAN", 3, 1, 1, 1)]
    assert ask_database("SELECT plan, id, status, active FROM commitment_status") == [
        ("nepal", "open-data", "in-progress", 1),
        ("panama", "open-data", "in-progress", 1),
    ]
    check_sound()


def test_fields_lists_and_texts_have_their_tables(plans: Path) -> None:
    a_plan_to_export(plans)

    export("nepal", "--to", "x.sqlite")

    assert ask_database(
        "SELECT position, title, due, due_first_day, due_last_day, weight, timing "
        "FROM milestones WHERE id = 'law'"
    ) == [
        (
            *(2, "Pass the law; now, or later", "2018-Q4", "2018-10-01", "2018-12-31", 2.5),
            "fixed",
        )
    ]
    assert ask_database("SELECT id, position, value FROM milestones_supporting") == [
        ("law", 1, "moe"),
        ("law", 2, "office"),
    ]
    assert ask_database("SELECT label, percent FROM events_ratings ORDER BY position") == [
        ("very good", 60),
        ("good", 40),
    ]
    assert ask_database("SELECT language, text FROM texts WHERE id = 'portal'") == [
        ("en", "Build the portal"),
        ("es", "Construir el portal"),
    ]
    assert ask_database("SELECT value FROM metadata WHERE key = 'schema'") == [
        ("ogdplan/database/1",)
    ]
    assert ask_database('SELECT "on", due_from FROM updates') == [("2018-02-01", "2018-03-31")]


def test_keys_lead_from_records_to_records(plans: Path) -> None:
    a_plan_to_export(plans)

    export("nepal", "--to", "x.sqlite")

    keys = {row[2] for row in ask_database("PRAGMA foreign_key_list(milestones)")}
    assert keys == {"records", "commitments", "institutions"}
    with closing(sqlite3.connect("x.sqlite")) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("UPDATE milestones SET lead = 'nobody' WHERE id = 'law'")
        with pytest.raises(sqlite3.IntegrityError):
            connection.commit()


def test_plan_with_errors_loses_no_row_and_breaks_no_key(plans: Path) -> None:
    more = """
[[milestones]]
id = "portal"
title = "Another of that id"
lead = "nobody"
depends_on = ["nowhere", "law"]

[[updates]]
id = "of-a-step"
about = "train"
on = 2018-01-01
text = "About what nobody can report on"

[[accepted]]
rule = "overdue"
about = "gone"
reason = "So it is"
"""
    a_plan_to_export(plans, more=more)

    assert export("nepal", "--to", "x.sqlite").code == 0

    check_sound()
    assert ask_database("SELECT id, title, lead FROM milestones WHERE position = 4") == [
        ("portal (2)", "Another of that id", None)
    ]
    assert ask_database("SELECT count(*) FROM milestone_status") == [(4,)]
    assert ask_database("SELECT id, value FROM milestones_depends_on") == [
        ("portal", "law"),
        ("portal (2)", "law"),
    ]
    assert sorted(ask_database("SELECT kind, id, field, value, problem FROM faults")) == sorted(
        [
            ("milestone", "portal (2)", "id", "portal", "another record has this id"),
            ("milestone", "portal (2)", "lead", "nobody", "no such record"),
            ("milestone", "portal (2)", "depends_on", "nowhere", "no such record"),
            ("update", "of-a-step", "about", "train", "a record of another kind"),
            ("accepted", None, "about", "gone", "no such record"),
        ]
    )


def test_hostile_texts_are_data(plans: Path) -> None:
    text = "'); DROP TABLE milestones; --" + TEXT.replace("\0", "")
    hostile_plan(plans, "nepal", text)

    assert export("nepal", "--to", "x.sqlite").code == 0

    check_sound()
    assert ask_database("SELECT title, due_text FROM milestones WHERE id = 'portal'") == [
        (text, text)
    ]


def test_file_is_replaced_whole(plans: Path) -> None:
    a_plan_to_export(plans)
    Path("x.sqlite").write_bytes(b"something else")

    assert export("nepal", "--to", "x.sqlite").code == 0

    check_sound()
    assert sorted(path.name for path in Path().iterdir()) == ["plans", "x.sqlite"]


def test_database_of_the_public_has_no_such_columns(plans: Path) -> None:
    a_plan_to_export(plans)

    export("nepal", "--public", "--to", "x.sqlite")

    columns = {row[1] for row in ask_database("PRAGMA table_info(institutions)")}
    assert not columns & {"note", "contact"}
    assert "acronym" in columns
