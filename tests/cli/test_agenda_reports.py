"""`agenda --reports`: who owes a report."""

import csv
import io
from pathlib import Path

from cli.asking import ask, write_plan
from cli.exported_plans import DAY, a_plan_to_export

SILENT = """
[[institutions]]
id = "moe"
name = "Ministry of Environment"
acronym = "MoE"
sector = "government"

[[milestones]]
id = "portal"
title = "Portal"
lead = "moe"
due = 2018-12-31

[[milestones]]
id = "law"
title = "Law"
due = 2018-12-31

[[milestones]]
id = "later"
title = "Later"
lead = "moe"
start = 2018-10-01
due = 2018-12-31

[[updates]]
id = "old"
about = "portal"
on = 2018-01-31
text = "Began"
"""


def test_who_owes_a_report_stands_there_the_longest_silence_first(plans: Path) -> None:
    write_plan(plans, "nepal", SILENT, reporting='"quarterly"')

    answer = ask("agenda", "--reports", "--as-of", DAY)

    assert (answer.code, answer.err) == (0, "")
    assert [line.split() for line in answer.lines[4:6]] == [
        ["nobody", "in", "charge", "nepal", "never", "1", "law"],
        ["MoE", "nepal", "2018-01-31", "150", "1", "portal"],
    ]


def test_json_has_exactly_the_keys_that_are_promised(plans: Path) -> None:
    write_plan(plans, "nepal", SILENT, reporting='"quarterly"')

    answer = ask("agenda", "--reports", "--as-of", DAY, "--format", "json")

    period = {"first": "2018-04-01", "last": DAY}
    assert answer.document == {
        "schema": "ogdplan/reports-owed/1",
        "as_of": DAY,
        "reports": [
            {
                "plan": "nepal",
                "lead": None,
                "name": None,
                "period": period,
                "last_report": None,
                "days": None,
                "milestones": ["law"],
            },
            {
                "plan": "nepal",
                "lead": "moe",
                "name": "MoE",
                "period": period,
                "last_report": "2018-01-31",
                "days": 150,
                "milestones": ["portal"],
            },
        ],
        "unreadable": [],
    }


def test_csv_has_numbers_and_ids(plans: Path) -> None:
    write_plan(plans, "nepal", SILENT, reporting='"quarterly"')

    answer = ask("agenda", "--reports", "--as-of", DAY, "--format", "csv")

    assert list(csv.DictReader(io.StringIO(answer.out)))[1] == {
        "lead": "moe",
        "plan": "nepal",
        "last_report": "2018-01-31",
        "days": "150",
        "running": "1",
        "milestones": "portal",
    }


def test_plans_together_are_ordered_by_silence(plans: Path) -> None:
    write_plan(plans, "nepal", SILENT, reporting='"quarterly"')
    a_plan_to_export(plans, "kenya", country='"KEN"')

    answer = ask("agenda", "--reports", "--as-of", DAY, "--format", "json")

    owed = [(each["plan"], each["lead"], each["days"]) for each in answer.document["reports"]]
    assert owed == [
        *(("kenya", "office", None), ("nepal", None, None)),
        *(("nepal", "moe", 150), ("kenya", "moe", 149)),
    ]


def test_nobody_owes_a_report_to_a_plan_that_is_over(plans: Path) -> None:
    write_plan(plans, "nepal", SILENT)

    answer = ask("agenda", "--reports", "--as-of", "2019-06-30")

    assert answer.lines[2:] == ["Nobody owes a report."]
