import sys
from pathlib import Path

import pytest

from cli.asking import start
from drivers import a_driver
from ogdplan.cli.program import this_program

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="programs are marked so on POSIX")
NO_SCRIPT = "/nowhere/bin/python3"


@on_posix
def test_script_that_was_called_is_the_program(tmp_path: Path) -> None:
    script = a_driver(tmp_path / "bin")

    assert this_program(str(script), NO_SCRIPT) == (str(script),)


@on_posix
def test_script_called_from_its_folder_is_named_from_the_top(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = a_driver(tmp_path / "bin")
    monkeypatch.chdir(tmp_path)

    assert this_program("bin/ogdplan", NO_SCRIPT) == (str(script),)


@on_posix
def test_link_to_a_script_is_kept(tmp_path: Path) -> None:
    link = tmp_path / "ogdplan"
    link.symlink_to(a_driver(tmp_path / "bin"))

    assert this_program(str(link), NO_SCRIPT) == (str(link),)


@on_posix
@pytest.mark.parametrize("called_as", ["/usr/bin/pytest", "-c", "ogdplan", "ogdplan/__main__.py"])
def test_else_it_is_the_script_beside_the_interpreter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, called_as: str
) -> None:
    script = a_driver(tmp_path / "bin")
    # A file of the current folder is not what a shell finds by a bare name.
    a_driver(tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")

    assert this_program(called_as, str(tmp_path / "bin" / "python3")) == (str(script),)


@on_posix
def test_what_cannot_be_started_is_no_script(tmp_path: Path) -> None:
    script = a_driver(tmp_path)
    script.chmod(0o644)

    assert this_program(str(script), NO_SCRIPT) == (NO_SCRIPT, "-m", "ogdplan")


def test_without_a_script_it_is_the_module() -> None:
    assert this_program("-c", NO_SCRIPT) == (NO_SCRIPT, "-m", "ogdplan")


def test_module_is_the_program() -> None:
    code = "import runpy, sys; runpy.run_module('ogdplan', run_name='__main__', alter_sys=True)"
    process = start("--version", code=code, stdout=-1)
    out, _ = process.communicate(timeout=60)

    assert (process.returncode, out.startswith(b"ogdplan ")) == (0, True)


def test_module_that_is_only_imported_runs_nothing() -> None:
    process = start(code="import ogdplan.__main__", stdout=-1)
    out, _ = process.communicate(timeout=60)

    assert (process.returncode, out) == (0, b"")
