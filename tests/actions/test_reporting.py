"""The report as a value, in real folders and repositories."""

from datetime import date
from pathlib import Path

import pytest

from cli.asking import write_plan
from ogdplan.actions.beginning import NeitherRevisionNorDayError, Since
from ogdplan.actions.changed_since import LateBeginningError, NoHistoryError
from ogdplan.actions.library import select
from ogdplan.actions.moments import Edge
from ogdplan.actions.reporting import PlanReport, Report, report_on
from ogdplan.findings import Severity
from ogdplan.progress.interval import Interval
from ogdplan.progress.plan import progress_of
from ogdplan.progress.summary import summary_of
from ogdplan.workspace.folder import PlansFolder, find_folder
from repositories import Repo, a_repo

AS_OF = date(2018, 3, 31)
PORTAL = '[[milestones]]\nid = "portal"\ntitle = "The portal"\nlead = "office"\n{}\n'
OPEN = PORTAL.format("due = 2018-12-31")
DONE = PORTAL.format("due = 2018-12-31\ncompleted = 2018-03-05")
TOUR = '[[milestones]]\nid = "tour"\ntitle = "A tour"\nlead = "office"\ncompleted = 2018-03-06\n'
BY_DATES = "what changed is told by the dates in the plans alone"
BROKEN = "format = 1\n[plan]\ndue = 2018-06\n"


def folder() -> PlansFolder:
    return find_folder(Path.cwd(), given=None)


def report(
    *names: str,
    since: str | None = None,
    day: date | None = None,
    until: date | None = None,
    as_of: date = AS_OF,
    with_agencies: bool = True,
) -> Report:
    words = since or (day.isoformat() if day else None)
    return report_on(
        select(names, folder, as_of=as_of),
        as_of=as_of,
        since=Since(words, day) if words else None,
        with_agencies=with_agencies,
        until=until,
    )


def changes(plan: PlanReport) -> list[tuple[str, str | None, str]]:
    return [(each.kind, each.id, each.what.value) for each in plan.changed.changes]


def happened(plan: PlanReport) -> list[tuple[str, str | None]]:
    return [
        (fact.happening.value, fact.record.id if fact.record else None)
        for fact in plan.changed.facts
    ]


@pytest.fixture
def plans(repo: Repo) -> Path:
    return repo.root / "plans"


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of plans that is in no repository."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path / "plans"


def test_report_without_since_covers_the_reporting_period_and_asks_no_git(alone: Path) -> None:
    write_plan(alone, "nepal", DONE)

    (plan,) = report("nepal").plans

    assert (plan.plan_id, plan.path) == ("nepal", "plans/nepal.toml")
    assert plan.interval == Interval(date(2018, 1, 1), AS_OF)
    assert not plan.is_since
    assert plan.changed.origin is None
    assert plan.changed.changes == ()
    assert ("completed", "portal") in happened(plan)
    assert [each.record.id for each in plan.achieved] == ["portal"]


def test_figures_are_those_of_the_plan_at_the_date(alone: Path) -> None:
    write_plan(alone, "nepal", OPEN)

    (plan,) = report("nepal", as_of=date(2019, 1, 1)).plans

    assert plan.progress == progress_of(plan.progress.plan, date(2019, 1, 1))
    assert [each.progress.milestone.id for each in plan.concerns.overdue] == ["portal"]
    assert plan.measures.schedule.overdue == 1
    assert plan.points[-1].date == date(2019, 1, 1)
    assert plan.points[-1].remaining == 1


def test_plans_come_in_the_order_asked_for(alone: Path) -> None:
    for name in ("a", "b", "c"):
        write_plan(alone, name, OPEN)

    assert [each.plan_id for each in report("c", "a").plans] == ["c", "a"]
    assert [each.plan_id for each in report().plans] == ["a", "b", "c"]


def test_file_that_yields_no_plan_is_named_and_the_others_are_reported(alone: Path) -> None:
    write_plan(alone, "nepal", OPEN)
    (alone / "panama.toml").write_text(BROKEN, encoding="utf-8")

    found = report()

    assert [each.plan_id for each in found.plans] == ["nepal"]
    assert [each.place.plan_id for each in found.failed] == ["panama"]


