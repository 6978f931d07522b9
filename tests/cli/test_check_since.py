"""`check --since`: plans against what they were, in real repositories."""

import sys
from pathlib import Path

import pytest

from cli.asking import Answer, ask, in_terminal, write_plan
from ogdplan.report.cells import cell_width
from repositories import Repo, a_repo, two_commits_that_begin_alike

DAY = ("--as-of", "2018-01-31")
REPORT = '[[updates]]\nid = "january"\non = 2018-01-20\ntext = "It goes on"\n'
PORTAL = '[[milestones]]\nid = "portal"\ntitle = "The portal"\nlead = "office"\ndue = "{}"\n'
UNLED = '[[milestones]]\nid = "tour"\ntitle = "A tour"\ndue = "2018-11"\n'
WRONG = '[[lessons]]\nid = "ask"\ntitle = "Ask"\ncategory = "other"\nfrom = ["nobody"]\n'


def check(*words: str) -> Answer:
    return ask("check", *words, *DAY)


@pytest.fixture
def plans(repo: Repo) -> Path:
    """Return the folder of a repository with one plan, whose deadline was moved since."""
    folder = repo.root / "plans"
    write_plan(folder, "nepal", PORTAL.format("2018-03") + UNLED + REPORT)
    repo.commit()
    write_plan(folder, "nepal", PORTAL.format("2018-06") + UNLED + REPORT)
    return folder


def test_deadline_that_was_moved_without_a_word_is_found_at_its_line(plans: Path) -> None:
    answer = check("--since", "HEAD", "--new-only", "--all")

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[0] == (
        "plans/nepal.toml:19:7: warning: due was 2018-03 and is 2018-06, and no report records "
        "this move [due-moved-silently]"
    )
    assert answer.lines[1:3] == ['   19 | due = "2018-06"', "      |       ^^^^^^^^^"]
    assert answer.lines[-1] == "1 warning in 1 plan, new since HEAD"


def test_without_a_revision_nothing_is_compared(plans: Path) -> None:
    assert "due-moved-silently" not in check().out
    assert "missing-lead" in check().out


def test_with_a_revision_all_findings_are_there(plans: Path) -> None:
    answer = check("--since", "HEAD")

    assert (answer.code, answer.err) == (0, "")
    assert "1 × due-moved-silently" in answer.out
    assert "1 × missing-lead" in answer.out
    assert ", new since" not in answer.out


def test_only_new_findings_count_for_the_exit_code(repo: Repo, plans: Path) -> None:
    write_plan(plans, "nepal", UNLED + WRONG + REPORT)
    repo.commit()
    write_plan(plans, "nepal", UNLED + WRONG + REPORT + "note = 'x'\n")

    assert check("--since", "HEAD").code == 1
    assert check("--since", "HEAD", "--new-only", "--strict").code == 0
    write_plan(plans, "nepal", UNLED + WRONG + WRONG.replace("ask", "tell") + REPORT)
    assert check("--since", "HEAD", "--new-only").code == 1


def test_new_warnings_fail_when_strict(plans: Path) -> None:
    assert check("--since", "HEAD", "--new-only").code == 0
    assert check("--since", "HEAD", "--new-only", "--strict").code == 1


def test_record_with_evidence_that_is_gone_is_named_and_nobody_answers_for_it(
    repo: Repo, plans: Path
) -> None:
    shown = PORTAL.format("2018") + "evidence = ['https://example.org']\n"
    write_plan(plans, "nepal", shown + shown.replace("portal", "law") + REPORT)
    repo.commit()
    entry = '[[accepted]]\nrule = "evidenced-record-removed"\nreason = "Agreed"\n'
    write_plan(plans, "nepal", REPORT + entry)

    answer = check("--since", "HEAD", "--new-only", "--strict")
    document = check("--since", "HEAD", "--new-only", "--format", "json").document

    assert (answer.code, answer.lines[-1]) == (1, "3 warnings in 1 plan, new since HEAD")
    assert "2 × evidenced-record-removed: a record that had evidence is gone (law, portal)\n" in (
        answer.out
    )
    assert [each["record"] for each in document["findings"]] == ["law", "portal", None]


def test_accepted_change_is_counted_and_does_not_fail(plans: Path) -> None:
    reason = ("--reason", "A slip of the pen")
    assert ask("accept", "nepal", "due-moved-silently", "portal", *reason).code == 0

    answer = check("--since", "HEAD", "--new-only", "--strict")

    assert (answer.code, answer.out) == (0, "1 accepted in 1 plan, new since HEAD\n")
    assert "accepted-nothing" not in check().out


