import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli.asking import Answer, ask, in_terminal, run, start, write_plan
from ogdplan.planfile.reading import SIZE_LIMIT
from repositories import Repo

MILESTONE = (
    '[[milestones]]\nid = "portal"\ntitle = "Open the portal"\ndue = {due}\nlead = "office"\n'
)


@pytest.fixture
def ours(plans: Path) -> Path:
    """Return ours; beside the folder of plans are base, and theirs, which wants another day."""
    write_plan(plans.parent, "base", MILESTONE.format(due='"2018"'))
    write_plan(plans.parent, "theirs", MILESTONE.format(due="2018-06-30"))
    return write_plan(plans, "nepal", MILESTONE.format(due='"2018-03"'))


def theirs_wants_a_title() -> None:
    write_plan(Path(), "theirs", MILESTONE.format(due='"2018"').replace("Open the", "Open a"))


def merge(*words: str, ours: str = "plans/nepal.toml") -> Answer:
    return ask("merge", "base.toml", ours, "theirs.toml", *words)


def text_of(path: str | Path) -> str:
    return Path(path).read_bytes().decode()


CONFLICT = '# CONFLICT theirs: due = 2018-06-30\ndue = "2018-03"\n'


def test_conflict_stands_in_ours_and_is_told_with_what_to_do(ours: Path) -> None:
    answer = merge()

    assert answer.code == 1
    assert answer.lines == [
        "plans/nepal.toml: merged, 1 conflict to settle",
        "",
        'conflict: portal: due: ours "2018-03", theirs 2018-06-30 (was "2018")',
    ]
    assert answer.err.splitlines() == [
        "next: ogdplan milestone set nepal portal --due …",
        "next: ogdplan check nepal",
    ]
    assert CONFLICT in text_of(ours)


def test_what_both_sides_did_is_in_ours(ours: Path) -> None:
    theirs_wants_a_title()

    answer = merge()

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines == [
        "plans/nepal.toml: merged",
        'nepal: portal: title changed from "Open the portal" to "Open a portal"',
    ]
    assert text_of(ours).endswith(MILESTONE.format(due='"2018-03"').replace("Open the", "Open a"))


def test_nothing_is_written_where_ours_has_all(ours: Path) -> None:
    write_plan(Path(), "theirs", MILESTONE.format(due='"2018"'))
    before = ours.stat()

    answer = merge()

    assert (answer.code, answer.lines) == (0, ["plans/nepal.toml: merged"])
    after = ours.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_dry_run_prints_the_lines_and_writes_nothing(ours: Path) -> None:
    before = text_of(ours)

    answer = merge("--dry-run")

    assert answer.code == 1
    assert "+# CONFLICT theirs: due = 2018-06-30" in answer.lines
    assert answer.err.splitlines() == [
        "plans/nepal.toml: merged, 1 conflict to settle",
        "",
        'conflict: portal: due: ours "2018-03", theirs 2018-06-30 (was "2018")',
    ]
    assert text_of(ours) == before
    Path("patch").write_text(answer.out, encoding="utf-8")
    subprocess.run(["git", "apply", "patch"], check=True)
    assert CONFLICT in text_of(ours)


def test_output_goes_to_a_new_file_and_ours_stays(ours: Path) -> None:
    before = text_of(ours)

    answer = merge("--output", "merged.toml")

    assert answer.code == 1
    assert answer.err.startswith("next: choose the values that are right")
    assert text_of(ours) == before
    assert CONFLICT in text_of("merged.toml")


def test_output_takes_the_place_of_a_file(ours: Path) -> None:
    Path("merged.toml").write_text("old", encoding="utf-8")

    assert merge("-o", "merged.toml").code == 1

    assert CONFLICT in text_of("merged.toml")


def test_output_can_be_ours_by_another_name(ours: Path) -> None:
    Path("link.toml").symlink_to(ours)

    assert merge("-o", "link.toml").code == 1

    assert CONFLICT in text_of(ours)
    assert Path("link.toml").is_symlink()


def test_output_follows_a_link_to_what_is_not_there_yet(ours: Path) -> None:
    Path("link.toml").symlink_to("new.toml")

    assert merge("-o", "link.toml").code == 1

    assert CONFLICT in text_of("new.toml")


