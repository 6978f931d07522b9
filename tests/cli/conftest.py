"""Folders that the tests of the command line work in."""

from pathlib import Path

import pytest

from cli.asking import GOLDEN


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder of plans; the test is beside it."""
    folder = tmp_path / "plans"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def samples(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the plans of the golden files; the test is beside it."""
    monkeypatch.chdir(GOLDEN)
    return GOLDEN / "plans"
