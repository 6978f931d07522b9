"""Folders that the tests of the command line work in."""

import importlib
import os
from pathlib import Path
from unittest.mock import patch

import pytest

from cli.asking import GOLDEN

_CLEAN = dict.fromkeys(("FORCE_COLOR", "GITHUB_ACTIONS", "PY_COLORS", "TERMINAL_WIDTH"), "")

# Typer asks the environment once, when this module loads: here, before a test says otherwise.
with patch.dict(os.environ, _CLEAN):
    importlib.import_module("typer.rich_utils")


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
