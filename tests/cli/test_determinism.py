"""The same plans and the same day give the same bytes, wherever and however often."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from cli.asking import start
from ogdplan.model.kinds import KINDS

SHIPPED = Path(__file__).parents[2] / "plans"
LEFT_OUT = shutil.ignore_patterns("ba*", "c*", "i*", "ph*", "s*", "un*")
AS_OF = ["--as-of", "2018-01-31"]

COMMANDS: list[list[str]] = [
    *([*words, *AS_OF, "--format", voice] for words, voices in (
        (["status"], ["table", "json", "csv", "markdown"]),
        (["agenda"], ["table", "json", "csv", "markdown"]),
        (["trend"], ["table", "json", "csv", "markdown"]),
        (["trend", "panama"], ["table", "markdown"]),
        (["report", "panama"], ["terminal", "markdown", "html", "json", "csv"]),
        (["report", "--all", "--one-page", "--lang", "es"], ["terminal", "json"]),
        (["find", "open", "data"], ["table", "json", "csv", "markdown"]),
        (["show", "uruguay"], ["table", "json", "markdown"]),
        (["show", "nepal", "adopt-plan"], ["table", "json", "markdown"]),
        (["check", "--advice", "--all"], ["text", "json", "github", "sarif"]),
        (["explain"], ["table", "json", "markdown"]),
        (["catalogue"], ["table", "json", "csv", "markdown"]),
        (["catalogue", "licences"], ["table", "json", "csv", "markdown"]),
    ) for voice in voices),
    *([kind.name, "list", *AS_OF, "--format", "json"] for kind in KINDS),
    ["milestone", "list", *AS_OF, "--format", "csv"],
    ["challenge", "list", *AS_OF],
    ["schema"],
    ["show", "zzz"],
    ["find", "x", "--kind", "zzz"],
    ["--help"],
    ["milestone", "list", "--help"],
]  # fmt: skip

_CODE = """
import json, sys
from cli.asking import ask
answers = [ask(*words) for words in json.loads(sys.argv[1])]
sys.stdout.buffer.write(json.dumps([[a.code, a.out, a.err] for a in answers]).encode())
"""


Answers = list[list[object]]


def answers(folder: Path, **env: str) -> Answers:
    """Return what each command gives in a process of this environment."""
    process = start(json.dumps(COMMANDS), code=_CODE, env=env, cwd=folder, stdout=subprocess.PIPE)
    out, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    found: Answers = json.loads(out)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with some of the shipped plans, a country with an agency among them."""
    root = tmp_path_factory.mktemp("some")
    shutil.copytree(SHIPPED, root / "plans", ignore=LEFT_OUT)
    return root


@pytest.fixture(scope="module")
def expected(folder: Path) -> Answers:
    return answers(folder, TZ="UTC", LC_ALL="C", LANG="C", PYTHONHASHSEED="0")


def test_commands_give_something(expected: Answers) -> None:
    assert len(expected) == len(COMMANDS)
    assert all(out or err for _, out, err in expected)
    assert {code for code, _, _ in expected} == {0, 2}


def test_other_time_zone_locale_and_hash_seed_give_the_same_bytes(
    folder: Path, expected: Answers
) -> None:
    elsewhere = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "ne"}

    found = answers(folder, **elsewhere, PYTHONHASHSEED="1")

    for words, one, other in zip(COMMANDS, expected, found, strict=True):
        assert (words, one) == (words, other)
