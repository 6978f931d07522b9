"""Which two states `diff` compares: what people write, and what cannot be told."""

import os
from pathlib import Path

import pytest

from cli.asking import Answer, ask, run, write_plan
from repositories import Repo, two_commits_that_begin_alike

DAYS = ("2018-01-15", "2018-02-15", "2018-03-15")


def written(repo: Repo, plan_id: str, title: str) -> Path:
    return write_plan(repo.root / "plans", plan_id, title=f'"{title}"')


@pytest.fixture
def history(repo: Repo) -> Repo:
    """Return a repository of three commits; in each and now two plans have another title."""
    for number, day in enumerate(DAYS, 1):
        written(repo, "nepal", f"N{number}")
        written(repo, "brazil/saude", f"B{number}")
        repo.commit(f"Commit {number}", day=day)
    written(repo, "nepal", "N4")
    written(repo, "brazil/saude", "B4")
    return repo


def titles(answer: Answer) -> list[str]:
    """Return from which title to which the plans went."""
    assert (answer.code, answer.err) == (0, "")
    changes = [line for line in answer.lines if line.startswith("  ")]
    return [line.removeprefix("  plan: title changed from ") for line in changes]


BOTH = ("N", "B")


def test_files_are_compared_with_the_last_commit(history: Repo) -> None:
    answer = ask("diff")

    assert answer.lines[0] == 'Changes from HEAD (15 March 2018, "Commit 3") to the working tree'
    assert titles(answer) == ['"B3" to "B4"', '"N3" to "N4"']


@pytest.mark.parametrize(
    ("words", "heading", "change"),
    [
        (["HEAD~1"], 'from HEAD~1 (15 February 2018, "Commit 2") to the working tree', "2 4"),
        (
            ["HEAD~2", "main"],
            'from HEAD~2 (15 January 2018, "Commit 1") to main (15 March 2018, "Commit 3")',
            "1 3",
        ),
        (
            ["main~2..main~1"],
            'from main~2 (15 January 2018, "Commit 1") to main~1 (15 February 2018, "Commit 2")',
            "1 2",
        ),
        (
            ["HEAD~1.."],
            'from HEAD~1 (15 February 2018, "Commit 2") to HEAD (15 March 2018, "Commit 3")',
            "2 3",
        ),
        (
            ["..HEAD~1"],
            'from HEAD (15 March 2018, "Commit 3") to HEAD~1 (15 February 2018, "Commit 2")',
            "3 2",
        ),
        (
            ["HEAD^{/Commit 2}"],
            'from HEAD^{/Commit 2} (15 February 2018, "Commit 2") to the working tree',
            "2 4",
        ),
    ],
)
def test_revisions_are_those_that_are_named(
    history: Repo, words: list[str], heading: str, change: str
) -> None:
    answer = ask("diff", *words, "--plan", "nepal")

    old, new = change.split()
    assert answer.lines[0] == f"Changes {heading}"
    assert titles(answer) == [f'"N{old}" to "N{new}"']


def test_three_dots_begin_where_the_two_parted(history: Repo) -> None:
    history.git("stash", "-q")
    history.git("checkout", "-qb", "topic", "HEAD~1")
    written(history, "nepal", "Topic")
    history.commit("On the topic")
    parting = history.git("rev-parse", "--short=7", "HEAD~1").strip()

    answer = ask("diff", "main...topic")

    assert titles(answer) == ['"N2" to "Topic"']
    assert answer.lines[0] == (
        f'Changes from {parting} (15 February 2018, "Commit 2"), where main and topic parted, '
        'to topic (15 January 2018, "On the topic")'
    )
    assert titles(ask("diff", "main...")) == ['"N2" to "Topic"']
    assert titles(ask("diff", "...main", "nepal")) == ['"N2" to "N3"']
    assert titles(ask("diff", "main...topic", "brazil/saude")) == []


def test_two_lines_of_history_that_never_met_have_no_parting(history: Repo) -> None:
    history.git("stash", "-q")
    history.git("checkout", "-q", "--orphan", "other")
    history.commit("Another beginning")

    answer = ask("diff", "main...other")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "error: main and other have no commit in common\n"
        "hint: compare them as they are: main..other\n"
    )