def test_json_has_the_keys_that_check_always_has(plans: Path) -> None:
    answer = check("--since", "HEAD", "--new-only", "--format", "json")

    assert (answer.code, answer.err) == (0, "")
    assert list(answer.document) == ["schema", "as_of", "findings", "summary"]
    (finding,) = answer.document["findings"]
    assert {key: finding[key] for key in ("rule", "group", "record", "field", "line")} == {
        "rule": "due-moved-silently",
        "group": "record",
        "record": "portal",
        "field": "due",
        "line": 19,
    }
    assert answer.document["summary"] == {
        "plans": 1,
        "error": 0,
        "warning": 1,
        "advice": 0,
        "accepted": 0,
    }


def test_github_and_sarif_get_only_what_is_new(plans: Path) -> None:
    github = check("--since", "HEAD", "--new-only", "--format", "github")
    sarif = check("--since", "HEAD", "--new-only", "--format", "sarif")

    (command,) = github.lines
    place = "file=plans/nepal.toml,line=19,col=7,endColumn=16,title=due-moved-silently::"
    assert command.startswith(f"::warning {place}due was 2018-03")
    (log,) = sarif.document["runs"]
    assert [each["ruleId"] for each in log["results"]] == ["due-moved-silently"]


def test_result_can_be_written_to_a_file(plans: Path, tmp_path: Path) -> None:
    answer = check("--since", "HEAD", "--new-only", "--output", str(tmp_path / "new.txt"))

    assert (answer.code, answer.out) == (0, "")
    assert "due-moved-silently" in (tmp_path / "new.txt").read_text(encoding="utf-8")


def test_rules_are_explained() -> None:
    answer = ask("explain", "update-rewritten")

    assert answer.code == 0
    assert "check --since REV" in answer.out


@pytest.mark.parametrize("revision", ["HEAD", "main", "v1", "HEAD~0", "refs/heads/main"])
def test_revision_is_what_git_takes_for_a_commit(repo: Repo, plans: Path, revision: str) -> None:
    repo.git("tag", "--annotate", "v1", "--message", "The first")

    assert "due-moved-silently" in check("--since", revision).out


def test_detached_head_is_a_commit_like_any_other(repo: Repo, plans: Path) -> None:
    repo.git("stash", "--quiet")
    repo.git("checkout", "--quiet", "--detach", "HEAD")
    repo.git("stash", "pop", "--quiet")

    assert "due-moved-silently" in check("--since", "HEAD").out


def test_folder_and_plan_with_any_letters_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = a_repo(tmp_path / "Öffentliche Daten")
    plans = repo.root / "नेपाल योजना" / "plans"
    write_plan(plans, "São Tomé", PORTAL.format("2018-03") + REPORT)
    repo.commit()
    write_plan(plans, "São Tomé", PORTAL.format("2018-06") + REPORT)
    monkeypatch.chdir(plans.parent)

    found = check("--since", "HEAD", "--format", "json").document["findings"]

    assert [each["path"] for each in found if each["rule"] == "due-moved-silently"] == [
        "plans/São Tomé.toml"
    ]


def test_command_works_from_inside_the_folder_and_from_elsewhere(
    plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plans)
    assert "due-moved-silently" in check("--since", "HEAD").out
    monkeypatch.chdir(tmp_path)
    assert "due-moved-silently" in check("--since", "HEAD", "--plans", str(plans)).out


def test_plan_that_was_broken_is_named_on_stderr_and_does_not_fail(repo: Repo, plans: Path) -> None:
    repo.write("plans/nepal.toml", "format = 1\n[plan\n")
    repo.commit()
    write_plan(plans, "nepal", REPORT)

    answer = check("--since", "HEAD")

    assert answer.code == 0
    assert answer.err.startswith("warning: plans/nepal.toml was broken at HEAD: line 2: ")
    assert "\nhint: it is checked as it is; what changed in it since is left out\n" in answer.err
    assert "due-moved-silently" not in answer.out


