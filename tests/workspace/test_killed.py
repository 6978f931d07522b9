"""Writers that are killed leave the old file or the new one, whole, and a lock that is free."""

import random
import sys
import tempfile
import time
from pathlib import Path

import pytest

from ogdplan.workspace.files import replace_plan
from ogdplan.workspace.locks import locked
from workspace.changing import ALTERNATE, start, start_ready, stop

SIZE = 300_000

KILLED_AT = """
import os, signal, sys
from pathlib import Path
from ogdplan.workspace.files import Replacement, create_plan, replace_plan, replace_plans
from ogdplan.workspace.locks import locked

left = int(sys.argv[1])

def count(event, arguments):
    global left
    if event.partition(".")[0] in {"open", "os", "tempfile", "pathlib"}:
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

folder = Path(sys.argv[2])
with locked(folder / "old.toml", shown="p"):
    sys.addaudithook(count)
    if sys.argv[3] == "create":
        create_plan(folder / "new.toml", b"b" * 300_000, shown="p")
    else:
        replace_plan(folder / "old.toml", b"b" * 300_000, read=b"a" * 300_000, shown="p")
"""
"""Writes a plan and is killed at its n-th request to the system for a file."""

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plans" / "old.toml"
    path.parent.mkdir()
    path.write_bytes(b"a" * SIZE)
    return path


def is_whole(path: Path) -> bool:
    return path.read_bytes() in {b"a" * SIZE, b"b" * SIZE}


def write_next(plan: Path) -> None:
    """Change the plan as the next writer does, who must get the lock and clear what is left."""
    with locked(plan, shown="p", patience=10):
        replace_plan(plan, b"a" * SIZE, read=plan.read_bytes(), shown="p")
    assert [path.name for path in plan.parent.iterdir()] == ["old.toml"]


def kill_in_between(plan: Path, temporary: Path, *, times: int) -> int:
    """Kill writers at random moments; return how often one left a draft."""
    drafts = 0
    for _ in range(times):
        process = start_ready(ALTERNATE, plan, temporary=temporary)
        time.sleep(random.uniform(0, 0.05))
        stop(process)
        assert is_whole(plan)
        drafts += len(list(plan.parent.iterdir())) > 1
        write_next(plan)
    return drafts


def test_ten_writers_killed_at_any_moment_leave_a_whole_plan(plan: Path, temporary: Path) -> None:
    kill_in_between(plan, temporary, times=10)


@pytest.mark.soak
def test_two_hundred_writers_killed_at_any_moment_leave_a_whole_plan(
    plan: Path, temporary: Path
) -> None:
    # Not only whole: some were killed while a draft was there, so that clearing was tried too.
    assert kill_in_between(plan, temporary, times=200) > 0


def write_and_be_killed(plan: Path, temporary: Path, step: int, how: str) -> bool:
    """Let a writer be killed at a step; return whether it came that far."""
    writer = start(KILLED_AT, str(step), plan.parent, how, temporary=temporary)
    _, errors = writer.communicate()
    assert not errors
    return writer.returncode != 0


@on_posix
def test_writer_killed_at_each_step_leaves_a_whole_plan(plan: Path, temporary: Path) -> None:
    drafts: list[int] = []
    step = 1
    while write_and_be_killed(plan, temporary, step, "replace"):
        assert is_whole(plan)
        drafts.append(len(list(plan.parent.iterdir())) - 1)
        write_next(plan)
        step += 1

    assert step > 5
    assert max(drafts) == 1
    assert plan.read_bytes() == b"b" * SIZE


@on_posix
def test_creator_killed_at_each_step_leaves_a_whole_plan_or_none(
    plan: Path, temporary: Path
) -> None:
    new = plan.with_name("new.toml")
    step = 1
    while write_and_be_killed(plan, temporary, step, "create"):
        assert not new.exists() or new.read_bytes() == b"b" * SIZE
        new.unlink(missing_ok=True)
        step += 1

    assert step > 5
    with locked(new, shown="p"):
        replace_plan(new, b"a" * SIZE, read=b"b" * SIZE, shown="p")
    assert sorted(path.name for path in plan.parent.iterdir()) == ["new.toml", "old.toml"]
