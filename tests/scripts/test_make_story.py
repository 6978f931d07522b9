"""The repository in which a year of work is told, and the pictures of it."""

import re
import subprocess
import sys
from pathlib import Path

from cli.asking import ask
from repositories import Repo

ROOT = Path(__file__).parents[2]


def script(name: str, folder: Path, *words: str | Path) -> Path:
    """Run a script that makes something in a folder, and return the folder."""
    subprocess.run([sys.executable, ROOT / "scripts" / f"{name}.py", folder, *words], check=True)
    return folder


def words_in(picture: Path) -> list[str]:
    """Return the texts of a picture; how they are drawn is the library's."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", picture.read_text(encoding="utf-8"))


def test_story_is_told_in_commits_and_is_what_the_pictures_show(tmp_path: Path) -> None:
    folder = script("make_story", tmp_path / "story")

    days = Repo(folder).git("log", "--format=%as").split()
    assert len(days) == 13
    assert days == sorted(days, reverse=True)
    assert Repo(folder).git("status", "--porcelain") == ""
    plans = ("--plans", str(folder / "plans"), "--as-of", "2018-12-31", "--format", "json")
    assert ask("check", "panama", *plans).document["summary"]["error"] == 0
    (plan,) = ask("status", "panama", *plans).document["plans"]
    assert plan["milestones"]["completed"] == 13

    made = script("make_pictures", tmp_path / "pictures", "--story", folder)

    shown = ROOT / "docs" / "pictures"
    names = sorted(path.name for path in shown.glob("*.svg"))
    assert names == sorted(path.name for path in made.iterdir())
    for name in names:
        assert words_in(shown / name) == words_in(made / name)
        assert "font-face" not in (shown / name).read_text(encoding="utf-8")
