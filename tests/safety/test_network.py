"""docs/safety.md#network: no command opens the network, nor has git fetch anything."""

import subprocess
import sys
from pathlib import Path

import pytest

from cli.asking import ask, start, write_plan
from repositories import Repo
from safety.commands import DAY, EDITING, OTHERS, READING

_GUARD = """
import socket, sys

class NoSocket:
    def __init__(self, *_, **__):
        raise SystemExit("a socket was opened")

def no_connection(*_, **__):
    raise SystemExit("a connection was opened")

socket.socket = NoSocket
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = no_connection

def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")):
        raise SystemExit(f"the network was asked for: {event}")

sys.addaudithook(watch)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="one process of many there uses sockets itself")
def test_no_command_opens_a_socket(hostile: Repo, tmp_path: Path) -> None:
    # In every process of Python that is started, also by git; a hook for audits sees what a
    # library that has its own reference to `socket` does.
    guard = tmp_path / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(_GUARD, encoding="utf-8")
    commands = [[*words, *DAY] for words in (*READING, *EDITING, *OTHERS)]
    plan = str(hostile.root / "plans" / "nepal.toml")
    code = (
        f"import sys; sys.path.insert(0, {str(guard)!r})\nimport sitecustomize\n"
        f"exec(open({str(guard / 'sitecustomize.py')!r}).read())\n"
        "from ogdplan.cli.main import app, use_utf8\nuse_utf8()\n"
        f"before = open({plan!r}, 'rb').read()\n"
        f"for words in {commands!r}:\n"
        f"    open({plan!r}, 'wb').write(before)\n"
        "    try: app(words)\n"
        "    except SystemExit as end:\n"
        "        if end.code not in (0, 1): sys.exit(f'{words}: {end.code}')\n"
        "print('all done')\n"
    )

    process = start(code=code, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = process.communicate(timeout=120)

    assert process.returncode == 0, err.decode()[-2000:]
    assert out.decode().endswith("all done\n")


def test_guard_would_notice(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(_GUARD, encoding="utf-8")
    for asked in ("import socket; socket.socket()", "import _socket; _socket.gethostname()"):
        code = f"exec(open({str(tmp_path / 'sitecustomize.py')!r}).read())\n{asked}"
        process = start(code=code, stderr=subprocess.PIPE)
        process.communicate(timeout=60)
        assert process.returncode == 1, asked


@pytest.fixture
def partial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Return a clone that has the files of the last commit only; the test is in it.

    The program that git would start to fetch more leaves a file.
    """
    source = Repo(tmp_path / "source")
    source.root.mkdir()
    source.git("init", "--quiet", "--initial-branch=main")
    source.git("config", "uploadpack.allowFilter", "true")
    for title, day in (("One", "2017-01-15"), ("Two", "2017-02-15"), ("Three", "2017-03-15")):
        write_plan(source.root / "plans", "nepal", title=f'"{title}"')
        source.commit(title, day=day)
    clone = Repo(tmp_path / "clone")
    source.git("clone", "--quiet", "--filter=blob:none", source.root.as_uri(), str(clone.root))
    clone.git("config", "remote.origin.uploadpack", f"touch {tmp_path.as_posix()}/fetched; false")
    clone.git("config", "protocol.file.allow", "always")
    monkeypatch.chdir(clone.root)
    return clone


def test_files_that_are_not_here_are_not_fetched(partial: Repo) -> None:
    fetched = partial.root.parent / "fetched"

    for words in (
        ("status",),
        ("diff",),
        ("diff", "HEAD~2"),
        ("diff", "HEAD~2", "HEAD~1", "--unified"),
        ("log", "nepal"),
        ("check", "--since", "HEAD~1"),
        ("trend", "--from-git"),
        ("git", "doctor"),
    ):
        answer = ask(*words, *DAY)
        assert answer.code in (0, 1, 3), answer.err
        assert "Traceback" not in answer.err
        assert not fetched.exists(), words


def test_git_would_have_fetched_them(partial: Repo) -> None:
    partial.git("show", "HEAD~2:plans/nepal.toml", fails=True)

    assert (partial.root.parent / "fetched").exists()
