"""Make a git repository of the shipped plans in which a year of work is told, commit by commit.

    python scripts/make_story.py FOLDER

It is there to try `ogdplan log`, `diff` and `trend` on, and for the picture in the README. The
story is in story.txt. All of it is made up: nothing of it is known of any country, and none of it
is in the plans that are shipped. Each change is made by a command of ogdplan, as a coordinator
would make it, and committed on its own day, so that two runs give the same repository.
"""

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

from typer.testing import CliRunner

from ogdplan.cli.main import app

PLANS = Path(__file__).resolve().parents[1] / "plans"
STORY = Path(__file__).with_name("story.txt")
_DAY = re.compile(
    r"^(?P<day>\d{4}-\d\d-\d\d)  (?P<author>[^:\n]+): (?P<subject>.+)\n(?P<commands>(?: {4}.+\n)*)",
    re.MULTILINE,
)


class Day(NamedTuple):
    """One commit: the day, who makes it, its subject, and the commands before it."""

    day: str
    author: str
    subject: str
    commands: tuple[str, ...]


def story() -> Iterator[Day]:
    """Yield the days that story.txt tells."""
    text = STORY.read_text(encoding="utf-8")
    for found in _DAY.finditer(text):
        commands = tuple(line.strip() for line in found["commands"].splitlines())
        yield Day(found["day"], found["author"], found["subject"], commands)


def make(folder: Path) -> None:
    """Make the repository in a folder that is not there yet."""
    shutil.copytree(PLANS, folder / "plans")
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, Day("2018-01-15", "Plan coordinator", "Plans as they are published", ()))
    for each in story():
        for command in each.commands:
            ogdplan(folder, *shlex.split(command), "--as-of", each.day)
        commit(folder, each)


def commit(folder: Path, day: Day) -> None:
    """Commit all that there is, at noon of a day."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", day.subject, env=_who_and_when(day))


def git(folder: Path, *words: str, env: Mapping[str, str] | None = None) -> None:
    """Run git there, with nobody's settings."""
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **(env or {})}
    subprocess.run(["git", *words], cwd=folder, env={**os.environ, **plain}, check=True)


def ogdplan(folder: Path, *words: str) -> None:
    """Run a command of ogdplan there; in this process, since each start would take longer."""
    with chdir(folder):
        ended = CliRunner().invoke(app, words)
    if ended.exit_code:
        sys.exit(f"ogdplan {shlex.join(words)}\n{ended.stderr}")


def _who_and_when(day: Day) -> dict[str, str]:
    moment = f"{day.day}T12:00:00+00:00"
    roles = ("AUTHOR", "COMMITTER")
    found = {f"GIT_{role}_NAME": day.author for role in roles}
    found |= {f"GIT_{role}_EMAIL": "role@example.org" for role in roles}
    return found | {f"GIT_{role}_DATE": moment for role in roles}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="a folder that is not there yet")
    make(parser.parse_args().folder)
