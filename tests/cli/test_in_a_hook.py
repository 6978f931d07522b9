"""The program as a hook of git runs it, where the environment names the repository."""

import os
import sys
from pathlib import Path

from cli.asking import write_plan
from repositories import Repo

_HOOK = """#!/bin/sh
PYTHONPATH='{path}' '{python}' -c 'from ogdplan.cli.main import main; main()' diff > ../said
"""


def test_hook_of_a_linked_checkout_sees_the_plans_there(repo: Repo, tmp_path: Path) -> None:
    write_plan(repo.root / "plans", "nepal")
    repo.commit("Begin")
    repo.git("worktree", "add", "-q", "-b", "side", "../linked")
    linked = Repo(tmp_path / "linked")
    write_plan(linked.root / "plans", "nepal", title='"Another title"')
    hook = repo.root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    path = os.pathsep.join(filter(None, sys.path))
    hook.write_text(_HOOK.format(path=path, python=sys.executable), encoding="utf-8")
    hook.chmod(0o755)

    linked.git("commit", "--all", "--quiet", "--message", "Change")

    said = (tmp_path / "said").read_text(encoding="utf-8")
    assert 'plan: title changed from "A plan" to "Another title"' in said