def test_merged_file_goes_to_stdout_alone(ours: Path) -> None:
    before = text_of(ours)

    answer = merge("--output", "-")

    assert answer.code == 1
    assert answer.out == before.replace('due = "2018-03"\n', CONFLICT)
    assert answer.err.startswith("plans/nepal.toml: merged, 1 conflict to settle\n")
    assert text_of(ours) == before


def test_stdout_has_the_bytes_of_the_file(ours: Path) -> None:
    write_plan(Path(), "theirs", MILESTONE.format(due='"2018"'))
    ours.write_bytes(b'\xef\xbb\xbftitle = "\xc3\xa9"\r\n')

    process = start(
        "merge", "base.toml", str(ours), "theirs.toml", "-o", "-", stdout=subprocess.PIPE
    )
    out, _ = process.communicate(timeout=60)

    assert out == ours.read_bytes()


@pytest.mark.parametrize("words", [("--format", "json"), ("--dry-run",)])
def test_file_and_something_else_do_not_go_to_stdout(ours: Path, words: tuple[str, ...]) -> None:
    answer = merge("--output", "-", *words)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("error: --output - prints the file")


def test_json_tells_all(ours: Path) -> None:
    answer = merge("--format", "json", "--as-of", "2018-01-31")

    assert answer.code == 1
    assert answer.document == {
        "schema": "ogdplan/merge/1",
        "as_of": "2018-01-31",
        "path": "plans/nepal.toml",
        "clean": False,
        "written": True,
        "by_lines": False,
        "changes": [],
        "conflicts": [
            {
                "conflict": "value",
                "kind": "milestone",
                "id": "portal",
                "subject": "portal",
                "field": "due",
                "base": "2018",
                "ours": "2018-03",
                "theirs": "2018-06-30",
                "removed_by": None,
            }
        ],
        "marked": 0,
        "errors": [],
        "broken": [],
    }


def test_json_says_when_nothing_was_written(ours: Path) -> None:
    assert merge("--format", "json", "--dry-run").document["written"] is False
    assert merge("--format", "json").document["written"] is True
    assert merge("--format", "json").document["written"] is False


def test_json_has_what_could_only_be_merged_by_lines(ours: Path) -> None:
    Path("theirs.toml").write_text("due = soon\n", encoding="utf-8")

    document = merge("--format", "json").document

    assert (document["clean"], document["by_lines"], document["marked"]) == (False, True, 1)
    [broken] = document["broken"]
    assert (broken["side"], broken["finding"]["rule"]) == ("theirs", "toml-syntax")


def test_odd_values_are_told_in_json(ours: Path) -> None:
    for name, value in (("base", "1"), ("theirs", "07:32:00"), ("plans/nepal", "nan")):
        write_plan(Path(), name, f'[[events]]\nid = "day"\nx = {value}\ny = 1\n')

    [conflict] = merge("--format", "json").document["conflicts"]

    assert (conflict["ours"], conflict["theirs"]) == ("nan", "07:32:00")


def test_path_says_which_file_it_is(ours: Path) -> None:
    Path(".merge_file_a1").write_bytes(ours.read_bytes())

    answer = merge("--path", "plans/népal.toml", ours=".merge_file_a1")

    assert answer.lines[0] == "plans/népal.toml: merged, 1 conflict to settle"
    assert CONFLICT in text_of(".merge_file_a1")


def test_files_outside_a_folder_of_plans_get_no_commands(ours: Path) -> None:
    Path("ours.toml").write_bytes(ours.read_bytes())

    answer = merge(ours="ours.toml")

    assert answer.code == 1
    assert answer.err == (
        "next: choose the values that are right, and delete the comments that begin with CONFLICT\n"
    )


def test_of_many_conflicts_the_first_are_told_how_to_settle(plans: Path) -> None:
    for path, title in (("base", "A"), ("theirs", "B"), ("plans/nepal", "C")):
        records = "".join(
            f'[[milestones]]\nid = "m{number}"\ntitle = "{title}"\n' for number in range(7)
        )
        write_plan(Path(), path, records)

    answer = merge()

    assert len([line for line in answer.lines if line.startswith("conflict: ")]) == 7
    assert answer.err.splitlines()[-2:] == [
        "next: ogdplan milestone set nepal m4 --title …",
        "next: ogdplan check nepal, which names 2 more",
    ]


# What cannot be done leaves ours as it is.


def is_refused(answer: Answer, ours: Path, before: bytes, *says: str) -> None:
    assert (answer.code, answer.out) == (3, "")
    for words in says:
        assert words in answer.err
    assert "hint: " in answer.err
    assert ours.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="asks for POSIX files")
