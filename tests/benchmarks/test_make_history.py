import subprocess
import sys
from pathlib import Path

from cli.asking import ask

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def made(folder: Path, *options: str) -> Path:
    """Return a repository of two plans, with a history."""
    plans = ["--plans", "2", "--milestones", "4", "--warnings", "0"]
    for script, words in (("make_plans", [folder / "plans", *plans]), ("make_history", [folder])):
        command = [sys.executable, BENCHMARKS / f"{script}.py", *words]
        subprocess.run([*command, *(options if script == "make_history" else [])], check=True)
    return folder


def test_each_commit_changes_one_thing_in_the_first_plan(tmp_path: Path) -> None:
    root = made(tmp_path, "--commits", "7")

    answer = ask("log", "afg/agency-001", "--plans", str(root / "plans"), "--format", "json")

    assert (answer.code, answer.err) == (0, "")
    assert [len(entry["changes"]) for entry in answer.document["entries"]] == [1] * 7


def test_last_commit_changes_as_many_plans_as_asked_for(tmp_path: Path) -> None:
    root = made(tmp_path, "--changed", "2")

    answer = ask("diff", "HEAD~1", "--plans", str(root / "plans"), "--format", "json")

    assert [each["plan"] for each in answer.document["changes"]] == ["afg", "afg/agency-001"]


def test_same_options_give_the_same_commits(tmp_path: Path) -> None:
    heads = [
        subprocess.run(
            ["git", "-C", made(tmp_path / name, "--commits", "3"), "rev-parse", "HEAD"],
            check=True,
            stdout=subprocess.PIPE,
        ).stdout
        for name in ("one", "other")
    ]

    assert heads[0] == heads[1]
