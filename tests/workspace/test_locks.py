import errno
import os
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest

from ogdplan.errors import FileError
from ogdplan.workspace.locks import PATIENCE, LockedError, locked, locked_all
from workspace.changing import ADD, HOLD, start, start_ready, stop

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for POSIX files")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of this test, for this process too."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plans" / "nepal.toml"
    path.parent.mkdir()
    path.write_bytes(b"")
    return path


@contextmanager
def held(path: Path, temporary: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold the lock of a file."""
    process = start_ready(HOLD, path, temporary=temporary)
    try:
        yield process
    finally:
        stop(process)


def refusal(path: Path) -> LockedError:
    """Return the error of who tries to take a lock that is held."""
    with pytest.raises(LockedError) as caught, locked(path, shown="plans/nepal.toml", patience=0):
        pass
    return caught.value


def only_folder(temporary: Path) -> Path:
    (folder,) = temporary.iterdir()
    return folder


def test_processes_at_once_change_one_plan_and_none_is_lost(plan: Path, temporary: Path) -> None:
    writers = [start(ADD, plan, f"line {n}", temporary=temporary) for n in range(8)]

    outcomes = [(writer.communicate()[1], writer.returncode) for writer in writers]

    assert outcomes == [("", 0)] * 8
    assert sorted(plan.read_text(encoding="utf-8").splitlines()) == sorted(
        f"line {n}" for n in range(8)
    )
    assert [path.name for path in plan.parent.iterdir()] == ["nepal.toml"]


def test_lock_held_too_long_is_said(plan: Path, temporary: Path) -> None:
    with held(plan, temporary):
        began = monotonic()
        with (
            pytest.raises(LockedError) as caught,
            locked(plan, shown="plans/nepal.toml", patience=0.2),
        ):
            pass
        waited = monotonic() - began

    assert caught.value.message == "plans/nepal.toml is being changed by another program"
    assert caught.value.hint == "wait until it is done, then run the command again"
    assert caught.value.exit_code == 3
    assert 0.2 <= waited < 10


def test_lock_is_waited_for_at_least_a_minute() -> None:
    assert PATIENCE >= 60


def test_lock_comes_when_the_other_program_is_done(plan: Path, temporary: Path) -> None:
    with held(plan, temporary) as other:
        assert other.stdin
        threading.Timer(0.3, other.stdin.close).start()

        with locked(plan, shown="p"):
            assert other.wait(timeout=30) == 0


def test_lock_of_a_killed_process_is_free(plan: Path, temporary: Path) -> None:
    with held(plan, temporary) as other:
        refusal(plan)
        other.kill()

        with locked(plan, shown="p", patience=10):
            pass


def test_lock_is_free_after_a_failure(
    plan: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Not only once Python clears away what nobody uses any more.
    monkeypatch.setattr("filelock.BaseFileLock.__del__", lambda _lock: None)
    with pytest.raises(ValueError, match="three"), locked(plan, shown="p"):
        raise ValueError("three")

    with locked(plan, shown="p", patience=0):
        pass


def test_threads_keep_each_other_out(plan: Path, temporary: Path) -> None:
    refusals: list[str] = []
    with locked(plan, shown="p"):
        thread = threading.Thread(target=lambda: refusals.append(refusal(plan).message))
        thread.start()
        thread.join()

    assert refusals == ["plans/nepal.toml is being changed by another program"]


def test_plans_are_locked_each_for_itself(plan: Path, temporary: Path) -> None:
    with held(plan.with_name("panama.toml"), temporary), locked(plan, shown="p", patience=0):
        pass


@on_posix
def test_plan_and_a_link_to_it_are_locked_together(plan: Path, temporary: Path) -> None:
    link = plan.with_name("link.toml")
    link.symlink_to(plan)

    with held(plan, temporary):
        refusal(link)


def test_names_that_differ_in_case_are_locked_apart(plan: Path, temporary: Path) -> None:
    with locked(plan, shown="p"), locked(plan.with_name("NEPAL.toml"), shown="P", patience=0):
        pass


def test_relative_path_means_the_same_plan(
    plan: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plan.parent)

    with held(plan, temporary):
        refusal(Path("nepal.toml"))


def test_lock_leaves_nothing_in_the_plans_folder(plan: Path, temporary: Path) -> None:
    with locked(plan, shown="p"):
        assert [path.name for path in plan.parent.iterdir()] == ["nepal.toml"]


def test_lock_file_does_not_tell_which_plan_it_is_of(plan: Path, temporary: Path) -> None:
    with locked(plan, shown="p"):
        (lock,) = only_folder(temporary).iterdir()

    assert len(lock.name) == 64
    assert set(lock.name) <= set("0123456789abcdef")


# Several plans.


def test_several_plans_are_locked_together(plan: Path, temporary: Path) -> None:
    other = plan.with_name("panama.toml")

    with locked_all({plan: "plans/nepal.toml", other: "plans/panama.toml"}):
        refusal(plan)
        refusal(other)

    with locked(plan, shown="p", patience=0), locked(other, shown="p", patience=0):
        pass


def test_of_several_plans_the_one_that_is_held_is_named(plan: Path, temporary: Path) -> None:
    other = plan.with_name("panama.toml")

    with (
        held(other, temporary),
        pytest.raises(LockedError, match=r"^plans/panama\.toml is being"),
        locked_all({plan: "plans/nepal.toml", other: "plans/panama.toml"}, patience=0),
    ):
        pass

    with locked(plan, shown="p", patience=0):
        pass


@on_posix
def test_plan_that_is_named_twice_is_locked_once(plan: Path, temporary: Path) -> None:
    link = plan.with_name("link.toml")
    link.symlink_to(plan)

    with locked_all({plan: "plans/nepal.toml", link: "plans/link.toml"}, patience=0):
        refusal(plan)


def test_several_plans_are_locked_in_one_order(plan: Path, temporary: Path) -> None:
    first, last = plan, plan.with_name("panama.toml")

    with (
        held(first, temporary),
        held(last, temporary),
        pytest.raises(LockedError, match=r"^first"),
        locked_all({last: "last", first: "first"}, patience=0),
    ):
        pass


# The folder of the locks.


@on_posix
def test_folder_of_the_locks_is_open_to_nobody_else(plan: Path, temporary: Path) -> None:
    with locked(plan, shown="p"):
        folder = only_folder(temporary)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert folder.name == f"ogdplan-{os.geteuid()}"


@on_posix
def test_folder_of_the_locks_that_others_could_enter_is_closed(plan: Path, temporary: Path) -> None:
    folder = temporary / f"ogdplan-{os.geteuid()}"
    folder.mkdir()
    folder.chmod(0o777)

    with locked(plan, shown="p"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def unusable(plan: Path) -> tuple[str, str | None]:
    """Return message and hint of who asks for a lock where no lock can be made."""
    with pytest.raises(FileError) as caught, locked(plan, shown="plans/nepal.toml"):
        pass
    return caught.value.message, caught.value.hint


@on_posix
@pytest.mark.parametrize("kind", ["link", "link that leads nowhere", "file"])
def test_only_a_folder_keeps_locks(plan: Path, temporary: Path, tmp_path: Path, kind: str) -> None:
    folder = temporary / f"ogdplan-{os.geteuid()}"
    if kind == "file":
        folder.touch()
    else:
        folder.symlink_to(tmp_path if kind == "link" else tmp_path / "nowhere")

    assert unusable(plan) == (
        f"cannot use {folder}: it is no folder",
        "locks of plan files are kept there; remove it, then run the command again",
    )


@on_posix
def test_folder_of_someone_else_is_no_folder_for_locks(
    plan: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = temporary / f"ogdplan-{os.geteuid()}"
    folder.mkdir()
    monkeypatch.setattr("os.geteuid", lambda: 12345)

    assert unusable(plan) == (
        f"cannot use {folder}: it belongs to someone else",
        "locks of plan files are kept there; remove it, then run the command again",
    )


def test_lock_file_that_cannot_be_opened_is_said(plan: Path, temporary: Path) -> None:
    with locked(plan, shown="p"):
        (lock,) = only_folder(temporary).iterdir()
    lock.unlink()
    lock.mkdir()

    message, hint = unusable(plan)

    assert message.startswith(f"cannot use {lock}: ")
    assert hint


@on_posix
def test_lock_that_would_outlast_its_process_is_not_taken(
    plan: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(handle: int, operation: int) -> None:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr("fcntl.flock", unknown)

    message, _ = unusable(plan)

    assert message.endswith(": function not implemented")


def test_system_without_a_temporary_folder_is_said(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: ["/nowhere"])

    assert unusable(plan) == (
        "cannot find a folder for locks: no usable temporary directory found in ['/nowhere']",
        "make room on the disk, then run the command again",
    )
