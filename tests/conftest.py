"""What holds for every test: git is the same on every machine, and long runs count their cases."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

import laws
from repositories import GIT_ENVIRONMENT, Repo, a_repo

# What a run makes first, thousands of tests, it keeps to its end: to look for waste among them
# again and again would take a fifth of the time.
gc.set_threshold(500_000)

# Few cases in each run of the suite, which many run; `--hypothesis-profile=many` tries more. No
# time limit for a case: it would judge how busy the machine is.
settings.register_profile("few", max_examples=20, deadline=None)
settings.register_profile("many", max_examples=1_000, deadline=None)
settings.load_profile("few")


# The settings of whoever runs the tests, and of a hook they run in, are kept from git. Here and
# not in a fixture: of thousands of tests each would take them away and put them back.
for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"):
    os.environ.pop(name, None)
os.environ.update(GIT_ENVIRONMENT)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Return a new repository with a folder of plans; the test is in it."""
    found = a_repo(tmp_path / "a repository")
    monkeypatch.chdir(found.root)
    return found


def pytest_collection_finish() -> None:
    """Leave the tests themselves out of what is looked through for waste."""
    gc.freeze()


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say after a long run how many cases were tried; benchmarks/soak.py adds them up."""
    if config.option.markexpr == "soak":
        terminalreporter.write_line(f"{len(laws.tried)} cases")
