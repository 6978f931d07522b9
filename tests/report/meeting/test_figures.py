from datetime import date

import pytest

from builders import a_plan
from ogdplan.progress.plan import progress_of
from ogdplan.progress.summary import summary_of
from ogdplan.report.meeting.figures import plans_table
from ogdplan.report.page import Cell
from ogdplan.report.segments import Style
from ogdplan.report.tongue import ENGLISH

TOML = """
[plan]
stage = "adopted"
start = "2018"
end = "2019"
reporting = "monthly"
"""
REPORT = '[[updates]]\nid = "u"\non = 2018-06-01\ntext = "x"\n'


@pytest.mark.parametrize(
    ("toml", "as_of", "cell"),
    [
        (TOML + REPORT, date(2018, 6, 30), Cell("1 June 2018")),
        (TOML + REPORT, date(2018, 12, 1), Cell("1 June 2018", Style.RISK, "◆")),
        (TOML, date(2018, 12, 1), Cell("never", Style.RISK, "◆")),
    ],
)
def test_last_report_of_a_plan_that_has_been_silent_for_too_long_is_marked(
    toml: str, as_of: date, cell: Cell
) -> None:
    table = plans_table([("nepal", summary_of(progress_of(a_plan(toml), as_of)))], ENGLISH)

    keys = [field.key for field in table.fields]
    assert table.rows[0][keys.index("last_report")].cell == cell
