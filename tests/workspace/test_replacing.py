import errno
import os
import stat
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from ogdplan.errors import FileError, OgdplanError
from ogdplan.workspace.files import (
    ChangedOnDiskError,
    Replacement,
    replace_plan,
    replace_plans,
)

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for POSIX files")
SHOWN = "plans/nepal.toml"
CHECK = "check that you may write there and that no program has it open, then run the command again"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "nepal.toml"
    path.write_bytes(b"old")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failure(path: Path, content: bytes = b"new", *, read: bytes = b"old") -> OgdplanError:
    """Return the error of a replacement; the file keeps its bytes, nothing is left beside."""
    before = path.read_bytes(), names(path.parent)
    with pytest.raises(OgdplanError) as caught:
        replace_plan(path, content, read=read, shown=SHOWN)
    assert (path.read_bytes(), names(path.parent)) == before
    assert caught.value.exit_code == 3
    return caught.value


def stale_draft_of(name: str) -> str:
    """Return what a killed writer of a file may have left: names are public to other versions."""
    return f".ogdplan-{sha256(name.encode()).hexdigest()[:16]}-k1lled00"


# What is there after.


@pytest.mark.parametrize("content", [b"", b"a\r\nb\rc\n\n", b"\xef\xbb\xbfx", b"\x00\xff\x1a"])
def test_plan_has_the_new_bytes_as_they_are(plan: Path, content: bytes) -> None:
    replace_plan(plan, content, read=b"old", shown=SHOWN)

    assert plan.read_bytes() == content
    assert names(plan.parent) == ["nepal.toml"]


@on_posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_permissions_stay(plan: Path, mode: int) -> None:
    plan.chmod(mode)

    replace_plan(plan, b"new", read=b"old", shown=SHOWN)

    assert stat.S_IMODE(plan.stat().st_mode) == mode


