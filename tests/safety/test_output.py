"""docs/safety.md#output: a result never takes the place of a plan."""

import os
import sys
from pathlib import Path

import pytest

from cli.asking import ask
from repositories import Repo
from safety.commands import CSV, DAY, PAGES, TABLES

NAMES = (
    "plans/nepal.toml",
    "plans/NEPAL.TOML",
    "plans/new.toml",
    "plans/../plans/nepal.toml",
    "nepal.toml",
    # To Windows all of these are plans/nepal.toml.
    "plans/nepal.toml.",
    "plans/nepal.toml ",
    "plans/nepal.toml. .",
    "plans/nepal.toml::$DATA",
    "plans/nepal.toml:x",
)

WRITING = (
    *TABLES,
    *CSV,
    *PAGES[:6],
    ("check", "--format", "json"),
    ("check", "--format", "sarif"),
    ("schema",),
)


def name_of(words: tuple[str, ...]) -> str:
    return " ".join(word for word in words if word.isascii() and word.isprintable())


def takes_output(words: tuple[str, ...]) -> bool:
    return "No such option" not in ask(*words, "--output", "nowhere/x").err


@pytest.fixture
def files(history: Repo) -> dict[Path, bytes]:
    """Return all files beside git's own, as they are before a command."""
    return all_files(history.root)


def all_files(root: Path) -> dict[Path, bytes]:
    found = (path for path in root.rglob("*") if ".git" not in path.parts and path.is_file())
    return {path: path.read_bytes() for path in found}


@pytest.mark.parametrize("words", WRITING, ids=name_of)
def test_no_result_is_written_to_what_is_called_a_plan(
    history: Repo, files: dict[Path, bytes], words: tuple[str, ...]
) -> None:
    for name in NAMES if words in TABLES[:1] else NAMES[:1]:
        answer = ask(*words, *DAY, "--output", name)
        assert (answer.code, answer.out) == (3, ""), name
        assert "files called .toml are plans" in answer.err
        assert all_files(history.root) == files


@pytest.mark.skipif(sys.platform == "win32", reason="makes links")
@pytest.mark.parametrize("words", TABLES[:3], ids=name_of)
def test_no_result_is_written_through_a_link_to_a_plan(
    hostile: Repo, words: tuple[str, ...]
) -> None:
    plan = hostile.root / "plans" / "nepal.toml"
    before = plan.read_bytes()
    Path("report.md").symlink_to("second.md")
    Path("second.md").symlink_to(plan)

    answer = ask(*words, *DAY, "--output", "report.md")

    assert (answer.code, answer.out) == (3, "")
    assert "files called .toml are plans" in answer.err
    assert plan.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="makes links")
def test_second_name_of_a_plan_is_replaced_and_the_plan_stays(hostile: Repo) -> None:
    plan = hostile.root / "plans" / "nepal.toml"
    before = plan.read_bytes()
    os.link(plan, "report.md")

    assert ask("status", *DAY, "--output", "report.md").code == 0

    assert plan.read_bytes() == before
    assert Path("report.md").read_text(encoding="utf-8").startswith("Where plans stand")


def test_new_plan_never_takes_the_place_of_one(hostile: Repo) -> None:
    plan = hostile.root / "plans" / "nepal.toml"
    before = plan.read_bytes()

    answer = ask("new", "Nepal", "--title", "A", "--lead", "B")

    assert answer.code == 3
    assert "is there already" in answer.err
    assert plan.read_bytes() == before
