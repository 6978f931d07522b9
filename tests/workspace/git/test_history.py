"""The commits that changed one plan."""

import pytest

from ogdplan.workspace.folder import PlansFolder
from ogdplan.workspace.git.history import (
    Version,
    first_commit,
    last_commit_before,
    states_of,
    versions_of,
)
from ogdplan.workspace.git.objects import objects_of
from ogdplan.workspace.git.repository import Repository, repository_of
from repositories import Repo, a_repo

LINES = [f"line{number} = {number}\n" for number in range(20)]


def text(**changed: int) -> str:
    """Return twenty lines, some with other values: `line3=5`."""
    found = {line.split(" ")[0]: line for line in LINES}
    return "".join((found | {name: f"{name} = {n}\n" for name, n in changed.items()}).values())


@pytest.fixture
def repository(repo: Repo) -> Repository:
    return repository_of(PlansFolder(repo.root / "plans"))


def versions(repository: Repository, path: str = "nepal.toml") -> tuple[Version, ...]:
    with objects_of(repository) as objects:
        return versions_of(repository, objects, path, objects.commit("HEAD").id)


def states(repository: Repository, path: str = "nepal.toml") -> tuple[Version, ...]:
    with objects_of(repository) as objects:
        return states_of(repository, objects, [path], objects.commit("HEAD").id)[path]


def subjects(found: tuple[Version, ...]) -> list[str]:
    return [each.subject for each in found]


def test_version_says_who_when_and_what_before_and_after(
    repo: Repo, repository: Repository
) -> None:
    repo.write("plans/nepal.toml", text())
    repo.commit("Begin", day="2018-01-15")
    old = repo.git("rev-parse", "HEAD:plans/nepal.toml").strip()
    repo.write("plans/nepal.toml", text(line3=5))
    second = repo.commit("Change", day="2018-02-15")
    new = repo.git("rev-parse", "HEAD:plans/nepal.toml").strip()
    repo.write("plans/panama.toml", "a = 1\n")
    repo.commit("Something else")

    change, begin = versions(repository)

    assert (change.commit, change.author, change.subject) == (second, "Someone", "Change")
    assert change.committed.isoformat() == "2018-02-15T12:00:00+00:00"
    assert (change.path, change.blob, change.before) == ("nepal.toml", new, (old,))
    assert (begin.subject, begin.blob, begin.before) == ("Begin", old, (None,))


def test_file_is_followed_through_its_renames(repo: Repo, repository: Repository) -> None:
    repo.write("plans/np.toml", text())
    repo.commit("Begin")
    repo.git("mv", "plans/np.toml", "plans/népal 2018.toml")
    repo.write("plans/népal 2018.toml", text(line3=5))
    repo.commit("Rename and change")
    repo.git("mv", "plans/népal 2018.toml", "plans/nepal.toml")
    repo.commit("Rename")

    found = versions(repository)

    assert [(each.subject, each.path) for each in found] == [
        ("Rename", "nepal.toml"),
        ("Rename and change", "népal 2018.toml"),
        ("Begin", "np.toml"),
    ]


def test_both_sides_of_a_merge_are_told_and_the_merge_with_what_each_had(
    repo: Repo, repository: Repository
) -> None:
    repo.write("plans/nepal.toml", text())
    repo.commit("Begin")
    repo.git("checkout", "-qb", "side")
    repo.write("plans/nepal.toml", text(line3=5))
    repo.commit("Theirs")
    theirs = repo.git("rev-parse", "HEAD:plans/nepal.toml").strip()
    repo.git("checkout", "-q", "main")
    repo.write("plans/nepal.toml", text(line15=5))
    repo.commit("Ours")
    ours = repo.git("rev-parse", "HEAD:plans/nepal.toml").strip()
    repo.git("merge", "-q", "side", "-m", "Merge")

    found = versions(repository)

    assert sorted(subjects(found)) == ["Begin", "Merge", "Ours", "Theirs"]
    assert found[0].before == (ours, theirs)


def test_file_has_the_name_that_it_had_on_each_side(repo: Repo, repository: Repository) -> None:
    repo.write("plans/np.toml", text())
    repo.commit("Begin")
    repo.git("checkout", "-qb", "side")
    repo.write("plans/np.toml", text(line3=5))
    repo.commit("Theirs")
    repo.git("checkout", "-q", "main")
    repo.git("mv", "plans/np.toml", "plans/nepal.toml")
    repo.write("plans/nepal.toml", text(line15=5))
    repo.commit("Ours")
    repo.git("merge", "-q", "side", "-m", "Merge")

    found = versions(repository)

    assert {each.subject: each.path for each in found} == {
        "Merge": "nepal.toml",
        "Ours": "nepal.toml",
        "Theirs": "np.toml",
        "Begin": "np.toml",
    }


