"""What `log` says of the history of a plan."""

import os
from pathlib import Path

import pytest

from cli.asking import Answer, ask, in_terminal, write_plan
from golden_files import check_golden
from repositories import Repo

PORTAL = '\n[[milestones]]\nid = "portal"\ntitle = "Open the portal"\ndue = "2018-06"\n'
DOOR = PORTAL.replace("portal", "door")
BROKEN = "format = 1\n[plan\n"
REASON = "line 2: the brackets of [plan do not match"
REPORT = """
[[updates]]
id = "report-1"
about = "portal"
on = 2018-04-01
text = "Half of it works"
"""


def written(repo: Repo, toml: str = "", plan_id: str = "nepal", **header: str) -> Path:
    return write_plan(repo.root / "plans", plan_id, toml, **header)


def committed(repo: Repo, subject: str, day: str, toml: str = "", **header: str) -> str:
    written(repo, toml, **header)
    return repo.commit(subject, day=day)


@pytest.fixture
def history(repo: Repo) -> Repo:
    """Return a repository with a plausible year of one plan."""
    written(repo, PORTAL, "np")
    repo.commit("Begin", day="2018-01-15")
    repo.git("mv", "plans/np.toml", "plans/nepal.toml")
    repo.commit("Call it nepal", day="2018-02-15")
    done = PORTAL + "completed = 2018-03-01\n"
    committed(repo, "The portal is open", "2018-03-15", done)
    committed(repo, "Layout", "2018-04-15", f"# A remark.\n{done}")
    path = written(repo)
    path.write_text(BROKEN, encoding="utf-8")
    repo.commit("Oops", day="2018-05-15")
    committed(repo, "Mend it, and reopen the portal", "2018-06-15", PORTAL)
    written(repo, PORTAL, "panama")
    repo.commit("Another plan", day="2018-07-15")
    return repo


def subjects(answer: Answer) -> list[str]:
    """Return the subjects of the commits that are shown."""
    heads = [line for line in answer.lines[1:] if line and line[0] != " "]
    return [line.split("  ")[1] for line in heads if line[0].isdigit()]


def told(answer: Answer) -> list[str]:
    """Return the lines about changes."""
    return [line.removeprefix("  ") for line in answer.lines if line.startswith("  ")]


def test_history_is_told_commit_by_commit(history: Repo) -> None:
    answer = ask("log", "nepal")

    check_golden("log.txt", answer.out)
    commit = history.git("rev-parse", "--short=7", "HEAD~2").strip()
    assert answer.code == 1
    assert answer.err == f"error: cannot read plans/nepal.toml at {commit}: {REASON}\n"


def test_markdown_has_a_heading_for_each_commit(history: Repo) -> None:
    check_golden("log.md", ask("log", "nepal", "--format", "markdown").out)


def test_json_has_exactly_the_keys_that_are_promised(repo: Repo) -> None:
    committed(repo, "Begin", "2018-01-15", PORTAL)
    second = committed(repo, "Move it", "2018-02-15", PORTAL.replace("06", "07"))

    answer = ask("log", "nepal", "--format", "json", "--limit", "1", "--as-of", "2018-03-01")

    assert (answer.code, answer.err) == (0, "")
    assert answer.document == {
        "schema": "ogdplan/log/1",
        "as_of": "2018-03-01",
        "plan": "nepal",
        "entries": [
            {
                "commit": second,
                "date": "2018-02-15",
                "author": "Someone",
                "subject": "Move it",
                "path": "plans/nepal.toml",
                "changes": [
                    {
                        "plan": "nepal",
                        "kind": "milestone",
                        "id": "portal",
                        "change": "changed",
                        "fields": [{"field": "due", "old": "2018-06", "new": "2018-07"}],
                        "summary": "portal: first move of the deadline, from June 2018 to "
                        "July 2018, 31 days later: no reason recorded",
                    }
                ],
                "unreadable": None,
            }
        ],
    }


def test_json_says_why_a_version_cannot_be_read(history: Repo) -> None:
    answer = ask("log", "nepal", "--format", "json")

    unreadable = {each["subject"]: each["unreadable"] for each in answer.document["entries"]}
    assert answer.code == 1
    assert [finding["rule"] for finding in unreadable.pop("Oops")] == ["toml-syntax"]
    assert set(unreadable.values()) == {None}


