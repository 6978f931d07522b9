import errno
import os
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ogdplan.errors import FileError
from ogdplan.workspace.files import AlreadyThereError, create_plan

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for POSIX files")
SHOWN = "plans/nepal.toml"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def is_refused(path: Path, content: bytes = b"new") -> AlreadyThereError:
    with pytest.raises(AlreadyThereError) as caught:
        create_plan(path, content, shown=SHOWN)
    return caught.value


@pytest.fixture(params=["links", "no links"])
def any_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk with hard links, and one without, as a memory stick."""
    if request.param == "no links":

        def no_links(*given: object, **options: object) -> None:
            raise OSError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr("os.link", no_links)


@pytest.mark.usefixtures("any_disk")
@pytest.mark.parametrize("content", [b"", b"a\r\nb", b"\xef\xbb\xbfx", b"x" * 1_000_000])
def test_new_plan_has_the_bytes_as_they_are(tmp_path: Path, content: bytes) -> None:
    create_plan(tmp_path / "nepal.toml", content, shown=SHOWN)

    assert (tmp_path / "nepal.toml").read_bytes() == content
    assert names(tmp_path) == ["nepal.toml"]
    assert (tmp_path / "nepal.toml").stat().st_nlink == 1


@pytest.fixture
def mask() -> Iterator[int]:
    """Permissions that the system gives to no new file."""
    before = os.umask(0o027)
    yield 0o027
    os.umask(before)


@on_posix
@pytest.mark.usefixtures("any_disk")
def test_new_plan_has_the_permissions_that_the_system_gives(tmp_path: Path, mask: int) -> None:
    create_plan(tmp_path / "nepal.toml", b"new", shown=SHOWN)

    assert stat.S_IMODE((tmp_path / "nepal.toml").stat().st_mode) == 0o640
    assert os.umask(mask) == mask


def test_missing_folders_are_made(tmp_path: Path) -> None:
    create_plan(tmp_path / "plans" / "brazil" / "saude.toml", b"new", shown=SHOWN)

    assert (tmp_path / "plans" / "brazil" / "saude.toml").read_bytes() == b"new"


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs to look at open files")
def test_new_name_is_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    sync = os.fsync

    def recorded(handle: int) -> None:
        synced.append(Path(f"/proc/self/fd/{handle}").readlink())
        sync(handle)

    monkeypatch.setattr("os.fsync", recorded)

    create_plan(tmp_path / "nepal.toml", b"new", shown=SHOWN)

    assert [path.name.startswith(".ogdplan-") for path in synced] == [True, False]
    assert synced[1] == tmp_path


def test_plan_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "nepal.toml"
    path.write_bytes(b"old")
    folder = tmp_path.stat()

    error = is_refused(path)

    assert error.message == "plans/nepal.toml is there already"
    assert error.hint == "choose another plan id, or change the plan that is there"
    assert error.exit_code == 3
    assert path.read_bytes() == b"old"
    assert tmp_path.stat().st_mtime_ns == folder.st_mtime_ns


@on_posix
def test_link_that_leads_nowhere_stays(tmp_path: Path) -> None:
    path = tmp_path / "nepal.toml"
    path.symlink_to(tmp_path / "target")

    is_refused(path)

    assert names(tmp_path) == ["nepal.toml"]


@pytest.mark.usefixtures("any_disk")
def test_plan_that_comes_in_between_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "nepal.toml"
    sync = os.fsync

    def meanwhile(handle: int) -> None:
        path.write_bytes(b"by hand")
        sync(handle)

    monkeypatch.setattr("os.fsync", meanwhile)

    is_refused(path)

    assert path.read_bytes() == b"by hand"
    assert names(tmp_path) == ["nepal.toml"]


@pytest.mark.usefixtures("any_disk")
def test_of_many_at_once_one_makes_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "plans" / "nepal.toml"
    made: list[bytes] = []
    refused: list[bytes] = []
    together = threading.Barrier(8)

    def create(content: bytes) -> None:
        together.wait()
        try:
            create_plan(path, content, shown=SHOWN)
            made.append(content)
        except AlreadyThereError:
            refused.append(content)

    threads = [threading.Thread(target=create, args=(b"%d" % n * 9999,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert made == [path.read_bytes()]
    assert len(refused) == 7
    assert names(path.parent) == ["nepal.toml"]


def failure(path: Path) -> tuple[str, str | None]:
    with pytest.raises(FileError) as caught:
        create_plan(path, b"new" * 10_000, shown=SHOWN)
    return caught.value.message, caught.value.hint


@pytest.mark.parametrize("below", ["file/nepal.toml", "file/deeper/nepal.toml"])
def test_file_is_no_folder_for_a_plan(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").touch()

    assert failure(tmp_path / below) == (
        "cannot write plans/nepal.toml: a file is where its folder would be",
        "choose another plan id, or move that file",
    )


@on_posix
def test_read_only_folder_stays_for_everyone(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    refusal = failure(tmp_path / "nepal.toml")

    tmp_path.chmod(0o700)
    assert refusal == (
        "cannot write plans/nepal.toml: its folder is read-only",
        "allow changes to the folder, then run the command again",
    )
    assert names(tmp_path) == []


@on_posix
def test_full_disk_leaves_no_part_of_a_plan(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))
    try:
        refusal = failure(tmp_path / "nepal.toml")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert refusal == (
        "cannot write plans/nepal.toml: file too large",
        "make room on the disk, then run the command again",
    )
    assert names(tmp_path) == []


@pytest.mark.usefixtures("any_disk")
@on_posix
def test_plan_whose_draft_goes_in_between_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def meanwhile(handle: int) -> None:
        sync(handle)
        for draft in tmp_path.glob(".ogdplan-*"):
            draft.unlink()

    monkeypatch.setattr("os.fsync", meanwhile)

    failure(tmp_path / "nepal.toml")

    assert names(tmp_path) == []


def test_folder_that_goes_in_between_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*given: object, **options: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    monkeypatch.setattr("os.fsync", gone)

    assert failure(tmp_path / "nepal.toml") == (
        "cannot write plans/nepal.toml: it or its folder is gone",
        "look where it is, then run the command again",
    )
