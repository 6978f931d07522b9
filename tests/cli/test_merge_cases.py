"""The case files in merges/: three versions of a plan, what the merge says, and what it leaves."""

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

import pytest
import tomli

from cli.asking import ask
from cli.test_edit_cases import HEAD, tidy
from golden_files import RENEWS

FOLDER = Path(__file__).parent / "merges"
SIDES = ("base", "ours", "theirs")
MERGE = "ogdplan merge base.toml plans/nepal.toml theirs.toml"
AS_OF = "2017-06-01"
PLAN = HEAD.format(country="NPL")


@dataclass(frozen=True)
class Case:
    """One case of a file; `sides` are the texts by the heads that they stand under."""

    path: Path
    title: str
    sides: Mapping[str, str]
    says: str
    merged: str
    settled: str

    @property
    def commands(self) -> list[str]:
        """Return the commands as they are typed."""
        return re.findall(r"^\$ (.+)$", self.says, re.MULTILINE) or [MERGE]

    @property
    def text(self) -> str:
        """Return the case as its file has it."""
        sides = "".join(f"== {head}\n{toml}" for head, toml in self.sides.items())
        merged = f"== merged\n{self.merged}" if self.merged else ""
        settled = f"== settled\n{self.settled}" if self.settled else ""
        return f"= {self.title}\n{sides}== says\n{self.says}{merged}{settled}"

    def content(self, side: str) -> bytes:
        """Return a version as bytes: below the head of all, unless it is whole."""
        head, records = next(pair for pair in self.sides.items() if pair[0].split(",")[0] == side)
        text = records if "whole" in head else PLAN + records
        if "CRLF" in head:
            text = text.replace("\n", "\r\n")
        if "no final newline" in head:
            text = text.rstrip("\n")
        return text.encode("utf-8-sig" if "BOM" in head else "utf-8")


def read_case(path: Path, text: str) -> Case:
    """Return the case that the text tells, from its title on."""
    title, *parts = re.split(r"^== ", text.rstrip("\n") + "\n", flags=re.MULTILINE)
    found = dict(part.split("\n", 1) for part in parts)
    sides = {head: toml for head, toml in found.items() if head.split(",")[0] in SIDES}
    texts = (found.get(name, "") for name in ("says", "merged", "settled"))
    return Case(path, title.strip(), sides, *texts)


def cases() -> Iterator[Case]:
    """Yield the cases of all files."""
    for path in sorted(FOLDER.glob("*.case")):
        for text in re.split(r"^= ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            yield read_case(path, text)


CASES = tuple(cases())


def told(case: Case) -> Case:
    """Return the case as it is told when its commands are run in the folder around plans/."""
    paths = ("base.toml", "plans/nepal.toml", "theirs.toml")
    for path, side in zip(paths, SIDES, strict=True):
        Path(path).write_bytes(case.content(side))
    merge, *others = case.commands
    says = f"$ {merge}\n{answer_to(merge)}"
    merged = difference(case.content("ours"), Path("plans/nepal.toml").read_bytes())
    says += "".join(f"$ {command}\n{answer_to(command)}" for command in others)
    after = difference(case.content("ours"), Path("plans/nepal.toml").read_bytes())
    return replace(case, says=tidy(says), merged=merged, settled=after if others else "")


def answer_to(command: str) -> str:
    """Return all that a command says, and its exit code when it fails."""
    program, *words = shlex.split(command)
    assert program == "ogdplan"
    answer = ask(*words, "--as-of", AS_OF)
    return answer.out + answer.err + (f"exit code {answer.code}\n" if answer.code else "")


def difference(old: bytes, new: bytes) -> str:
    """Return what became of ours as a unified diff; line endings and a mark of both are seen."""
    one, other = ([f"{line}\n" for line in shown(each).split("\n")] for each in (old, new))
    return tidy("".join([*unified_diff(one, other, n=1)][2:])) if one != other else ""


def shown(content: bytes) -> str:
    """Return a text with a mark at its start and the end of lines made visible."""
    text = content.decode().removesuffix("\n").replace("\ufeff", "<BOM>").replace("\r", "␍")
    return text if content.endswith(b"\n") else f"{text}<no newline>"


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_merge_says_and_leaves_what_the_case_tells(case: Case, plans: Path) -> None:
    found = told(case)

    assert "bug: " not in found.says
    if RENEWS:
        text = case.path.read_text(encoding="utf-8")
        case.path.write_text(text.replace(case.text, found.text), encoding="utf-8", newline="\n")
    assert found == case
    names = sorted(path.name for path in plans.parent.rglob("*"))
    assert names == ["base.toml", "nepal.toml", "plans", "theirs.toml"]
    content = (plans / "nepal.toml").read_bytes()
    if "line by line" not in found.says:
        tomli.loads(content.decode("utf-8-sig"))
    if "exit code" not in found.says:
        sides = (errors_of(case.content(side), plans) for side in ("ours", "theirs"))
        assert errors_of(content, plans) <= max(sides)


def errors_of(content: bytes, plans: Path) -> int:
    """Return how many errors a plan with this content has."""
    (plans / "nepal.toml").write_bytes(content)
    summary = ask("check", "--format", "json", "--as-of", AS_OF).document["summary"]
    return int(summary["error"])


def test_no_two_cases_have_one_title() -> None:
    titles = [case.title for case in CASES]

    assert sorted(set(titles)) == sorted(titles)


def test_cases_are_told_in_one_form() -> None:
    for path in FOLDER.glob("*.case"):
        texts = [case.text for case in CASES if case.path == path]
        assert path.read_text(encoding="utf-8") == "\n".join(texts)
