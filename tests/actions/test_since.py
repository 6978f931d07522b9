"""Plans checked against what they were at a commit, in real repositories."""

import sys
from datetime import date
from pathlib import Path

import pytest

from cli.asking import write_plan
from ogdplan.actions import parallel
from ogdplan.actions.beginning import Since
from ogdplan.actions.library import NoPlansError, select
from ogdplan.actions.since import NotInFolderError, SurveySince, survey_since
from ogdplan.actions.survey import survey
from ogdplan.errors import UnknownNameError
from ogdplan.rules.history import SLUGS
from ogdplan.workspace.folder import PlansFolder, find_folder
from repositories import Repo, a_repo

AS_OF = date(2018, 1, 31)
PORTAL = '[[milestones]]\nid = "portal"\ntitle = "The portal"\nlead = "office"\n{}\n'
LATE = PORTAL.format('due = "2017-11"')
LATER = PORTAL.format('due = "2018-11"')
SHOWN = "evidence = ['https://example.org']"
DONE = PORTAL.format(f"due = '2017-11'\ncompleted = '2017-11'\n{SHOWN}")
UNLED = '[[milestones]]\nid = "tour"\ntitle = "A tour"\ndue = "2018-11"\n'
REPORT = '[[updates]]\nid = "january"\non = 2018-01-20\ntext = "It goes on"\n'


def since(*names: str, revision: str = "HEAD", only_new: bool = False) -> SurveySince:
    return survey_since(names, folder, Since(revision), as_of=AS_OF, only_new=only_new)


def folder() -> PlansFolder:
    return find_folder(Path.cwd(), given=None)


def of_history(found: SurveySince) -> list[tuple[str, str, str | None]]:
    return [
        (each.path, each.rule, each.record) for each in found.survey.findings if each.rule in SLUGS
    ]


def new(*names: str, revision: str = "HEAD") -> list[tuple[str, str]]:
    found = since(*names, revision=revision, only_new=True).survey.findings
    return [(each.path, each.rule) for each in found if each.group != "advice"]


@pytest.fixture
def plans(repo: Repo) -> Path:
    return repo.root / "plans"


