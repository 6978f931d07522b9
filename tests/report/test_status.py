from collections.abc import Sequence
from datetime import date

import pytest

from builders import a_plan
from builders_loaded import a_place
from ogdplan.actions.examination import Surveyed
from ogdplan.actions.survey import Survey
from ogdplan.findings import count
from ogdplan.progress.plan import progress_of
from ogdplan.progress.summary import summary_of
from ogdplan.report import status
from ogdplan.report.page import Cell, Gauge, Lines, Sheet
from ogdplan.report.segments import Style, plain
from ogdplan.report.view import View
from report.finding_samples import a_finding

AS_OF = date(2018, 6, 30)


def surveyed(plan_id: str, toml: str = "", *, rules: Sequence[str] = ()) -> Surveyed:
    summary = summary_of(progress_of(a_plan(toml), AS_OF))
    findings = tuple(a_finding(rule) for rule in rules)
    counts = count(findings, plans=1)
    return Surveyed(a_place(plan_id), findings, counts, yields_plan=True, summary=summary)


def view(*plans: Surveyed, only_running: bool = False) -> View:
    return status.view(Survey(plans), as_of=AS_OF, language=None, only_running=only_running)


def sheet(*plans: Surveyed) -> Sheet:
    (found,) = [block for block in view(*plans).page.blocks if isinstance(block, Sheet)]
    return found


def cell(plan: Surveyed, heading: str) -> Cell:
    table = sheet(plan)
    (index,) = [i for i, column in enumerate(table.columns) if column.heading == heading]
    return table.rows[0][index]


RUNNING = '[plan]\nstart = "2017"\nend = "2018"\nreporting = "monthly"\n'
LATE = '[[milestones]]\nid = "a"\ntitle = "A"\ndue = 2018-06-29\n'
SOON = '[[milestones]]\nid = "b"\ntitle = "B"\ndue = 2018-07-29\n'
DONE = '[[milestones]]\nid = "c"\ntitle = "C"\ncompleted = 2018-01-01\n'


def test_completion_is_drawn_against_the_time_that_has_passed() -> None:
    done = cell(surveyed("a", RUNNING + DONE + LATE + SOON), "Completed")

    assert done == Cell(" 33 %", gauge=Gauge(33, 74))
    assert cell(surveyed("a"), "Completed") == Cell("    –", gauge=Gauge(None, None))


def test_what_is_late_or_soon_has_its_colour_and_symbol_and_zero_has_none() -> None:
    plan = surveyed("a", LATE + SOON)

    assert cell(plan, "Overdue") == Cell("1", Style.LATE, "▲")
    assert cell(plan, "Due\nsoon") == Cell("1", Style.RISK, "◆")
    assert cell(surveyed("a", DONE), "Overdue") == Cell("0", Style.MUTED)


@pytest.mark.parametrize("heading", ["Overdue", "Due\nsoon"])
def test_plan_without_milestones_has_no_number_of_late_ones(heading: str) -> None:
    assert cell(surveyed("a"), heading) == Cell("–", Style.MUTED)


def test_done_is_of_the_active_milestones() -> None:
    withdrawn = '[[milestones]]\nid = "w"\ntitle = "W"\nstatus = "withdrawn"\n'

    assert cell(surveyed("a", DONE + LATE + withdrawn), "Done") == Cell("1 of 2")


def test_report_that_is_too_old_is_marked() -> None:
    assert cell(surveyed("a", RUNNING + DONE), "Last report") == Cell("2018-01-01", Style.RISK, "◆")
    assert cell(surveyed("a", DONE), "Last report") == Cell("2018-01-01", Style.PLAIN)
    assert cell(surveyed("a", RUNNING), "Last report") == Cell("never", Style.RISK, "◆")
    assert cell(surveyed("a", '[plan]\nstage = "draft"'), "Last report") == Cell(
        "never", Style.MUTED
    )


def test_errors_and_warnings_are_counted_together_and_advice_is_not() -> None:
    plan = surveyed("a", rules=["overdue", "due-before-start", "no-training"])

    assert cell(plan, "Findings") == Cell("2", Style.ERROR)
    assert cell(surveyed("a", rules=["overdue"]), "Findings") == Cell("1", Style.PLAIN)
    assert cell(surveyed("a"), "Findings") == Cell("0", Style.MUTED)


def test_totals_are_the_sums_over_all_plans() -> None:
    totals = sheet(surveyed("a", DONE + LATE), surveyed("b", SOON, rules=["overdue"])).totals

    assert totals is not None
    words = {
        column.key: each.words.strip() for column, each in zip(status.COLUMNS, totals, strict=True)
    }
    assert words == {
        "plan": "2 plans",
        "completed_percent": "33 %",
        "elapsed_percent": "",
        "completed": "1 of 3",
        "overdue": "▲ 1",
        "due_soon": "◆ 1",
        "open_challenges": "0",
        "unmitigated_challenges": "0",
        "lessons": "0",
        "open_next_steps": "0",
        "evidence_percent": "0 %",
        "last_report": "",
        "findings": "1",
    }


def test_legend_explains_every_symbol_of_the_table() -> None:
    legend = plain(status.LEGEND)

    assert all(mark in legend for mark in "█┃▲◆")


def test_columns_that_go_last_are_the_plan_and_its_completion() -> None:
    stay = [column.key for column in status.COLUMNS if column.priority == 0]

    assert stay == ["plan", "completed_percent"]


def test_plan_that_does_not_run_is_left_out_when_asked_to() -> None:
    over = surveyed("over", '[plan]\nend = "2016"')

    shown = view(over, surveyed("on", RUNNING), only_running=True)

    assert [plan["id"] for plan in plans_of(shown)] == ["on"]
    lines = [
        block for block in view(over, only_running=True).page.blocks if isinstance(block, Lines)
    ]
    assert plain(lines[0].lines) == "No plan is adopted and within its period on that day.\n"


def plans_of(found: View) -> list[dict[str, object]]:
    plans = found.document["plans"]
    assert isinstance(plans, list)
    return plans
