"""docs/safety.md#history: no command commits, pushes, or changes what git has staged."""

import hashlib
from pathlib import Path

import pytest

from cli.asking import ask
from repositories import Repo
from safety.commands import DAY, EDITING, OTHERS, READING

SETTINGS = ("git",)
"""Commands that change git's settings, and only these."""


def state_of(repo: Repo) -> dict[str, str]:
    """Return the files of `.git` with a digest each, git's settings apart."""
    own = repo.root / ".git"
    return {
        path.relative_to(own).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(own.rglob("*"))
        if path.is_file() and path.name != "config"
    }


def settings_of(repo: Repo) -> str:
    return (repo.root / ".git" / "config").read_text(encoding="utf-8")


def name_of(words: tuple[str, ...]) -> str:
    return " ".join(word for word in words if word.isascii() and word.isprintable())


@pytest.fixture
def remote(hostile: Repo, tmp_path: Path) -> Repo:
    """Return the repository with a remote that takes what is pushed to it."""
    other = Repo(tmp_path / "remote.git")
    other.root.mkdir()
    other.git("init", "--quiet", "--bare")
    hostile.git("remote", "add", "origin", str(other.root))
    hostile.git("config", "push.default", "current")
    return other


def test_reading_commands_leave_all_files_as_they_were(hostile: Repo, remote: Repo) -> None:
    before, settings, files = state_of(hostile), settings_of(hostile), files_of(hostile)

    # A voice changes nothing of what a command does.
    for words in (each for each in READING if "--format" not in each or each[0] == "check"):
        assert ask(*words, *DAY).code in (0, 1)
        assert state_of(hostile) == before, words

    assert settings_of(hostile) == settings
    assert files_of(hostile) == files
    assert remote.git("for-each-ref") == ""


def files_of(repo: Repo) -> dict[str, bytes]:
    """Return all files beside git's own."""
    found = (path for path in repo.root.rglob("*") if ".git" not in path.parts and path.is_file())
    return {path.as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("words", [*EDITING, *OTHERS], ids=name_of)
def test_changing_command_leaves_git_as_it_was(
    hostile: Repo, remote: Repo, words: tuple[str, ...]
) -> None:
    before, settings = state_of(hostile), settings_of(hostile)

    assert ask(*words, *DAY).code in (0, 1)

    assert state_of(hostile) == before
    assert (settings_of(hostile) == settings) or words[0] in SETTINGS
    assert remote.git("for-each-ref") == ""
    assert hostile.git("stash", "list") == ""


def test_what_was_staged_stays_staged(hostile: Repo) -> None:
    hostile.git("add", "--all")
    before = state_of(hostile)

    assert ask("milestone", "set", "nepal", "later", "--note", "New", *DAY).code == 0

    assert state_of(hostile) == before
    assert " M" not in hostile.git("diff", "--cached", "--name-status")
    assert "plans/nepal.toml" in hostile.git("diff", "--name-only")
