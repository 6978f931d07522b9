import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.asking import AS_OF, GOLDEN, ask, in_terminal, run, start, started_in_terminal, write_plan
from ogdplan.report.cells import cell_width

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
PAGES = [
    ["status"],
    ["show", "nepal"],
    ["show", "nepal", "portal-built"],
    ["agenda"],
    ["find", "a"],
    ["check"],
    ["check", "--all", "--advice"],
    ["explain"],
    ["explain", "overdue"],
    ["catalogue"],
    ["catalogue", "next-step-theme"],
    ["milestone", "list"],
    ["resource", "list"],
    ["assessment", "list"],
]
on_terminals = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no terminals of this kind"
)
FORCED = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_nothing_wraps_or_is_cut_in_a_pipe_whatever_the_environment_says(
    samples: Path, words: list[str]
) -> None:
    plain = ask(*words, "--as-of", AS_OF)
    forced = ask(*words, "--as-of", AS_OF, env={**FORCED, "COLUMNS": "60"})

    assert COLOUR.search(plain.out) is None
    assert COLOUR.search(forced.out) is not None
    assert COLOUR.sub("", forced.out) == plain.out
    assert not any(line.endswith("…") or "…  " in line for line in plain.lines)


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_no_line_ends_in_blanks(samples: Path, words: list[str]) -> None:
    lines = ask(*words, "--as-of", AS_OF).lines

    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
@pytest.mark.parametrize("off", ["option", "environment", "both"])
def test_colours_can_be_turned_off_altogether(samples: Path, words: list[str], off: str) -> None:
    option = ["--no-color"] if off != "environment" else []
    environment = {"NO_COLOR": "1"} if off != "option" else {}

    answer = ask(*words, *option, "--as-of", AS_OF, env={**FORCED, **environment})

    assert "\x1b" not in answer.out


@on_terminals
@pytest.mark.parametrize("columns", [20, 60, 100, 140])
def test_no_line_is_wider_than_the_terminal(samples: Path, columns: int) -> None:
    lines = []
    for words in PAGES:
        answer = in_terminal(*words, "--as-of", AS_OF, columns=columns)
        assert (answer.code, answer.out[-1]) == (0, "\n")
        lines += answer.lines

    assert len(lines) > 300
    assert [line for line in lines if cell_width(line) > columns] == []


@on_terminals
def test_long_ids_are_cut_where_even_the_weightiest_columns_do_not_fit(plans: Path) -> None:
    write_plan(plans, f"brazil/{'ministerio-' * 5}saude")

    answer = in_terminal("status", "--plans", str(plans), columns=50)

    assert max(map(cell_width, answer.lines)) <= 50
    assert any(line.startswith("brazil/ministerio-") and "…" in line for line in answer.lines)


@pytest.mark.parametrize("name", ["FORCE_COLOR", "TTY_COMPATIBLE"])
def test_pipe_can_be_said_to_have_colours(samples: Path, name: str) -> None:
    assert COLOUR.search(ask("status", "--as-of", AS_OF, env={name: "1", "TERM": "xterm"}).out)
    assert not COLOUR.search(ask("status", "--as-of", AS_OF, env={name: "1"}).out)


@on_terminals
def test_colours_and_symbols_stand_together_on_a_terminal(samples: Path) -> None:
    forced = ask("status", "--as-of", AS_OF, env=FORCED).out

    assert "\x1b[31m▲ 1\x1b[0m" in forced
    assert "\x1b[33m◆ 1\x1b[0m" in forced
    assert "\x1b[34m██\x1b[0m" in forced


@on_terminals
def test_dumb_terminal_gets_no_colours_and_its_width(samples: Path) -> None:
    answer = started_in_terminal(
        "status",
        "--plans",
        str(GOLDEN / "plans"),
        columns=70,
        env={"TERM": "dumb"},
        keep_colours=True,
    )

    assert "\x1b" not in answer.out
    assert 60 < max(map(cell_width, answer.lines)) <= 70


@on_terminals
@pytest.mark.parametrize(("said", "width"), [("60", 60), ("", 90), ("0", 90), ("wide", 90)])
def test_columns_of_the_environment_go_before_those_of_the_terminal(said: str, width: int) -> None:
    answer = in_terminal(
        "explain", "--plans", str(GOLDEN / "plans"), columns=90, env={"COLUMNS": said}
    )

    assert width - 25 < max(map(cell_width, answer.lines)) <= width


@on_terminals
def test_long_messages_wrap_at_words_on_a_terminal(plans: Path) -> None:
    for number in range(12):
        write_plan(plans, f"plan-number-{number}")

    answer = in_terminal("show", "zzz", "--plans", str(plans), columns=40)

    assert answer.code == 2
    assert answer.lines[0] == 'error: no plan called "zzz"'
    assert max(map(len, answer.lines)) <= 40


def test_output_is_utf8_whatever_the_locale_says() -> None:
    answer = run("status", "--as-of", AS_OF, cwd=GOLDEN, env={"LC_ALL": "C", "PYTHONUTF8": "0"})

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (GOLDEN / "status.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [["status"], ["status", "--format", "json"]])
def test_stdout_that_is_full_is_said_so(words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        process = start(*words, cwd=GOLDEN, stdout=full, stderr=subprocess.PIPE)
        _, err = process.communicate(timeout=60)

    assert process.returncode == 3
    assert err.decode() == (
        "error: cannot write the result to stdout: no space left on device\n"
        "hint: write it to a file with --output FILE\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="closes a stream as POSIX shells do")
def test_stdout_that_is_closed_is_said_so() -> None:
    process = start("status", cwd=GOLDEN, stderr=subprocess.PIPE, preexec_fn=lambda: os.close(1))
    _, err = process.communicate(timeout=60)

    assert process.returncode == 3
    assert err.decode().startswith("error: cannot write the result to stdout: it is closed\n")


def test_notes_and_failures_go_to_stderr_and_leave_stdout_to_programs(plans: Path) -> None:
    write_plan(plans, "nepal")
    (plans / "broken.toml").write_text("format = 1\n", encoding="utf-8")

    answer = ask("status", "--as-of", "June 2018", "--lang", "fr", "--format", "json")

    assert answer.code == 1
    assert answer.document["as_of"] == "2018-06-30"
    assert [line.partition(" ")[0] for line in answer.err.splitlines()] == [
        "as",
        "no",
        "error:",
        "hint:",
    ]
