"""What holds for every test: git is the same on every machine."""

from pathlib import Path

import pytest

from repositories import GIT_ENVIRONMENT, Repo, a_repo


@pytest.fixture(autouse=True)
def _plain_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests, and of a hook they run in, from git."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"):
        monkeypatch.delenv(name, raising=False)
    for name, value in GIT_ENVIRONMENT.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Return a new repository with a folder of plans; the test is in it."""
    found = a_repo(tmp_path / "a repository")
    monkeypatch.chdir(found.root)
    return found
