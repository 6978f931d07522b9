"""The calendar that `export` writes, read by icalendar."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from cli.asking import write_plan
from cli.exported_plans import a_plan_to_export, export
from safety.hostile import TEXT, hostile_plan, steering

WORK = "[[milestones]]\ndue = 2018-08-01\n"


# Any: each property of an event has a type of its own.
def events_in(file: str = "x.ics") -> dict[str, Any]:
    """Return the events of a calendar by their UID; no two have the same."""
    found = Calendar.from_ical(Path(file).read_bytes()).walk("VEVENT")
    events = {str(each["uid"]): each for each in found}
    assert len(events) == len(found)
    return events


def test_calendar_has_what_is_to_come_and_nothing_that_is_done(plans: Path) -> None:
    a_plan_to_export(plans)

    answer = export("nepal", "--to", "x.ics")

    assert (answer.code, answer.out) == (0, "Wrote x.ics: 1 plan\n")
    days = {
        uid: (str(each["summary"]), each["dtstart"].dt, each["dtend"].dt)
        for uid, each in events_in().items()
    }
    one = timedelta(days=1)
    assert days == {
        "nepal.portal.ogdplan": (
            "Milestone: Build the portal",
            date(2018, 5, 31),
            date(2018, 5, 31) + one,
        ),
        "nepal.law.ogdplan": (
            "Milestone: Pass the law; now, or later",
            date(2018, 12, 31),
            date(2019, 1, 1),
        ),
        "nepal.train.ogdplan": (
            "Next step: Train the trainers",
            date(2018, 9, 30),
            date(2018, 10, 1),
        ),
        "nepal.budget.ogdplan": (
            "Release of data: The budget",
            date(2018, 8, 1),
            date(2018, 8, 2),
        ),
        "nepal.meeting.ogdplan": ("The meeting", date(2018, 7, 2), date(2018, 7, 5)),
    }


def test_entry_says_who_is_in_charge_how_it_stands_and_where_to_read_on(plans: Path) -> None:
    a_plan_to_export(plans)

    export("nepal", "--to", "x.ics")

    found = events_in()
    portal = found["nepal.portal.ogdplan"]
    assert str(portal["description"]).split("\n") == [
        "Milestone of A plan",
        "Deadline: 31 May 2018",
        "In charge: MoE",
        "Status: In progress",
        "Id: nepal#portal",
    ]
    assert portal["categories"].cats == ["Milestone", "In progress", "Overdue"]
    assert str(portal["url"]) == "https://data.example/portal"
    assert str(found["nepal.budget.ogdplan"]["url"]) == "https://data.example/budget"
    assert str(found["nepal.meeting.ogdplan"]["location"]) == "The Hague"
    assert "DTSTART;VALUE=DATE:20180531" in Path("x.ics").read_text()


@pytest.mark.parametrize(
    ("facts", "address"),
    [
        ('[[datasets]]\nplanned = 2018-08-01\nurl = "https://data.example/own"', "own"),
        (f'{WORK}evidence = ["a letter", "https://data.example/evidence"]', "evidence"),
        (f'{WORK}evidence = ["a letter"]', "source"),
    ],
)
def test_source_is_where_to_read_on_only_where_a_record_has_nothing_of_its_own(
    plans: Path, facts: str, address: str
) -> None:
    record = 'id = "r"\ntitle = "R"\nsources = ["https://data.example/source"]\n'
    write_plan(plans, "nepal", f"{facts}\n{record}")

    export("nepal", "--to", "x.ics")

    assert str(events_in()["nepal.r.ogdplan"]["url"]) == f"https://data.example/{address}"


def test_later_file_updates_the_entries_of_an_earlier_one(plans: Path) -> None:
    plan = a_plan_to_export(plans)
    export("nepal", "--to", "before.ics")
    plan.write_text(plan.read_text().replace('due = "2018-Q4"', 'due = "2019-Q1"'))

    export("nepal", "--to", "after.ics", day="2018-07-01")

    before, after = (events_in(name)["nepal.law.ogdplan"] for name in ("before.ics", "after.ics"))
    assert after["dtstart"].dt == date(2019, 3, 31)
    for field in ("sequence", "dtstamp", "last-modified"):
        was, now = (getattr(each[field], "dt", each[field]) for each in (before, after))
        assert was < now


def test_calendar_speaks_the_language_that_is_asked_for(plans: Path) -> None:
    a_plan_to_export(plans)

    export("nepal", "--to", "x.ics", "--lang", "es")

    portal = events_in()["nepal.portal.ogdplan"]
    assert str(portal["summary"]) == "Hito: Construir el portal"
    assert "Plazo: 31 de mayo de 2018" in str(portal["description"])


def test_lines_are_folded_and_end_as_the_standard_says(plans: Path) -> None:
    more = f'[[milestones]]\nid = "long"\ntitle = "{"नेपाल; " * 60}"\ndue = 2019-01-01\n'
    a_plan_to_export(plans, more=more)

    export("nepal", "--to", "x.ics")

    lines = Path("x.ics").read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(b"\n" not in line for line in lines)
    assert str(events_in()["nepal.long.ogdplan"]["summary"]).endswith("नेपाल; ")


def test_text_of_a_plan_can_neither_add_a_line_nor_steer(plans: Path) -> None:
    evil = "x\\nEND:VEVENT\\nBEGIN:VALARM" + TEXT
    hostile_plan(plans, "nepal", evil)

    assert export("nepal", "--to", "x.ics", day="2017-01-01").code == 0

    text = Path("x.ics").read_bytes().decode()
    assert steering(text.replace("\r\n", "")) == []
    assert len(events_in()) == 5
    assert [each.name for each in Calendar.from_ical(text).walk()] == ["VCALENDAR"] + ["VEVENT"] * 5


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ('"2018-08"', "", date(2018, 8, 1), date(2018, 9, 1)),
        ("2018-08-05", "end = 2018-08-03", date(2018, 8, 3), date(2018, 8, 6)),
    ],
)
def test_meeting_covers_all_its_days(
    plans: Path, start: str, end: str, first: date, last: date
) -> None:
    event = f'[[events]]\nid = "e"\ntitle = "E"\nkind = "workshop"\nstart = {start}\n{end}\n'
    write_plan(plans, "nepal", event)

    export("nepal", "--to", "x.ics")

    found = events_in()["nepal.e.ogdplan"]
    assert (found["dtstart"].dt, found["dtend"].dt) == (first, last)


def test_last_day_of_the_calendar_is_a_day_too(plans: Path) -> None:
    write_plan(plans, "nepal", '[[milestones]]\nid = "m"\ntitle = "M"\ndue = "9999"\n')

    assert export("nepal", "--to", "x.ics").code == 0
    assert events_in()["nepal.m.ogdplan"]["dtstart"].dt == date.max


def test_plans_of_folders_and_records_of_one_id_have_entries_of_their_own(plans: Path) -> None:
    work = '[[milestones]]\nid = "m"\ntitle = "M"\ndue = "2019"\n'
    write_plan(plans, "brazil/saude", work, country='"BRA"', kind='"agency"')
    write_plan(plans, "nepal", work + work)

    export("--to", "x.ics")

    assert set(events_in()) == {
        *("brazil.saude.m.ogdplan", "nepal.m.ogdplan", "nepal.m(2).ogdplan"),
    }
