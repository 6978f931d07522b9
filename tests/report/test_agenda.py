from datetime import date

from builders_loaded import a_loaded
from ogdplan.actions.agenda import agenda_over
from ogdplan.report import agenda
from ogdplan.report.page import Cell, Lines
from ogdplan.report.segments import Style, plain
from ogdplan.report.view import View

AS_OF = date(2018, 6, 30)
TOML = """
[[institutions]]
id = "nic"
name = "Commission"
acronym = "NIC"
sector = "government"

[[milestones]]
id = "late"
title = "Late"
lead = "nic"
due = "2018-05"

[[next_steps]]
id = "next"
title = "Next"
due = 2018-07-01
"""


def view(*tomls: str) -> View:
    plans = [a_loaded(toml, f"plan-{number}") for number, toml in enumerate(tomls)]
    found = agenda_over(plans, as_of=AS_OF, within_days=90)
    return agenda.view(found, None)


def test_what_is_late_is_marked_and_what_comes_is_not() -> None:
    sheet = view(TOML).sheet

    assert sheet is not None
    assert sheet.rows[0] == (
        Cell("2018-05", Style.LATE, "▲", value="2018-05"),
        Cell("30 days late", Style.LATE, value=-30),
        Cell("plan-0"),
        Cell("Late"),
        Cell("Overdue", Style.LATE, "▲", value="overdue"),
        Cell("NIC", value="nic"),
        Cell("milestone", value="milestone"),
        Cell("late", Style.MUTED),
    )
    assert sheet.rows[1][:5] == (
        Cell("2018-07-01", Style.PLAIN, " ", value="2018-07-01"),
        Cell("in 1 day", value=1),
        Cell("plan-0"),
        Cell("Next"),
        Cell(""),
    )
    assert sheet.rows[1][6] == Cell("next step", value="next-step")


def test_milestone_of_a_plan_that_is_over_was_not_delivered() -> None:
    sheet = view(f'[plan]\nend = "2017"\n{TOML}').sheet

    assert sheet is not None
    assert sheet.rows[0][4] == Cell("Not delivered", Style.LATE, "▲", value="overdue")


def test_plans_are_put_together_by_day_then_plan() -> None:
    sheet = view(TOML, TOML).sheet

    assert sheet is not None
    assert [(row[3].text, row[2].text) for row in sheet.rows] == [
        ("Late", "plan-0"),
        ("Late", "plan-1"),
        ("Next", "plan-0"),
        ("Next", "plan-1"),
    ]


def test_nothing_to_do_is_said_and_csv_has_a_header() -> None:
    found = view("")

    _, nothing = found.page.blocks
    assert isinstance(nothing, Lines)
    assert plain(nothing.lines) == "Nothing is overdue, and nothing is due.\n"
    assert found.sheet is not None
    assert found.sheet.rows == ()
