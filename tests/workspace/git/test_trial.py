"""A real merge in a temporary repository, whatever surrounds it."""

import os
import tempfile
from pathlib import Path

import pytest

from drivers import a_driver
from ogdplan.errors import FileError
from ogdplan.workspace.git.settings import driver_of
from ogdplan.workspace.git.trial import answer_of, tried
from repositories import Repo


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which temporary ones are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def driver(tmp_path: Path) -> str:
    return driver_of((str(a_driver(tmp_path / "my programs")),))


def test_driver_that_merges_fires_and_leaves_nothing_behind(driver: str, temporary: Path) -> None:
    assert tried(driver, os.environ) == (True, "")
    assert list(temporary.iterdir()) == []


def test_git_alone_cannot_do_it(temporary: Path) -> None:
    fires, words = tried("git merge-file -q %A %O %B", os.environ)

    assert (fires, words) == (False, "the merge ended with code 1")
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("nowhere-to-be-found %O %A %B", "not found"),
        ("true", "the result lacks what one of two branches changed"),
        ("cp %B %A", "the result lacks what one of two branches changed"),
        ("false", "the merge ended with code 1"),
        ("rm -f %A; false", "internal merge"),
        ("echo 'error: no such file' >&2; echo 'hint: look' >&2; exit 3;", "no such file"),
        (
            "printf 'Usage: x\\n╭─ Error ─╮\\n│ No such. │\\n╰─────────╯\\n' >&2; exit 2;",
            "No such.",
        ),
    ],
)
def test_driver_that_does_not_merge_is_found_out(line: str, words: str, temporary: Path) -> None:
    trial = tried(line, os.environ)

    assert not trial.fires
    assert trial.words.endswith(words)
    assert list(temporary.iterdir()) == []


def test_settings_hooks_and_signatures_of_the_user_do_not_count(
    driver: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks = tmp_path / "template" / "hooks"
    hooks.mkdir(parents=True)
    for name in ("pre-commit", "pre-merge-commit", "commit-msg", "post-checkout"):
        (hooks / name).write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        (hooks / name).chmod(0o755)
    config = f"""
[commit]
gpgSign = true
[gpg]
program = false
[core]
hooksPath = {hooks}
[init]
templateDir = {hooks.parent}
[merge]
ff = only
verifySignatures = true
[merge "ogdplan"]
driver = false
"""
    (tmp_path / "config").write_text(config, encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "EMAIL"):
        monkeypatch.delenv(name, raising=False)

    assert tried(driver, os.environ).fires


def test_repository_that_the_environment_names_is_not_touched(
    driver: str, repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.write("plans/nepal.toml", "format = 1\n")
    head = repo.commit()
    index = (repo.root / ".git" / "index").read_bytes()
    # As in a hook.
    monkeypatch.setenv("GIT_DIR", str(repo.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(repo.root))
    monkeypatch.setenv("GIT_INDEX_FILE", str(repo.root / ".git" / "index"))

    assert tried(driver, os.environ).fires

    assert repo.git("rev-parse", "HEAD").strip() == head
    assert repo.git("for-each-ref", "--format=%(refname)") == "refs/heads/main\n"
    assert (repo.root / ".git" / "index").read_bytes() == index


def test_no_room_for_a_temporary_folder_is_said(
    driver: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))

    with pytest.raises(FileError, match="cannot make a temporary folder: no such file"):
        tried(driver, os.environ)


def test_program_says_its_version(tmp_path: Path) -> None:
    program = a_driver(tmp_path / "it's here", version="9.9.9")

    assert answer_of((str(program),), os.environ) == "9.9.9"


@pytest.mark.parametrize("program", [("/nowhere/ogdplan",), ("false",)])
def test_program_that_does_not_start_or_fails_has_none(program: tuple[str, ...]) -> None:
    assert answer_of(program, os.environ) is None


def test_another_program_is_known_by_its_words() -> None:
    assert str(answer_of(("git",), os.environ)).startswith("git version ")