@pytest.mark.parametrize(
    ("day", "change", "note"),
    [("2018-03-01", "2 4", ""), ("March 2018", "2 4", "--since: 1 March 2018\n")],
)
def test_since_is_the_last_commit_before_a_day(
    history: Repo, day: str, change: str, note: str
) -> None:
    answer = ask("diff", "--since", day, "nepal")

    old, new = change.split()
    short = history.git("rev-parse", "--short=7", "HEAD~1").strip()
    assert (answer.code, answer.err) == (0, note)
    assert answer.lines[0] == (
        f'Changes from {short} (15 February 2018, "Commit 2"), the last commit before '
        "1 March 2018, to the working tree"
    )
    assert answer.lines[3] == f'  plan: title changed from "N{old}" to "N{new}"'


def test_since_a_day_before_all_commits_begins_with_the_first(history: Repo) -> None:
    answer = ask("diff", "--since", "2017-06-01", "nepal")

    assert answer.lines[3] == '  plan: title changed from "N1" to "N4"'
    assert answer.err == (
        "nothing was committed before 1 June 2017: "
        "compared with the first commit, of 15 January 2018\n"
    )


def test_days_of_a_period_are_compared_as_they_were_committed(history: Repo) -> None:
    answer = ask("diff", "--since", "2018-02-01", "--until", "2018-02-15", "nepal")

    old, new = (
        history.git("rev-parse", "--short=7", each).strip() for each in ("HEAD~2", "HEAD~1")
    )
    assert answer.lines[0] == (
        f'Changes from {old} (15 January 2018, "Commit 1"), the last commit before '
        f'1 February 2018, to {new} (15 February 2018, "Commit 2"), the last commit until '
        "15 February 2018"
    )
    assert titles(answer) == ['"N1" to "N2"']


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--until", "2018-02-01"], "--until needs --since"),
        (
            ["--since", "2018-03-01", "--until", "2018-02-01"],
            "--since 2018-03-01 is after --until 2018-02-01",
        ),
    ],
)
def test_period_that_is_none_is_refused(history: Repo, options: list[str], words: str) -> None:
    answer = ask("diff", *options)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"error: {words}\nhint: ")


def test_since_goes_with_no_revision(history: Repo) -> None:
    answer = ask("diff", "--since", "2018-03-01", "HEAD~1")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "error: --since says itself what to compare with\n"
        "hint: leave out the revision, or --since\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        ["--plan", "nepal"],
        ["nepal"],
        ["NPL", "--plan", "nepal"],
        ["--", "nepal"],
        ["--", "plans/nepal.toml"],
        ["HEAD", "nepal"],
        ["nepal", "HEAD"],
        ["plans/nepal.toml"],
    ],
)
def test_plans_that_are_named_are_all_that_is_shown(history: Repo, words: list[str]) -> None:
    written(history, "brazil/saude", "B4")
    history.write("plans/brazil/saude.toml", "")

    answer = ask("diff", *words)

    assert titles(answer) == ['"N3" to "N4"']


def test_several_plans_can_be_named(history: Repo) -> None:
    written(history, "chile", "C")

    words = ["--plan", "saude", "--plan", "nepal"]

    assert titles(ask("diff", *words)) == ['"B3" to "B4"', '"N3" to "N4"']
    assert titles(ask("diff", "--", "saude", "nepal")) == ['"B3" to "B4"', '"N3" to "N4"']


@pytest.mark.parametrize("name", ["brazil/saude", "saude", "plans/brazil/saude.toml"])
def test_plan_that_is_gone_can_be_named(history: Repo, name: str) -> None:
    history.git("rm", "-qf", "plans/brazil/saude.toml")

    assert ask("diff", "HEAD", name).lines[2:4] == ["brazil/saude", "  plan removed: B3"]
    assert ask("diff", "--plan", name).lines[2:4] == ["brazil/saude", "  plan removed: B3"]


def test_plan_that_was_moved_can_be_called_by_both_names(history: Repo) -> None:
    history.git("mv", "plans/nepal.toml", "plans/np.toml")

    for name in ("nepal", "np"):
        answer = ask("diff", "--plan", name)
        assert answer.lines[2:4] == ["np", "  plan moved from nepal to np"]


