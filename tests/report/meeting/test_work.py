from pathlib import Path

from cli.asking import write_plan
from ogdplan.report.meeting.teller import teller_of
from ogdplan.report.meeting.wishes import Wishes
from ogdplan.report.meeting.work import commitments
from ogdplan.report.page import Gauge, Sheet
from report_plans import report_of

TOML = """
[[commitments]]
id = "law"
title = "A law"
[[commitments]]
id = "portal"
title = "A portal"
[[milestones]]
id = "decree"
title = "Adopt the decree"
commitment = "law"
completed = 2018-06-01
weight = 3
[[milestones]]
id = "rules"
title = "Publish the rules"
commitment = "law"
[[milestones]]
id = "build"
title = "Build it"
commitment = "portal"
weight = 2
"""


def test_bar_by_weight_is_told_as_such_where_the_number_says_something_else(
    tmp_path: Path,
) -> None:
    write_plan(tmp_path / "plans", "nepal", TOML)
    (plan,) = report_of(tmp_path / "plans", "nepal").plans

    section = commitments(plan, teller_of(plan.progress.plan, Wishes()))

    (sheet,) = (each for each in section.blocks if isinstance(each, Sheet))
    at = [column.key for column in sheet.columns].index("completed")
    done = [(row[at].text, row[at].gauge) for row in sheet.rows]
    assert done == [
        ("1 of 2 (75\xa0% by weight)", Gauge(75, None)),
        ("0 of 1", Gauge(0, None)),
    ]
