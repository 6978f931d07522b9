"""What the index of git has of plans: merges left open, and submodules."""

from pathlib import Path

from ogdplan.workspace.folder import PlansFolder
from ogdplan.workspace.git.index import submodules, unmerged
from ogdplan.workspace.git.repository import repository_of
from repositories import Repo, a_repo


def test_plans_in_conflict_are_named_once_and_other_files_are_not(repo: Repo) -> None:
    paths = ("plans/nepal.toml", "plans/são tomé.toml", "plans/notes.txt", "pyproject.toml")
    for side, text in (("main", "a = 1\n"), ("theirs", "a = 2\n"), ("main", "a = 3\n")):
        repo.git("checkout", "--quiet", "-B", side) if side == "theirs" else None
        if text == "a = 3\n":
            repo.git("checkout", "--quiet", "main")
        for path in paths:
            repo.write(path, text)
        repo.commit()
    repository = repository_of(PlansFolder(repo.root / "plans"))
    assert unmerged(repository) == ()

    repo.git("merge", "theirs", fails=True)

    assert unmerged(repository) == ("nepal.toml", "são tomé.toml")


def test_submodules_among_plans_are_named(repo: Repo, tmp_path: Path) -> None:
    other = a_repo(tmp_path / "other")
    other.write("kenya.toml", "format = 1\n")
    other.commit()
    for path in ("plans/africa", "elsewhere"):
        words = ("-c", "protocol.file.allow=always", "submodule", "--quiet", "add")
        repo.git(*words, str(other.root), path)

    assert submodules(repository_of(PlansFolder(repo.root / "plans"))) == ("africa",)