def test_side_that_a_merge_threw_away_is_not_followed(repo: Repo, repository: Repository) -> None:
    repo.write("plans/nepal.toml", text())
    repo.write("plans/panama.toml", text())
    repo.commit("Begin")
    repo.git("checkout", "-qb", "side")
    repo.write("plans/nepal.toml", text(line3=5))
    repo.write("plans/panama.toml", text(line3=5))
    repo.commit("Theirs")
    repo.git("checkout", "-q", "main")
    repo.write("plans/nepal.toml", text(line3=7))
    repo.commit("Ours")
    repo.git("merge", "-q", "-X", "ours", "side", "-m", "Merge")

    assert subjects(versions(repository)) == ["Ours", "Begin"]
    assert subjects(versions(repository, "panama.toml")) == ["Theirs", "Begin"]


def test_main_line_takes_a_branch_at_its_merge(repo: Repo, repository: Repository) -> None:
    repo.write("plans/nepal.toml", text())
    repo.commit("Begin")
    repo.git("checkout", "-qb", "side")
    repo.write("plans/nepal.toml", text(line3=5))
    repo.commit("Theirs")
    repo.git("checkout", "-q", "main")
    repo.commit("Ours")
    repo.git("merge", "-q", "--no-ff", "side", "-m", "Merge")

    assert subjects(states(repository)) == ["Merge", "Begin"]


def test_plan_that_was_removed_and_came_again_has_its_first_life_too(
    repo: Repo, repository: Repository
) -> None:
    repo.write("plans/nepal.toml", text())
    repo.commit("Begin")
    repo.git("rm", "-q", "plans/nepal.toml")
    repo.commit("Remove")
    repo.write("plans/nepal.toml", text(line3=5))
    repo.commit("Again")

    found = versions(repository)

    assert [(each.subject, each.blob is None) for each in found] == [
        ("Again", False),
        ("Remove", True),
        ("Begin", False),
    ]


def test_plan_that_was_never_committed_has_no_history(repo: Repo, repository: Repository) -> None:
    repo.commit("Begin")

    assert versions(repository) == ()


def test_subject_and_name_may_hold_anything(repo: Repo, repository: Repository) -> None:
    repo.write("plans/nepal.toml", text())
    repo.git("add", "--all")
    who = {"GIT_AUTHOR_NAME": "Ünal\x01 <x> :100644"}
    repo.git("commit", "-q", "-m", "\x01\x01:100644 0 — “ünï”", env=who)

    [found] = versions(repository)

    assert found.subject == "\x01\x01:100644 0 — “ünï”"


def test_settings_of_git_for_people_change_nothing(repo: Repo, repository: Repository) -> None:
    for name, value in (
        ("log.showSignature", "true"),
        ("log.showRoot", "false"),
        ("log.date", "relative"),
        ("diff.renames", "false"),
        ("color.ui", "always"),
        ("format.pretty", "oneline"),
        ("log.diffMerges", "off"),
    ):
        repo.git("config", name, value)
    repo.write("plans/np.toml", text())
    repo.commit("Begin")
    repo.git("mv", "plans/np.toml", "plans/nepal.toml")
    repo.commit("Rename")

    assert subjects(versions(repository)) == ["Rename", "Begin"]
    assert subjects(states(repository)) == ["Rename", "Begin"]


def test_last_commit_before_a_day_is_of_the_day_before(repo: Repo, repository: Repository) -> None:
    first = repo.commit("First", day="2018-01-15")
    second = repo.commit("Second", day="2018-02-15")

    found = [
        last_commit_before(repository, second, moment)
        for moment in ("2018-01-15T00:00:00Z", "2018-02-15T00:00:00Z", "2018-02-16T00:00:00Z")
    ]

    assert found == [None, first, second]
    assert first_commit(repository, second) == first


def test_commit_that_moves_a_file_says_from_where(repo: Repo, repository: Repository) -> None:
    repo.write("plans/np.toml", text())
    repo.commit("Begin")
    repo.git("mv", "plans/np.toml", "plans/népal 2018.toml")
    repo.commit("Rename")
    repo.write("plans/népal 2018.toml", text(line3=5))
    repo.commit("Change")

    found = versions(repository, "népal 2018.toml")

    assert [each.moved_from for each in found] == [None, "np.toml", None]
    assert [each.is_first for each in found] == [False, False, True]