def test_plan_that_is_in_neither_of_two_commits_is_said_so(history: Repo) -> None:
    written(history, "chile", "C")

    answer = ask("diff", "HEAD~2", "HEAD", "chile")

    assert (answer.code, answer.err) == (0, "chile is in neither of the two\n")
    assert answer.lines[2:] == ["Nothing changed."]
    assert ask("diff", "HEAD", "HEAD", "nepal").err == ""


def test_word_that_is_a_revision_and_a_plan_is_not_guessed_at(history: Repo) -> None:
    history.git("branch", "nepal", "HEAD~1")
    history.git("tag", "saude", "HEAD~1")

    for name in ("nepal", "saude"):
        answer = ask("diff", name)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == (
            f'error: "{name}" is the name of a revision and of a plan\n'
            f"hint: for the plan write --plan {name}, for the revision {name}~0\n"
        )
    assert titles(ask("diff", "nepal~0", "--plan", "nepal")) == ['"N2" to "N4"']


def test_branch_with_the_name_of_a_country_without_a_plan_is_a_branch(history: Repo) -> None:
    history.git("branch", "CHL", "HEAD~1")

    assert titles(ask("diff", "CHL", "--plan", "nepal")) == ['"N2" to "N4"']


@pytest.mark.parametrize(
    ("words", "error", "hint"),
    [
        (
            ["nepa"],
            'no revision and no plan called "nepa"',
            "did you mean nepal? `git log` lists commits",
        ),
        (
            ["zzz"],
            'no revision and no plan called "zzz"',
            (
                "there are brazil/saude, nepal; `ogdplan status` lists all plans; "
                "`git log` lists commits"
            ),
        ),
        *(
            (
                [day],
                f'no revision and no plan called "{day}"',
                f"for what changed since a day write: ogdplan diff --since '{day}'",
            )
            for day in ("2018-03-05", "5 March 2018")
        ),
        (["--plan", "nepa"], 'no plan called "nepa"', "did you mean nepal?"),
        (
            ["HEAD~9"],
            'no revision called "HEAD~9"',
            "name a commit, branch or tag: HEAD~3, main, 4f2a9c1; `git log` lists commits",
        ),
        (
            ["HEAD..--output=x"],
            'no revision called "--output=x"',
            "name a commit, branch or tag: HEAD~3, main, 4f2a9c1; `git log` lists commits",
        ),
        (
            ["zzz..HEAD"],
            'no revision called "zzz"',
            "name a commit, branch or tag: HEAD~3, main, 4f2a9c1; `git log` lists commits",
        ),
        (
            ["HEAD", "HEAD~1", "HEAD~2"],
            "more than two revisions are named",
            "write `ogdplan diff HEAD~3 HEAD`; a range such as HEAD~3..HEAD stands for two",
        ),
        (
            ["HEAD~1..HEAD", "HEAD"],
            "more than two revisions are named",
            "write `ogdplan diff HEAD~3 HEAD`; a range such as HEAD~3..HEAD stands for two",
        ),
        (
            ["--since", "soon"],
            '"soon" is no date',
            'write a day as 2018-06-30, or a period as 2018-06, 2018-Q2 or "June 2018"',
        ),
    ],
)
def test_what_cannot_be_told_is_refused(
    history: Repo, words: list[str], error: str, hint: str
) -> None:
    answer = ask("diff", *words)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"error: {error}\nhint: {hint}\n"
    assert not (history.root / "x").exists()


@pytest.mark.parametrize("words", [["-x"], ["--output=x", "--upload-pack=y"], ["--", "-x"]])
def test_word_that_begins_as_an_option_is_none_of_git(history: Repo, words: list[str]) -> None:
    answer = ask("diff", *words)

    assert (answer.code, answer.out) == (2, "")
    assert not (history.root / "x").exists()


def test_beginning_of_several_ids_is_refused(repo: Repo) -> None:
    start = two_commits_that_begin_alike(repo, repo.git("write-tree").strip())

    answer = ask("diff", start)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f'error: "{start}" fits more than one commit\nhint: write more of its id\n'


def test_plan_outside_of_the_folder_is_none_of_its_history(history: Repo, tmp_path: Path) -> None:
    write_plan(tmp_path / "elsewhere", "other")

    answer = ask("diff", "--plan", str(tmp_path / "elsewhere" / "other.toml"))

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.endswith(
        "other.toml is not in plans/\nhint: name one of the plans in plans/\n"
    )


