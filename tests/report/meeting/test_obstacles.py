from pathlib import Path

from cli.asking import write_plan
from ogdplan.report.meeting.obstacles import next_steps
from ogdplan.report.meeting.teller import teller_of
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.page import Sheet
from ogdplan.report.segments import Style
from report_plans import DAY, report_of


def test_next_step_is_late_from_the_day_after_the_one_it_is_due(tmp_path: Path) -> None:
    steps = "".join(
        f'[[next_steps]]\nid = "{name}"\ntitle = "{name}"\ndue = {due}\n'
        for name, due in (("late", "2018-06-29"), ("today", DAY))
    )
    write_plan(tmp_path / "plans", "nepal", steps)
    (plan,) = report_of(tmp_path / "plans", "nepal").plans

    section = next_steps(plan, teller_of(plan.progress.plan, Wishes()))

    (sheet,) = (each for each in section.blocks if isinstance(each, Sheet))
    keys = [column.key for column in sheet.columns]
    styles = {row[0].text: row[keys.index("due")].style for row in sheet.rows}
    assert styles == {"late": Style.LATE, "today": Style.PLAIN}
