import sys
from datetime import date
from pathlib import Path

import pytest

from cli.asking import write_plan
from ogdplan.actions import parallel
from ogdplan.actions.examination import Surveyed
from ogdplan.actions.library import select
from ogdplan.actions.survey import Survey, survey
from ogdplan.findings import count
from ogdplan.workspace.folder import find_folder
from report.finding_samples import a_finding

AS_OF = date(2018, 6, 30)
LATE = '[[milestones]]\nid = "late"\ntitle = "Late"\nlead = "office"\ndue = 2018-01-01\n'


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "plans"
    folder.mkdir()
    return folder


def surveyed(*names: str, measured: bool = False) -> Survey:
    selection = select(names, lambda: find_folder(Path.cwd(), given=None), as_of=AS_OF)
    return survey(selection, as_of=AS_OF, measured=measured)


def rules(found: Survey, *groups: str) -> list[tuple[str, str]]:
    return [
        (each.path.removeprefix("plans/"), each.rule)
        for each in found.findings
        if each.group in groups
    ]


def test_plans_are_checked_and_measured_in_the_order_asked_for(plans: Path) -> None:
    write_plan(plans, "nepal", LATE)
    write_plan(plans, "panama", country='"PAN"')

    found = surveyed("panama", "nepal", measured=True)

    assert [each.place.plan_id for each in found.plans] == ["panama", "nepal"]
    assert [each.summary.milestones.total for each in found.plans if each.summary] == [0, 1]
    located = surveyed("panama", "nepal")
    assert [rule for rule in rules(located, "schedule") if rule[1] == "overdue"] == [
        ("nepal.toml", "overdue")
    ]


def test_figures_are_left_out_when_nobody_wants_them(plans: Path) -> None:
    write_plan(plans, "nepal", LATE)

    (nepal,) = surveyed(measured=False).plans

    assert (nepal.summary, nepal.yields_plan) == (None, True)


def test_nothing_is_said_of_plans_that_are_not_asked_for(plans: Path) -> None:
    write_plan(plans, "nepal")
    write_plan(plans, "panama", LATE, country='"PAN"')
    (plans / "broken.toml").write_text("x", encoding="utf-8")

    found = surveyed("nepal")

    assert [each.place.plan_id for each in found.plans] == ["nepal"]
    assert {each.path for each in found.findings} <= {"plans/nepal.toml"}
    assert found.failed == ()


def test_plans_that_are_not_asked_for_are_known_to_those_that_are(plans: Path) -> None:
    write_plan(plans, "state")
    write_plan(plans, "agency", kind='"agency"', parent='"state"')
    write_plan(plans, "orphan", kind='"agency"', parent='"nowhere"')

    assert rules(surveyed("agency"), "validity") == []
    assert rules(surveyed("orphan"), "validity") == [("orphan.toml", "unknown-plan")]


def test_plans_of_one_country_that_overlap_are_found_at_the_later(plans: Path) -> None:
    write_plan(plans, "first", start='"2016"')
    write_plan(plans, "second")

    assert ("second.toml", "overlapping-plans") in rules(surveyed(), "record", "schedule")
    assert "overlapping-plans" not in [rule for _, rule in rules(surveyed("first"), "schedule")]


def test_finding_between_plans_can_be_accepted(plans: Path) -> None:
    write_plan(plans, "first", start='"2016"')
    write_plan(plans, "second", '[[accepted]]\nrule = "overlapping-plans"\nreason = "known"\n')

    found = [each for each in surveyed("second").findings if each.rule == "overlapping-plans"]

    assert [each.accepted for each in found] == [True]
    assert "accepted-nothing" not in [each.rule for each in surveyed("second").findings]


def test_entry_that_accepts_nothing_between_plans_is_found(plans: Path) -> None:
    write_plan(plans, "nepal", '[[accepted]]\nrule = "overlapping-plans"\nreason = "known"\n')

    assert "accepted-nothing" in [each.rule for each in surveyed().findings]


def test_file_outside_every_folder_is_checked_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(tmp_path / "drafts", "nepal", parent='"nowhere"')
    monkeypatch.chdir(tmp_path)

    found = surveyed("drafts/nepal.toml")

    assert [each.place.shown for each in found.plans] == ["drafts/nepal.toml"]
    assert rules(found, "validity") == []


@pytest.mark.parametrize("name", ["Nepal 2018", "nepal_2018"])
def test_name_that_gives_no_plan_id_is_an_error_of_the_file(plans: Path, name: str) -> None:
    write_plan(plans, name)

    found = surveyed()

    assert rules(found, "validity") == [(f"{name}.toml", "bad-id")]
    assert found.plans[0].yields_plan


def test_files_that_yield_no_plan_have_failed(plans: Path) -> None:
    write_plan(plans, "nepal")
    (plans / "broken.toml").write_text("x", encoding="utf-8")

    found = surveyed()

    (failed,) = found.failed
    assert failed.place.plan_id == "broken"
    assert [each.rule for each in failed.findings] == ["toml-syntax"]
    assert [each.yields_plan for each in found.plans] == [False, True]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_file_that_the_system_does_not_give_has_its_reason(plans: Path) -> None:
    (plans / "gone.toml").symlink_to("nowhere")

    (gone,) = surveyed().plans

    assert (gone.findings, gone.yields_plan) == ((), False)
    assert gone.reason is not None
    assert gone.reason.message == "the link leads nowhere"


@pytest.mark.parametrize(
    ("rule", "accepted", "wrong", "strictly"),
    [
        ("due-before-start", False, True, True),
        ("completed-without-date", False, False, True),
        ("completed-without-date", True, False, False),
        ("overdue", False, False, False),
        ("no-training", False, False, False),
    ],
)
def test_errors_are_wrong_and_strictly_warnings_too_but_those_of_the_schedule(
    plans: Path, rule: str, accepted: bool, wrong: bool, strictly: bool
) -> None:
    write_plan(plans, "nepal")
    (place,) = [each.place for each in surveyed().plans]
    findings = (a_finding(rule, accepted=accepted),)
    counts = count(findings, plans=1)
    found = Survey((Surveyed(place, findings, counts, yields_plan=True),))

    assert found.is_wrong(strict=False) is wrong
    assert found.is_wrong(strict=True) is strictly


def test_many_processes_find_the_same(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(6):
        write_plan(plans, f"plan-{number}", LATE)
    (plans / "broken.toml").write_text("x", encoding="utf-8")
    alone = surveyed()

    monkeypatch.setattr(parallel, "WORTH_IT", 1)

    assert surveyed() == alone


def test_measured_plan_has_its_findings_counted_and_not_located(plans: Path) -> None:
    write_plan(plans, "nepal", LATE)
    write_plan(plans, "panama", country='"PAN"')

    located, measured = surveyed(), surveyed(measured=True)

    assert [each.counts for each in measured.plans] == [each.counts for each in located.plans]
    assert measured.findings == ()
    assert sum(each.counts.warning for each in located.plans) == len(
        [each for each in located.findings if each.severity == "warning" and not each.accepted]
    )