def test_every_voice_tells_the_same_changes(history: Repo) -> None:
    entries = ask("log", "nepal", "--format", "json").document["entries"]
    text = ask("log", "nepal").out
    markdown = ask("log", "nepal", "--format", "markdown").out.replace("\\", "")

    for entry in entries:
        for change in entry["changes"]:
            words = change["summary"].removeprefix("portal: ")
            assert f"{words} (portal)\n" in text or f"  {words}\n" in text
            assert f"{words} (portal)\n" in markdown or f"\n- {words}\n" in markdown


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--limit", "2"], ["Mend it, and reopen the portal", "Oops"]),
        (["--since", "2018-05-15"], ["Mend it, and reopen the portal", "Oops"]),
        (["--until", "2018-02-15"], ["Call it nepal", "Begin"]),
        (["--since", "2018-02", "--until", "2018-03"], ["The portal is open", "Call it nepal"]),
        (["--since", "2018-08-01"], []),
        (["--since", "2018-02-01", "--until", "2018-04-30", "-n", "1"], ["Layout"]),
    ],
)
def test_part_of_a_history_can_be_asked_for(
    history: Repo, options: list[str], found: list[str]
) -> None:
    assert subjects(ask("log", "nepal", *options)) == found


def test_period_means_its_first_day_or_its_last(history: Repo) -> None:
    answer = ask("log", "nepal", "--since", "Q1/2018", "--until", "June 2018", "-n", "1")

    assert answer.err == "--since: 1 January 2018\n--until: 30 June 2018\n"


def test_no_commit_is_said_so(history: Repo) -> None:
    answer = ask("log", "nepal", "--since", "2019-01-01")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "History of nepal\n\nNo commit from 1 January 2019 on changed this plan.\n"
    )


def test_change_after_a_broken_version_is_told_against_the_last_that_could_be_read(
    history: Repo,
) -> None:
    lines = told(ask("log", "nepal", "--limit", "2"))

    assert lines == [
        "Open the portal: reopened (was completed on 1 March 2018) (portal)",
        f"cannot be read: {REASON}",
    ]


def test_plan_that_was_broken_from_the_beginning_comes_when_it_is_mended(repo: Repo) -> None:
    path = written(repo)
    path.write_text(BROKEN, encoding="utf-8")
    repo.commit("Begin")
    path.write_text(f"{BROKEN}\n", encoding="utf-8")
    repo.commit("Still broken")
    committed(repo, "Mend it", "2018-02-15")

    assert told(ask("log", "nepal")) == [
        "plan added: A plan",
        f"cannot be read: {REASON}",
        f"cannot be read: {REASON}",
    ]


def test_same_broken_file_again_and_again_finds_an_end(repo: Repo) -> None:
    path = written(repo, PORTAL)
    repo.commit("Begin")
    for number in range(4):
        path.write_text(f"{BROKEN}{number % 2}\n", encoding="utf-8")
        repo.commit("Broken")
    committed(repo, "Mend it", "2018-02-15", PORTAL + DOOR)

    assert told(ask("log", "nepal"))[0] == "milestone added: Open the door (door)"


def test_plan_with_mistakes_has_its_changes_told(repo: Repo) -> None:
    committed(repo, "Begin", "2018-01-15", PORTAL + 'kind = "nonsense"\n')
    committed(repo, "More", "2018-02-15", PORTAL + 'kind = "nonsense"\n' + DOOR)

    answer = ask("log", "nepal", "-n", "1")

    assert (answer.code, told(answer)) == (0, ["milestone added: Open the door (door)"])


# The story of one record.


def test_record_has_its_changes_and_the_reports_about_it(repo: Repo) -> None:
    committed(repo, "Begin", "2018-01-15", PORTAL + DOOR)
    committed(repo, "Another", "2018-02-15", PORTAL + DOOR.replace("06", "07"))
    committed(repo, "Report", "2018-03-15", PORTAL + DOOR + REPORT)
    committed(repo, "Say it better", "2018-04-15", PORTAL + REPORT.replace("works", "runs"))
    committed(repo, "Layout", "2018-05-15", f"# More.\n{PORTAL}" + REPORT.replace("works", "runs"))

    answer = ask("log", "nepal", "--record", "port")

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[0] == "History of portal in nepal"
    assert subjects(answer) == ["Say it better", "Report", "Begin"]
    assert told(answer) == [
        (
            'update "Half of it runs": text changed from "Half of it works" to "Half of it runs" '
            "(report-1)"
        ),
        'report of 1 April 2018 about "Open the portal": Half of it works (report-1)',
        "milestone added: Open the portal (portal)",
    ]


