from dataclasses import replace
from pathlib import Path

from looking import plan_of_indicators
from ogdplan.progress.facts import facts_in
from ogdplan.report.meeting.changes import changes
from ogdplan.report.meeting.teller import teller_of
from ogdplan.report.meeting.wishes import Wishes
from report_plans import report_of, write_full_plan


def test_what_was_measured_is_found_in_few_steps_however_much_was(tmp_path: Path) -> None:
    seen: list[str] = []
    values = "".join(
        f'[[measurements]]\nid = "m{n}"\nindicator = "i{n}"\non = 2018-05-01\nvalue = {n}\n'
        for n in range(300)
    )
    plan = plan_of_indicators(300, seen, more=values)
    write_full_plan(tmp_path)
    report = report_of(tmp_path, "nepal").plans[0]
    changed = replace(report.changed, facts=facts_in(plan, report.interval))

    section = changes(replace(report, changed=changed), teller_of(plan, Wishes()))

    assert section.sheet
    assert {row[2].text for row in section.sheet.rows} == {str(n) for n in range(300)}
    assert len(seen) < 3_000
