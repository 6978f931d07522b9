"""What git is told of plans in its own settings: how to merge them, how to show differences."""

import os
import re
import shlex
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from ogdplan.errors import OgdplanError
from ogdplan.workspace.git.process import attempt, run, said

DRIVER = "merge.ogdplan.driver"
RECORDS = "diff.ogdplan.xfuncname"

_ARGUMENTS = "merge --path %P --marker-size %L -- %O %A %B"
_NONE_FOUND = 1
_OURS = r"^(merge|diff)\.ogdplan\."

# A line that names a record: git shows the last one above what differs. Records without an id
# that stand alone, and the plan itself, are named by their tables.
_NAMES_A_RECORD = r"^[[:blank:]]*(id[[:blank:]]*=.*|\[plan\].*|\[\[accepted\]\].*)$"

# Words as `git diff --word-diff` sees them: dates, ids and web addresses whole, brackets, quotes
# and commas apart, so that of a list only the entries that differ are marked.
_WORD = r"""[^][:space:]",=[{}]+|[^[:space:]]"""


class SettingsError(OgdplanError):
    """git could not write its settings; its own words."""

    def __init__(self, words: str) -> None:
        hint = "check that you may write the file and that no program has it open, then try again"
        super().__init__(f"git could not write its settings: {words}", hint=hint)


class Scope(StrEnum):
    """Where a setting counts: in this clone, or in all clones of whoever uses this computer."""

    LOCAL = "local"
    GLOBAL = "global"


def wanted(program: Sequence[str]) -> Mapping[str, str]:
    """Return the settings by which git merges plans with a program, by their keys."""
    return {
        "merge.ogdplan.name": "ogdplan: merge action plans record by record",
        DRIVER: driver_of(program),
        RECORDS: _NAMES_A_RECORD,
        "diff.ogdplan.wordRegex": _WORD,
    }


def driver_of(program: Sequence[str]) -> str:
    """Return the line by which git starts a program to merge a file.

    git replaces what begins with a percent sign, and hands the line to a POSIX shell, on
    Windows too.
    """
    words = (word.replace("\\", "/") if sys.platform == "win32" else word for word in program)
    return f"{shlex.join(words).replace('%', '%%')} {_ARGUMENTS}"


def program_of(driver: str) -> tuple[str, ...]:
    """Return the program that such a line starts; () where it is no line of ours."""
    command, _, arguments = driver.rpartition(" merge ")
    try:
        words = shlex.split(command.replace("%%", "%"))
    except ValueError:
        return ()
    return tuple(words) if "%A" in arguments else ()


def stored(folder: Path, scope: Scope | None) -> Mapping[str, tuple[str, ...]]:
    """Return the settings of ours that are stored, by their keys in lower case.

    Without a scope those that count in a folder, wherever they are stored; the last value of a
    key is the one that counts.
    """
    where = [f"--{scope.value}"] if scope else []
    arguments = ["config", *where, "-z", "--get-regexp", _OURS]
    found: dict[str, tuple[str, ...]] = {}
    for row in os.fsdecode(run(folder, arguments, fine=(0, _NONE_FOUND))).split("\0")[:-1]:
        key, _, value = row.partition("\n")
        found[key.lower()] = (*found.get(key.lower(), ()), value)
    return found


def store(folder: Path, scope: Scope, key: str, value: str) -> None:
    """Give a setting one value in the place of all that it had; raises SettingsError."""
    _write(folder, [f"--{scope.value}", "--replace-all", key, value])


def forget(folder: Path, scope: Scope, key: str) -> None:
    """Take a setting away with all its values; raises SettingsError."""
    _write(folder, [f"--{scope.value}", "--unset-all", key])


def git_version(folder: Path) -> str:
    """Return the version of git, such as `2.39.5`."""
    words = run(folder, ["version"]).decode("utf-8", "replace")
    found = re.search(r"\d[\w.]*", words)
    return found[0] if found else words.strip()


def _write(folder: Path, arguments: Sequence[str]) -> None:
    ended = attempt(folder, ["config", *arguments])
    if ended.returncode:
        raise SettingsError(said(ended.stderr) or f"it ended with code {ended.returncode}")
