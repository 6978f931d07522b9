from pathlib import Path

import pytest

from ogdplan.actions.merged_file import Contents, read_versions, write_merged
from ogdplan.errors import FileError
from ogdplan.workspace.files import ChangedOnDiskError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with three versions in it; the test is there."""
    monkeypatch.chdir(tmp_path)
    for name in ("base", "ours", "theirs"):
        Path(f"{name}.toml").write_bytes(name.encode())
    return tmp_path


def versions(name: Path | None = None) -> Contents:
    return read_versions(Path("base.toml"), Path("ours.toml"), Path("theirs.toml"), name=name)


def test_versions_are_read_and_called_as_ours(folder: Path) -> None:
    found = versions()

    assert (found.base, found.ours, found.theirs) == (b"base", b"ours", b"theirs")
    assert (found.shown, found.plan_id, found.is_plan) == ("ours.toml", "ours", False)


def test_versions_of_a_plan_are_called_as_the_plan(folder: Path) -> None:
    found = versions(Path("data/plans/brazil/saude.toml"))

    assert (found.shown, found.plan_id, found.is_plan) == (
        "plans/brazil/saude.toml",
        "brazil/saude",
        True,
    )


def test_empty_name_is_none(folder: Path) -> None:
    assert versions(Path()).shown == "ours.toml"


def test_ours_is_replaced(folder: Path) -> None:
    assert write_merged(versions(), b"new") is True

    assert Path("ours.toml").read_bytes() == b"new"


def test_same_content_is_not_written(folder: Path) -> None:
    before = Path("ours.toml").stat()

    assert write_merged(versions(), b"ours") is False

    assert Path("ours.toml").stat().st_mtime_ns == before.st_mtime_ns


def test_ours_that_was_changed_in_between_stays(folder: Path) -> None:
    read = versions()
    Path("ours.toml").write_bytes(b"newer")

    for output in (None, Path("ours.toml"), folder / "ours.toml"):
        with pytest.raises(ChangedOnDiskError):
            write_merged(read, b"new", output)
    assert Path("ours.toml").read_bytes() == b"newer"


def test_ours_that_went_away_in_between_is_said(folder: Path) -> None:
    read = versions()
    Path("ours.toml").unlink()
    Path("ours.toml").mkdir()

    with pytest.raises(FileError, match="it is no file"):
        write_merged(read, b"new")


def test_another_file_is_replaced_as_it_is_now(folder: Path) -> None:
    read = versions()
    Path("theirs.toml").write_bytes(b"newer")

    assert write_merged(read, b"new", Path("theirs.toml")) is True

    assert Path("theirs.toml").read_bytes() == b"new"
    assert Path("ours.toml").read_bytes() == b"ours"


def test_new_file_is_made_in_a_folder_that_is_there(folder: Path) -> None:
    assert write_merged(versions(), b"new", Path("new.toml")) is True
    with pytest.raises(FileError, match="there is no such folder"):
        write_merged(versions(), b"new", Path("missing/new.toml"))

    assert Path("new.toml").read_bytes() == b"new"
    assert not Path("missing").exists()


def test_nothing_is_left_beside_the_files(folder: Path) -> None:
    write_merged(versions(), b"new")

    assert sorted(path.name for path in folder.iterdir()) == [
        "base.toml",
        "ours.toml",
        "theirs.toml",
    ]