def test_findings_are_counted_by_rule_open_ones_first_with_three_records(alone: Path) -> None:
    steps = [
        f'[[milestones]]\nid = "m{n}"\ntitle = "x"\nlead = "office"\n'
        f"due = 2018-0{n}-01\ncompleted = 2018-0{n}-01\n"
        for n in (3, 2, 1)
    ]
    late = PORTAL.format("due = 2018-02-01")
    accepted = '[[accepted]]\nrule = "completed-without-evidence"\nabout = "m3"\nreason = "x"\n'
    write_plan(alone, "nepal", "".join((*steps, TOUR, late, accepted)))

    (plan,) = report("nepal").plans
    rules = {each.rule.slug: each for each in plan.rules}
    severities = [each.rule.severity for each in plan.rules]

    unevidenced = rules["completed-without-evidence"]
    assert (unevidenced.open, unevidenced.accepted) == (3, 1)
    assert unevidenced.records == ("m2", "m1", "tour")
    assert rules["overdue"].records == ("portal",)
    assert severities == sorted(severities, key=list(Severity).index)
    assert plan.findings
    assert sum(each.open for each in plan.rules) == (
        plan.findings.error + plan.findings.warning + plan.findings.advice
    )
    assert sum(each.accepted for each in plan.rules) == plan.findings.accepted


