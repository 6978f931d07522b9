import re
import signal
import sys
from pathlib import Path

import pytest

from cli.asking import Answer, ask, run, started_in_terminal, write_plan
from cli.conversing import INTERRUPT, converse
from editors import an_editor

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for terminals of POSIX")

QUESTION = "(g)ive up [o]: "


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the system's temporary folder, empty: drafts are made there."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def plan(plans: Path) -> Path:
    return write_plan(plans, "nepal")


def edit(folder: Path, code: str, *options: str) -> Answer:
    env = {"VISUAL": an_editor(folder, code), "EDITOR": "never"}
    return ask("edit", "nepal", *options, env=env)


def a_nano(folder: Path, words: str = "A plan", others: str = "Open data") -> str:
    """Return a folder with an editor called nano; it replaces words and notes its arguments."""
    script = folder / "bin" / "nano"
    script.parent.mkdir()
    script.write_text(
        f"#!{sys.executable}\nimport sys\nfrom pathlib import Path\n"
        "path = Path(sys.argv[-1])\n"
        f"path.write_text(path.read_text().replace({words!r}, {others!r}))\n"
        f"print(sys.argv[1], file=open({str(folder / 'seen')!r}, 'a'))\n"
    )
    script.chmod(0o755)
    return str(script.parent)


def kept(drafts: Path) -> list[Path]:
    return sorted(drafts.rglob("*.toml"))


def test_plan_is_replaced_by_what_the_editor_leaves(
    plan: Path, tmp_path: Path, drafts: Path
) -> None:
    before = plan.read_bytes()

    answer = edit(tmp_path, "change('A plan', 'Open data')")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == 'nepal: plan: title changed from "A plan" to "Open data"\n'
    assert plan.read_bytes() == before.replace(b"A plan", b"Open data")
    assert kept(drafts) == []


def test_lines_that_come_and_go_are_counted(plan: Path, tmp_path: Path, drafts: Path) -> None:
    more = "change('\\n[plan]\\n', '[plan]\\n# a\\n# b\\n')"

    answer = edit(tmp_path, more)

    assert answer.out == "plans/nepal.toml: 2 lines added, 1 line removed\n"


def test_bytes_stay_as_the_editor_writes_them(plan: Path, tmp_path: Path, drafts: Path) -> None:
    plan.write_bytes(b"\xef\xbb\xbf" + plan.read_bytes().replace(b"\n", b"\r\n"))
    before = plan.read_bytes()

    answer = edit(tmp_path, "change('A plan', 'Open data')")

    assert answer.out == 'nepal: plan: title changed from "A plan" to "Open data"\n'
    assert plan.read_bytes() == before.replace(b"A plan", b"Open data")


def test_draft_is_called_like_the_plan_and_lies_elsewhere(
    plan: Path, tmp_path: Path, drafts: Path
) -> None:
    edit(tmp_path, f"Path({str(tmp_path / 'seen')!r}).write_text(name)")

    seen = Path((tmp_path / "seen").read_text())
    assert (seen.name, seen.parent.parent) == ("nepal.toml", drafts)
    assert not seen.parent.exists()