def test_record_is_followed_through_its_ids(repo: Repo) -> None:
    committed(repo, "Begin", "2018-01-15", PORTAL)
    committed(repo, "Name it", "2018-02-15", PORTAL.replace('"portal"', '"gate"'))
    committed(
        repo, "Move it", "2018-03-15", PORTAL.replace('"portal"', '"gate"').replace("06", "07")
    )

    answer = ask("log", "nepal", "--record", "gate")

    assert subjects(answer) == ["Move it", "Name it", "Begin"]
    assert told(answer)[1:] == [
        "milestone renamed from portal: Open the portal (gate)",
        "milestone added: Open the portal (portal)",
    ]


def test_record_that_is_gone_has_its_story_too(repo: Repo) -> None:
    committed(repo, "Begin", "2018-01-15", PORTAL)
    committed(repo, "Drop it", "2018-02-15")
    committed(repo, "Another", "2018-03-15", DOOR)

    answer = ask("log", "nepal", "--record", "portal")

    assert told(answer) == [
        "milestone removed: Open the portal, was not started (portal)",
        "milestone added: Open the portal (portal)",
    ]


def test_record_goes_with_its_plan_and_comes_again_with_it(repo: Repo) -> None:
    committed(repo, "Begin", "2018-01-15", PORTAL)
    repo.git("rm", "-q", "plans/nepal.toml")
    repo.commit("Give up", day="2018-02-15")
    committed(repo, "Try again", "2018-03-15", PORTAL)

    assert told(ask("log", "nepal", "--record", "portal")) == [
        "milestone added: Open the portal (portal)",
        "milestone removed: Open the portal, was not started (portal)",
        "milestone added: Open the portal (portal)",
    ]


def test_record_that_is_not_committed_has_no_story_yet(repo: Repo) -> None:
    committed(repo, "Begin", "2018-01-15")
    written(repo, PORTAL)

    answer = ask("log", "nepal", "--record", "portal")

    assert answer.out == "History of portal in nepal\n\nNo commit changed portal.\n"
    assert answer.err == "nepal has changes that are not committed: ogdplan diff --plan nepal\n"


@pytest.mark.parametrize(
    ("name", "error", "hint"),
    [
        (
            "potral",
            'no record called "potral" in nepal',
            "did you mean portal?",
        ),
        (
            "do",
            '"do" fits more than one record: door, dome',
            "name one of them in full",
        ),
    ],
)
def test_record_that_nobody_knows_is_refused(repo: Repo, name: str, error: str, hint: str) -> None:
    committed(repo, "Begin", "2018-01-15", PORTAL + DOOR + DOOR.replace("door", "dome"))

    answer = ask("log", "nepal", "--record", name)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"error: {error}\nhint: {hint}\n"


# Merges.


@pytest.fixture
def branches(repo: Repo) -> Repo:
    """Return a repository whose branches `main` and `side` each changed the plan."""
    committed(repo, "Begin", "2018-01-15", PORTAL + "# Between.\n" * 9 + DOOR)
    repo.git("checkout", "-qb", "side")
    committed(repo, "Theirs", "2018-02-15", PORTAL + "# Between.\n" * 9 + DOOR.replace("06", "07"))
    repo.git("checkout", "-q", "main")
    committed(repo, "Ours", "2018-03-15", PORTAL.replace("06", "08") + "# Between.\n" * 9 + DOOR)
    repo.git("merge", "-q", "--no-commit", "side", fails=True)
    return repo


def test_merge_that_changed_nothing_itself_is_no_entry(branches: Repo) -> None:
    branches.commit("Merge", day="2018-04-15")

    assert subjects(ask("log", "nepal")) == ["Ours", "Theirs", "Begin"]


def test_merge_is_told_for_what_it_changed_itself(branches: Repo) -> None:
    both = PORTAL.replace("06", "08") + "# Between.\n" * 9 + DOOR.replace("06", "09")
    committed(branches, "Merge", "2018-04-15", both + PORTAL.replace("portal", "new"))

    answer = ask("log", "nepal", "-n", "1")

    assert subjects(answer) == ["Merge"]
    assert told(answer) == [
        (
            "Open the door: second move of the deadline, from June 2018 to September 2018, "
            "92 days later: no reason recorded (door)"
        ),
        "milestone added: Open the new (new)",
    ]