def test_plan_with_evidence_that_is_gone_is_found_in_every_voice(repo: Repo, plans: Path) -> None:
    shown = "evidence = ['https://example.org']\n"
    gone = write_plan(plans, "panama", REPORT + PORTAL.format("2018") + shown, country='"PAN"')
    repo.commit()
    repo.git("rm", "--quiet", str(gone))
    only_new = ("--since", "HEAD", "--new-only", "--strict")

    text, full = check(*only_new), check(*only_new, "--all")
    github, sarif = (check(*only_new, "--format", voice) for voice in ("github", "sarif"))
    document = check(*only_new, "--format", "json").document

    words = "the plan is gone, and with it a record that had evidence: portal"
    assert (text.code, text.err, github.code) == (1, "", 1)
    assert text.lines[0] == (f"plans/panama.toml: warning: 1 × evidenced-record-removed: {words}")
    assert text.lines[-1] == "1 warning in 2 plans, new since HEAD"
    assert full.lines[:2] == [
        f"plans/panama.toml:1:1: warning: {words} [evidenced-record-removed]",
        "  help: put the plan back; where its file only has another name, `git add` both names",
    ]
    assert github.out.startswith(
        "::warning file=plans/panama.toml,line=1,col=1,endColumn=2,"
        f"title=evidenced-record-removed::{words}"
    )
    assert [each["path"] for each in document["findings"]] == ["plans/panama.toml"]
    assert document["summary"]["warning"] == 1
    assert len(sarif.document["runs"][0]["results"]) == 1


# Where a branch began, and days.


@pytest.fixture
def branch(repo: Repo, plans: Path) -> Path:
    """Return the folder on a branch whose deadline was moved, while on main work was added."""
    repo.git("checkout", "--quiet", "-b", "work")
    repo.commit(day="2018-01-16")
    repo.git("checkout", "--quiet", "main")
    done = PORTAL.format("2018").replace("portal", "law") + "evidence = ['https://example.org']\n"
    write_plan(plans, "nepal", PORTAL.format("2018-03") + done + REPORT)
    write_plan(plans, "panama", done + REPORT, country='"PAN"')
    repo.commit(day="2018-01-17")
    repo.git("checkout", "--quiet", "work")
    return plans


def test_branch_is_checked_from_where_it_left_main(repo: Repo, branch: Path) -> None:
    answer = check("--since", "main...", "--new-only")
    parted = repo.git("rev-parse", "--short=7", "HEAD~1").strip()

    assert answer.code == 0
    assert "1 × due-moved-silently" in answer.out
    assert answer.lines[-1] == f"1 warning in 1 plan, new since {parted}"
    assert answer.err == (f"--since: {parted} of 15 January 2018, where main and HEAD parted\n")


def test_branch_checked_against_a_main_that_went_on_is_told_how_to(branch: Path) -> None:
    answer = check("--since", "main", "--new-only")

    assert answer.out.count("evidenced-record-removed") == 2
    assert answer.err == (
        "warning: main has gone on since HEAD left it: what was done there may seem undone\n"
        "hint: compare with where the two parted: --since main...\n"
    )


def test_main_that_went_on_is_not_named_where_nothing_tells_of_it(repo: Repo, plans: Path) -> None:
    repo.git("stash", "--quiet")
    repo.write("README", "Other work")
    repo.commit()
    repo.git("checkout", "--quiet", "HEAD~1")

    answer = check("--since", "main")

    assert "missing-lead" in answer.out
    assert answer.err == ""


def test_commit_of_another_history_has_not_gone_on(repo: Repo, plans: Path) -> None:
    repo.git("checkout", "--quiet", "--orphan", "other")
    repo.commit()

    answer = check("--since", "main")

    assert "due-moved-silently" in answer.out
    assert answer.err == ""
    parted = check("--since", "main...")
    assert (parted.code, parted.out) == (2, "")
    assert parted.err == (
        "error: main and HEAD have no commit in common\n"
        "hint: compare with it as it is: --since main\n"
    )