def test_commits_of_two_branches_come_by_their_days(repo: Repo, repository: Repository) -> None:
    repo.write("plans/nepal.toml", text())
    repo.commit("Begin", day="2018-01-15")
    repo.git("checkout", "-qb", "side")
    repo.write("plans/nepal.toml", text(line3=5))
    repo.commit("Theirs", day="2018-02-15")
    repo.git("checkout", "-q", "main")
    repo.write("plans/nepal.toml", text(line15=5))
    repo.commit("Ours", day="2018-03-15")
    repo.git("checkout", "-q", "side")
    repo.write("plans/nepal.toml", text(line3=6))
    repo.commit("Theirs again", day="2018-04-15")
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "side", "-m", "Merge")

    assert subjects(versions(repository)) == ["Merge", "Theirs again", "Ours", "Theirs", "Begin"]


def test_histories_of_several_plans_are_told_apart(repo: Repo, repository: Repository) -> None:
    repo.write("plans/nepal.toml", text())
    repo.commit("Begin")
    repo.git("mv", "plans/nepal.toml", "plans/np.toml")
    repo.write("plans/panama.toml", "a = 1\n")
    repo.commit("Rename, and one more")

    with objects_of(repository) as objects:
        head = objects.commit("HEAD").id
        found = states_of(repository, objects, ["panama.toml", "np.toml", "peru.toml"], head)

    assert {path: subjects(states) for path, states in found.items()} == {
        "panama.toml": ["Rename, and one more"],
        "np.toml": ["Rename, and one more", "Begin"],
        "peru.toml": [],
    }


@pytest.mark.parametrize(
    "day", ["1900-01-01T00:00:00", "1960-01-01T00:00:00Z", "0001-01-01T00:00:00"]
)
def test_nothing_was_committed_before_there_were_computers_to_do_it(
    repo: Repo, repository: Repository, day: str
) -> None:
    assert last_commit_before(repository, repo.commit("First"), day) is None


def test_all_was_committed_before_the_end_of_the_calendar(
    repo: Repo, repository: Repository
) -> None:
    last = repo.commit("Last")

    assert last_commit_before(repository, last, "9999-12-31T00:00:00") == last


@pytest.mark.parametrize("stored", ["1400000000 +9959", "1400000000 +05", "-5 +0000", "x y"])
def test_commit_with_an_odd_date_is_one_all_the_same(
    repo: Repo, repository: Repository, stored: str
) -> None:
    repo.write("plans/nepal.toml", text())
    repo.commit("Begin")
    repo.write("plans/nepal.toml", text(line3=5))
    repo.git("add", "--all")
    tree = repo.git("write-tree").strip()
    who = f"Someone <someone@example.org> {stored}"
    content = f"tree {tree}\nparent HEAD\nauthor {who}\ncommitter {who}\n\nOdd\n"
    repo.write("odd", content.replace("HEAD", repo.git("rev-parse", "HEAD").strip()))
    odd = repo.git("hash-object", "-t", "commit", "-w", "--literally", "odd").strip()
    repo.git("update-ref", "HEAD", odd)

    assert subjects(versions(repository)) == ["Odd", "Begin"]
    assert [each.committed.year in (1970, 2014) for each in versions(repository)] == [True, False]


def test_link_is_no_plan_at_any_time(repo: Repo, repository: Repository) -> None:
    repo.write("plans/nepal.toml", text())
    (repo.root / "plans" / "alias.toml").symlink_to("nepal.toml")
    repo.commit("Begin")

    assert [each.blob for each in versions(repository, "alias.toml")] == [None]


def test_names_of_several_lines_disturb_no_other_plan(repo: Repo) -> None:
    inner = a_repo(repo.root / "plans")
    inner.write("nepal.toml", text())
    inner.write("\x01x.toml", "a = 1\n")
    inner.write("a\nb.toml", "a = 1\n")
    inner.commit("Begin")
    inner.git("checkout", "-qb", "side")
    inner.write("nepal.toml", text(line3=5))
    inner.write("\x01x.toml", "a = 2\n")
    inner.commit("Change")
    inner.git("checkout", "-q", "main")
    inner.write("a\nb.toml", "a = 2\n")
    inner.commit("Else")
    inner.git("merge", "-q", "side", "-m", "Merge")
    repository = repository_of(PlansFolder(inner.root))

    assert subjects(versions(repository)) == ["Change", "Begin"]
    assert versions(repository, "a\nb.toml") == ()
