import os
import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from ogdplan.errors import FileError
from ogdplan.workspace.files import write_output

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for POSIX files")
not_as_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere"
)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_new_file_has_the_text_as_utf8_byte_for_byte(tmp_path: Path) -> None:
    write_output(tmp_path / "out.csv", "\ufeffक,개\r\nx\n")

    assert (tmp_path / "out.csv").read_bytes() == "\ufeffक,개\r\nx\n".encode()
    assert names(tmp_path) == ["out.csv"]


def test_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("a much longer old text", encoding="utf-8")

    write_output(path, "new")

    assert path.read_text(encoding="utf-8") == "new"
    assert names(tmp_path) == ["out.txt"]


def test_relative_path_is_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    write_output(Path("out.txt"), "x")

    assert names(tmp_path) == ["out.txt"]


@on_posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o640])
def test_permissions_of_the_old_file_stay(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "out.txt"
    path.touch()
    path.chmod(mode)

    write_output(path, "x")

    assert stat.S_IMODE(path.stat().st_mode) == mode


@on_posix
def test_new_file_has_the_permissions_that_the_system_gives(tmp_path: Path) -> None:
    (tmp_path / "usual.txt").touch()

    write_output(tmp_path / "out.txt", "x")

    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("usual.txt", "out.txt")]
    assert modes[0] == modes[1]


@on_posix
@pytest.mark.parametrize("exists", [True, False])
def test_link_stays_and_its_target_is_written(tmp_path: Path, exists: bool) -> None:
    target = tmp_path / "target.txt"
    if exists:
        target.write_text("old", encoding="utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to(target)

    write_output(link, "new")

    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


@on_posix
def test_reader_of_the_old_file_keeps_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")

    with path.open(encoding="utf-8") as reader:
        write_output(path, "new")

        assert reader.read() == "old"


def test_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "out.txt"

    with pytest.raises(FileError) as caught:
        write_output(path, "x")

    assert caught.value.message == f"cannot write {path}: there is no such folder"
    assert caught.value.hint == "choose another file with --output"
    assert names(tmp_path) == []


def test_folder_is_no_file_to_write(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()

    with pytest.raises(FileError, match="cannot write"):
        write_output(folder, "x")

    assert names(tmp_path) == ["out"]
    assert names(folder) == []


def test_file_is_no_folder_to_write_in(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(FileError, match="cannot write"):
        write_output(tmp_path / "file" / "out.txt", "x")


@on_posix
@not_as_root
def test_folder_that_may_not_be_written_to_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")
    tmp_path.chmod(0o500)

    with pytest.raises(FileError, match="permission denied"):
        write_output(path, "new")

    tmp_path.chmod(0o700)
    assert path.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["out.txt"]


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a null device")
def test_device_is_written_to_and_stays_one() -> None:
    write_output(Path("/dev/null"), "x")

    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@on_posix
def test_pipe_is_written_to_where_somebody_reads_and_else_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)

    with pytest.raises(FileError) as caught:
        write_output(pipe, "x", option="--to")
    assert caught.value.message == f"cannot write {pipe}: it is a pipe that nobody reads"
    assert caught.value.hint == "choose another file with --to"

    long = "x" * 200_000
    copy = tmp_path / "copy.csv"
    with subprocess.Popen(["sh", "-c", 'cat "$1" > "$2"', "sh", pipe, copy]) as reader:
        while reader.poll() is None:
            with suppress(FileError):
                write_output(pipe, long)
                break
    assert copy.read_text(encoding="utf-8") == long


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_device_that_is_full_is_said_so() -> None:
    with pytest.raises(FileError) as caught:
        write_output(Path("/dev/full"), "x")

    assert caught.value.message == "cannot write /dev/full: no space left on device"


def test_name_as_long_as_names_can_be_is_written(tmp_path: Path) -> None:
    write_output(tmp_path / ("x" * 255), "x")

    assert names(tmp_path) == ["x" * 255]


@pytest.mark.parametrize("name", ["nepal.toml", "NEPAL.TOML"])
def test_result_is_never_written_over_a_plan(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("format = 1", encoding="utf-8")

    with pytest.raises(FileError) as caught:
        write_output(path, "x")

    assert caught.value.message == f"cannot write {path}: files called .toml are plans"
    assert path.read_text(encoding="utf-8") == "format = 1"


def test_text_that_is_no_unicode_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")

    with pytest.raises(UnicodeEncodeError):
        write_output(path, "\ud800")

    assert path.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["out.txt"]
