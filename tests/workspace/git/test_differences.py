"""Which plan files git says differ."""

import os

import pytest

from ogdplan.workspace.folder import PlansFolder
from ogdplan.workspace.git.differences import (
    Difference,
    Side,
    between_commits,
    common_ancestor,
    from_commit_to_disk,
)
from ogdplan.workspace.git.repository import Repository, repository_of
from repositories import Repo

NEPAL = "".join(f"line = {number}\n" for number in range(20))


@pytest.fixture
def repository(repo: Repo) -> Repository:
    return repository_of(PlansFolder(repo.root / "plans"))


def blob(repo: Repo, path: str, revision: str = "HEAD") -> str:
    return repo.git("rev-parse", f"{revision}:{path}").strip()


def test_commits_differ_in_what_came_went_changed_and_moved(
    repo: Repo, repository: Repository
) -> None:
    repo.write("plans/nepal.toml", NEPAL)
    repo.write("plans/gone.toml", "gone = 1\n")
    repo.write("plans/same.toml", "same = 1\n")
    repo.write("plans/changed.toml", "a = 1\n")
    old = repo.commit()
    repo.git("mv", "plans/nepal.toml", "plans/Népal 2018.toml")
    repo.git("rm", "-q", "plans/gone.toml")
    repo.write("plans/changed.toml", "a = 2\n")
    repo.write("plans/brazil/new.toml", "new = 1\n")
    new = repo.commit()

    found = between_commits(repository, old, new)

    moved = blob(repo, "plans/Népal 2018.toml")
    assert found.files == (
        Difference(Side("nepal.toml", moved), Side("Népal 2018.toml", moved)),
        Difference(None, Side("brazil/new.toml", blob(repo, "plans/brazil/new.toml"))),
        Difference(
            Side("changed.toml", blob(repo, "plans/changed.toml", old)),
            Side("changed.toml", blob(repo, "plans/changed.toml")),
        ),
        Difference(Side("gone.toml", blob(repo, "plans/gone.toml", old)), None),
    )


def test_disk_differs_from_a_commit_also_in_what_git_was_not_told_of(
    repo: Repo, repository: Repository
) -> None:
    repo.write(".gitignore", "draft.toml\n")
    repo.write("plans/nepal.toml", "a = 1\n")
    repo.write("plans/staged.toml", "a = 1\n")
    commit = repo.commit()
    repo.write("plans/nepal.toml", "a = 2\n")
    repo.write("plans/new plan.toml", "new = 1\n")
    repo.write("plans/draft.toml", "draft = 1\n")
    repo.write("plans/staged.toml", "a = 2\n")
    repo.git("add", "plans/staged.toml")

    found = from_commit_to_disk(repository, commit)

    was = blob(repo, "plans/nepal.toml")
    assert [each for each in found.files if each.order != "staged.toml"] == [
        Difference(Side("nepal.toml", was), Side("nepal.toml", None)),
        Difference(None, Side("new plan.toml", None), is_tracked=False),
    ]
    [staged] = [each for each in found.files if each.order == "staged.toml"]
    assert staged.old == Side("staged.toml", was)
    assert staged.is_tracked


def test_what_is_no_plan_file_is_passed_over(repo: Repo, repository: Repository) -> None:
    old = repo.commit()
    repo.write("plans/README.md", "Plans\n")
    repo.write("plans/.hidden.toml", "a = 1\n")
    repo.write("plans/.old/nepal.toml", "a = 1\n")
    repo.write("pyproject.toml", "a = 1\n")
    (repo.root / "plans" / "link.toml").symlink_to("../pyproject.toml")
    new = repo.commit()

    assert between_commits(repository, old, new).files == ()


def test_file_that_becomes_a_link_is_gone(repo: Repo, repository: Repository) -> None:
    path = repo.write("plans/nepal.toml", "a = 1\n")
    old = repo.commit()
    path.unlink()
    path.symlink_to("../elsewhere.toml")
    new = repo.commit()

    [found] = between_commits(repository, old, new).files

    assert (found.old and found.old.path, found.new) == ("nepal.toml", None)


