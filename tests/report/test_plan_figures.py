from datetime import date

import pytest

from builders import a_plan
from ogdplan.findings import FindingCounts
from ogdplan.progress.plan import progress_of
from ogdplan.progress.summary import summary_of
from ogdplan.report import csv_text
from ogdplan.report.plan_figures import KEYS, PlanRow, plan_document, sheet

PLAN = """
[plan]
title = { en = "A plan", es = "Un plan" }
start = 2018-01-01
end = 2018-12-31

[[milestones]]
id = "portal"
title = "Portal"
due = 2018-05-31
"""


def a_row(toml: str = PLAN, plan_id: str = "panama") -> PlanRow:
    summary = summary_of(progress_of(a_plan(toml), date(2018, 6, 30)))
    return PlanRow(plan_id, summary, FindingCounts(1, error=1, warning=2, advice=3, accepted=4))


@pytest.mark.parametrize(
    ("plan_id", "parent"), [("saude", "brazil"), ("brazil", None)], ids=["other", "itself"]
)
def test_parent_is_another_plan(plan_id: str, parent: str | None) -> None:
    row = a_row('[plan]\nkind = "agency"\nparent = "brazil"', plan_id)

    assert row.parent == parent


def test_title_is_for_the_reader() -> None:
    assert plan_document(a_row(), "es")["title"] == "Un plan"
    assert plan_document(a_row(), None)["title"] == "A plan"


def test_sheet_has_a_row_a_plan_with_every_key() -> None:
    found = csv_text.table(sheet([a_row()], "es")).splitlines()

    assert found[0] == ",".join(KEYS)
    assert dict(zip(KEYS, found[1].split(","), strict=True)) == {
        "plan": "panama",
        "country": "PAN",
        "title": "Un plan",
        "kind": "national-ogd",
        "stage": "adopted",
        "start": "2018-01-01",
        "end": "2018-12-31",
        "completed_percent": "0",
        "elapsed_percent": "49",
        "milestones": "1",
        "active": "1",
        "completed": "0",
        "overdue": "1",
        "due_soon": "0",
        "open_challenges": "0",
        "unmitigated_challenges": "0",
        "lessons": "0",
        "open_next_steps": "0",
        "evidence_percent": "",
        "last_report": "",
        "stale": "false",
        "errors": "1",
        "warnings": "2",
    }


def test_no_plans_are_a_header() -> None:
    assert csv_text.table(sheet([], None)) == ",".join(KEYS) + "\n"
