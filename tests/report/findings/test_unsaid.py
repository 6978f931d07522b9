"""What is said beside the findings when plans are compared with an earlier commit."""

from datetime import date
from pathlib import Path

from ogdplan.actions.library import Failed
from ogdplan.actions.moments import Past
from ogdplan.actions.since import SurveySince
from ogdplan.actions.survey import Survey
from ogdplan.report.findings.unsaid import unsaid_of
from ogdplan.workspace.folder import PlanPath
from ogdplan.workspace.git.objects import Commit
from report.finding_samples import a_finding

NEPAL = PlanPath("nepal", Path("nepal.toml"), "plans/nepal.toml")


def told(
    *,
    incomparable: tuple[Failed, ...] = (),
    submodules: tuple[str, ...] = (),
    has_gone_on: bool = False,
) -> list[str]:
    found = SurveySince(
        Survey(()),
        Past("main", Commit("4f2a9c1", date(2018, 1, 15), "A change")),
        (),
        has_gone_on=has_gone_on,
        incomparable=incomparable,
        submodules=submodules,
    )
    return [each.message for each in unsaid_of(found)]


def test_nothing_is_said_where_all_could_be_compared() -> None:
    assert told() == []


def test_plan_that_was_broken_is_named_with_its_finding() -> None:
    broken = Failed(NEPAL, (a_finding("toml-syntax", line=2, message="expected ]"),))

    assert told(incomparable=(broken,)) == [
        "plans/nepal.toml was broken at main: line 2: expected ]"
    ]


def test_branch_that_went_on_is_named() -> None:
    assert told(has_gone_on=True) == [
        "main has gone on since HEAD left it: what was done there may seem undone"
    ]


def test_submodule_is_named() -> None:
    assert told(submodules=("plans/sub",)) == [
        "plans/sub is a submodule, and another commit of it at main"
    ]
