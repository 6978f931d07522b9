import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from cli.asking import ask
from ogdplan.cli.main import app
from ogdplan.cli.options import EVERYWHERE

ROOT = Path(__file__).parents[2]
EXAMPLE = re.compile(r"Example: (ogdplan .+?)(?:  |$)")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


# Any: the type of Typer's commands is private to it.
def paths(command: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield above
    for name in getattr(command, "commands", {}):
        yield from paths(command.commands[name], (*above, name))


COMMANDS = [path for path in paths(typer.main.get_command(app)) if path]
GROUPS = [path for path in COMMANDS if any(other[:-1] == path for other in COMMANDS)]
LEAVES = [path for path in COMMANDS if path not in GROUPS]

every_command = pytest.mark.parametrize("path", [(), *COMMANDS], ids=" ".join)


def help_of(*path: str, env: dict[str, str] | None = None) -> str:
    answer = ask(*path, "--help", env={"COLUMNS": "100", **(env or {})})
    assert (answer.code, answer.err) == (0, "")
    return answer.out


def example_of(path: tuple[str, ...]) -> str:
    """Return the example of a command's help, which may go over two lines."""
    text = " ".join(help_of(*path).split())
    found = re.search(r"Example: (ogdplan .+?) ╭", text)
    assert found is not None
    return found[1]


@every_command
def test_help_says_what_a_command_does_and_has_an_example(path: tuple[str, ...]) -> None:
    lines = [line.strip() for line in help_of(*path).splitlines() if line.strip()]

    assert lines[0].startswith(f"Usage: {' '.join(('ogdplan', *path))} ")
    assert re.match(r"[A-Z][^.]+\. ", " ".join([*lines[1:], ""]))
    assert example_of(path).startswith(" ".join(("ogdplan", *path)))


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_options_are_grouped_in_panels(path: tuple[str, ...]) -> None:
    text = help_of(*path)

    panels = re.findall(r"╭─ (.+?) ─", text)
    assert panels[-2:] == ["Options", EVERYWHERE] or panels[-2:] == ["Filters", EVERYWHERE]
    shared = text.partition(EVERYWHERE)[2]
    for option in ("--plans", "--as-of", "--lang", "--no-color", "--debug"):
        assert option in shared


def test_commands_are_grouped_in_panels() -> None:
    panels = re.findall(r"╭─ (.+?) ─", help_of())

    assert panels == [
        "Options",
        "Read plans",
        "Check plans",
        "Look things up",
        "Records of a kind",
    ]


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_example_of_every_command_runs(
    path: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    monkeypatch.chdir(tmp_path)
    program, *words = shlex.split(example_of(path))
    if "ID" in words:
        words[-2:] = plan_and_record(path[0])

    answer = ask(*words)

    assert program == "ogdplan"
    assert (answer.code, answer.err) == (0, "")


def plan_and_record(kind: str) -> list[str]:
    """Return the ids of some record of a kind and of its plan."""
    (record, *_) = ask(kind, "list", "--format", "json").document["records"]
    return [record["plan"], record["id"]]


@every_command
def test_help_has_no_colours_on_a_dumb_terminal_and_no_markup(path: tuple[str, ...]) -> None:
    plain = help_of(*path, env={"TERM": "dumb", "FORCE_COLOR": "1"})

    assert "\x1b" not in plain
    assert "[/" not in plain


@pytest.mark.parametrize("path", [(), ("status",), ("milestone", "list")], ids=" ".join)
def test_help_says_the_same_with_colours(path: tuple[str, ...]) -> None:
    coloured = help_of(*path, env={"TERM": "xterm-256color", "FORCE_COLOR": "1"})

    assert "\x1b" in coloured
    assert COLOUR.sub("", coloured) == help_of(*path)


@pytest.mark.parametrize("columns", [60, 120])
@pytest.mark.parametrize("path", [(), ("show",), ("milestone", "list")], ids=" ".join)
def test_help_keeps_to_the_width(path: tuple[str, ...], columns: int) -> None:
    text = help_of(*path, env={"COLUMNS": str(columns)})

    assert max(map(len, text.splitlines())) <= columns


def test_short_option_asks_for_help_too() -> None:
    assert ask("-h").out == ask("--help").out


@pytest.mark.parametrize("path", [(), *GROUPS], ids=" ".join)
def test_group_of_commands_by_itself_shows_its_help(path: tuple[str, ...]) -> None:
    assert ask(*path) == ask(*path, "--help")


def test_version_is_printed() -> None:
    answer = ask("--version")

    assert (answer.code, answer.err) == (0, "")
    assert re.fullmatch(r"ogdplan \d+\.\d+\.\d+\n", answer.out)
