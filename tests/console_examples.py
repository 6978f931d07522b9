"""The examples of the docs, run and compared with what the docs show.

An example is a block of Markdown that begins with ```` ```console ````. Lines that begin with
`$ ogdplan` are run; what stands below each is what a terminal of 100 columns without colours
shows, results and messages together. `| head -n 5` keeps the first lines. A command that does
not end with 0 is followed by `$ echo $?`. Each block has a fresh copy of `plans/`, so that an
example may change plans. OGDPLAN_RENEW=1 writes the output into the pages anew.
"""

import io
import os
import re
import shlex
import shutil
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
TIMELESS = frozenset({"explain", "find", "catalogue", "schema", "--version"})
"""Commands whose output is the same on every day."""

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEAD = re.compile(r"(.+?) \| head -n (\d+)")
_EXIT_CODE = "echo $?"

_ENVIRONMENT = {
    "COLUMNS": str(COLUMNS),
    "LINES": "50",
    "TERM": "dumb",
    "FORCE_COLOR": None,
    "NO_COLOR": None,
    "OGDPLAN_PLANS": None,
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
    """One block of a page, as it is written between its fences."""

    page: Path
    text: str

    def __str__(self) -> str:
        return f"{self.page.name}: {self.text.partition(chr(10))[0].removeprefix('$ ')}"

    @property
    def commands(self) -> tuple[str, ...]:
        """Return the lines that are typed, without their `$`."""
        lines = self.text.splitlines()
        return tuple(line[2:] for line in lines if line.startswith("$ "))


def examples(page: Path) -> tuple[Example, ...]:
    """Return the examples of a page, in its order."""
    text = page.read_text(encoding="utf-8")
    return tuple(Example(page, block) for block in _BLOCK.findall(text))


def shown(example: Example, folder: Path) -> str:
    """Return the block as it has to be; `folder` is an empty one to work in."""
    shutil.copytree(ROOT / "plans", folder / "plans")
    found = ""
    code = 0
    with chdir(folder):
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
    assert program == "ogdplan", f"{command}: only ogdplan is run"
    result = Terminal().invoke(
        app, words, prog_name="ogdplan", env=_ENVIRONMENT, catch_exceptions=False
    )
    # What fills a line up to the margin is not seen, and editors take it away.
    lines = [line.rstrip() for line in result.output.split("\n")]
    if head:
        return "".join(f"{line}\n" for line in lines[: int(head[2])]), 0
    return "\n".join(lines), result.exit_code


def renew(example: Example, output: str) -> None:
    """Write a block into its page anew."""
    page = example.page.read_text(encoding="utf-8")
    old, new = f"```console\n{example.text}```", f"```console\n{output}```"
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
    words = command.split()
    if words[0] != "ogdplan" or "--as-of" in words:
        return False
    return words[1] not in TIMELESS or "json" in words
