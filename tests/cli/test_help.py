import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer

from cli.asking import ask
from drivers import a_driver
from ogdplan.cli.kinds import VERBS
from ogdplan.cli.main import app
from ogdplan.cli.options import EVERYWHERE
from ogdplan.model.kinds import KINDS, Kind
from repositories import a_repo

ROOT = Path(__file__).parents[2]
EDITOR = f'"{sys.executable}" -c pass'
DUE = 'due = "2026-12"\n'
NAMED_IN_EXAMPLES = f"""
[[commitments]]
id = "leadership"
title = "Lead by example"
lead = "nic"

[[milestones]]
id = "portal"
title = "Open the portal"
lead = "nic"
{DUE}
[[challenges]]
id = "fear"
title = "Officers fear mistakes"
category = "other"

[[next_steps]]
id = "appoint-champion"
title = "Appoint a champion"

[[indicators]]
id = "datasets-published"
title = "Datasets published"
level = "output"
"""
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
few_commands = pytest.mark.parametrize(
    "path", [(), ("status",), ("milestone", "list")], ids=" ".join
)


@cache
def help_of(*path: str, columns: int = 100, coloured_for: str = "") -> str:
    """Return a command's help, into a pipe or in the colours that a terminal can show."""
    forced = {"TERM": coloured_for, "FORCE_COLOR": "1"} if coloured_for else {}
    answer = ask(*path, "--help", env={"COLUMNS": str(columns), **forced})
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

    *_, own, shared_by_all = re.findall(r"╭─ (.+?) ─", text)
    assert own in {"Options", "Filters", "Fields", "With --new"}
    assert shared_by_all == EVERYWHERE
    shared = text.partition(EVERYWHERE)[2]
    for option in ("--plans", "--as-of", "--lang", "--no-color", "--debug"):
        assert option in shared


def test_commands_are_grouped_in_panels() -> None:
    panels = re.findall(r"╭─ (.+?) ─", help_of())

    assert panels == [
        "Options",
        "Read plans",
        "Change plans",
        "Check plans",
        "What changed",
        "To and from other programs",
        "Look things up",
        "Records of a kind",
    ]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_commands_of_a_kind_are_grouped_in_panels(kind: Kind) -> None:
    happens = ["What happens"] if kind.name in VERBS else []

    assert re.findall(r"╭─ (.+?) ─", help_of(kind.name)) == [
        "Options",
        "Read",
        *happens,
        "Add and change",
    ]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with what is shipped, to be copied, and beside it what examples name."""
    root = tmp_path_factory.mktemp("shipped")
    repo = a_repo(root)
    for name in ("nepal", "panama", "brazil", "brazil/planejamento"):
        (root / "plans" / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "plans" / f"{name}.toml", root / "plans" / f"{name}.toml")
    shutil.copytree(ROOT / "examples", root / "examples")
    repo.commit()
    for name in ("old.toml", "from-colleague.toml"):
        shutil.copy(root / "plans/nepal.toml", root / name)
    return root


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_example_of_every_command_runs(
    path: tuple[str, ...], shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(shipped, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    if path == ("git", "doctor"):
        monkeypatch.setattr(sys, "argv", [str(a_driver(tmp_path / "bin"))])
        ask("git", "install")
    make_fit_for_examples(Path("plans/nepal.toml"), has_due=path != ("accept",))
    program, *words = shlex.split(example_of(path))
    if {"ID", "OLD"} & set(words):
        stands_for = {"ID": (record := added(path[0])), "OLD": record, "NEW": "another"}
        words = [stands_for.get(word, word) for word in words]

    answer = ask(*words, env={"VISUAL": EDITOR})

    assert program == "ogdplan"
    assert answer.code == 0
    assert "error: " not in answer.err
    assert "warning: " not in answer.err


def make_fit_for_examples(path: Path, *, has_due: bool) -> None:
    """Add the records that examples name; only a plan that was adopted is asked for deadlines."""
    text = path.read_text(encoding="utf-8").replace('stage = "submitted"\n', "")
    records = NAMED_IN_EXAMPLES if has_due else NAMED_IN_EXAMPLES.replace(DUE, "")
    path.write_text(text + records, encoding="utf-8")


def added(kind: str) -> str:
    """Return the id of the record that the example of a kind's `add` makes."""
    _, *words = shlex.split(example_of((kind, "add")))
    (change,) = ask(*words, "--format", "json").document["changes"]
    return str(change["id"])


@every_command
def test_help_has_neither_colours_nor_markup_in_a_pipe(path: tuple[str, ...]) -> None:
    plain = help_of(*path)

    assert "\x1b" not in plain
    assert "[/" not in plain


@few_commands
def test_help_has_no_colours_on_a_dumb_terminal(path: tuple[str, ...]) -> None:
    assert "\x1b" not in help_of(*path, coloured_for="dumb")


@few_commands
def test_help_says_the_same_with_colours(path: tuple[str, ...]) -> None:
    coloured = help_of(*path, coloured_for="xterm-256color")

    assert "\x1b" in coloured
    assert COLOUR.sub("", coloured) == help_of(*path)


@pytest.mark.parametrize("columns", [60, 120])
@pytest.mark.parametrize("path", [(), ("show",), ("milestone", "list")], ids=" ".join)
def test_help_keeps_to_the_width(path: tuple[str, ...], columns: int) -> None:
    text = help_of(*path, columns=columns)

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
