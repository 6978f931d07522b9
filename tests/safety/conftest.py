"""Folders that the tests of safety work in."""

from pathlib import Path

import pytest

from editors import an_editor
from repositories import Repo, a_repo
from safety.commands import hostile_history


@pytest.fixture(scope="session")
def _history(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    repo = a_repo(tmp_path_factory.mktemp("hostile") / "a repository")
    hostile_history(repo)
    return repo


@pytest.fixture
def history(_history: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Return a repository with a hostile plan, for commands that only read; the test is in it."""
    monkeypatch.chdir(_history.root)
    return _history


@pytest.fixture
def hostile(_history: Repo, editor: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Return a repository with a hostile plan, for commands that change it; the test is in it."""
    repo = _history.copy(tmp_path / "a repository")
    monkeypatch.chdir(repo.root)
    return repo


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have an editor that adds a comment at the end of a plan."""
    code = "draft.write_bytes(draft.read_bytes() + b'# edited\\n')"
    monkeypatch.setenv("VISUAL", an_editor(tmp_path, code))


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder of plans; the test is beside it."""
    folder = tmp_path / "plans"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    return folder