def test_merge_that_broke_the_plan_is_named(branches: Repo) -> None:
    (branches.root / "plans" / "nepal.toml").write_text(BROKEN, encoding="utf-8")
    branches.commit("Merge", day="2018-04-15")
    committed(branches, "Mend it", "2018-05-15", PORTAL.replace("06", "08") + DOOR)

    answer = ask("log", "nepal", "-n", "2")

    assert (answer.code, subjects(answer)) == (1, ["Mend it", "Merge"])


# Plans that are not as they were committed.


def test_plan_that_was_never_committed_has_no_history(history: Repo) -> None:
    written(history, "", "chile")

    answer = ask("log", "chile")

    assert answer.code == 0
    assert answer.out == "History of chile\n\nNo commit changed this plan.\n"
    assert answer.err == "chile is not committed: what it says now is in no history yet\n"


def test_changes_that_are_not_committed_are_noted(history: Repo) -> None:
    written(history, DOOR, "panama")

    assert ask("log", "panama").err == (
        "panama has changes that are not committed: ogdplan diff --plan panama\n"
    )


def test_line_ends_of_the_disk_are_no_changes(history: Repo) -> None:
    path = history.root / "plans" / "panama.toml"
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8", newline="\r\n")

    assert ask("log", "panama").err == ""


def test_plan_whose_file_is_gone_has_its_history(history: Repo) -> None:
    (history.root / "plans" / "panama.toml").unlink()

    for name in ("panama", "plans/panama.toml"):
        answer = ask("log", name)

        assert told(answer) == ["plan added: A plan"]
        assert answer.err == ("plans/panama.toml: there is no such file; the last commit has it\n")


def test_plan_that_was_removed_has_its_history(history: Repo) -> None:
    history.git("rm", "-q", "plans/panama.toml")
    history.commit("Give up", day="2018-08-15")

    answer = ask("log", "panama")

    assert (answer.code, answer.err) == (0, "")
    assert told(answer) == ["plan removed: A plan", "plan added: A plan"]


def test_former_name_of_a_plan_has_the_history_until_it_was_changed(history: Repo) -> None:
    written(history, "", "uruguay")  # Else the one plan that can be read is meant by its country.

    answer = ask("log", "plans/np.toml")

    assert subjects(answer) == ["Begin"]
    assert answer.err == (
        "np is not there any more under this name; `ogdplan status` lists the plans\n"
    )


def test_plan_that_never_was_is_refused(history: Repo) -> None:
    for name, words in (
        ("nepa", 'no plan called "nepa"'),
        ("x.toml", 'no plan file called "x.tom'),
    ):
        answer = ask("log", name)

        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith(f"error: {words}")


def test_file_that_is_no_plan_has_no_history(repo: Repo) -> None:
    written(repo)
    repo.write("README.md", "Plans\n")
    repo.commit()

    answer = ask("log", "./README.md")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("error: README.md is in no folder of plans\n")


def test_more_commits_than_there_can_be_are_not_asked_for(repo: Repo) -> None:
    written(repo)
    repo.commit()

    answer = ask("log", "nepal", "--limit", "99999999999999999999")

    assert (answer.code, answer.out) == (2, "")


def test_file_in_no_folder_of_plans_has_no_history(repo: Repo) -> None:
    write_plan(repo.root / "elsewhere", "nepal")
    repo.commit()

    answer = ask("log", "elsewhere/nepal.toml")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "error: elsewhere/nepal.toml is in no folder of plans\n"
        "hint: the history of plans is that of a folder called plans, or one given with --plans\n"
    )


def test_plan_with_spaces_and_any_letters_has_its_history(repo: Repo) -> None:
    written(repo, "", "brazil/saúde 2018 नेपाल")
    repo.commit("Begin")

    assert told(ask("log", "brazil/saúde 2018 नेपाल")) == ["plan added: A plan"]


