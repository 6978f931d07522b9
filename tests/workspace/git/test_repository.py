"""The repository of a folder of plans, and what keeps it from being one."""

from pathlib import Path

import pytest

from ogdplan.errors import OgdplanError
from ogdplan.workspace.folder import PlansFolder
from ogdplan.workspace.git.process import GitMissingError
from ogdplan.workspace.git.repository import (
    BareRepositoryError,
    NoRepositoryError,
    repository_of,
)
from repositories import Repo, a_repo


def plans_of(repo: Repo) -> PlansFolder:
    return PlansFolder(repo.root / "plans")


def test_repository_knows_its_top_and_where_the_plans_are(repo: Repo) -> None:
    found = repository_of(plans_of(repo))

    assert (found.root, found.prefix, found.is_shallow) == (repo.root, "plans/", False)


def test_plans_can_lie_deep_in_a_folder_with_spaces_and_other_letters(tmp_path: Path) -> None:
    repo = a_repo(tmp_path / "données ouvertes")
    folder = repo.root / "mes plans" / "plans"
    folder.mkdir(parents=True)

    found = repository_of(PlansFolder(folder))

    assert (found.root, found.prefix) == (repo.root, "mes plans/plans/")
    assert found.below("mes plans/plans/brazil/saúde.toml") == "brazil/saúde.toml"
    assert found.below("plans/nepal.toml") is None


def test_folder_of_plans_can_be_the_top_itself(tmp_path: Path) -> None:
    repo = a_repo(tmp_path / "plans")

    found = repository_of(PlansFolder(repo.root))

    assert (found.prefix, found.pathspec, found.below("nepal.toml")) == ("", ".", "nepal.toml")


def test_folder_that_is_a_link_is_looked_for_where_it_leads(repo: Repo, tmp_path: Path) -> None:
    link = tmp_path / "plans"
    link.symlink_to(repo.root / "plans")

    assert repository_of(PlansFolder(link)).root == repo.root


def test_folder_without_a_repository_has_no_history(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()

    with pytest.raises(NoRepositoryError) as caught:
        repository_of(PlansFolder(folder))

    assert caught.value.message == "plans/ is in no git repository, so there is no history of it"
    assert "git init" in (caught.value.hint or "")


def test_bare_repository_has_no_files(tmp_path: Path) -> None:
    repo = a_repo(tmp_path / "first")
    repo.git("clone", "--quiet", "--bare", ".", "../bare.git")
    folder = tmp_path / "bare.git" / "plans"
    folder.mkdir()

    with pytest.raises(BareRepositoryError, match="a bare one"):
        repository_of(PlansFolder(folder))


def test_shallow_clone_says_so(repo: Repo, tmp_path: Path) -> None:
    repo.write("plans/nepal.toml", "format = 1\n")
    repo.commit()
    repo.write("plans/nepal.toml", "format = 1\n\n")
    repo.commit()
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.root}", str(tmp_path / "clone"))

    assert repository_of(PlansFolder(tmp_path / "clone" / "plans")).is_shallow


def test_machine_without_git_says_what_to_install(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(repo.root))

    with pytest.raises(GitMissingError) as caught:
        repository_of(plans_of(repo))

    assert caught.value.message == "git is not installed here"


def test_what_git_itself_refuses_is_told_in_its_words(repo: Repo) -> None:
    repo.write(".git/config", "[core]\n\trepositoryformatversion = 99\n")

    with pytest.raises(OgdplanError) as caught:
        repository_of(plans_of(repo))

    assert caught.value.message.startswith("git could not do it: ")
    assert "\n" not in caught.value.message
