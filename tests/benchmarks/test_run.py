import os
import subprocess
import sys
from pathlib import Path

import pytest

from cases import CASES, Case, Field
from measuring import Command
from run import KEYS, result_of
from test_architecture import SOURCE

SCRIPT = SOURCE.parent / "benchmarks" / "run.py"


def benchmark(*words: str | Path, path: str = "") -> "subprocess.CompletedProcess[str]":
    """Run the benchmarks with this code, and with no other programs than those on a path."""
    return subprocess.run(
        [sys.executable, SCRIPT, *words],
        env={**os.environ, "PATH": path, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_keys_are_told_apart() -> None:
    assert len(set(KEYS)) == len(KEYS) > len(CASES)


def test_what_is_not_installed_is_named_and_the_rest_is_measured(tmp_path: Path) -> None:
    page = tmp_path / "page.md"

    ended = benchmark("--only", "trend", "log", "version", "--runs", "1", "--markdown", page)

    machine, empty, heads, trend, log, version = ended.stdout.splitlines()
    assert "Python 3." in machine
    assert (empty, heads.split()[:2]) == ("", ["what", "work"])
    assert trend.endswith("  not run: task is not installed; in Debian: apt install taskwarrior")
    assert log.endswith("  not run: git is not installed; in Debian: apt install git")
    assert version.endswith(("kept", "MISSED"))
    assert ended.returncode == version.endswith("MISSED")
    keys = [row.split("`")[1] for row in page.read_text("utf-8").splitlines() if "| `" in row]
    assert keys == ["trend", "log", "version"]


def test_page_without_a_place_is_refused_before_anything_is_measured(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Page\n", encoding="utf-8")

    ended = benchmark("--markdown", page)

    assert (ended.returncode, ended.stdout) == (2, "")
    assert "no place for figures" in ended.stderr
    assert page.read_text(encoding="utf-8") == "# Page\n"


@pytest.mark.parametrize(
    ("budget", "words", "verdict"),
    [(100, "≤ 100 ×", "kept"), (1e-9, "≤ 1e-09 ×", "MISSED"), (None, "", "no budget")],
)
def test_ratio_is_held_against_the_budget(
    tmp_path: Path, budget: float | None, words: str, verdict: str
) -> None:
    nothing: Command = [sys.executable, "-c", ""]
    case = Case("odd", "nothing", "nothing either", budget, lambda _: (nothing, nothing))

    found = result_of(case, Field(tmp_path), 1)

    assert (found.key, found.budget, found.verdict) == ("odd", words, verdict)
    assert float(found.measured.removesuffix(" ×")) > 0
