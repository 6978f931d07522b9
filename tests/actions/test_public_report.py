from dataclasses import replace
from datetime import date
from pathlib import Path

from ogdplan.actions.library import Selection, load
from ogdplan.actions.public_report import public_report
from ogdplan.actions.reporting import report_on
from ogdplan.progress.kin import under
from ogdplan.progress.known import known_of
from ogdplan.progress.plan import progress_of
from ogdplan.workspace.folder import PlansFolder, plan_paths

PLANS = PlansFolder(Path(__file__).parents[2] / "plans")
DAY = date(2018, 6, 30)


def test_public_report_of_each_plan_is_its_report_without_what_is_found_in_the_file() -> None:
    places = plan_paths(PLANS)
    plans = load(Selection(PLANS, places)).plans
    known = [known_of(each.plan_id, progress_of(each.plan, DAY)) for each in plans]
    whole = report_on(Selection(PLANS, places), as_of=DAY, since=None, with_agencies=True)

    for loaded, expected in zip(plans, whole.plans, strict=True):
        found = public_report(loaded, under(loaded.plan_id, known), as_of=DAY)

        (plan,) = found.plans
        assert (found.as_of, found.failed, found.notes) == (DAY, (), ())
        assert (plan.rules, plan.findings) == ((), None)
        assert replace(plan, findings=expected.findings, rules=expected.rules) == expected
