"""The case files in edits/: a plan, the commands as typed, what they say, and what changes."""

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

import pytest

from cli.asking import ask
from golden_files import RENEWS
from ogdplan.cli.kinds import VERBS
from ogdplan.model.kinds import KINDS

FOLDER = Path(__file__).parent / "edits"
EVERY_KIND_HAS = ("add", "set", "remove", "rename")
COUNTRIES = {"nepal": "NPL", "panama": "PAN"}
HEAD = """\
format = 1

[plan]
title = "A plan"
country = "{country}"
start = "2017"
end = "2018"
lead = "office"

[[institutions]]
id = "office"
name = "An office"
sector = "government"
"""


@dataclass(frozen=True)
class Case:
    """One case of a file; `before` and `after` are by plan."""

    path: Path
    title: str
    before: Mapping[str, str]
    says: str
    after: Mapping[str, str]

    @property
    def commands(self) -> list[str]:
        """Return the commands as they are typed."""
        return re.findall(r"^\$ (.+)$", self.says, re.MULTILINE)

    @property
    def text(self) -> str:
        """Return the case as its file has it."""
        before = "".join(f"{_head('before', plan)}{toml}" for plan, toml in self.before.items())
        after = "".join(f"{_head('after', plan)}{diff}" for plan, diff in self.after.items())
        return f"= {self.title}\n{before}== says\n{self.says}{after}"


def _head(what: str, plan: str) -> str:
    return f"== {what}\n" if plan == "nepal" else f"== {what} {plan}\n"


def read_case(path: Path, text: str) -> Case:
    """Return the case that the text tells, from its title on."""
    title, *parts = re.split(r"^== ", text.rstrip("\n") + "\n", flags=re.MULTILINE)
    found: dict[str, dict[str, str]] = {"before": {}, "says": {}, "after": {}}
    for part in parts:
        head, _, body = part.partition("\n")
        what, _, plan = head.partition(" ")
        found[what][plan or "nepal"] = body
    return Case(path, title.strip(), found["before"], found["says"]["nepal"], found["after"])


def cases() -> Iterator[Case]:
    """Yield the cases of all files."""
    for path in sorted(FOLDER.glob("*.case")):
        for text in re.split(r"^= ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            yield read_case(path, text)


CASES = tuple(cases())


def told(case: Case, folder: Path) -> Case:
    """Return the case as it is told when its commands are run, its plans being in the folder."""
    old = {plan: HEAD.format(country=COUNTRIES[plan]) + toml for plan, toml in case.before.items()}
    for plan, text in old.items():
        folder.joinpath(f"{plan}.toml").write_text(text, encoding="utf-8", newline="\n")
    says = "".join(f"$ {command}\n{answer_to(command)}" for command in case.commands)
    diffs = {plan: difference(text, folder / f"{plan}.toml") for plan, text in old.items()}
    after = {plan: tidy(diff) for plan, diff in diffs.items() if diff}
    return replace(case, says=tidy(says), after=after)


def tidy(text: str) -> str:
    """Return the text without blanks on empty lines of a diff, which editors take away."""
    return re.sub("^ $", "", text, flags=re.MULTILINE).rstrip("\n") + "\n"


def answer_to(command: str) -> str:
    """Return all that a command says, and its exit code when it fails."""
    program, *words = shlex.split(command)
    assert program == "ogdplan"
    answer = ask(*words)
    return answer.out + answer.err + (f"exit code {answer.code}\n" if answer.code else "")


def difference(old: str, path: Path) -> str:
    """Return what became of a file, as a unified diff without its names."""
    new = path.read_bytes().decode()
    found = list(unified_diff(old.splitlines(True), new.splitlines(True), n=1))
    return "".join(found[2:])


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_commands_say_and_do_what_the_case_tells(case: Case, plans: Path) -> None:
    found = told(case, plans)

    assert "bug: " not in found.says
    if RENEWS:
        text = case.path.read_text(encoding="utf-8")
        case.path.write_text(text.replace(case.text, found.text), encoding="utf-8", newline="\n")
    assert found == case
    assert sorted(path.name for path in plans.iterdir()) == [f"{name}.toml" for name in case.before]
    summary = ask("check", "--format", "json", "--as-of", "2017-06-01").document["summary"]
    assert summary["error"] == 0


def test_no_two_cases_have_one_title() -> None:
    titles = [case.title for case in CASES]

    assert sorted(set(titles)) == sorted(titles)


def test_cases_are_told_in_one_form() -> None:
    for path in FOLDER.glob("*.case"):
        texts = [case.text for case in CASES if case.path == path]
        assert path.read_text(encoding="utf-8") == "\n".join(texts)


def test_every_command_that_changes_a_record_has_a_case() -> None:
    told = {tuple(command.split()[1:3]) for case in CASES for command in case.commands}

    kinds = {kind.name for kind in KINDS}
    assert {(kind, "add") for kind in kinds} <= told
    assert set(EVERY_KIND_HAS) <= {verb for kind, verb in told if kind in kinds}
    assert {(kind, verb) for kind, verbs in VERBS.items() for verb in verbs} <= told
    assert {("plan", "set"), ("accept", "nepal")} <= told