def test_history_that_is_cut_does_not_seem_to_begin(
    history: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "clone"
    history.git("clone", "-q", "--depth", "2", f"file://{history.root}", str(clone))
    monkeypatch.chdir(clone)

    nepal, panama = ask("log", "nepal"), ask("log", "panama")

    note = "the history in this clone is cut: `git fetch --unshallow` brings the rest\n"
    assert (nepal.err, panama.err) == (note, note)
    assert nepal.lines[2:] == ["No commit changed this plan."]
    assert told(panama) == ["plan added: A plan"]


def test_what_git_holds_cannot_steer_a_terminal_or_markdown(repo: Repo) -> None:
    written(repo)
    repo.git("add", "--all")
    repo.git("commit", "-qm", "\x1b[2J <b>@all</b>", env={"GIT_AUTHOR_NAME": "\u202eSomeone *x*"})

    text, markdown = ask("log", "nepal").out, ask("log", "nepal", "--format", "markdown").out

    assert "  \\u001b[2J <b>@all</b>  (\\u202eSomeone *x*, " in text
    assert "\\<b\\>\\@all\\</b\\>\n\n\\\\u202eSomeone \\*x\\*, " in markdown


def test_limit_is_at_least_one(repo: Repo) -> None:
    repo.commit()

    answer = ask("log", "nepal", "--limit", "0")

    assert (answer.code, answer.out) == (2, "")


def test_result_goes_to_a_file(history: Repo) -> None:
    answer = ask("log", "panama", "-o", "found.txt")

    assert (answer.code, answer.out) == (0, "")
    assert (history.root / "found.txt").read_text(encoding="utf-8") == ask("log", "panama").out


@pytest.mark.skipif(os.name == "nt", reason="Windows has no terminal of this kind")
@pytest.mark.parametrize("columns", [60, 140])
def test_lines_keep_to_the_width_of_a_terminal(history: Repo, columns: int) -> None:
    out = in_terminal("log", "nepal", columns=columns).out

    assert max(map(len, out.splitlines())) <= columns


def test_long_history_is_told_whole(repo: Repo) -> None:
    for number in range(60):
        committed(repo, f"Commit {number}", "2018-01-15", f'{PORTAL}number = "{number}"\n')

    lines = told(ask("log", "nepal"))

    assert lines == [
        *(
            f"Open the portal: number changed from {n - 1} to {n} (portal)"
            for n in range(59, 0, -1)
        ),
        "plan added: A plan",
    ]


def test_no_commit_is_said_so_in_markdown_too(history: Repo) -> None:
    answer = ask("log", "nepal", "--since", "2019-01-01", "--format", "markdown")

    assert answer.out == (
        "## History of nepal\n\nNo commit from 1 January 2019 on changed this plan.\n"
    )


def test_merge_of_a_side_that_was_never_readable_is_told_against_the_other(repo: Repo) -> None:
    written(repo, plan_id="other")
    repo.commit("Nothing yet")
    repo.git("checkout", "-qb", "side")
    path = written(repo)
    path.write_text(BROKEN, encoding="utf-8")
    repo.commit("Broken from the beginning", day="2018-02-15")
    repo.git("checkout", "-q", "main")
    committed(repo, "Begin", "2018-03-15", PORTAL)
    repo.git("merge", "-q", "--no-commit", "side", fails=True)
    committed(repo, "Merge", "2018-04-15", PORTAL + DOOR)

    assert told(ask("log", "nepal", "-n", "1")) == ["milestone added: Open the door (door)"]


# The day of a commit, days that are asked for, and names that changed.


def test_day_of_a_commit_is_that_on_which_it_came_into_the_history(repo: Repo) -> None:
    written(repo, PORTAL)
    repo.git("add", "--all")
    dates = {"GIT_AUTHOR_DATE": "2018-01-10T12:00Z", "GIT_COMMITTER_DATE": "2018-03-10T12:00Z"}
    repo.git("commit", "-qm", "Rebased", env=dates)

    assert ask("log", "nepal").lines[2].startswith("2018-03-10  Rebased")
    assert subjects(ask("log", "nepal", "--until", "2018-02-01")) == []
    assert subjects(ask("log", "nepal", "--since", "2018-03-10")) == ["Rebased"]
    entry = ask("log", "nepal", "--format", "json").document["entries"][0]
    assert entry["date"] == "2018-03-10"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--since", "2019-01-01"], "from 1 January 2019 on changed this plan"),
        (["--until", "2017-01-31"], "until 31 January 2017 changed this plan"),
        (
            ["--since", "2017", "--until", "2017-03-01", "--record", "portal"],
            "between 1 January 2017 and 1 March 2017 changed portal",
        ),
    ],
)
def test_nothing_found_says_what_was_asked(history: Repo, options: list[str], words: str) -> None:
    assert ask("log", "nepal", *options).lines[2:] == [f"No commit {words}."]


