"""No command is left out: what the other modules try has a line for each command there is."""

from typing import Any

import pytest
import typer

from cli.asking import ask
from ogdplan.cli.main import COMMANDS, app
from repositories import Repo
from safety.commands import DAY, EDITING, KINDS, OTHERS, READING

# Any: the type of Typer's commands is private to it.
PROGRAM: Any = typer.main.get_command(app)

RECORD_EDITS = {"add", "set", "remove", "rename"}
"""One implementation for all kinds: tried on milestones."""


def test_every_command_is_tried() -> None:
    tried = {words[0] for words in (*READING, *EDITING, *OTHERS)}

    assert tried == set(COMMANDS)


def test_every_command_of_a_group_is_tried() -> None:
    tried = {words[:2] for words in (*READING, *EDITING, *OTHERS)}
    wanted = {
        (name, each)
        for name in (*KINDS, "plan", "git")
        for each in PROGRAM.commands[name].commands
        if name == "milestone" or each not in RECORD_EDITS
    }

    assert wanted - tried == set()


def name_of(words: tuple[str, ...]) -> str:
    return " ".join(word for word in words if word.isascii() and word.isprintable())


@pytest.mark.parametrize("words", READING, ids=name_of)
def test_reading_command_does_what_it_is_for(history: Repo, words: tuple[str, ...]) -> None:
    answer = ask(*words, *DAY)

    assert answer.code in (0, 1), answer.err
    assert answer.out


@pytest.mark.parametrize("words", [*EDITING, *OTHERS], ids=name_of)
def test_changing_command_does_what_it_is_for(hostile: Repo, words: tuple[str, ...]) -> None:
    answer = ask(*words, *DAY)

    assert answer.code in (0, 1), answer.err
    assert answer.out or words[0] == "fmt"
