from dataclasses import replace
from datetime import date
from pathlib import Path

from ogdplan.actions.library import Selection, load
from ogdplan.actions.public_report import public_report
from ogdplan.actions.reporting import report_on
from ogdplan.actions.site_material import Gathered, gather
from ogdplan.progress.kin import under
from ogdplan.workspace.folder import PlansFolder, plan_paths

PLANS = PlansFolder(Path(__file__).parents[2] / "plans")
DAY = date(2018, 6, 30)


def test_public_report_of_each_plan_is_its_report_without_what_is_found_in_the_file() -> None:
    places = plan_paths(PLANS)
    read = gather(PLANS, places, as_of=DAY, tell=lambda *_: None)
    known = [each.known for each in read if isinstance(each, Gathered)]
    whole = report_on(Selection(PLANS, places), as_of=DAY, since=None, with_agencies=True)

    for loaded, expected in zip(load(Selection(PLANS, places)).plans, whole.plans, strict=True):
        found = public_report(loaded, under(loaded.plan_id, known), as_of=DAY)

        (plan,) = found.plans
        assert (found.as_of, found.failed, found.notes) == (DAY, (), ())
        assert (plan.rules, plan.findings) == ((), None)
        assert replace(plan, findings=expected.findings, rules=expected.rules) == expected
