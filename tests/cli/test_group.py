import subprocess
from collections.abc import Mapping

import pytest
import typer
from typer.testing import CliRunner

from cli.asking import GOLDEN, Answer, start
from ogdplan.cli.group import LazyCommands, LazyGroup, Place, RootGroup
from ogdplan.cli.main import COMMANDS

TABLE = {"fail": Place("cli.failing", "Panel"), "broken": Place("cli.nowhere", "Panel")}


class FailingGroup(RootGroup):
    table = TABLE


app = typer.Typer(cls=FailingGroup, rich_markup_mode="markdown")


@app.callback()
def program() -> None:
    """A program that fails."""


def ask(*words: str, env: Mapping[str, str | None] | None = None) -> Answer:
    quiet = {"NO_COLOR": None, "FORCE_COLOR": None, "COLUMNS": None, "TERM": "dumb"}
    result = CliRunner().invoke(app, list(words), env={**quiet, **(env or {})})
    return Answer(result.exit_code, result.stdout, result.stderr)


def test_failure_is_said_with_its_hint_and_code_3() -> None:
    assert ask("fail", "failure") == Answer(
        3, "", "error: it could not be done\nhint: do something else\n"
    )


def test_failure_without_a_hint_is_one_line() -> None:
    assert ask("fail", "file") == Answer(3, "", "error: cannot read x.toml: permission denied\n")


def test_wrong_usage_has_code_2() -> None:
    assert ask("fail", "usage") == Answer(2, "", "error: it does not fit\nhint: write it so\n")


def test_bug_is_one_line_and_how_to_report_it_with_code_4() -> None:
    assert ask("fail", "bug") == Answer(
        4,
        "",
        "bug: ZeroDivisionError: division by zero\n"
        "hint: run it again with --debug and report what it prints\n",
    )


def test_debug_prints_the_trace_of_a_bug_and_keeps_its_code() -> None:
    answer = ask("fail", "bug", "--debug")

    assert (answer.code, answer.out) == (4, "")
    assert answer.err.startswith("Traceback (most recent call last):\n")
    assert "raise FAILURES[how]" in answer.err
    assert answer.err.endswith(
        "bug: ZeroDivisionError: division by zero\n"
        "hint: please report it, with all that is printed above\n"
    )


def test_debug_prints_no_trace_of_a_failure() -> None:
    assert ask("fail", "failure", "--debug") == ask("fail", "failure")


def test_command_that_cannot_be_built_is_a_bug() -> None:
    answer = ask("broken")

    assert (answer.code, answer.out) == (4, "")
    assert answer.err.startswith("bug: ModuleNotFoundError: No module named 'cli.nowhere'\n")


def test_interruption_has_code_130_and_says_nothing() -> None:
    assert ask("fail", "interrupt") == Answer(130, "", "")


def test_exit_of_a_command_is_left_alone() -> None:
    assert ask("fail", "exit") == Answer(1, "", "")


def test_words_of_a_failure_are_no_markup_and_steer_nothing() -> None:
    assert ask("fail", "hostile").err == ("error: [bold]no\\u001b[2J[/x]\nhint: [red]\n")


def test_failures_have_colours_where_they_are_wanted() -> None:
    forced = {"FORCE_COLOR": "1", "TERM": "xterm"}

    assert ask("fail", "usage", env=forced).err == (
        "\x1b[1;31merror: \x1b[0mit does not fit\n\x1b[32mhint: \x1b[0mwrite it so\n"
    )
    assert ask("fail", "usage", "--no-color", env=forced) == ask("fail", "usage")
    assert ask("fail", "usage", env={**forced, "NO_COLOR": "1"}) == ask("fail", "usage")


def test_unknown_command_option_and_argument_are_wrong_usages() -> None:
    for words in (["fial"], ["fail", "--nope"], ["fail"], ["fail", "failure", "more"]):
        answer = ask(*words)
        assert (answer.code, answer.out) == (2, "")
        assert "Error" in answer.err


def test_misspelt_command_leads_to_the_nearest() -> None:
    assert "Did you mean 'fail'?" in ask("fial").err


def test_commands_are_built_once_and_only_when_asked_for() -> None:
    commands = LazyCommands(TABLE)

    assert (list(commands), len(commands)) == (["fail", "broken"], 2)
    assert commands["fail"] is commands["fail"]
    with pytest.raises(KeyError):
        commands["nothing"]


def test_module_may_build_several_commands() -> None:
    two = {name: Place("cli.failing", "Panel", builder=f"build_{name}") for name in ("one", "two")}
    one = {"three": Place("cli.failing", "Panel", "three", "build_called")}
    commands = LazyCommands(two | one)

    assert [commands[name].help for name in commands] == ["Be one.", "Be two.", "Be three."]
    assert {commands[name].rich_help_panel for name in commands} == {"Panel"}


def test_group_in_the_program_builds_its_commands_late_too() -> None:
    group = type("SomeGroup", (LazyGroup,), {"table": TABLE})(name="some")

    assert group.list_commands(typer.Context(group)) == ["fail", "broken"]
    assert group.get_command(typer.Context(group), "fail").name == "fail"
    with pytest.raises(ModuleNotFoundError):
        group.get_command(typer.Context(group), "broken")


def test_every_command_of_the_program_can_be_built() -> None:
    commands = LazyCommands(COMMANDS)

    assert [commands[name].name for name in commands] == list(COMMANDS)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["milestone", "list", "--format", "json"], 0),
        (["status"], 0),
        (["check", "--strict", "--all"], 1),
    ],
)
def test_reader_that_has_gone_is_no_failure(words: list[str], code: int) -> None:
    process = start(*words, cwd=GOLDEN, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate(timeout=60)

    assert (process.returncode, err) == (code, b"")
