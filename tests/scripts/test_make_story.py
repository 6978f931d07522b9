"""The repository in which a year of work is told."""

import subprocess
import sys
from pathlib import Path

from cli.asking import ask
from repositories import Repo

SCRIPT = Path(__file__).parents[2] / "scripts" / "make_story.py"


def test_story_is_told_in_commits_and_leaves_the_plan_valid(tmp_path: Path) -> None:
    folder = tmp_path / "story"

    subprocess.run([sys.executable, SCRIPT, folder], check=True)

    days = Repo(folder).git("log", "--format=%as").split()
    assert len(days) == 13
    assert days == sorted(days, reverse=True)
    assert Repo(folder).git("status", "--porcelain") == ""
    plans = ("--plans", str(folder / "plans"), "--as-of", "2018-12-31", "--format", "json")
    assert ask("check", "panama", *plans).document["summary"]["error"] == 0
    (plan,) = ask("status", "panama", *plans).document["plans"]
    assert plan["milestones"]["completed"] == 13
