"""docs/safety.md#git-options: what a user or a plan names never becomes an option of git."""

import os
import sys
from pathlib import Path

import pytest

from cli.asking import ask, write_plan
from repositories import Repo
from safety.commands import DAY
from safety.hostile import check_calm

OPTIONS = (
    "--output=pwned",
    "-opwned",
    "--upload-pack=touch pwned",
    "-ccore.pager=touch pwned",
    "ext::sh -c touch% pwned",
    "HEAD --output=pwned",
    "HEAD\n--output=pwned",
    "$(touch pwned)",
)


@pytest.fixture
def work(repo: Repo) -> Repo:
    """Return a repository with a plan that has changed; the test is in it."""
    write_plan(repo.root / "plans", "nepal")
    repo.commit()
    write_plan(repo.root / "plans", "nepal", title='"Another"')
    return repo


def traces(repo: Repo) -> list[str]:
    """Return what lies in a repository that was not put there, whatever its name."""
    return sorted({each.name for each in repo.root.iterdir()} - {".git", "plans"})


@pytest.mark.parametrize(
    "before",
    [
        ("diff",),
        ("diff", "HEAD"),
        ("diff", "--plan"),
        ("diff", "--since"),
        ("check", "--since"),
        ("check", "--new-only", "--since"),
        ("log",),
        ("log", "nepal", "--record"),
        ("log", "nepal", "--since"),
        ("trend", "--from-git"),
        ("trend", "--from-git", "--dates"),
        ("status",),
        ("show",),
        ("git", "doctor"),
    ],
    ids=" ".join,
)
def test_word_of_a_user_is_no_option(work: Repo, before: tuple[str, ...]) -> None:
    for name in OPTIONS:
        # Without dashes before them these two are the program's own option.
        is_ours = name.startswith(("--output", "-o")) and not before[-1].startswith("--")
        dashes = () if before[-1].startswith("--") and before[-1] != "--from-git" else ("--",)
        for words in ((*before, *dashes, name), (*before, name)):
            if words != (*before, name) or not (is_ours or before[-1] == "--from-git"):
                check_calm(ask(*words), codes=(0, 1, 2, 3))
            assert traces(work) == []


def test_range_of_options_is_no_revision(work: Repo) -> None:
    ranges = [each for name in OPTIONS for each in (f"HEAD..{name}", f"{name}...HEAD")]
    for words in ranges:
        for answer in (ask("diff", "--", words), ask("check", "--since", words)):
            assert answer.code == 2
            assert traces(work) == []


@pytest.mark.parametrize("name", OPTIONS)
def test_folder_called_like_an_option_is_a_folder(
    work: Repo, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        (work.root / name).mkdir(parents=True)
    except (OSError, ValueError):
        pytest.skip("no folder can be called so here")
    write_plan(work.root / name, "panama", country='"PAN"')
    known = traces(work)

    for words in (("status",), ("diff",), ("log", "panama"), ("check", "--since", "HEAD")):
        check_calm(ask(*words, *DAY, env={"OGDPLAN_PLANS": name}), codes=(0, 1, 2, 3))
        check_calm(ask(*words, *DAY, f"--plans={name}"), codes=(0, 1, 2, 3))
        assert traces(work) == known
    assert "panama" in ask("status", *DAY, env={"OGDPLAN_PLANS": name}).out


@pytest.mark.skipif(sys.platform == "win32", reason="takes no such names")
def test_plans_branches_and_tags_called_like_options_are_what_they_are(repo: Repo) -> None:
    names = ["-x", "--output=pwned", "-c", ":(exclude)plans", "*", "$(touch pwned)"]
    for name in names:
        write_plan(repo.root / "plans", name)
    commit = repo.commit()
    for name in ("-x", "--output=pwned", "-c"):
        repo.git("update-ref", f"refs/heads/{name}", commit)
        repo.git("update-ref", f"refs/tags/{name}", commit)
    for name in names:
        write_plan(repo.root / "plans", name, title='"Another"')

    check_calm(ask("diff"))
    check_calm(ask("check", "--since", "HEAD"))
    for name in names:
        answer = ask("log", "--", name)
        assert answer.code == 0, answer.err
        assert "plan added" in answer.out
        assert ask("diff", f"--plan={name}").out.count("title") == 1
    for name in ("-x", "--output=pwned", "-c"):
        # By its whole name a branch can be had all the same.
        assert ask("diff", f"refs/heads/{name}").code == 0
        assert ask("diff", "--", name).code in (0, 2)
    assert traces(repo) == []


def test_path_of_a_merge_is_a_name_and_nothing_else(work: Repo) -> None:
    plan = os.fspath(Path("plans", "nepal.toml"))

    for name in OPTIONS:
        answer = ask("merge", f"--path={name}", "--dry-run", "--", plan, plan, plan)
        check_calm(answer, codes=(0, 1, 2, 3))
        check_calm(ask("merge", "--", name, plan, plan), codes=(2, 3))
    assert traces(work) == []