def test_since_a_revision_tells_what_changed_up_to_the_disk(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", OPEN)
    repo.commit(day="2018-02-10")
    write_plan(plans, "nepal", DONE + TOUR)

    (plan,) = report("nepal", since="HEAD").plans

    assert plan.is_since
    assert plan.interval == Interval(date(2018, 2, 11), AS_OF)
    assert plan.changed.origin is not None
    assert plan.changed.origin.old.name == "HEAD"
    assert plan.changed.origin.new.is_working_tree
    assert sorted(changes(plan)) == [
        ("milestone", "portal", "changed"),
        ("milestone", "tour", "added"),
    ]
    assert happened(plan) == [("completed", "portal"), ("completed", "tour")]


def test_since_a_day_begins_with_the_last_commit_before_it(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", OPEN)
    repo.commit(day="2018-02-10")
    write_plan(plans, "nepal", OPEN + TOUR)
    repo.commit(day="2018-02-20")
    write_plan(plans, "nepal", DONE + TOUR)
    repo.commit(day="2018-03-10")

    found = report("nepal", day=date(2018, 3, 1))
    (plan,) = found.plans

    assert plan.interval == Interval(date(2018, 3, 1), AS_OF)
    assert changes(plan) == [("milestone", "portal", "changed")]
    assert plan.changed.origin is not None
    assert plan.changed.origin.old.role == "the last commit before 1 March 2018"
    assert plan.changed.origin.old.bound == (Edge.BEFORE, date(2018, 3, 1))
    assert found.notes == ()


def test_until_a_day_the_last_commit_of_that_day_counts_and_not_the_disk(
    repo: Repo, plans: Path
) -> None:
    write_plan(plans, "nepal", OPEN)
    repo.commit(day="2018-02-10")
    write_plan(plans, "nepal", DONE)
    repo.commit(day="2018-03-31")
    write_plan(plans, "nepal", DONE + TOUR)
    repo.commit(day="2018-04-01")

    for since in ("HEAD~2", None):
        (plan,) = report("nepal", since=since, day=date(2018, 3, 1), until=AS_OF).plans
        assert changes(plan) == [("milestone", "portal", "changed")]
        assert plan.changed.origin is not None
        assert plan.changed.origin.new.role == "the last commit until 31 March 2018"
        assert plan.changed.origin.new.bound == (Edge.UNTIL, AS_OF)


def test_day_before_the_first_commit_leaves_the_dates_alone(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", DONE)
    repo.commit(day="2018-03-10")

    found = report("nepal", day=date(2018, 3, 1))
    (plan,) = found.plans

    assert found.notes == (f"nothing was committed before 1 March 2018; {BY_DATES}",)
    assert plan.changed.origin is None
    assert changes(plan) == []
    assert happened(plan) == [("completed", "portal")]
    assert plan.interval.first == date(2018, 3, 1)


def test_without_a_repository_a_day_is_told_by_the_dates(alone: Path) -> None:
    write_plan(alone, "nepal", DONE)

    found = report("nepal", day=date(2018, 3, 5))

    assert happened(found.plans[0]) == [("completed", "portal")]
    assert found.plans[0].is_since
    reason = "plans/ is in no git repository, so there is no history of it"
    assert found.notes == (f"{reason}; {BY_DATES}",)


def test_repository_without_a_commit_is_none(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", DONE)

    (note,) = report("nepal", day=date(2018, 3, 5)).notes

    assert note.startswith("there is no commit yet; ")


def test_file_in_no_folder_of_plans_has_no_history(alone: Path) -> None:
    write_plan(alone, "nepal", DONE)
    (alone / "nepal.toml").rename(alone.parent / "nepal.toml")

    (note,) = report("nepal.toml", day=date(2018, 3, 5)).notes

    assert note.startswith("these files lie in no folder of plans; ")


def test_revision_without_a_repository_is_refused(alone: Path) -> None:
    write_plan(alone, "nepal", DONE)

    with pytest.raises(NoHistoryError, match='"HEAD" can be no revision: plans/ is in no git'):
        report("nepal", since="HEAD")


def test_word_that_is_neither_revision_nor_day_is_refused(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", DONE)
    repo.commit()

    with pytest.raises(NeitherRevisionNorDayError):
        report("nepal", since="no-such")


def test_beginning_after_the_day_of_the_report_is_refused(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", DONE)
    repo.commit(day="2018-04-10")

    with pytest.raises(LateBeginningError, match="--since is 1 April 2018, after the day of the"):
        report("nepal", day=date(2018, 4, 1))
    with pytest.raises(LateBeginningError, match="the commit HEAD is of 10 April 2018, after"):
        report("nepal", since="HEAD")
    assert report("nepal", day=AS_OF).plans


def test_beginning_after_the_day_is_refused_without_a_repository_too(alone: Path) -> None:
    write_plan(alone, "nepal", DONE)

    with pytest.raises(LateBeginningError):
        report("nepal", day=date(2018, 4, 1))


def test_parting_of_a_branch_can_be_the_beginning(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", OPEN)
    repo.commit(day="2018-02-01")
    repo.git("checkout", "--quiet", "-b", "branch")
    write_plan(plans, "nepal", DONE)
    repo.commit(day="2018-03-06")

    (plan,) = report("nepal", since="main...").plans

    assert changes(plan) == [("milestone", "portal", "changed")]
    assert plan.interval.first == date(2018, 2, 2)


def test_plan_that_did_not_exist_then_is_an_added_plan(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", OPEN)
    repo.commit(day="2018-02-01")
    write_plan(plans, "panama", OPEN)

    nepal, panama = report(since="HEAD").plans

    assert changes(nepal) == []
    assert changes(panama) == [("plan", None, "added")]


@pytest.mark.parametrize("until", [None, date(2018, 3, 20)])
def test_plan_that_moved_is_followed(repo: Repo, plans: Path, until: date | None) -> None:
    write_plan(plans, "nepal", OPEN + TOUR)
    repo.commit(day="2018-02-01")
    write_plan(plans, "nepal", DONE + TOUR)
    repo.commit(day="2018-03-06")
    (plans / "asia").mkdir()
    (plans / "nepal.toml").rename(plans / "asia" / "nepal.toml")
    repo.commit(day="2018-03-25")

    (plan,) = report("asia/nepal", day=date(2018, 3, 1), until=until).plans

    moved = [] if until else [("plan", None, "renamed")]
    assert sorted(changes(plan), reverse=True) == [*moved, ("milestone", "portal", "changed")]


def test_old_version_that_cannot_be_read_is_noted(repo: Repo, plans: Path) -> None:
    plans.mkdir(exist_ok=True)
    (plans / "nepal.toml").write_text(BROKEN, encoding="utf-8")
    repo.commit(day="2018-02-01")
    write_plan(plans, "nepal", DONE)

    found = report("nepal", since="HEAD")

    assert changes(found.plans[0]) == []
    assert found.plans[0].changed.origin is not None
    ((moment, failed),) = found.broken
    assert (moment.name, failed.place.shown) == ("HEAD", "plans/nepal.toml")
    assert failed.words.startswith("line 3: ")
    assert found.notes == ()


def test_submodule_that_differs_is_noted(repo: Repo, plans: Path, tmp_path: Path) -> None:
    other = a_repo(tmp_path / "other")
    write_plan(other.root, "state")
    other.commit()
    write_plan(plans, "nepal", OPEN)
    repo.git(
        "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other.root), "plans/sub"
    )
    repo.commit(day="2018-02-01")
    inside = Repo(plans / "sub")
    write_plan(inside.root, "state", DONE)
    inside.commit()

    (note,) = report("nepal", since="HEAD").notes
    assert note.startswith("plans/sub is a submodule, and another commit of it at HEAD: ")


def under(plans: Path, name: str, parent: str, body: str = OPEN) -> None:
    write_plan(plans, name, body, kind='"agency"', parent=f'"{parent}"')


def agencies(found: Report, plan_id: str) -> list[str]:
    (plan,) = [each for each in found.plans if each.plan_id == plan_id]
    return [each.plan_id for each in plan.agencies]


def test_agency_plans_stand_under_their_plan_however_far_down(alone: Path) -> None:
    write_plan(alone, "brazil", OPEN)
    write_plan(alone, "nepal", OPEN)
    under(alone, "brazil/planning", "brazil", DONE)
    under(alone, "census", "brazil/planning")
    under(alone, "other", "nepal")

    found = report("brazil", "brazil/planning")

    assert agencies(found, "brazil") == ["brazil/planning", "census"]
    assert agencies(found, "brazil/planning") == ["census"]
    brazil, planning = found.plans
    assert brazil.agencies[0].summary == summary_of(planning.progress)
    assert brazil.agency_total is not None
    assert (brazil.agency_total.plans, brazil.agency_total.completed) == (2, 1)
    assert brazil.measures.completion.total == 1


def test_plan_without_agency_plans_has_no_sum_of_them(alone: Path) -> None:
    write_plan(alone, "nepal", OPEN)

    (plan,) = report("nepal").plans

    assert (plan.agencies, plan.agency_total) == ((), None)


def test_agency_plans_can_be_left_out(alone: Path) -> None:
    write_plan(alone, "brazil", OPEN)
    under(alone, "brazil/planning", "brazil")

    found = report("brazil", "brazil/planning", with_agencies=False)

    assert [each.plan_id for each in found.plans] == ["brazil", "brazil/planning"]
    assert agencies(found, "brazil") == []


def test_plans_under_each_other_in_a_circle_have_each_other_once(alone: Path) -> None:
    under(alone, "a", "b")
    under(alone, "b", "c")
    under(alone, "c", "a")
    under(alone, "self", "self")

    found = report()

    assert agencies(found, "a") == ["b", "c"]
    assert agencies(found, "b") == ["a", "c"]
    assert agencies(found, "self") == []


def test_agency_plan_that_yields_no_plan_is_named(alone: Path) -> None:
    write_plan(alone, "brazil", OPEN)
    under(alone, "planning", "brazil", PORTAL.format("due = '2018-13'"))
    (alone / "brazil").mkdir()
    (alone / "brazil" / "health.toml").write_text("= = =", encoding="utf-8")
    (alone / "nepal.toml").write_text("= = =", encoding="utf-8")

    found = report("brazil")

    assert [each.place.plan_id for each in found.failed] == ["brazil/health", "planning"]
    assert agencies(found, "brazil") == []
    assert report("brazil", with_agencies=False).failed == ()
    named = report("brazil", "planning").failed
    assert sorted(each.place.plan_id for each in named) == ["brazil/health", "planning"]


def test_reports_are_owed_by_the_reporting_period_whenever_the_last_meeting_was(
    alone: Path,
) -> None:
    told = '[[updates]]\nid = "told"\nabout = "portal"\non = 2017-12-15\ntext = "Begun"\n'
    write_plan(alone, "nepal", OPEN + told)

    (plan,) = report("nepal", day=date(2017, 12, 1)).plans

    assert plan.interval.first == date(2017, 12, 1)
    assert [each.lead for each in plan.owed] == ["office"]


def test_since_a_commit_of_the_last_day_that_there_is_tells_from_that_day_on(
    repo: Repo, plans: Path
) -> None:
    write_plan(plans, "nepal", OPEN)
    moment = {"GIT_AUTHOR_DATE": "@253402257600 +0000", "GIT_COMMITTER_DATE": "@253402257600 +0000"}
    repo.git("add", "--all")
    repo.git("commit", "--quiet", "--message", "Late", env=moment)

    (plan,) = report("nepal", since="HEAD", as_of=date.max).plans

    assert plan.interval == Interval(date.max, date.max)
