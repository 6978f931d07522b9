import os
import stat
import sys
from pathlib import Path

import pytest

from editors import an_editor
from ogdplan.errors import FileError, UsageError
from ogdplan.workspace import editor
from ogdplan.workspace.editor import EditorError

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for POSIX files")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a program that writes its arguments to a file called `seen` beside it."""
    path = tmp_path / "program"
    path.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/seen"\n')
    path.chmod(0o755)
    return path


def test_draft_has_a_folder_of_its_own_that_nobody_else_can_read() -> None:
    one = editor.make_draft("nepal.toml", b"\xef\xbb\xbfa\r\n")
    other = editor.make_draft("nepal.toml", b"b")

    assert (one.name, editor.read_draft(one)) == ("nepal.toml", b"\xef\xbb\xbfa\r\n")
    assert editor.read_draft(other) == b"b"
    assert sys.platform == "win32" or stat.S_IMODE(one.parent.stat().st_mode) == 0o700
    for draft in (one, other):
        editor.discard(draft)


def test_discarded_draft_goes_with_all_that_an_editor_left() -> None:
    draft = editor.make_draft("nepal.toml", b"a")
    (draft.parent / "nepal.toml~").touch()

    editor.discard(draft)
    editor.discard(draft)

    assert not draft.parent.exists()


def test_draft_that_is_gone_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"cannot read the draft .+x\.toml: no such file"):
        editor.read_draft(tmp_path / "x.toml")


def test_temporary_folder_that_is_not_there_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))

    with pytest.raises(FileError, match="cannot make a draft in the system's temporary folder: no"):
        editor.make_draft("nepal.toml", b"a")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("vim", ("vim",)),
        ("code --wait", ("code", "--wait")),
        ('"/opt/my editor/e" -w', ("/opt/my editor/e", "-w")),
        ("  ", ()),
    ],
)
def test_command_is_taken_apart(command: str, words: tuple[str, ...]) -> None:
    assert editor.words_of(command) == words


def test_command_of_windows_keeps_its_backslashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")

    assert editor.words_of(r'"C:\Program Files\e.exe" C:\x') == (
        r"C:\Program Files\e.exe",
        r"C:\x",
    )


def test_command_with_an_open_quote_is_refused() -> None:
    with pytest.raises(UsageError, match="open quote: code 'x"):
        editor.words_of("code 'x")


@on_posix
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("nano", ["+12", "FILE"]),
        ("nvim", ["+12", "FILE"]),
        ("code", ["-g", "FILE:12"]),
        ("code.cmd", ["-g", "FILE:12"]),
        ("Code.exe", ["-g", "FILE:12"]),
        ("gedit", ["FILE"]),
    ],
)
def test_line_is_told_to_editors_that_understand_it(
    program: Path, name: str, arguments: list[str]
) -> None:
    command = program.rename(program.with_name(name))

    editor.open_in((str(command), "--wait"), Path("FILE"), 12)

    seen = (program.parent / "seen").read_text().splitlines()
    assert seen == ["--wait", *arguments]


@on_posix
@pytest.mark.parametrize("name", ["nano", "code", "gedit"])
def test_without_a_line_only_the_file_is_told(program: Path, name: str) -> None:
    command = program.rename(program.with_name(name))

    editor.open_in((str(command),), Path("a file"))

    assert (program.parent / "seen").read_text() == "a file\n"


def test_editor_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.touch()
    command = an_editor(tmp_path, "import time; time.sleep(0.3); draft.write_text('done')")

    editor.open_in(editor.words_of(command), file)

    assert file.read_text() == "done"


def test_editor_that_fails_is_an_error(tmp_path: Path) -> None:
    command = editor.words_of(an_editor(tmp_path, "sys.exit(7)"))

    with pytest.raises(EditorError, match="ended with code 7"):
        editor.open_in(command, tmp_path)


def test_editor_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EditorError, match='there is no editor called "no-such-editor"') as raised:
        editor.open_in(("no-such-editor", "--wait"), tmp_path)

    assert raised.value.hint is not None


@on_posix
def test_editor_that_cannot_be_started_is_an_error(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"\x7fELF no program")
    broken.chmod(0o755)

    with pytest.raises(EditorError, match=r'cannot start the editor ".+broken": exec format error'):
        editor.open_in((str(broken),), tmp_path)


@on_posix
@pytest.mark.parametrize(("there", "usual"), [("nano", "nano"), ("other", "vi")])
def test_usual_editor_is_nano_where_it_is_there(
    program: Path, monkeypatch: pytest.MonkeyPatch, there: str, usual: str
) -> None:
    program.rename(program.with_name(there))
    monkeypatch.setitem(os.environ, "PATH", str(program.parent))

    assert editor.usual_editor() == usual


def test_usual_editor_of_windows_is_notepad(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")

    assert editor.usual_editor() == "notepad"