@pytest.mark.parametrize(
    ("version", "reason"),
    [
        ("missing.toml", "cannot read missing.toml: there is no such file"),
        ("base.toml/x", "cannot read base.toml/x: there is no such file"),
        ("-", "cannot read -: there is no such file"),
        ("plans", "cannot read plans: is a directory"),
        ("loop.toml", "cannot read loop.toml: too many levels of symbolic links"),
        ("dangling.toml", "cannot read dangling.toml: there is no such file"),
        ("/dev/zero", "cannot merge /dev/zero: a plan has at most 16,777,216 bytes"),
    ],
)
def test_version_that_cannot_be_read(ours: Path, version: str, reason: str) -> None:
    Path("loop.toml").symlink_to("loop.toml")
    Path("dangling.toml").symlink_to("nowhere")
    before = ours.read_bytes()

    for versions in ((version, str(ours), "theirs.toml"), ("base.toml", str(ours), version)):
        is_refused(ask("merge", *versions), ours, before, f"error: {reason}\n")
    is_refused(ask("merge", "base.toml", version, "theirs.toml"), ours, before, f"error: {reason}")


def test_largest_file_is_merged_and_a_larger_one_is_not(ours: Path) -> None:
    before = ours.read_bytes()
    content = Path("theirs.toml").read_bytes()
    Path("theirs.toml").write_bytes(content + b"#" * (SIZE_LIMIT - len(content)))
    assert merge("--dry-run").code == 1

    Path("theirs.toml").write_bytes(content + b"#" * (SIZE_LIMIT - len(content) + 1))
    is_refused(merge(), ours, before, "error: cannot merge theirs.toml: ")


def test_empty_device_is_a_base_with_nothing_in_it(ours: Path) -> None:
    answer = ask("merge", os.devnull, str(ours), "theirs.toml")

    assert answer.code == 1
    assert "portal-theirs: both sides gave a new record the id portal" in answer.out


def test_read_only_file_is_not_replaced(ours: Path) -> None:
    before = ours.read_bytes()
    ours.chmod(0o444)

    is_refused(merge(), ours, before, "error: cannot write plans/nepal.toml: it is read-only")


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("missing/x.toml", "there is no such folder"),
        ("plans", "it is no file"),
        (os.devnull, "it is no file"),
    ],
)
def test_output_that_is_no_file_is_refused(ours: Path, output: str, reason: str) -> None:
    before = ours.read_bytes()

    is_refused(merge("-o", output), ours, before, f"error: cannot write {output}: {reason}\n")
    assert not Path("missing").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="asks for POSIX files")
def test_pipe_is_read_but_not_written(ours: Path) -> None:
    os.mkfifo("pipe")
    content = ours.read_bytes()

    writing = f"open('pipe', 'wb').write({content!r})"
    with subprocess.Popen([sys.executable, "-c", writing]):
        answer = ask("merge", "base.toml", "pipe", "theirs.toml", "--output", "-")
    assert (answer.code, CONFLICT in answer.out) == (1, True)
    with subprocess.Popen([sys.executable, "-c", writing]):
        answer = ask("merge", "base.toml", "pipe", "theirs.toml")
    assert answer.err.startswith("error: cannot write pipe: it is no file\n")


def test_what_is_no_text_is_not_merged(ours: Path) -> None:
    before = ours.read_bytes()
    Path("theirs.toml").write_bytes(b"a = 1\0\n")

    is_refused(
        merge(),
        ours,
        before,
        "error: plans/nepal.toml can only be merged line by line, by git, and git could not",
        "Cannot merge binary files",
    )


def test_letters_that_are_no_utf_8_are_merged_by_lines(ours: Path) -> None:
    content = Path("theirs.toml").read_bytes()
    Path("theirs.toml").write_bytes(content.replace(b"Open the portal", b"Abrir el port\xe9l"))

    answer = merge()

    assert answer.code == 1
    assert "plans/nepal.toml (theirs):17:23: error: byte 0xE9 is not UTF-8" in answer.out
    assert b"port\xe9l" in ours.read_bytes()