def test_nothing_is_written_when_nothing_changed(plan: Path, tmp_path: Path, drafts: Path) -> None:
    before = plan.stat()

    answer = edit(tmp_path, "")

    assert (answer.code, answer.out, answer.err) == (0, "plans/nepal.toml: nothing changed\n", "")
    assert (plan.stat().st_mtime_ns, plan.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert kept(drafts) == []


def test_nothing_is_said_of_errors_when_nothing_changed(
    plan: Path, tmp_path: Path, drafts: Path
) -> None:
    plan.write_bytes(plan.read_bytes().replace(b"NPL", b"NPX"))

    answer = edit(tmp_path, "")

    assert (answer.code, answer.out, answer.err) == (0, "plans/nepal.toml: nothing changed\n", "")


def test_dry_run_prints_the_difference_and_writes_nothing(
    plan: Path, tmp_path: Path, drafts: Path
) -> None:
    before = plan.read_bytes()

    answer = edit(tmp_path, "change('A plan', 'Open data')", "--dry-run")

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines == [
        "--- a/plans/nepal.toml",
        "+++ b/plans/nepal.toml",
        "@@ -1,7 +1,7 @@",
        " format = 1",
        " ",
        " [plan]",
        '-title = "A plan"',
        '+title = "Open data"',
        ' country = "NPL"',
        ' start = "2017"',
        ' end = "2018"',
    ]
    assert (plan.read_bytes(), kept(drafts)) == (before, [])
    assert edit(tmp_path, "", "--dry-run").out == "plans/nepal.toml: nothing changed\n"


def test_new_error_without_a_terminal_keeps_plan_and_draft(
    plan: Path, tmp_path: Path, drafts: Path
) -> None:
    before = plan.read_bytes()

    answer = edit(tmp_path, "change('NPL', 'NPX')")

    (draft,) = kept(drafts)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith(
        'plans/nepal.toml:5:11: error: country: "NPX" is no country code [bad-country]\n'
        '    5 | country = "NPX"\n'
    )
    assert answer.err.endswith(
        "\n\nerror: plans/nepal.toml stays as it was: the draft has a new error, "
        'line 5: country: "NPX" is no country code\n'
        f"hint: what you wrote is in {draft}, copy it from there\n"
    )
    assert plan.read_bytes() == before
    assert draft.read_bytes() == before.replace(b"NPL", b"NPX")


def test_several_new_errors_are_all_shown(plan: Path, tmp_path: Path, drafts: Path) -> None:
    answer = edit(tmp_path, "change('NPL', 'NPX'); change('\"2018\"', '\"2016\"')")

    assert answer.code == 3
    assert "[bad-country]" in answer.err
    assert "[end-before-start]" in answer.err
    assert "the draft has 2 new errors, line 5: " in answer.err


def test_plan_with_errors_can_be_edited_and_keeps_them(
    plan: Path, tmp_path: Path, drafts: Path
) -> None:
    plan.write_bytes(plan.read_bytes().replace(b"NPL", b"NPX").replace(b'"2018"', b'"2016"'))

    answer = edit(tmp_path, "change('A plan', 'Open data'); change('\"2016\"', '\"2018\"')")

    assert (answer.code, answer.out) == (
        0,
        'nepal: plan: end changed from 2016 to 2018; title changed from "A plan" to "Open data"\n',
    )
    assert answer.err == "next: ogdplan check nepal, it still has 1 error\n"
    assert b"Open data" in plan.read_bytes()


def test_plan_that_changed_meanwhile_is_kept_and_so_is_the_draft(
    plan: Path, tmp_path: Path, drafts: Path
) -> None:
    other = plan.read_bytes() + b"# somebody else\n"
    code = f"change('A plan', 'Open data'); Path({str(plan)!r}).write_bytes({other!r})"

    answer = edit(tmp_path, code)

    (draft,) = kept(drafts)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: plans/nepal.toml changed since it was read\nhint: ")
    assert answer.err.endswith(f"; what you wrote is in {draft}, copy it from there\n")
    assert plan.read_bytes() == other
    assert b"Open data" in draft.read_bytes()


@pytest.mark.parametrize(
    ("code", "drafts_kept"),
    [("sys.exit(3)", 0), ("change('A plan', 'Open data'); sys.exit(3)", 1)],
)
def test_editor_that_fails_changes_nothing(
    plan: Path, tmp_path: Path, drafts: Path, code: str, drafts_kept: int
) -> None:
    before = plan.read_bytes()

    answer = edit(tmp_path, code)

    assert (answer.code, answer.out) == (3, "")
    assert re.match(r'error: the editor ".+" ended with code 3\n', answer.err)
    assert ("what you wrote is in" in answer.err) == bool(drafts_kept)
    assert (plan.read_bytes(), len(kept(drafts))) == (before, drafts_kept)


def test_draft_that_is_gone_leaves_nothing(plan: Path, tmp_path: Path, drafts: Path) -> None:
    answer = edit(tmp_path, "draft.unlink()")

    assert (answer.code, answer.out) == (3, "")
    assert re.fullmatch(r"error: cannot read the draft .+nepal\.toml: no such file.*\n", answer.err)
    assert list(drafts.glob("*/")) in ([], [drafts / "ogdplan-0"])


def test_editor_that_is_not_there_is_said(plan: Path, drafts: Path) -> None:
    answer = ask("edit", "nepal", env={"VISUAL": " ", "EDITOR": "no-such-editor"})

    assert (answer.code, answer.out) == (3, "")
    assert answer.err == (
        'error: there is no editor called "no-such-editor"\n'
        "hint: name an editor in VISUAL or EDITOR, such as nano, vim or code --wait\n"
    )
    assert kept(drafts) == []


@on_posix
def test_without_a_variable_the_usual_editor_is_opened_in_a_terminal(
    plan: Path, tmp_path: Path, drafts: Path
) -> None:
    env = {"VISUAL": "", "EDITOR": "", "PATH": a_nano(tmp_path)}

    answer = started_in_terminal("edit", "nepal", columns=80, env=env, cwd=tmp_path)

    assert (answer.code, "title changed" in answer.out) == (0, True)
    assert b"Open data" in plan.read_bytes()


def test_without_a_variable_and_a_terminal_no_editor_is_opened(
    plan: Path, tmp_path: Path, drafts: Path
) -> None:
    answer = ask("edit", "nepal", env={"VISUAL": "", "EDITOR": " ", "PATH": a_nano(tmp_path)})

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "error: no editor is named\n"
        "hint: name one, such as EDITOR=nano, or run the command in a terminal\n"
    )


