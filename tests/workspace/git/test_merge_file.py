"""Text merged line by line, by git."""

import tempfile
from pathlib import Path

import pytest

from ogdplan.errors import FileError
from ogdplan.workspace.git.merge_file import MergedLines, merge_lines
from ogdplan.workspace.git.process import GitError, GitMissingError

BASE = b"1\n2\n3\n4\n5\n"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of temporary files, of this test alone."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_changes_of_both_come_together(temporary: Path) -> None:
    ours, theirs = BASE.replace(b"1", b"a"), BASE.replace(b"5", b"z")

    assert merge_lines(BASE, ours, theirs) == MergedLines(b"a\n2\n3\n4\nz\n", 0)
    assert list(temporary.iterdir()) == []


def test_conflicts_stand_between_markers_that_name_the_sides() -> None:
    found = merge_lines(BASE, BASE.replace(b"3", b"a"), BASE.replace(b"3", b"z"))

    assert found == MergedLines(b"1\n2\n<<<<<<< ours\na\n=======\nz\n>>>>>>> theirs\n4\n5\n", 1)


def test_markers_are_as_long_as_wanted() -> None:
    found = merge_lines(b"1\n", b"a\n", b"z\n", marker_size=9)

    assert found.content.startswith(b"<<<<<<<<< ours\n")


def test_settings_of_whoever_runs_it_do_not_change_the_markers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "settings"
    settings.write_text("[merge]\nconflictStyle = diff3\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))

    assert b"|||||||" not in merge_lines(b"1\n", b"a\n", b"z\n").content


def test_many_conflicts_are_still_conflicts() -> None:
    base, ours, theirs = (
        b"".join(b"%d%s\n%s" % (number, side, b"=%d\n" % number * 5) for number in range(300))
        for side in (b"", b"a", b"z")
    )

    assert merge_lines(base, ours, theirs).conflicts == 127


def test_bytes_of_any_encoding_stay() -> None:
    assert merge_lines(b"\xe9\n2\n3\n", b"\xe9\n2\n3\n\xe8", b"\xe7\n2\n3\n").content == (
        b"\xe7\n2\n3\n\xe8"
    )


def test_what_is_no_text_is_not_merged() -> None:
    with pytest.raises(GitError, match="Cannot merge binary files"):
        merge_lines(BASE, b"\0", BASE)


def test_no_repository_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert merge_lines(BASE, BASE, BASE).content == BASE


def test_git_that_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(GitMissingError):
        merge_lines(BASE, BASE, BASE)


def test_temporary_folder_that_is_gone_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))

    with pytest.raises(FileError, match="a draft in the system's temporary folder"):
        merge_lines(BASE, BASE, BASE)
