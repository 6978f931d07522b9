"""docs/safety.md#programs: ogdplan starts git and your editor, without a shell."""

import ast
import os
import sys
from functools import cache
from pathlib import Path

import pytest

import ogdplan
from cli.asking import ask, write_plan
from editors import an_editor
from ogdplan.cli.main import keep_to_installed_programs
from repositories import Repo, a_repo
from safety.commands import DAY

SOURCE = Path(ogdplan.__file__).parent

STARTERS = frozenset(
    {"system", "popen", "startfile", "eval", "exec", "compile", "getoutput", "getstatusoutput"}
    | {f"{how}{kind}" for how in ("exec", "spawn") for kind in ("l", "le", "lp", "v", "ve", "vp")}
)
"""What would hand a text to a shell, or run it."""


@cache
def calls() -> list[tuple[str, ast.Call]]:
    return [
        (path.relative_to(SOURCE).as_posix(), node)
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]


def test_nothing_is_handed_to_a_shell_or_run_as_code() -> None:
    assert len(calls()) > 1000
    for place, call in calls():
        assert "shell" not in {each.arg for each in call.keywords}, place
        if isinstance(call.func, ast.Name):
            assert call.func.id not in STARTERS, place
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name):
            is_module = call.func.value.id in ("os", "subprocess", "builtins")
            assert not (is_module and call.func.attr in STARTERS), place


@pytest.mark.parametrize(
    "command",
    [
        "$(touch pwned)",
        "`touch pwned`",
        "true; touch pwned",
        "true && touch pwned",
        "true | touch pwned",
        "touch$IFS'pwned'",
        "> pwned",
    ],
)
def test_editor_is_started_without_a_shell(repo: Repo, command: str) -> None:
    plan = write_plan(repo.root / "plans", "nepal")
    before = plan.read_bytes()

    answer = ask("edit", "nepal", env={"VISUAL": command})

    assert answer.code in (0, 1, 2, 3)
    assert sorted(each.name for each in repo.root.iterdir()) == [".git", "plans"]
    assert plan.read_bytes() == before


def test_name_of_a_plan_is_one_word_to_the_editor(repo: Repo, tmp_path: Path) -> None:
    name = "x; touch pwned #" if sys.platform == "win32" else "x; touch pwned; $(touch pwned) #"
    write_plan(repo.root / "plans", name)
    code = f"Path({str(tmp_path / 'said')!r}).write_text(str(len(arguments)) + draft.name)"

    ask("edit", name, *DAY, env={"VISUAL": an_editor(tmp_path, code)})

    assert sorted(each.name for each in repo.root.iterdir()) == [".git", "plans"]
    assert (tmp_path / "said").read_text(encoding="utf-8").startswith("0")


def test_driver_of_merges_is_a_line_that_a_shell_reads_as_words(repo: Repo) -> None:
    write_plan(repo.root / "plans", "nepal")
    repo.commit()

    assert ask("git", "install").code == 0

    driver = repo.git("config", "merge.ogdplan.driver").strip()
    assert "merge --path %P --marker-size %L -- %O %A %B" in driver
    assert not set(driver) & set(";|&`$<>")


@pytest.mark.skipif(sys.platform == "win32", reason="takes no such names")
def test_git_merges_a_plan_whose_name_a_shell_would_obey(repo: Repo) -> None:
    name = "x; touch pwned; $(touch pwned) `touch pwned` 'a' \"b\""
    work = '[[milestones]]\nid = "portal"\ntitle = "A portal"\nlead = "office"\n'
    write_plan(repo.root / "plans", name, work)
    assert ask("git", "install").code == 0
    repo.commit()
    repo.git("switch", "--quiet", "--create", "other")
    write_plan(repo.root / "plans", name, f'{work}due = "2018"\n')
    repo.commit()
    repo.git("switch", "--quiet", "main")
    write_plan(repo.root / "plans", name, work.replace("A portal", "The portal"))
    repo.commit()

    repo.git("merge", "--quiet", "--no-edit", "other", fails=True)

    known = [".git", ".gitattributes", "plans"]
    assert sorted(each.name for each in repo.root.iterdir()) == known


@pytest.fixture
def trap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return what a program makes that only the settings of somebody else name; the test is there.

    The folder of plans holds the parts of a repository, as anybody can commit them.
    """
    top = a_repo(tmp_path / "top")
    sprung = tmp_path / "sprung"
    inner = Repo(top.root / "plans")
    inner.git("init", "--quiet", "--initial-branch=main")
    write_plan(inner.root, "nepal")
    inner.commit()
    for part in ("HEAD", "objects", "refs", "index"):
        (inner.root / ".git" / part).rename(inner.root / part)
    (inner.root / "config").write_text(
        "[core]\n\trepositoryformatversion = 0\n\tbare = false\n"
        f'\tworktree = "{inner.root.as_posix()}"\n'
        f"\tfsmonitor = \"touch '{sprung.as_posix()}'; false\"\n",
        encoding="utf-8",
    )
    for path in sorted((inner.root / ".git").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (inner.root / ".git").rmdir()
    write_plan(inner.root, "nepal", title='"Another"')
    monkeypatch.chdir(top.root)
    return sprung


def test_settings_that_lie_among_the_plans_start_nothing(trap: Path) -> None:
    for words in (
        ("status",),
        ("diff",),
        ("log", "nepal"),
        ("check", "--since", "HEAD"),
        ("trend", "--from-git"),
        ("git", "doctor"),
        ("git", "install"),
    ):
        answer = ask(*words, *DAY)
        assert answer.code == (0 if words == ("status",) else 3), words
        assert not trap.exists(), words


def test_trap_is_one(trap: Path, repo: Repo) -> None:
    Repo(trap.parent / "top" / "plans").git("status", fails=True)

    assert trap.exists()


@pytest.mark.parametrize(("platform", "kept"), [("win32", True), ("linux", False)])
def test_program_in_the_current_folder_is_not_taken_for_git(
    monkeypatch: pytest.MonkeyPatch, platform: str, kept: bool
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("NODEFAULTCURRENTDIRECTORYINEXEPATH", "")
    monkeypatch.delenv("NODEFAULTCURRENTDIRECTORYINEXEPATH")
    keep_to_installed_programs()

    assert ("NODEFAULTCURRENTDIRECTORYINEXEPATH" in os.environ) == kept
