"""docs/safety.md#folder: a plan id never leaves plans/, links that point outside are refused."""

import os
import sys
from pathlib import Path

import pytest

from cli.asking import ask, write_plan
from safety.commands import DAY
from safety.hostile import check_calm

SECRET = "Known to nobody"

LEAVING = (
    "../secret",
    "../elsewhere/secret",
    "a/../../secret",
    "a/b/../../../secret",
    "./../secret",
    "..",
    ".",
    "/etc/passwd",
    "/secret",
    "//server/share/secret",
    "\\\\server\\share\\secret",
    "\\\\?\\C:\\secret",
    "..\\secret",
    "a\\..\\..\\secret",
    "C:\\secret",
    "C:secret",
    "c:/secret",
    "secret:stream",
    "~/secret",
    "a//b",
    "a/",
    "/a",
    "a/./b",
    "con",
    "aux/x",
    "nul",
    "com1",
    "-x",
    "a\0b",
    "a\nb",
    "\u202eterces",
    "$HOME",
    "%2e%2e/secret",
    "\uff0e\uff0e/secret",
    "a\u2215b",
    "",
)

MILESTONE = '[[milestones]]\nid = "portal"\ntitle = "A portal"\nlead = "office"\n'

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="makes links")


@pytest.fixture
def secret(plans: Path) -> Path:
    """Return a plan that lies outside of the folder of plans; the test is beside the folder."""
    write_plan(plans, "nepal", MILESTONE)
    write_plan(plans.parent / "elsewhere", "secret", MILESTONE, title=f'"{SECRET}"')
    return write_plan(plans.parent, "secret", MILESTONE, title=f'"{SECRET}"')


def all_files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("plan_id", LEAVING)
def test_no_plan_is_made_outside(secret: Path, plan_id: str) -> None:
    before = all_files(secret.parent)

    for also in ((), ("--dry-run",)):
        words = ("new", "Kenya", "--title", "A", "--lead", "B", f"--id={plan_id}", *also)
        answer = ask(*words)
        check_calm(answer, codes=(2, 3))
        assert all_files(secret.parent) == before


@pytest.mark.parametrize("plan_id", LEAVING)
def test_no_name_of_a_plan_leads_to_one_outside(secret: Path, plan_id: str) -> None:
    before = all_files(secret.parent)

    for words in (
        ("status",),
        ("show",),
        ("check",),
        ("milestone", "list"),
        ("fmt",),
        ("log",),
    ):
        answer = ask(*words, *DAY, "--", plan_id)
        check_calm(answer, codes=(1, 2, 3))
        assert SECRET not in answer.out + answer.err
    for edit in (
        ("milestone", "add", "--", plan_id, "New"),
        ("milestone", "remove", "--", plan_id, "portal"),
        ("plan", "set", "--title", "New", "--", plan_id),
    ):
        check_calm(ask(*edit), codes=(1, 2, 3))
    assert all_files(secret.parent) == before


@pytest.mark.parametrize("plan_id", LEAVING)
def test_reference_in_a_plan_leads_to_none_outside(secret: Path, plan_id: str) -> None:
    quoted = "'" + plan_id.replace("\n", "").replace("\0", "") + "'"
    contributes = f"contributes_to = {quoted[:-1]}#portal'\n"
    write_plan(secret.parent / "plans", "nepal", MILESTONE + contributes, parent=quoted)

    for words in (("check",), ("status",), ("show", "nepal"), ("show", "nepal", "portal")):
        answer = ask(*words, *DAY)
        check_calm(answer)
        assert SECRET not in answer.out + answer.err
    assert ask("check", *DAY).code == 1


def commands_on(plan_id: str) -> tuple[tuple[str, ...], ...]:
    return (
        ("milestone", "add", plan_id, "New"),
        ("milestone", "set", plan_id, "portal", "--title", "New"),
        ("milestone", "rename", plan_id, "portal", "gate"),
        ("milestone", "remove", plan_id, "portal"),
        ("milestone", "complete", plan_id, "portal"),
        ("plan", "set", plan_id, "--title", "New"),
        ("accept", plan_id, "missing-due", "portal", "--reason", "x"),
        ("edit", plan_id),
        ("fmt", plan_id),
    )


@needs_links
@pytest.mark.parametrize("target", ["../secret.toml", "absolute"])
def test_link_that_points_outside_is_neither_read_nor_written(
    secret: Path, editor: None, target: str
) -> None:
    leads_to = os.fspath(secret) if target == "absolute" else target
    (secret.parent / "plans" / "link.toml").symlink_to(leads_to)
    before = all_files(secret.parent)

    for words in (("status",), ("show", "link"), ("check",), ("find", "portal"), ("trend",)):
        answer = ask(*words, *DAY)
        assert answer.code == 1
        assert "link leads out of plans/" in answer.out + answer.err
        assert SECRET not in answer.out + answer.err
    for edit in commands_on("link"):
        answer = ask(*edit)
        assert answer.code in (1, 3), edit
        assert SECRET not in answer.out + answer.err
    assert all_files(secret.parent) == before


@needs_links
def test_link_to_a_link_that_points_outside_is_refused(secret: Path) -> None:
    plans = secret.parent / "plans"
    (plans / "one.toml").symlink_to("two.toml")
    (plans / "two.toml").symlink_to(secret)

    answer = ask("status", *DAY)

    assert answer.err.count("the link leads out of plans/") == 2
    assert SECRET not in answer.out


@needs_links
def test_folder_that_points_outside_is_neither_read_nor_written(secret: Path, editor: None) -> None:
    (secret.parent / "plans" / "africa").symlink_to(secret.parent / "elsewhere")
    before = all_files(secret.parent)

    listed = ask("status", *DAY)
    assert listed.code == 1
    assert SECRET not in listed.out + listed.err
    for words in commands_on("africa/secret"):
        answer = ask(*words)
        assert answer.code in (1, 2, 3), words
        assert SECRET not in answer.out + answer.err
    made = ask("new", "Kenya", "--title", "A", "--lead", "B", "--id", "africa/kenya")
    assert made.code == 3
    assert "the link leads out of plans/" in made.err
    assert all_files(secret.parent) == before


@needs_links
def test_link_within_the_folder_is_followed_and_stays_a_link(plans: Path) -> None:
    write_plan(plans, "panama-2018", MILESTONE)
    (plans / "panama.toml").symlink_to("panama-2018.toml")

    assert ask("show", "panama", *DAY).code == 0
    assert ask("milestone", "set", "panama", "portal", "--title", "New").code == 0
    assert (plans / "panama.toml").is_symlink()
    assert 'title = "New"' in (plans / "panama-2018.toml").read_text(encoding="utf-8")


@needs_links
def test_folder_of_plans_may_itself_be_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = tmp_path / "data" / "ogd"
    write_plan(real, "nepal", MILESTONE)
    write_plan(tmp_path / "data", "secret", title=f'"{SECRET}"')
    (real / "link.toml").symlink_to("../secret.toml")
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "plans").symlink_to(real)
    monkeypatch.chdir(tmp_path / "work")

    answer = ask("status", *DAY)
    made = ask("new", "Kenya", "--title", "A", "--lead", "B")

    assert answer.code == 1
    assert "nepal" in answer.out
    assert answer.err.startswith("error: cannot read plans/link.toml: the link leads out of plans/")
    assert SECRET not in answer.out + answer.err
    assert (made.code, (real / "kenya.toml").is_file()) == (0, True)
    assert ask("milestone", "set", "nepal", "portal", "--title", "New").code == 0
    assert "New" in (real / "nepal.toml").read_text(encoding="utf-8")