def test_submodule_in_the_folder_is_named(repo: Repo, repository: Repository) -> None:
    old = repo.commit()
    other = repo.root.parent / "agency"
    repo.git("init", "-q", str(other))
    repo.git("-C", str(other), "commit", "-q", "--allow-empty", "-m", "First")
    repo.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other), "plans/sub")
    new = repo.commit()

    assert between_commits(repository, old, new).submodules == ("plans/sub",)


def test_settings_of_git_for_people_change_nothing(repo: Repo, repository: Repository) -> None:
    for name, value in (
        ("diff.renames", "false"),
        ("diff.noprefix", "true"),
        ("color.ui", "always"),
        ("core.quotePath", "true"),
        ("diff.external", "false"),
    ):
        repo.git("config", name, value)
    repo.write("plans/nepal.toml", NEPAL)
    old = repo.commit()
    repo.git("mv", "plans/nepal.toml", "plans/népal.toml")
    new = repo.commit()

    [found] = between_commits(repository, old, new).files

    assert (found.old and found.old.path, found.new and found.new.path) == (
        "nepal.toml",
        "népal.toml",
    )


def test_plans_differ_where_their_folder_is_the_top(repo: Repo) -> None:
    repo.write("plans/.git-is-here", "")
    repo.git("init", "-q", "plans")
    inner = Repo(repo.root / "plans")
    first = inner.commit()
    inner.write("nepal.toml", "a = 1\n")
    commit = inner.commit()
    repository = repository_of(PlansFolder(inner.root))

    assert [each.order for each in between_commits(repository, first, commit).files] == [
        "nepal.toml"
    ]
    assert between_commits(repository, commit, commit).files == ()


def test_common_ancestor_is_where_two_branches_part(repo: Repo, repository: Repository) -> None:
    base = repo.commit("Base")
    ours = repo.commit("Ours")
    repo.git("checkout", "-qb", "side", base)
    theirs = repo.commit("Theirs")
    repo.git("checkout", "-q", "--orphan", "apart")
    apart = repo.commit("Apart")

    assert common_ancestor(repository, ours, theirs) == base
    assert common_ancestor(repository, ours, apart) is None


def test_file_that_was_moved_and_changed_on_the_disk_is_not_looked_for_in_git(
    repo: Repo, repository: Repository
) -> None:
    repo.write("plans/old.toml", NEPAL)
    commit = repo.commit()
    repo.git("mv", "plans/old.toml", "plans/new.toml")
    repo.write("plans/new.toml", f"{NEPAL}more = 1\n")

    found = from_commit_to_disk(repository, commit)

    was = blob(repo, "plans/old.toml")
    assert found.files == (Difference(Side("old.toml", was), Side("new.toml", None)),)


def test_file_that_was_only_touched_does_not_differ(repo: Repo, repository: Repository) -> None:
    repo.git("config", "core.autocrlf", "true")
    path = repo.write("plans/nepal.toml", "a = 1\r\nb = 2\r\n")
    commit = repo.commit()
    os.utime(path, (1, 1))

    assert from_commit_to_disk(repository, commit).files == ()


def test_plan_that_a_sparse_checkout_leaves_out_is_there_as_it_is_stored(
    repo: Repo, repository: Repository
) -> None:
    first = repo.commit("First")
    repo.write("plans/a/nepal.toml", "a = 1\n")
    repo.write("plans/b/peru.toml", "a = 1\n")
    repo.commit("Second")
    repo.git("sparse-checkout", "set", "plans/a")

    found = from_commit_to_disk(repository, first).files

    assert [(each.new and each.new.path, each.new and each.new.blob) for each in found] == [
        ("a/nepal.toml", None),
        ("b/peru.toml", blob(repo, "plans/b/peru.toml")),
    ]
