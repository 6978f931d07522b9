"""The environment in which git runs."""

from pathlib import Path

import pytest

from ogdplan.workspace.folder import PlansFolder
from ogdplan.workspace.git.environment import for_git
from ogdplan.workspace.git.repository import NoRepositoryError, repository_of
from repositories import Repo

HERE = Path("/work")


def test_paths_that_count_from_here_are_whole() -> None:
    given = {"GIT_DIR": ".git", "GIT_WORK_TREE": ".", "GIT_INDEX_FILE": ".git/index", "HOME": "x"}

    found = for_git(given, HERE)

    assert {name: Path(found[name]) for name in given} == {
        "GIT_DIR": HERE / ".git",
        "GIT_WORK_TREE": HERE,
        "GIT_INDEX_FILE": HERE / ".git" / "index",
        "HOME": Path("x"),
    }


def test_repository_of_a_hook_is_found_from_the_plans() -> None:
    assert "GIT_DIR" not in for_git({"GIT_DIR": "/work/.git"}, HERE)


def test_git_speaks_english_and_fetches_nothing() -> None:
    found = for_git({"LC_ALL": "de_DE.UTF-8"}, HERE)

    assert (found["LC_ALL"], found["GIT_NO_LAZY_FETCH"]) == ("C", "1")


@pytest.mark.parametrize("name", ["GIT_TRACE", "GIT_TRACE2_EVENT", "GIT_GLOB_PATHSPECS"])
def test_what_would_mislead_is_dropped(name: str) -> None:
    assert name not in for_git({name: "1"}, HERE)


def test_git_is_found_where_the_environment_names_it_from_here(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_WORK_TREE", ".")

    found = repository_of(PlansFolder(repo.root / "plans"))

    assert (found.root, found.prefix) == (repo.root, "plans/")


def test_folder_is_in_no_repository_in_any_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("LANGUAGE", "de")
    monkeypatch.setenv("GIT_TRACE", "1")

    with pytest.raises(NoRepositoryError):
        repository_of(PlansFolder(tmp_path))