# Two files.


def test_two_files_need_no_repository(plans: Path) -> None:
    write_plan(plans, "old", title='"Before"')
    write_plan(plans, "new", title='"After"')

    answer = ask("diff", "plans/old.toml", "plans/new.toml")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "Changes from plans/old.toml to plans/new.toml\n\n"
        'new\n  plan: title changed from "Before" to "After"\n\n1 change in 1 plan.\n'
    )


def test_file_of_any_name_can_be_compared_where_its_path_is_given(plans: Path) -> None:
    old = write_plan(plans, "old", title='"Before"').rename(plans / "old.orig")
    write_plan(plans, "new", title='"After"')

    document = ask("diff", "plans/old.orig", "plans/new.toml", "--format", "json").document

    assert old.exists()
    assert document["from"] == {"revision": "plans/old.orig", "commit": None, "date": None}
    assert document["to"] == {"revision": "plans/new.toml", "commit": None, "date": None}
    assert [each["summary"] for each in document["changes"]] == [
        'plan: title changed from "Before" to "After"'
    ]


def test_file_does_not_differ_from_itself(plans: Path) -> None:
    write_plan(plans, "one")

    answer = ask("diff", "plans/one.toml", "plans/one.toml", "--exit-code")

    assert (answer.code, answer.lines[2:]) == (0, ["Nothing changed."])


def test_missing_file_is_named(plans: Path) -> None:
    write_plan(plans, "one")

    answer = ask("diff", "plans/one.toml", "plans/two.toml")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        'error: no file called "plans/two.toml"\n'
        "hint: check its name and where it lies; plans over time are named with --plan\n"
    )


def test_file_that_is_no_toml_is_named_with_what_is_wrong(plans: Path) -> None:
    write_plan(plans, "one")
    (plans / "two.toml").write_text("x = \n", encoding="utf-8")

    answer = ask("diff", "plans/one.toml", "plans/two.toml")

    assert answer.code == 1
    assert answer.err.startswith("error: plans/two.toml cannot be read in plans/two.toml: line 1: ")
    assert answer.lines[-1] == "No other change can be told."
    assert ask("diff", "plans/two.toml", "plans/one.toml").code == 1


def test_folder_is_no_file_to_compare(plans: Path) -> None:
    write_plan(plans, "one")
    (plans / "two.toml").mkdir()

    answer = ask("diff", "plans/one.toml", "plans/two.toml")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: cannot read plans/two.toml: it is a folder, not a file\n")


@pytest.mark.parametrize("option", [["--plan", "one"], ["--since", "2018-01-01"]])
def test_files_go_with_no_option_of_history(plans: Path, option: list[str]) -> None:
    write_plan(plans, "one")

    answer = ask("diff", "plans/one.toml", "plans/one.toml", *option)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "error: two files are compared as they are\n"
        "hint: leave out --plan, --since and --until, or name revisions\n"
    )


# Where git stands.


def test_folder_in_no_repository_has_no_history(plans: Path) -> None:
    write_plan(plans, "nepal")

    for words in (["diff"], ["diff", "HEAD~1"], ["log", "nepal"]):
        answer = ask(*words)

        assert (answer.code, answer.out) == (3, "")
        assert answer.err == (
            "error: plans/ is in no git repository, so there is no history of it\n"
            "hint: begin one with `git init`, then `git add` and `git commit` the plans\n"
        )


def test_machine_without_git_is_told_so(history: Repo) -> None:
    for words in (["diff"], ["log", "nepal"]):
        answer = ask(*words, env={"PATH": str(history.root)})

        assert (answer.code, answer.out) == (3, "")
        assert answer.err.startswith("error: git is not installed here\nhint: ")


def test_bare_repository_has_no_files(repo: Repo, tmp_path: Path) -> None:
    bare = tmp_path / "bare.git"
    repo.git("init", "-q", "--bare", str(bare))
    write_plan(bare / "plans", "nepal")

    for words in (["diff"], ["log", "nepal"]):
        answer = ask(*words, "--plans", str(bare / "plans"))

        assert (answer.code, answer.out) == (3, "")
        assert answer.err.startswith("error: this git repository is a bare one")