@on_posix
def test_link_stays_and_its_target_is_replaced(plan: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.toml"
    link.symlink_to(plan)

    replace_plan(link, b"new", read=b"old", shown=SHOWN)

    assert link.is_symlink()
    assert plan.read_bytes() == b"new"
    assert names(folder) == ["link.toml"]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs to look at open files")
def test_link_that_leads_to_another_folder_is_replaced_there_in_one_step(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "elsewhere" / "link.toml"
    link.parent.mkdir()
    link.symlink_to(plan)
    steps = recorded_steps(monkeypatch)

    replace_plan(link, b"new", read=b"old", shown=SHOWN)

    assert steps == ["sync a file", f"{tmp_path} to nepal.toml", f"sync {tmp_path}"]


def test_plan_with_the_longest_name_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 250 + ".toml")
    path.write_bytes(b"old")

    replace_plan(path, b"new", read=b"old", shown=SHOWN)

    assert path.read_bytes() == b"new"


# How it gets there.


def recorded_steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows with the steps by which files reach the disk."""
    steps: list[str] = []
    sync, move = os.fsync, os.replace

    def recorded_sync(handle: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        what = Path(f"/proc/self/fd/{handle}").readlink() if is_folder else "a file"
        steps.append(f"sync {what}")
        sync(handle)

    def recorded_move(old: Path, new: Path) -> None:
        steps.append(f"{old.parent} to {new.name}")
        move(old, new)

    monkeypatch.setattr("os.fsync", recorded_sync)
    monkeypatch.setattr("os.replace", recorded_move)
    return steps


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs to look at open files")
def test_file_is_on_the_disk_before_its_name_and_the_name_after(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = recorded_steps(monkeypatch)

    replace_plan(plan, b"new", read=b"old", shown=SHOWN)

    assert steps == ["sync a file", f"{plan.parent} to nepal.toml", f"sync {plan.parent}"]


def before_the_move(monkeypatch: pytest.MonkeyPatch, act: Callable[[Path, Path], None]) -> None:
    """Let something happen just before a draft takes the place of a file."""
    move = os.replace

    def acting(old: Path, new: Path) -> None:
        act(Path(old), Path(new))
        move(old, new)

    monkeypatch.setattr("os.replace", acting)


@on_posix
def test_draft_of_a_private_plan_is_private_and_no_plan(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan.chmod(0o600)
    drafts: list[tuple[str, int]] = []

    def look(old: Path, new: Path) -> None:
        drafts.append((old.name, stat.S_IMODE(old.stat().st_mode)))

    before_the_move(monkeypatch, look)

    replace_plan(plan, b"new", read=b"old", shown=SHOWN)

    ((name, mode),) = drafts
    assert name.startswith(stale_draft_of("nepal.toml").removesuffix("k1lled00"))
    assert not name.endswith(".toml")
    assert mode == 0o600


def test_drafts_that_killed_writers_of_the_plan_left_are_cleared(plan: Path) -> None:
    mine, other = stale_draft_of("nepal.toml"), stale_draft_of("panama.toml")
    for name in (mine, other, ".ogdplan-draft", "nepal.toml.orig"):
        (plan.parent / name).touch()

    replace_plan(plan, b"new", read=b"old", shown=SHOWN)

    assert names(plan.parent) == sorted([".ogdplan-draft", other, "nepal.toml", "nepal.toml.orig"])


def test_draft_that_cannot_be_cleared_is_passed_over(plan: Path) -> None:
    (plan.parent / stale_draft_of("nepal.toml")).mkdir()

    replace_plan(plan, b"new", read=b"old", shown=SHOWN)

    assert plan.read_bytes() == b"new"


# What is refused.


def test_plan_that_changed_since_it_was_read_stays(plan: Path) -> None:
    error = failure(plan, read=b"older")

    assert isinstance(error, ChangedOnDiskError)
    assert error.message == "plans/nepal.toml changed since it was read"
    assert error.hint == "run the command again"


def test_plan_that_changes_while_the_draft_is_written_stays(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def meanwhile(handle: int) -> None:
        plan.write_bytes(b"by hand")
        sync(handle)

    monkeypatch.setattr("os.fsync", meanwhile)

    with pytest.raises(ChangedOnDiskError):
        replace_plan(plan, b"new", read=b"old", shown=SHOWN)

    assert plan.read_bytes() == b"by hand"
    assert names(plan.parent) == ["nepal.toml"]


def test_plan_that_is_gone_stays_gone(plan: Path) -> None:
    plan.unlink()

    with pytest.raises(FileError) as caught:
        replace_plan(plan, b"new", read=b"old", shown=SHOWN)

    assert caught.value.message == "cannot write plans/nepal.toml: it or its folder is gone"
    assert caught.value.hint == "look where it is, then run the command again"
    assert names(plan.parent) == []


@pytest.mark.parametrize("mode", [0o444, 0o400])
def test_read_only_plan_stays_for_everyone(plan: Path, mode: int) -> None:
    plan.chmod(mode)

    error = failure(plan)

    plan.chmod(0o600)
    assert error.message == "cannot write plans/nepal.toml: it is read-only"
    assert error.hint == "allow changes to the file, then run the command again"


@on_posix
def test_plan_in_a_read_only_folder_stays_for_everyone(plan: Path) -> None:
    plan.parent.chmod(0o500)

    error = failure(plan)

    plan.parent.chmod(0o700)
    assert error.message == "cannot write plans/nepal.toml: its folder is read-only"
    assert error.hint == "allow changes to the folder, then run the command again"


@pytest.mark.parametrize(("refused", "words"), [(0, "it is"), (1, "its folder is")])
def test_what_the_system_does_not_let_us_write_is_read_only(
    plan: Path, monkeypatch: pytest.MonkeyPatch, refused: int, words: str
) -> None:
    place = (plan, plan.parent)[refused]
    monkeypatch.setattr("os.access", lambda path, mode: path != place or mode != os.W_OK)

    assert failure(plan).message == f"cannot write plans/nepal.toml: {words} read-only"


def test_read_only_plan_is_refused_before_anything_is_cleared(plan: Path) -> None:
    stale = plan.parent / stale_draft_of("nepal.toml")
    stale.touch()
    plan.chmod(0o400)

    failure(plan)

    plan.chmod(0o600)
    assert stale.exists()


@on_posix
def test_full_disk_leaves_the_plan_whole(plan: Path) -> None:
    import resource  # noqa: PLC0415

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))
    try:
        error = failure(plan, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert error.message == "cannot write plans/nepal.toml: file too large"
    assert error.hint == "make room on the disk, then run the command again"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_disk_that_fills_up_at_the_last_moment_asks_for_room(
    plan: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def full(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("os.fsync", full)

    assert failure(plan).hint == "make room on the disk, then run the command again"


def in_use(path: Path) -> Callable[[Path, Path], None]:
    """Refuse, as Windows does, to replace a file that another program has open."""

    def refuse(old: Path, new: Path) -> None:
        if new == path:
            raise PermissionError(errno.EACCES, "Access is denied")

    return refuse


def test_plan_that_another_program_has_open_is_said(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before_the_move(monkeypatch, in_use(plan))

    error = failure(plan)

    assert error.message == "cannot write plans/nepal.toml: access is denied"
    assert error.hint == CHECK


# Several plans.


@pytest.fixture
def plans(tmp_path: Path) -> tuple[Path, Path, Path]:
    paths = tmp_path / "a.toml", tmp_path / "b.toml", tmp_path / "c.toml"
    for path in paths:
        path.write_bytes(b"old " + path.stem.encode())
    return paths


def changes_of(plans: tuple[Path, ...]) -> list[Replacement]:
    return [
        Replacement(path, f"plans/{path.name}", path.read_bytes(), b"new " + path.stem.encode())
        for path in plans
    ]


def contents(plans: tuple[Path, ...]) -> list[bytes]:
    return [path.read_bytes() for path in plans]


def test_several_plans_are_replaced(plans: tuple[Path, ...]) -> None:
    replace_plans(changes_of(plans))

    assert contents(plans) == [b"new a", b"new b", b"new c"]
    assert names(plans[0].parent) == ["a.toml", "b.toml", "c.toml"]


def test_none_of_several_plans_is_touched_when_one_has_changed(plans: tuple[Path, ...]) -> None:
    changes = changes_of(plans)
    plans[2].write_bytes(b"by hand")
    before = [path.stat() for path in plans]

    with pytest.raises(ChangedOnDiskError, match=r"^plans/c\.toml changed"):
        replace_plans(changes)

    assert [path.stat() for path in plans] == before
    assert names(plans[0].parent) == ["a.toml", "b.toml", "c.toml"]


def test_none_of_several_plans_is_touched_when_one_is_read_only(plans: tuple[Path, ...]) -> None:
    plans[2].chmod(0o400)
    before = [path.stat() for path in plans]

    with pytest.raises(FileError, match=r"^cannot write plans/c\.toml: it is read-only"):
        replace_plans(changes_of(plans))

    assert [path.stat() for path in plans] == before
    assert names(plans[0].parent) == ["a.toml", "b.toml", "c.toml"]


def test_plans_before_one_that_fails_get_back_what_was_read(
    plans: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    plans[0].chmod(0o640)
    mode = plans[0].stat().st_mode
    before_the_move(monkeypatch, in_use(plans[2]))

    with pytest.raises(FileError, match=r"^cannot write plans/c\.toml: access is denied"):
        replace_plans(changes_of(plans))

    assert contents(plans) == [b"old a", b"old b", b"old c"]
    assert plans[0].stat().st_mode == mode
    assert names(plans[0].parent) == ["a.toml", "b.toml", "c.toml"]


def test_plan_that_changes_after_the_first_was_replaced_stays_and_so_do_all(
    plans: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = changes_of(plans)

    def meanwhile(old: Path, new: Path) -> None:
        if new == plans[0]:
            plans[1].write_bytes(b"by hand")

    before_the_move(monkeypatch, meanwhile)

    with pytest.raises(ChangedOnDiskError, match=r"^plans/b\.toml changed"):
        replace_plans(changes)

    assert contents(plans) == [b"old a", b"by hand", b"old c"]


def test_interruption_puts_back_too(
    plans: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(old: Path, new: Path) -> None:
        if new == plans[1]:
            raise KeyboardInterrupt

    before_the_move(monkeypatch, interrupt)

    with pytest.raises(KeyboardInterrupt):
        replace_plans(changes_of(plans))

    assert contents(plans) == [b"old a", b"old b", b"old c"]


def test_plan_that_someone_changed_since_is_not_put_back(
    plans: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(old: Path, new: Path) -> None:
        if new == plans[1]:
            plans[0].write_bytes(b"by hand")
            raise PermissionError(errno.EACCES, "Access is denied")

    before_the_move(monkeypatch, meanwhile)

    with pytest.raises(FileError):
        replace_plans(changes_of(plans))

    assert contents(plans) == [b"by hand", b"old b", b"old c"]


def test_plan_that_cannot_be_put_back_is_named_and_the_others_are(
    plans: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[Path] = []

    def twice(old: Path, new: Path) -> None:
        moved.append(new)
        if new == plans[2] or (new == plans[1] and moved.count(new) == 2):
            raise PermissionError(errno.EACCES, "Access is denied")

    before_the_move(monkeypatch, twice)

    with pytest.raises(FileError) as caught:
        replace_plans(changes_of(plans))

    assert caught.value.message == "cannot put back plans/b.toml: access is denied"
    assert caught.value.hint == "it may hold the new text; `git diff` shows what changed"
    assert contents(plans) == [b"old a", b"new b", b"old c"]
    assert names(plans[0].parent) == ["a.toml", "b.toml", "c.toml"]


def test_drafts_make_room_before_anything_is_put_back(
    plans: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    beside: list[int] = []

    def look(old: Path, new: Path) -> None:
        beside.append(len(names(new.parent)) - 3)
        if new == plans[1]:
            raise PermissionError(errno.EACCES, "Access is denied")

    before_the_move(monkeypatch, look)

    with pytest.raises(FileError):
        replace_plans(changes_of(plans))

    assert beside == [3, 2, 1]