def test_plan_that_differs_is_compared_and_no_other(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", LATE + REPORT)
    write_plan(plans, "panama", LATE + REPORT, country='"PAN"')
    repo.commit()
    write_plan(plans, "nepal", LATER + REPORT)

    assert of_history(since()) == [("plans/nepal.toml", "due-moved-silently", "portal")]
    assert of_history(since("panama")) == []


def test_usual_findings_are_there_too(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", LATE + REPORT)
    repo.commit()
    write_plan(plans, "nepal", LATE + UNLED + REPORT)
    selection = select((), folder, as_of=AS_OF)

    assert since().survey == survey(selection, as_of=AS_OF, measured=False)


def test_what_was_committed_and_what_was_not_counts(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", DONE + REPORT)
    repo.commit()
    write_plan(plans, "nepal", LATE + REPORT)
    repo.commit()
    write_plan(plans, "nepal", LATER + REPORT)

    assert {rule for _, rule, _ in of_history(since(revision="HEAD~1"))} == {
        "due-moved-silently",
        "reopened-silently",
    }
    assert [rule for _, rule, _ in of_history(since())] == ["due-moved-silently"]


def test_plan_that_moved_is_compared_with_where_it_was(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", LATE + UNLED + REPORT)
    repo.commit()
    repo.git("mv", "plans/nepal.toml", "plans/nepal-2017.toml")
    write_plan(plans, "nepal-2017", LATER + UNLED + REPORT)

    assert of_history(since()) == [("plans/nepal-2017.toml", "due-moved-silently", "portal")]
    assert new() == [("plans/nepal-2017.toml", "due-moved-silently")]


def test_plan_that_was_not_there_has_no_history_and_only_new_findings(
    repo: Repo, plans: Path
) -> None:
    write_plan(plans, "nepal", UNLED + REPORT)
    repo.commit()
    write_plan(plans, "panama", UNLED + REPORT, country='"PAN"')

    assert of_history(since()) == []
    assert new() == [("plans/panama.toml", "missing-lead")]
    repo.git("add", "--all")
    assert new() == [("plans/panama.toml", "missing-lead")]


def test_finding_that_was_there_is_not_new_and_one_more_is(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", LATE + UNLED + REPORT)
    repo.commit()
    write_plan(plans, "nepal", "# A remark\n" + LATE + UNLED + REPORT + UNLED.replace("tour", "x"))

    assert new() == [("plans/nepal.toml", "missing-lead")]
    assert [each.record for each in since(only_new=True).survey.findings if each.record] == ["x"]


def test_new_findings_are_counted_as_such(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", UNLED + REPORT)
    repo.commit()
    write_plan(plans, "nepal", UNLED + REPORT + UNLED.replace("tour", "x"))

    (nepal,) = since(only_new=True).survey.plans

    counts = nepal.counts
    assert (counts.plans, counts.error, counts.warning, counts.accepted) == (1, 0, 1, 0)
    assert counts.advice == len(nepal.findings) - 1


def test_finding_about_a_record_with_a_new_id_is_not_new(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", UNLED + REPORT)
    repo.commit()
    write_plan(plans, "nepal", UNLED.replace('"tour"', '"trip"') + REPORT)

    assert new() == []


def test_finding_that_time_brought_is_not_new(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", LATE + REPORT)
    repo.commit(day="2017-03-01")
    write_plan(plans, "nepal", LATE + REPORT + "note = 'Nothing new'\n")

    assert new() == []
    assert "overdue" in {each.rule for each in since().survey.findings}


def test_finding_that_someone_answered_for_is_new_without_the_answer(
    repo: Repo, plans: Path
) -> None:
    entry = '[[accepted]]\nrule = "missing-lead"\nabout = "tour"\nreason = "Known"\n'
    write_plan(plans, "nepal", UNLED + REPORT + entry)
    repo.commit()
    assert new() == []
    write_plan(plans, "nepal", UNLED + REPORT)

    assert new() == [("plans/nepal.toml", "missing-lead")]
    repo.commit()
    write_plan(plans, "nepal", UNLED + REPORT + entry)
    assert new() == []


def test_accepted_finding_of_history_is_counted_and_its_entry_is_never_idle(
    repo: Repo, plans: Path
) -> None:
    entry = '[[accepted]]\nrule = "due-moved-silently"\nabout = "portal"\nreason = "A slip"\n'
    write_plan(plans, "nepal", LATE + REPORT)
    repo.commit()
    write_plan(plans, "nepal", LATER + REPORT + entry)

    (nepal,) = since(only_new=True).survey.plans
    assert [(each.rule, each.accepted) for each in nepal.findings] == [("due-moved-silently", True)]

    repo.commit()
    write_plan(plans, "nepal", LATER + REPORT + entry + "# A remark\n")
    assert new() == []
    assert "accepted-nothing" not in {each.rule for each in since().survey.findings}


def test_finding_between_plans_is_new_in_a_file_that_did_not_change(
    repo: Repo, plans: Path
) -> None:
    write_plan(plans, "nepal", LATER + REPORT)
    serves = UNLED.replace('due = "2018-11"', 'lead = "office"\ncontributes_to = "nepal#portal"')
    agency = write_plan(plans, "nepal/health", serves + REPORT, kind='"agency"', parent='"nepal"')
    assert "nepal#portal" in agency.read_text(encoding="utf-8")
    repo.commit()
    assert new() == []
    write_plan(plans, "nepal", REPORT)

    assert new() == [("plans/nepal/health.toml", "unknown-reference")]
    assert new("nepal/health") == [("plans/nepal/health.toml", "unknown-reference")]
    assert new("nepal") == []


def test_finding_between_plans_that_was_there_is_not_new(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", REPORT)
    write_plan(plans, "orphan", REPORT, kind='"agency"', parent='"nowhere"')
    repo.commit()
    write_plan(plans, "orphan", UNLED + REPORT, kind='"agency"', parent='"nowhere"')

    assert new() == [("plans/orphan.toml", "missing-lead")]


def test_finding_between_plans_that_was_there_is_known_by_its_line_of_then(
    repo: Repo, plans: Path
) -> None:
    lesson = '[[lessons]]\ntitle = "A"\ncategory = "other"\napplied_in = ["chile#a"]'
    write_plan(plans, "nepal", f"{lesson} # first\n")
    repo.commit()
    write_plan(plans, "nepal", f"{lesson} # new\n\n{lesson} # first\n")

    found = since(only_new=True).survey.findings

    assert [each.excerpt[-5:] for each in found if each.rule == "unknown-plan"] == ["# new"]


def test_plan_that_came_counts_only_now(repo: Repo, plans: Path) -> None:
    write_plan(plans, "second", REPORT)
    repo.commit()
    write_plan(plans, "first", REPORT, start='"2016"')

    assert new() == [("plans/second.toml", "overlapping-plans")]


def test_plan_that_went_is_missed_by_those_that_name_it(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", REPORT).rename(plans / "state.toml")
    write_plan(plans, "agency", REPORT, kind='"agency"', parent='"state"')
    repo.commit()
    (plans / "state.toml").unlink()

    assert new() == [("plans/agency.toml", "unknown-plan")]


def test_plan_that_was_broken_is_named_and_has_no_history(repo: Repo, plans: Path) -> None:
    repo.write("plans/nepal.toml", "format = 1\n[plan\n")
    write_plan(plans, "panama", LATE + REPORT, country='"PAN"')
    repo.commit()
    write_plan(plans, "nepal", LATER + UNLED + REPORT)
    write_plan(plans, "panama", LATER + REPORT, country='"PAN"')

    found = since()

    (failed,) = found.incomparable
    assert (failed.place.plan_id, failed.words[:8]) == ("nepal", "line 2: ")
    assert of_history(found) == [("plans/panama.toml", "due-moved-silently", "portal")]
    assert ("plans/nepal.toml", "missing-lead") in new()


def test_plan_whose_ids_were_not_its_own_cannot_be_compared(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", LATE + LATE + REPORT)
    repo.commit()
    write_plan(plans, "nepal", LATER + REPORT)

    found = since()

    assert [each.findings[0].rule for each in found.incomparable] == ["duplicate-id"]
    assert of_history(found) == []


def test_plan_whose_ids_are_not_its_own_now_has_no_history(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", LATE + REPORT)
    repo.commit()
    write_plan(plans, "nepal", LATER + LATE + REPORT)

    found = since()

    assert (of_history(found), found.incomparable) == ([], ())
    assert "duplicate-id" in {each.rule for each in found.survey.findings}


def test_plan_that_was_too_large_is_named(repo: Repo, plans: Path) -> None:
    repo.write("plans/nepal.toml", "#" * (16 * 1024 * 1024 + 1))
    repo.commit()
    write_plan(plans, "nepal", REPORT)

    (failed,) = since().incomparable

    assert [each.rule for each in failed.findings] == ["file-too-large"]
    assert new() == []


def test_plan_that_is_broken_now_has_its_errors_only(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", DONE + REPORT)
    repo.commit()
    write_plan(plans, "nepal", LATE.replace('"2017-11"', "2017-13-01"))

    found = since(only_new=True)

    assert [each.rule for each in found.survey.findings] == ["toml-syntax"]
    assert found.incomparable == ()


def test_plan_that_is_broken_now_may_have_had_findings_with_others(repo: Repo, plans: Path) -> None:
    write_plan(plans, "orphan", REPORT, kind='"agency"', parent='"nowhere"')
    repo.commit()
    repo.write("plans/orphan.toml", 'format = 1\n[plan]\nparent = """nowhere\n')

    assert new() == [("plans/orphan.toml", "toml-syntax")]


def test_plan_that_is_gone_with_evidence_is_found_where_all_are_asked_for(
    repo: Repo, plans: Path
) -> None:
    gone = write_plan(plans, "nepal", DONE + REPORT)
    write_plan(plans, "panama", REPORT, country='"PAN"')
    plain = write_plan(plans, "uruguay", LATE + REPORT, country='"URY"')
    write_plan(plans, "bangladesh", REPORT, country='"BGD"')
    repo.commit()
    gone.unlink()
    plain.unlink()

    found = since(only_new=True).survey

    (finding,) = found.findings
    assert (finding.path, finding.line, finding.column) == ("plans/nepal.toml", 1, 1)
    assert (finding.rule, finding.record) == ("evidenced-record-removed", None)
    assert finding.message == ("the plan is gone, and with it a record that had evidence: portal")
    assert [each.place.plan_id for each in found.plans] == ["bangladesh", "panama", "nepal"]
    assert of_history(since("panama")) == []
    everything = since("panama", "bangladesh")
    assert of_history(everything) == [("plans/nepal.toml", "evidenced-record-removed", None)]


@pytest.mark.parametrize("name", ["agency/nepal", "nepal", "plans/agency/nepal.toml"])
def test_plan_that_is_gone_can_be_named(repo: Repo, plans: Path, name: str) -> None:
    write_plan(plans, "agency/nepal", DONE + DONE.replace("portal", "law") + REPORT)
    write_plan(plans, "agency/law", DONE + REPORT)
    write_plan(plans, "panama", REPORT, country='"PAN"')
    write_plan(plans, "uruguay", UNLED + REPORT, country='"URY"')
    repo.commit()
    for gone in ("nepal", "law"):
        (plans / f"agency/{gone}.toml").unlink()

    for names in ([name], [name, "panama"]):
        found = since(*names)
        (finding,) = (each for each in found.survey.findings if each.rule in SLUGS)
        assert finding.path == "plans/agency/nepal.toml"
        assert finding.message.endswith("with it 2 records that had evidence: portal, law")
        assert len(found.survey.plans) == len(names)


def test_plan_that_is_gone_is_meant_though_another_is_called_by_its_id_too(
    repo: Repo, plans: Path
) -> None:
    write_plan(plans, "nepal", DONE + REPORT)
    write_plan(plans, "agency/nepal", REPORT)
    write_plan(plans, "panama", REPORT, country='"PAN"')
    repo.commit()
    (plans / "nepal.toml").unlink()

    assert of_history(since("nepal")) == [("plans/nepal.toml", "evidenced-record-removed", None)]


def test_plan_that_is_gone_without_evidence_can_be_named(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", REPORT).with_name("panama.toml").write_bytes(b"")
    repo.commit()
    (plans / "nepal.toml").unlink()

    found = since("nepal").survey

    assert (len(found.plans), found.findings, found.failed) == (1, (), ())


def test_all_plans_can_be_gone(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", DONE + REPORT)
    repo.commit()
    (plans / "nepal.toml").unlink()

    assert of_history(since()) == [("plans/nepal.toml", "evidenced-record-removed", None)]


def test_folder_that_had_no_plans_and_has_none_is_named(repo: Repo, plans: Path) -> None:
    repo.commit()

    with pytest.raises(NoPlansError):
        since()


def test_plan_that_was_broken_a_little_and_is_gone_had_evidence_too(
    repo: Repo, plans: Path
) -> None:
    write_plan(plans, "nepal", DONE + UNLED.replace("2018-11", "soon") + REPORT)
    write_plan(plans, "panama", REPORT, country='"PAN"')
    repo.commit()
    (plans / "nepal.toml").unlink()

    assert of_history(since()) == [("plans/nepal.toml", "evidenced-record-removed", None)]


def test_plan_that_never_was_cannot_be_named(repo: Repo, plans: Path) -> None:
    write_plan(plans, "panama", REPORT, country='"PAN"')
    repo.commit()

    with pytest.raises(UnknownNameError, match="Chile"):
        since("panama", "chile")


def test_plan_that_moved_is_not_gone(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", DONE + REPORT)
    repo.commit()
    repo.git("mv", "plans/nepal.toml", "plans/nepal-2017.toml")

    assert of_history(since()) == []
    assert new() == []


def test_plan_that_git_was_told_to_ignore_is_as_it_was(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", REPORT)
    repo.write(".gitignore", "plans/draft.toml\n")
    repo.commit()
    write_plan(plans, "draft", UNLED + REPORT, country='"PAN"')

    assert new() == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_file_that_became_a_link_is_not_gone(repo: Repo, plans: Path) -> None:
    nepal = write_plan(plans, "nepal", DONE + REPORT)
    repo.commit()
    nepal.rename(plans / "real.toml")
    nepal.symlink_to("real.toml")

    assert of_history(since()) == []


def test_submodule_that_differs_is_named(repo: Repo, plans: Path, tmp_path: Path) -> None:
    other = a_repo(tmp_path / "other")
    write_plan(other.root, "state", REPORT)
    other.commit()
    write_plan(plans, "nepal", REPORT)
    repo.git(
        "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other.root), "plans/sub"
    )
    repo.commit()
    inside = Repo(plans / "sub")
    write_plan(inside.root, "state", UNLED + REPORT)
    inside.commit()

    assert since().submodules == ("plans/sub",)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_file_outside_every_folder_cannot_be_compared(elsewhere: Path) -> None:
    write_plan(elsewhere / "drafts", "nepal")

    with pytest.raises(NotInFolderError) as caught:
        since("drafts/nepal.toml")

    assert caught.value.message.startswith("drafts/nepal.toml lies in no folder of plans")
    assert caught.value.hint == "name its folder too: --plans drafts"


def test_file_outside_the_folder_beside_a_plan_in_it_cannot_be_compared(
    repo: Repo, plans: Path
) -> None:
    write_plan(plans, "nepal")
    write_plan(repo.root / "drafts", "panama")
    repo.commit()

    with pytest.raises(NotInFolderError, match=r"drafts/panama\.toml"):
        since("nepal", "drafts/panama.toml")


def test_plan_named_by_its_path_is_compared(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", LATE + REPORT)
    repo.commit()
    write_plan(plans, "nepal", LATER + REPORT)

    assert of_history(since("plans/nepal.toml")) == [
        ("plans/nepal.toml", "due-moved-silently", "portal")
    ]


def test_many_processes_find_the_same(
    repo: Repo, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"plan-{number}" for number in range(6)]
    for name in names:
        write_plan(plans, name, LATE + REPORT)
    repo.commit()
    for name in names:
        write_plan(plans, name, LATER + UNLED + REPORT)
    alone = since(), since(only_new=True)

    monkeypatch.setattr(parallel, "WORTH_IT", 1)

    assert (since(), since(only_new=True)) == alone
    assert len(alone[1].survey.findings) == 12


def test_entry_for_a_removal_accepts_nothing_whether_one_asks_or_not(
    repo: Repo, plans: Path
) -> None:
    entry = '[[accepted]]\nrule = "evidenced-record-removed"\nreason = "Agreed"\n'
    write_plan(plans, "nepal", DONE + REPORT)
    repo.commit()
    write_plan(plans, "nepal", REPORT + entry)

    (nepal,) = since(only_new=True).survey.plans

    assert [(each.rule, each.record, each.accepted) for each in nepal.findings] == [
        ("evidenced-record-removed", "portal", False),
        ("accepted-nothing", None, False),
    ]