@pytest.mark.parametrize("name", ["panama", "plans/panama.toml"])
def test_plan_that_is_not_there_is_said(plan: Path, drafts: Path, name: str) -> None:
    answer = ask("edit", name, env={"VISUAL": "never"})

    assert (answer.code, answer.out) == (2, "")


@on_posix
def test_link_that_leads_out_of_the_folder_is_not_edited(
    plan: Path, tmp_path: Path, drafts: Path
) -> None:
    plan.rename(tmp_path / "nepal.toml")
    plan.symlink_to(tmp_path / "nepal.toml")

    answer = edit(tmp_path, "change('A plan', 'Open data')")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith(
        "error: cannot read plans/nepal.toml: the link leads out of plans/\nhint: "
    )
    assert b"A plan" in (tmp_path / "nepal.toml").read_bytes()


@on_posix
def test_editor_that_is_interrupted_keeps_the_draft(
    plan: Path, tmp_path: Path, drafts: Path
) -> None:
    code = f"""
import os, signal, time
change('A plan', 'Open data')
os.kill(os.getppid(), {int(signal.SIGINT)})
time.sleep(5)
"""
    env = {"VISUAL": an_editor(tmp_path, code), "TMPDIR": str(drafts)}
    answer = run("edit", "nepal", env=env, cwd=tmp_path)

    assert answer.code == 3
    assert "was interrupted\nhint: what you wrote is in" in answer.err
    assert (b"A plan" in plan.read_bytes(), len(kept(drafts))) == (True, 1)


# In a terminal it asks.


def converse_about(tmp_path: Path, drafts: Path, code: str, *typed: str) -> Answer:
    env = {"VISUAL": an_editor(tmp_path, code), "TMPDIR": str(drafts)}
    answers = [(QUESTION, each) for each in typed]
    return converse("edit", "nepal", env=env, cwd=tmp_path, answers=answers)


CORRECTED_LATER = """
change("'NPX'", '"NPL"') if b"NPX" in draft.read_bytes() else change('"NPL"', "'NPX'")
"""


@on_posix
@pytest.mark.parametrize("typed", ["o\n", "Open\n", "\n"])
def test_draft_can_be_opened_again(plan: Path, tmp_path: Path, drafts: Path, typed: str) -> None:
    change = "if b'A plan' in draft.read_bytes(): change('A plan', 'Open data')"
    code = f"{change}\n{CORRECTED_LATER}"

    answer = converse_about(tmp_path, drafts, code, typed)

    assert answer.code == 0
    assert "[bad-country]" in answer.out
    assert answer.lines[-1] == 'nepal: plan: title changed from "A plan" to "Open data"'
    assert (b"Open data" in plan.read_bytes(), kept(drafts)) == (True, [])


@on_posix
@pytest.mark.parametrize("typed", ["k\n", INTERRUPT, "\x04"])
def test_draft_can_be_kept(plan: Path, tmp_path: Path, drafts: Path, typed: str) -> None:
    answer = converse_about(tmp_path, drafts, CORRECTED_LATER, typed)

    (draft,) = kept(drafts)
    assert answer.code == 3
    assert str(draft) in answer.out.replace("\n", "")
    assert b"NPL" in plan.read_bytes()


@on_posix
def test_draft_can_be_given_up(plan: Path, tmp_path: Path, drafts: Path) -> None:
    answer = converse_about(tmp_path, drafts, CORRECTED_LATER, "x\n", "g\n")

    assert answer.code == 0
    assert answer.lines[-1] == "plans/nepal.toml: nothing changed"
    assert (b"NPL" in plan.read_bytes(), kept(drafts)) == (True, [])


@on_posix
def test_it_opens_again_at_the_first_error(plan: Path, tmp_path: Path, drafts: Path) -> None:
    env = {"VISUAL": f"{a_nano(tmp_path, 'NPL', 'NPX')}/nano", "TMPDIR": str(drafts)}

    answer = converse(
        "edit", "nepal", env=env, cwd=tmp_path, answers=[(QUESTION, "o\n"), (QUESTION, "g\n")]
    )

    assert answer.code == 0
    first, again = (tmp_path / "seen").read_text().split()
    assert (Path(first).name, again) == ("nepal.toml", "+5")


@pytest.mark.parametrize("option", [[], ["--dry-run"]], ids=["written", "trial"])
def test_change_is_had_as_json(plan: Path, tmp_path: Path, drafts: Path, option: list[str]) -> None:
    words = ["--format", "json", "--as-of", "2018-06-30", *option]

    document = edit(tmp_path, "change('A plan', 'Open data')", *words).document

    (change,) = document.pop("changes")
    assert change["fields"] == [{"field": "title", "old": "A plan", "new": "Open data"}]
    assert document.pop("diff").count('+title = "Open data"') == 1
    assert document == {
        "schema": "ogdplan/edit/1",
        "as_of": "2018-06-30",
        "plan": "nepal",
        "written": not option,
        "notes": [],
        "hint": None,
    }
