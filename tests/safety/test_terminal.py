"""docs/safety.md#terminal: no markup and nothing that steers reaches a terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.asking import ask, in_terminal, start, write_plan
from editors import an_editor
from repositories import Repo
from safety.commands import DAY, EDITING, OTHERS, PAGES, READING, TABLES
from safety.hostile import MARKUP, TEXT, check_calm, steering, uncoloured, wrong_plan

COLOURS = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}

on_terminals = pytest.mark.skipif(sys.platform == "win32", reason="has no terminals of this kind")


def name_of(words: tuple[str, ...]) -> str:
    return " ".join(word for word in words if word.isascii() and word.isprintable())


@pytest.mark.parametrize("words", READING, ids=name_of)
def test_reading_command_shows_what_would_steer(history: Repo, words: tuple[str, ...]) -> None:
    if "--unified" in words:
        # Lines of files go into a pipe as they are; a terminal is tried below.
        words = (*words, "--format", "markdown")

    check_calm(ask(*words, *DAY))


@pytest.mark.parametrize("words", [*TABLES, *PAGES, ("check", "--all")], ids=name_of)
def test_the_only_colours_are_the_programs_own(history: Repo, words: tuple[str, ...]) -> None:
    answer = ask(*words, *DAY, env=COLOURS)

    assert answer.code in (0, 1)
    assert "\x1b" in answer.out
    assert steering(uncoloured(answer.out + answer.err)) == []


@pytest.mark.parametrize("words", [("show", "nepal"), ("find", "x")], ids=name_of)
def test_markup_is_text(history: Repo, words: tuple[str, ...]) -> None:
    shown = "".join(uncoloured(ask(*words, *DAY, env=COLOURS).out).split())

    for markup in MARKUP:
        assert markup.replace(" ", "") in shown


@pytest.mark.parametrize("words", [*EDITING, *OTHERS], ids=name_of)
def test_changing_command_shows_what_would_steer(hostile: Repo, words: tuple[str, ...]) -> None:
    check_calm(ask(*words, *DAY))


@pytest.mark.parametrize("words", EDITING, ids=name_of)
def test_changing_command_shows_it_in_json_too(hostile: Repo, words: tuple[str, ...]) -> None:
    check_calm(ask(*words, *DAY, "--format", "json"))


@on_terminals
def test_terminal_is_steered_by_no_command(hostile: Repo) -> None:
    trials = [(*words, "--dry-run") for words in (*EDITING, *OTHERS[:2])]
    unified = ("diff", "start", "--unified")
    merged = (*OTHERS[1], "--output", "-")

    for words in (*trials, unified, merged, *TABLES, *PAGES):
        answer = in_terminal(*words, *DAY, columns=100)

        assert answer.code in (0, 1)
        assert words != unified or "+title = " in answer.out
        assert steering(answer.out) == []


@on_terminals
def test_merged_file_is_shown_whole_but_for_what_would_steer(hostile: Repo) -> None:
    words = (*OTHERS[1], "--output", "-", *DAY)
    printed = ask(*words).out

    shown = in_terminal(*words, columns=100).out

    assert "\u202e" in printed
    assert printed.count("\n") < shown.count("\n")  # what came of it follows
    assert "title = " in shown
    assert steering(shown) == []


WRONG = (
    (TEXT,),
    (f"--{TEXT}",),
    ("status", TEXT),
    ("status", f"--{TEXT}"),
    ("status", f"--{TEXT}=x"),
    ("status", "--format", TEXT),
    ("status", "--as-of", TEXT),
    ("status", "--lang", TEXT),
    ("status", "--plans", TEXT),
    ("status", "--output", f"{TEXT}/x.md"),
    ("status", "--output", f"x/{TEXT}.toml"),
    ("show", "nepal", TEXT),
    ("milestone", TEXT),
    ("milestone", "list", "--status", TEXT),
    ("milestone", "list", "--lead", TEXT),
    ("milestone", "show", "nepal", TEXT),
    ("milestone", "set", "nepal", "portal", "--due", TEXT),
    ("milestone", "set", "nepal", "portal", f"--{TEXT}", "x"),
    ("milestone", "rename", "nepal", "portal", TEXT),
    ("milestone", "remove", "nepal", "portal"),
    ("measurement", "add", "nepal", TEXT, TEXT),
    ("accept", "nepal", TEXT, "--reason", "x"),
    ("new", TEXT, "--title", "x", "--lead", "y"),
    ("new", "Kenya", "--title", "x", "--lead", "y", "--id", TEXT),
    ("new", "Kenya", "--title", "x", "--lead", "y", "--language", TEXT),
    ("agenda", "--within", TEXT),
    ("find", "x", "--kind", TEXT),
    ("explain", TEXT),
    ("catalogue", TEXT),
    ("diff", TEXT),
    ("diff", f"start..{TEXT}"),
    ("diff", "--since", TEXT),
    ("log", TEXT),
    ("log", "nepal", TEXT),
    ("log", "nepal", "--record", TEXT),
    ("check", "--since", TEXT),
    ("schema", TEXT),
    ("merge", TEXT, TEXT, TEXT),
    ("git", TEXT),
    ("edit", TEXT),
)


@pytest.mark.parametrize("colours", [{}, COLOURS], ids=["plain", "colours"])
@pytest.mark.parametrize("words", WRONG, ids=name_of)
def test_error_quotes_what_was_typed_so_that_nothing_is_hidden(
    history: Repo, words: tuple[str, ...], colours: dict[str, str]
) -> None:
    words = tuple(word.replace("\0", "") for word in words)

    answer = ask(*words, env=colours)

    assert answer.code in (2, 3)
    assert answer.out == ""
    assert steering(uncoloured(answer.err)) == []


@pytest.mark.parametrize("name", ["VISUAL", "OGDPLAN_PLANS"])
def test_error_quotes_the_environment_so_that_nothing_is_hidden(history: Repo, name: str) -> None:
    value = TEXT.replace("\0", "").replace("\r\n", " ")

    answer = ask("edit", "nepal", env={name: value, "EDITOR": ""})

    check_calm(answer, codes=(2, 3))


def test_errors_of_a_file_are_quoted_so_that_nothing_is_hidden(plans: Path) -> None:
    wrong_plan(plans, "wrong")
    (plans / "syntax.toml").write_text(f"x = {TEXT}\n", encoding="utf-8", newline="")

    for words in (("check",), ("status",), ("show", "wrong"), ("show", "syntax")):
        answer = ask(*words, *DAY)
        assert answer.code == 1
        check_calm(answer)


@pytest.mark.skipif(sys.platform == "win32", reason="takes no such names")
def test_names_of_files_and_of_git_are_quoted_so_that_nothing_is_hidden(repo: Repo) -> None:
    name = "esc\x1b[2J \u202egnp[bold]\n::error::x"
    write_plan(repo.root / "plans", name)
    repo.commit()
    repo.git("tag", "start")
    write_plan(repo.root / "plans", name, title='"Another"')

    for words in (
        *(each for each in READING if "nepal" not in each),
        ("show", name),
        ("log", name),
    ):
        check_calm(ask(*words, *DAY), codes=(0, 1, 2))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
@pytest.mark.parametrize(
    "line", ["ogdplan show nepal ", "ogdplan milestone list --lead ", "ogdplan diff "]
)
def test_completion_gives_a_shell_nothing_that_steers(history: Repo, shell: str, line: str) -> None:
    asked = {
        "_OGDPLAN_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": "",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
    }

    answer = ask(env=asked)

    assert answer.out
    # For fish a tab stands between a word and what it means.
    assert (steering(answer.out.replace("\t", "")), steering(answer.err)) == ([], [])


@pytest.mark.skipif(sys.platform == "win32", reason="takes no such names")
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_leaves_out_file_names_that_steer(plans: Path, shell: str) -> None:
    write_plan(plans, "good")
    write_plan(plans, "good\x1b[2J\u202e")
    write_plan(plans, "good\n$(touch pwned)")
    asked = {
        "_OGDPLAN_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": "ogdplan show ",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": "",
        "COMP_WORDS": "ogdplan show ",
        "COMP_CWORD": "2",
    }

    answer = ask(env=asked)

    assert "good" in answer.out
    assert "pwned" not in answer.out
    assert steering(answer.out) == []


def test_trace_of_a_fault_of_ours_is_shown_so_that_nothing_is_hidden(history: Repo) -> None:
    # A fault that quotes hostile words, where the program finds the day of today.
    code = (
        "import datetime, sys\n"
        "import ogdplan.cli.options as options\n"
        f"def fail(**_): raise ZeroDivisionError({TEXT!r})\n"
        "options.open_session = fail\n"
        "from ogdplan.cli.main import main\n"
        "main()\n"
    )

    process = start("status", "--debug", code=code, stderr=subprocess.PIPE)
    _, err = process.communicate(timeout=60)

    assert process.returncode == 4
    assert err.startswith(b"Traceback")
    assert steering(err.decode()) == []


def test_editor_that_brings_errors_shows_them_so_that_nothing_is_hidden(
    repo: Repo, tmp_path: Path
) -> None:
    write_plan(repo.root / "plans", "nepal")
    wrong = wrong_plan(tmp_path, "wrong")
    code = f"draft.write_bytes(Path({os.fspath(wrong)!r}).read_bytes())"

    answer = ask("edit", "nepal", *DAY, env={"VISUAL": an_editor(tmp_path, code)})

    assert answer.code != 0
    assert "error:" in answer.err
    assert (steering(answer.out), steering(answer.err)) == ([], [])