def test_shallow_clone_that_lacks_the_parting_is_told_how_to_get_the_rest(
    repo: Repo, branch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "clone"
    source = f"file://{repo.root.as_posix()}"
    repo.git("clone", "--quiet", "--depth=1", "--no-single-branch", source, str(clone))
    monkeypatch.chdir(clone)

    answer = check("--since", "origin/main...")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("error: origin/main and HEAD have no commit in common\n")
    assert "`git fetch --unshallow`" in answer.err


@pytest.mark.parametrize(
    "words", ["nowhere...", "a...main", "main..HEAD", "main...work...", "-x..."]
)
def test_other_ranges_are_no_beginning(branch: Path, words: str) -> None:
    answer = check(f"--since={words}")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith('error: no revision called "')


@pytest.mark.parametrize("day", ["2018-01-16", "16 January 2018"])
def test_day_means_the_state_before_it(repo: Repo, branch: Path, day: str) -> None:
    commit = repo.git("rev-parse", "--short=7", "HEAD~1").strip()

    answer = check("--since", day, "--new-only")

    assert "1 × due-moved-silently" in answer.out
    assert answer.lines[-1] == f"1 warning in 1 plan, new since {commit}"
    assert answer.err == (
        f"--since: {commit} of 15 January 2018, the last commit before 16 January 2018\n"
    )
    assert "due-moved-silently" not in check("--since", "17 January 2018").out


def test_day_before_all_commits_means_the_first(branch: Path) -> None:
    answer = check("--since", "2017")

    assert "due-moved-silently" in answer.out
    assert answer.err == (
        "nothing was committed before 1 January 2017: compared with the first commit, of "
        "15 January 2018\n"
    )


def test_revision_called_like_a_day_is_the_revision(repo: Repo, branch: Path) -> None:
    repo.git("branch", "2018-01-16", "HEAD")

    answer = check("--since", "2018-01-16")

    assert "due-moved-silently" not in answer.out
    assert answer.err == ""


# What cannot be done.


def test_only_new_needs_a_revision(plans: Path) -> None:
    answer = check("--new-only")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "error: --new-only needs a commit to compare with\n"
        "hint: say which: ogdplan check --since main... --new-only\n"
    )


@pytest.mark.parametrize("revision", ["nowhere", "-x", "--all", "", "HEAD~9", "HEAD:plans", "a\nb"])
def test_revision_that_is_none_is_a_mistake_of_usage(plans: Path, revision: str) -> None:
    answer = check(f"--since={revision}")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith('error: no revision called "')
    assert ", and it is no day either\nhint: name a commit, branch or tag: " in answer.err
    assert "; or a day: 2018-06-30" in answer.err


def test_beginning_of_several_commits_is_ambiguous(repo: Repo, plans: Path) -> None:
    answer = check("--since", two_commits_that_begin_alike(repo, repo.git("write-tree").strip()))

    assert (answer.code, answer.out) == (2, "")
    assert "fits more than one commit" in answer.err


def test_folder_without_git_has_no_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_plan(tmp_path / "plans", "nepal")
    monkeypatch.chdir(tmp_path)

    answer = check("--since", "HEAD")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: plans/ is in no git repository")


def test_repository_without_a_commit_has_nothing_to_compare(repo: Repo) -> None:
    write_plan(repo.root / "plans", "nepal")

    answer = check("--since", "HEAD")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: there is no commit yet\n")


def test_shallow_clone_is_told_how_to_get_the_rest(
    repo: Repo, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit()
    clone = tmp_path / "clone"
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.root.as_posix()}", str(clone))
    monkeypatch.chdir(clone)

    answer = check("--since", "HEAD~1")

    assert (answer.code, answer.out) == (2, "")
    assert "`git fetch --unshallow`" in answer.err


def test_machine_without_git_is_told_so(plans: Path, tmp_path: Path) -> None:
    answer = ask("check", "--since", "HEAD", env={"PATH": str(tmp_path)})

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: git is not installed here\n")
    assert ask("check", env={"PATH": str(tmp_path)}).code == 0


def test_file_in_no_folder_of_plans_cannot_be_compared(repo: Repo, plans: Path) -> None:
    write_plan(repo.root / "drafts", "nepal")

    answer = check("drafts/nepal.toml", "--since", "HEAD")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "error: drafts/nepal.toml lies in no folder of plans, so there is nothing to compare it "
        "with\nhint: name its folder too: --plans drafts\n"
    )
    named = check("drafts/nepal.toml", "--since", "HEAD", "--plans", "drafts")
    assert (named.code, named.err) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of this kind there")
@pytest.mark.parametrize("columns", [60, 140])
def test_lines_fit_the_terminal(plans: Path, columns: int) -> None:
    answer = in_terminal("check", "--since", "HEAD", "--all", *DAY, columns=columns)

    assert answer.code == 0
    assert max(map(cell_width, answer.lines)) <= columns


def test_index_of_git_stays_as_it_is(repo: Repo, plans: Path) -> None:
    index = repo.root / ".git" / "index"
    before = index.read_bytes()

    check("--since", "HEAD", "--new-only")

    assert index.read_bytes() == before
