"""Files about plans that are none themselves, such as `.gitattributes`."""

from pathlib import Path

import pytest

from ogdplan.errors import FileError
from ogdplan.workspace.files import ChangedOnDiskError, write_settings

SHOWN = ".gitattributes"


def test_file_is_made_replaced_and_removed(tmp_path: Path) -> None:
    path = tmp_path / SHOWN

    write_settings(path, b"a\n", read=None, shown=SHOWN)
    assert path.read_bytes() == b"a\n"
    path.chmod(0o640)

    write_settings(path, b"a\nb\n", read=b"a\n", shown=SHOWN)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"a\nb\n", 0o640)

    write_settings(path, b"", read=b"a\nb\n", shown=SHOWN)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read", [None, b"", b"a\n"])
@pytest.mark.parametrize("content", [b"new\n", b""])
def test_file_that_changed_meanwhile_is_left_alone(
    tmp_path: Path, read: bytes | None, content: bytes
) -> None:
    path = tmp_path / SHOWN
    path.write_bytes(b"somebody's\n")

    with pytest.raises(ChangedOnDiskError, match="changed since it was read"):
        write_settings(path, content, read=read, shown=SHOWN)

    assert path.read_bytes() == b"somebody's\n"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"new\n", b""])
def test_folder_that_is_read_only_is_a_failure(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "folder" / SHOWN
    path.parent.mkdir()
    path.write_bytes(b"a\n")
    path.parent.chmod(0o555)

    with pytest.raises(FileError, match="its folder is read-only"):
        write_settings(path, content, read=b"a\n", shown=SHOWN)

    path.parent.chmod(0o755)
    assert path.read_bytes() == b"a\n"
