import csv
import io
from pathlib import Path

import pytest

from cli.asking import AS_OF, ask, write_plan
from golden_files import check_golden
from ogdplan.cli.agenda import days_of
from ogdplan.errors import UsageError


def milestone(name: str, due: str) -> str:
    return f'[[milestones]]\nid = "{name}"\ntitle = "Do {name}"\nlead = "office"\ndue = {due}\n'


def test_agenda_has_milestones_next_steps_and_releases_by_date(samples: Path) -> None:
    answer = ask("agenda", "--as-of", AS_OF, "--within", "6m")

    assert (answer.code, answer.err) == (0, "")
    check_golden("agenda.txt", answer.out)


def test_json_has_exactly_the_keys_that_are_promised(plans: Path) -> None:
    write_plan(plans, "nepal", milestone("portal", '"2018-06"'))

    answer = ask("agenda", "--as-of", "2018-06-01", "--format", "json")

    assert (answer.code, answer.err) == (0, "")
    assert answer.document == {
        "schema": "ogdplan/agenda/1",
        "as_of": "2018-06-01",
        "within_days": 90,
        "items": [
            {
                "plan": "nepal",
                "kind": "milestone",
                "id": "portal",
                "title": "Do portal",
                "due": "2018-06",
                "day": "2018-06-30",
                "days": 29,
                "health": "due-soon",
                "lead": "office",
            }
        ],
        "unreadable": [],
    }


def test_csv_has_numbers_and_ids(samples: Path) -> None:
    answer = ask("agenda", "nepal", "--as-of", AS_OF, "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert rows[0] == {
        "due": "2018-03",
        "days": "-91",
        "plan": "nepal",
        "title": "Bring the amendment before Parliament",
        "health": "overdue",
        "lead": "nic",
        "kind": "milestone",
        "id": "pass-law",
    }


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("2018-06-29", "1 day late"),
        ("2018-06-28", "2 days late"),
        ("2018-06-30", "today"),
        ("2018-07-01", "in 1 day"),
        ("2018-07-02", "in 2 days"),
    ],
)
def test_days_are_said_in_words(plans: Path, due: str, words: str) -> None:
    write_plan(plans, "nepal", milestone("portal", due))

    assert f" {words}  nepal" in ask("agenda", "--as-of", AS_OF).out


def test_last_day_of_the_time_is_in_it_and_the_next_is_not(plans: Path) -> None:
    toml = milestone("in", "2018-07-10") + milestone("out", "2018-07-11")
    write_plan(plans, "nepal", toml)

    document = ask("agenda", "--as-of", AS_OF, "--within", "10d", "--format", "json").document

    assert [item["id"] for item in document["items"]] == ["in"]


def test_nothing_to_do_is_said_so(plans: Path) -> None:
    write_plan(plans, "nepal")

    answer = ask("agenda", "--as-of", AS_OF)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "Overdue, and due within 90 days of 2018-06-30\n\nNothing is overdue, and nothing is due.\n"
    )


def test_plan_that_cannot_be_read_is_named(plans: Path) -> None:
    write_plan(plans, "nepal", milestone("portal", "2018-07-01"))
    (plans / "broken.toml").write_text("format = 1\n", encoding="utf-8")

    answer = ask("agenda", "--as-of", AS_OF)

    assert answer.code == 1
    assert "Do portal" in answer.out
    assert answer.err.startswith("error: cannot read plans/broken.toml: ")


@pytest.mark.parametrize(
    ("time", "days"),
    [
        ("90d", 90),
        ("3", 3),
        ("0", 0),
        (" 12 W ", 84),
        ("1 week", 7),
        ("6m", 186),
        ("6 months", 186),
        ("1 month", 31),
        ("1y", 366),
        ("2 years", 732),
        ("10 days", 10),
        ("99999y", 36599634),
    ],
)
def test_length_of_time_is_read_as_people_write_it(time: str, days: int) -> None:
    assert days_of(time) == days


@pytest.mark.parametrize(
    "time",
    ["", "x", "d", "-3d", "1.5y", "3 decades", "5 minutes", "3 d w", "100000d", "٣d", "1d2w"],
)
def test_what_is_no_length_of_time_is_refused(time: str) -> None:
    with pytest.raises(UsageError) as caught:
        days_of(time)

    assert caught.value.message == f'"{time}" is no length of time'
    assert caught.value.hint == "write 90d, 12w, 6m or 1y"


def test_time_that_cannot_be_read_is_a_wrong_usage(plans: Path) -> None:
    answer = ask("agenda", "--within", "soon")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == ('error: "soon" is no length of time\nhint: write 90d, 12w, 6m or 1y\n')