def test_days_the_wrong_way_round_are_refused(history: Repo) -> None:
    answer = ask("log", "nepal", "--since", "2018-06-01", "--until", "2018-02-01")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "error: --since 2018-06-01 is after --until 2018-02-01\n"
        "hint: write --since 2018-02-01 --until 2018-06-01\n"
    )


def test_former_id_of_a_record_has_the_whole_story(repo: Repo) -> None:
    gate = PORTAL.replace('"portal"', '"gate"')
    committed(repo, "Begin", "2018-01-15", PORTAL)
    committed(repo, "Name it", "2018-02-15", gate)
    committed(repo, "Again", "2018-03-15", gate.replace('"gate"', '"door"'))
    committed(repo, "Move it", "2018-04-15", gate.replace('"gate"', '"door"').replace("06", "07"))

    story = ask("log", "nepal", "--record", "door").out

    assert ask("log", "nepal", "--record", "portal").out == story
    assert ask("log", "nepal", "--record", "gate").out == story
    assert story.count("renamed") == 2


def test_report_of_a_move_that_is_asked_for_by_its_own_id_is_told(repo: Repo) -> None:
    report = REPORT + 'due_from = "2018-06"\ndue_to = "2018-07"\n'
    committed(repo, "Begin", "2018-01-15", PORTAL)
    committed(repo, "Move it", "2018-02-15", PORTAL.replace("06", "07") + report)

    assert told(ask("log", "nepal", "--record", "report-1")) == [
        (
            'report of 1 April 2018 about "Open the portal" '
            "(deadline from June 2018 to July 2018): Half of it works (report-1)"
        )
    ]


@pytest.mark.parametrize("options", [[], ["--limit", "1"], ["--record", "portal"]])
def test_moves_are_counted_over_the_whole_history(repo: Repo, options: list[str]) -> None:
    report = REPORT + 'due_from = "2018-08"\ndue_to = "2018-12"\n'
    committed(repo, "Begin", "2018-01-15", PORTAL)
    committed(repo, "Silently", "2018-02-15", PORTAL.replace("06", "08"))
    committed(repo, "With a word", "2018-03-15", PORTAL.replace("06", "12") + report)

    last, *others = told(ask("log", "nepal", *options))

    assert last == (
        "Open the portal: second move of the deadline, from August 2018 to December 2018, "
        "122 days later, 184 later than first promised: Half of it works (portal)"
    )
    assert not others or others[0].startswith("Open the portal: first move of the deadline")


def test_moves_are_counted_on_through_another_id(repo: Repo) -> None:
    gate = PORTAL.replace('"portal"', '"gate"')
    committed(repo, "Begin", "2018-01-15", PORTAL)
    committed(repo, "Silently", "2018-02-15", PORTAL.replace("06", "08"))
    committed(repo, "Name it", "2018-03-15", gate.replace("06", "08"))
    committed(repo, "Silently", "2018-04-15", gate.replace("06", "09"))

    assert told(ask("log", "nepal", "-n", "1")) == [
        (
            "Open the portal: second move of the deadline, from August 2018 to September 2018, "
            "30 days later, 92 later than first promised: no reason recorded (gate)"
        )
    ]


def test_plan_whose_move_is_not_committed_has_its_history(history: Repo) -> None:
    history.git("mv", "plans/panama.toml", "plans/pa.toml")

    answer = ask("log", "pa")

    assert told(answer) == ["plan added: A plan"]
    assert answer.err == "pa is still panama in the last commit: ogdplan diff --plan pa\n"


def test_value_that_cannot_be_read_any_more_is_told_so(repo: Repo) -> None:
    committed(repo, "Begin", "2018-01-15", PORTAL)
    committed(repo, "Oops", "2018-02-15", PORTAL.replace("2018-06", "2018-Q7"))
    committed(repo, "Mend it", "2018-03-15", PORTAL)

    answer = ask("log", "nepal")

    assert told(answer)[:2] == [
        "Open the portal: due can be read again: June 2018 (portal)",
        'Open the portal: due can no longer be read: "2018-Q7" is no period (portal)',
    ]
    assert (answer.code, answer.err) == (0, "")


def test_plan_with_errors_is_said_to_have_them(repo: Repo) -> None:
    committed(repo, "Begin", "2018-01-15", PORTAL.replace("2018-06", "2018-Q7"))

    assert ask("log", "nepal").err == "nepal has errors: ogdplan check nepal\n"