def test_records_are_merged_where_there_is_no_git(
    ours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs_wants_a_title()
    monkeypatch.setenv("PATH", str(ours.parent))

    assert merge().code == 0

    assert 'title = "Open a portal"\ndue = "2018-03"\n' in text_of(ours)


def test_lines_are_not_merged_where_there_is_no_git(
    ours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ours.read_bytes()
    Path("theirs.toml").write_text("no TOML", encoding="utf-8")
    monkeypatch.setenv("PATH", str(ours.parent))

    is_refused(merge(), ours, before, "line by line, by git, and git is not installed here")


def test_names_that_begin_with_a_dash_stand_behind_two(ours: Path) -> None:
    Path("-ours.toml").write_bytes(ours.read_bytes())

    assert ask("merge", "base.toml", "-ours.toml", "theirs.toml").code == 2
    assert ask("merge", "--", "base.toml", "-ours.toml", "theirs.toml").code == 1
    assert CONFLICT in text_of("-ours.toml")


def test_no_folder_of_plans_is_needed(
    ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "a b"
    elsewhere.mkdir()
    for name in ("base.toml", "theirs.toml"):
        Path(name).rename(elsewhere / name)
    ours.rename(elsewhere / "ours.toml")
    monkeypatch.chdir(elsewhere)

    assert merge(ours="ours.toml").lines[0] == "ours.toml: merged, 1 conflict to settle"


def test_folder_that_is_gone_is_said(
    ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    paths = [str(tmp_path / name) for name in ("base.toml", "plans/nepal.toml", "theirs.toml")]

    assert ask("merge", *paths).code == 1
    answer = ask("merge", *paths, "--path", "plans/nepal.toml")
    assert answer.err == "error: cannot use the current folder: it is no longer there\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full disk to try")
def test_merge_that_is_written_is_done_although_it_cannot_be_printed(ours: Path) -> None:
    theirs_wants_a_title()
    with Path("/dev/full").open("wb") as full:
        process = start(
            "merge", "base.toml", str(ours), "theirs.toml", stdout=full, stderr=subprocess.PIPE
        )
        _, err = process.communicate(timeout=60)

    assert process.returncode == 0
    assert b"plans/nepal.toml: merged, but that cannot be printed" in err
    assert 'title = "Open a portal"' in text_of(ours)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full disk to try")
def test_merge_that_can_be_neither_written_nor_printed_fails(ours: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        process = start(
            "merge", "base.toml", str(ours), "theirs.toml", "-o", "-", stdout=full,
            stderr=subprocess.PIPE,
        )  # fmt: skip
        _, err = process.communicate(timeout=60)

    assert process.returncode == 3
    assert b"error: cannot write the result to stdout" in err


def test_killed_merge_leaves_the_old_file_or_the_new_one(ours: Path) -> None:
    old = ours.read_bytes()
    new = old.replace(b'due = "2018-03"\n', CONFLICT.encode())
    chance = random.Random(1)
    for _ in range(8):
        ours.write_bytes(old)
        with start(
            "merge", "base.toml", str(ours), "theirs.toml", stdout=subprocess.DEVNULL
        ) as process:
            time.sleep(chance.uniform(0.1, 0.4))
            process.kill()
        assert ours.read_bytes() in {old, new}


def test_merge_in_a_repository_needs_no_commit(repo: Repo) -> None:
    for name, due in (("base", '"2018"'), ("theirs", '"2019"'), ("plans/nepal", '"2017"')):
        write_plan(repo.root, name, MILESTONE.format(due=due))

    assert run("merge", "base.toml", "plans/nepal.toml", "theirs.toml", cwd=repo.root).code == 1


@pytest.mark.skipif(sys.platform == "win32", reason="the terminal of the test is none of Windows")
@pytest.mark.parametrize("columns", [60, 140])
def test_terminal_shows_conflicts_and_whole_commands(ours: Path, columns: int) -> None:
    answer = in_terminal("merge", "base.toml", str(ours), "theirs.toml", columns=columns)

    assert answer.code == 1
    lines = answer.lines
    assert "next: ogdplan milestone set nepal portal --due …" in lines
    words = " ".join(answer.out.split())
    assert 'conflict: portal: due: ours "2018-03", theirs 2018-06-30 (was "2018")' in words
    assert max(map(len, lines)) <= columns


def test_text_of_a_plan_does_not_reach_the_terminal_as_it_is(ours: Path) -> None:
    write_plan(Path(), "theirs", MILESTONE.format(due='"\\u001b[31m\\u202e"'))

    answer = merge()

    assert "\x1b" not in answer.out + answer.err
    assert "\u202e" not in answer.out + answer.err