def test_repository_without_a_commit_has_nothing_to_compare_with(repo: Repo) -> None:
    written(repo, "nepal", "N")

    for words in (["diff"], ["diff", "nepal"], ["log", "nepal"]):
        answer = ask(*words)

        assert (answer.code, answer.out) == (3, "")
        assert answer.err == (
            "error: there is no commit yet\n"
            "hint: commit the plans first: git add plans, then git commit\n"
        )


@pytest.fixture
def shallow(history: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Return a clone of the last two commits."""
    clone = Repo(tmp_path / "clone")
    history.git("clone", "-q", "--depth", "2", f"file://{history.root}", str(clone.root))
    monkeypatch.chdir(clone.root)
    return clone


def test_revision_beyond_a_shallow_clone_says_how_to_get_it(shallow: Repo) -> None:
    answer = ask("diff", "HEAD~2")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        'error: no revision called "HEAD~2"\n'
        "hint: this clone has only the last part of the history: `git fetch --unshallow`\n"
    )


def test_day_before_a_shallow_clone_says_that_its_history_is_cut(shallow: Repo) -> None:
    answer = ask("diff", "--since", "2018-02-01", "nepal")

    assert answer.lines[3] == '  plan: title changed from "N2" to "N3"'
    assert answer.err == (
        "the history in this clone is cut: it begins on 15 February 2018, not before "
        "1 February 2018; `git fetch --unshallow` brings the rest\n"
    )


def test_detached_head_is_as_good_as_a_branch(history: Repo) -> None:
    history.git("stash", "-q")
    history.git("checkout", "-q", "--detach", "HEAD~1")

    assert ask("diff").lines[2:] == ["Nothing changed."]
    assert titles(ask("diff", "HEAD", "main", "nepal")) == ['"N2" to "N3"']


def test_submodule_is_not_looked_into_and_said_so(history: Repo, tmp_path: Path) -> None:
    other = Repo(tmp_path / "other")
    other.root.mkdir()
    other.git("init", "-q")
    other.commit()
    where = ["-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other.root)]
    history.git(*where, "plans/part")

    answer = ask("diff", "nepal")

    assert answer.code == 0
    assert answer.err == "plans/part is a submodule: not looked into\n"


def test_paths_may_have_spaces_and_any_letters(repo: Repo) -> None:
    written(repo, "népal 2018 नेपाल", "N1")
    repo.commit()
    written(repo, "népal 2018 नेपाल", "N2")

    assert titles(ask("diff")) == ['"N1" to "N2"']
    assert titles(ask("diff", "--plan", "népal 2018 नेपाल")) == ['"N1" to "N2"']
    assert ask("diff").lines[2] == "népal 2018 नेपाल"


def test_folder_of_plans_may_lie_deep_and_be_called_anything(repo: Repo) -> None:
    write_plan(repo.root / "data" / "our plans", "nepal", title='"N1"')
    repo.commit()
    write_plan(repo.root / "data" / "our plans", "nepal", title='"N2"')

    answer = ask("diff", "nepal", "--plans", "data/our plans")

    assert titles(answer) == ['"N1" to "N2"']


@pytest.mark.skipif(os.name == "nt", reason="needs an environment of its own")
def test_time_of_day_does_not_decide_what_is_before_a_day(history: Repo) -> None:
    found = {
        run("diff", "--since", "2018-02-16", "--format", "json", env={"TZ": zone}).document["from"][
            "revision"
        ]
        for zone in ("Pacific/Pago_Pago", "Asia/Kathmandu")
    }

    assert found == {history.git("rev-parse", "--short=7", "HEAD~1").strip()}


def test_lines_that_a_shallow_clone_cuts_have_no_parting(shallow: Repo) -> None:
    shallow.git("checkout", "-q", "--orphan", "other")
    shallow.commit("Another beginning")

    answer = ask("diff", "HEAD...origin/main")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.endswith(
        "hint: this clone has only the last part of the history: `git fetch --unshallow`\n"
    )


def test_revision_that_several_plans_are_called_by_is_not_guessed_at(history: Repo) -> None:
    written(history, "chile/saude", "C")
    history.git("tag", "saude")

    assert ask("diff", "saude").err.startswith(
        'error: "saude" is the name of a revision and of a plan\n'
    )
