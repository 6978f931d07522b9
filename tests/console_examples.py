"""The examples of the docs, run and compared with what the docs show.

An example is a block of Markdown that begins with ```` ```console ````. Lines that begin with
`$ ogdplan` or `$ git` are run; what stands below each is what a terminal of 100 columns without
colours shows, results and messages together. `| head -n 5` keeps the first lines. A command that
does not end with 0 is followed by `$ echo $?`. Each block has a fresh copy of `plans/` and
`examples/`, so that an example may change plans; where a block uses git, it is under version
control. A block that begins with ```` ```console continued ```` goes on where the one before it
ended. OGDPLAN_RENEW=1 writes the output into the pages anew.
"""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from ogdplan.cli.main import app

ROOT = Path(__file__).parents[1]
RENEWS = os.environ.get("OGDPLAN_RENEW") == "1"

COLUMNS = 100
TIMELESS = frozenset(
    {"explain", "find", "catalogue", "schema", "new", "edit", "fmt", "diff", "log", "merge", "git"}
    | {"--version"}
)
"""Commands whose output is the same on every day."""

CHANGING = frozenset({"add", "set", "remove", "rename", "done", "promote"})
"""Commands of a kind of record that write no date, unless the kind is one of `DATED`."""

DATED = frozenset({"update", "measurement"})

_BLOCK = re.compile(r"^```console( continued)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEAD = re.compile(r"(.+?) \| head -n (\d+)")
_EXIT_CODE = "echo $?"
_ABOUT_GIT = ("git ", "ogdplan git ")

_ENVIRONMENT = {
    "COLUMNS": str(COLUMNS),
    "LINES": "50",
    "TERM": "dumb",
    "FORCE_COLOR": None,
    "NO_COLOR": None,
    "OGDPLAN_PLANS": None,
    "VISUAL": f'"{sys.executable}" "{ROOT / "tests" / "adopting_editor.py"}"',
}
_GIT_ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Someone",
    "GIT_AUTHOR_EMAIL": "someone@example.org",
    "GIT_COMMITTER_NAME": "Someone",
    "GIT_COMMITTER_EMAIL": "someone@example.org",
    "GIT_AUTHOR_DATE": "2018-01-31T12:00:00+00:00",
    "GIT_COMMITTER_DATE": "2018-01-31T12:00:00+00:00",
    "LC_ALL": "C",
}


class Terminal(CliRunner):
    """Runs commands as if someone sat in front of them."""

    # Any: CliRunner's own arguments and streams, handed through.
    @contextmanager
    def isolation(self, *given: Any, **named: Any) -> Iterator[Any]:
        """Take the streams as CliRunner does, and make a terminal of them."""
        with super().isolation(*given, **named) as streams:
            for stream in (sys.stdout, sys.stderr):
                assert isinstance(stream, io.TextIOWrapper)
                stream.reconfigure(line_buffering=True)
                stream.isatty = lambda: True  # type: ignore[method-assign]  # until it ends
            yield streams


@dataclass(frozen=True)
class Example:
    """One block of a page, as it is written between its fences.

    `before` are the commands of the blocks that it goes on from.
    """

    page: Path
    text: str
    before: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.page.name}: {self.text.partition(chr(10))[0].removeprefix('$ ')}"

    @property
    def commands(self) -> tuple[str, ...]:
        """Return the lines that are typed, without their `$`."""
        lines = self.text.splitlines()
        return tuple(line[2:] for line in lines if line.startswith("$ "))


def examples(page: Path) -> tuple[Example, ...]:
    """Return the examples of a page, in its order."""
    found: list[Example] = []
    for continued, text in _BLOCK.findall(page.read_text(encoding="utf-8")):
        last = found[-1] if continued else None
        found.append(Example(page, text, (*last.before, *last.commands) if last else ()))
    return tuple(found)


def shown(example: Example, folder: Path) -> str:
    """Return the block as it has to be; `folder` is an empty one to work in."""
    for name in ("plans", "examples"):
        shutil.copytree(ROOT / name, folder / name)
    found = ""
    code = 0
    with chdir(folder):
        if any(command.startswith(_ABOUT_GIT) for command in (*example.before, *example.commands)):
            _put_under_version_control()
        for command in example.before:
            if command != _EXIT_CODE:
                _run(command)
        for command in example.commands:
            if command == _EXIT_CODE:
                output, code = f"{code}\n", 0
            else:
                assert code == 0, f"{command}: say first with `$ {_EXIT_CODE}` that it fails"
                output, code = _run(command)
            found += f"$ {command}\n{output}"
    assert code == 0, f"it ends with {code}: say so with `$ {_EXIT_CODE}`"
    return found


def _run(command: str) -> tuple[str, int]:
    """Return what a command shows, and its exit code."""
    head = _HEAD.fullmatch(command)
    program, *words = shlex.split(head[1] if head else command)
    assert program in {"ogdplan", "git"}, f"{command}: only ogdplan and git are run"
    output, code = _git(words) if program == "git" else _ogdplan(words)
    # What fills a line up to the margin is not seen, and editors take it away.
    lines = [line.rstrip() for line in output.split("\n")]
    if head:
        return "".join(f"{line}\n" for line in lines[: int(head[2])]), 0
    return "\n".join(lines), code


def _ogdplan(words: list[str]) -> tuple[str, int]:
    result = Terminal().invoke(
        app, words, prog_name="ogdplan", env=_ENVIRONMENT, catch_exceptions=False
    )
    return result.output, result.exit_code


def _git(words: list[str]) -> tuple[str, int]:
    environment = {name: value for name, value in os.environ.items() if name[:4] != "GIT_"}
    result = subprocess.run(
        ["git", "--no-pager", *words],
        env=environment | _GIT_ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )
    return result.stdout, result.returncode


def _put_under_version_control() -> None:
    """Make the folder a repository in which all that is there is committed."""
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "Plans"]):
        assert _git(words) == ("", 0)


def renew(example: Example, output: str) -> None:
    """Write a block into its page anew."""
    page = example.page.read_text(encoding="utf-8")
    fence = "```console continued" if example.before else "```console"
    old, new = f"{fence}\n{example.text}```", f"{fence}\n{output}```"
    example.page.write_text(page.replace(old, new, 1), encoding="utf-8", newline="\n")


def check_example(example: Example, folder: Path, *, renews: bool = RENEWS) -> None:
    """Fail when a page shows something else than the program does; mend it when asked to."""
    output = shown(example, folder)
    if renews:
        renew(example, output)
    elif example.text != output:
        before, after = example.text.splitlines(), output.splitlines()
        difference = unified_diff(before, after, "the page", "the program", lineterm="")
        pytest.fail("\n".join([*difference, "OGDPLAN_RENEW=1 writes it anew"]), pytrace=False)


def changes_with_time(command: str) -> bool:
    """Return whether the command says something else tomorrow."""
    program, first, *words = command.split()
    if program != "ogdplan" or "--as-of" in words:
        return False
    if "json" in words:
        return True
    writes_no_date = bool(CHANGING & set(words[:1])) and first not in DATED
    return not (first in TIMELESS or writes_no_date or "--on" in words)
