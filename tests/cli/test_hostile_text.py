"""Plans whose every text is hostile: whatever prints them, in every voice, prints texts.

What `trend` and `log` read from git has hostile commits too.
"""

import tempfile
from collections.abc import Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import strategies as st

from cli.asking import ask
from cli.voices import CHECKS
from hostile_plans import TRAPS, WORD, hostile_plan, hostile_texts
from laws import holds, runs
from ogdplan.model.kinds import KINDS
from repositories import a_repo

DAY = ("--as-of", "2018-06-30")
TABLE = ("table", "json", "csv", "markdown")
PAGE = ("table", "json", "markdown")
FINDINGS = ("text", "json", "github", "sarif")
CHANGES = ("text", "json", "markdown", "github")
REPORT = ("terminal", "json", "csv", "markdown", "html")


@dataclass(frozen=True)
class Reader:
    """A command that prints plans, with the voices that it has."""

    words: str
    voices: Sequence[str]

    @property
    def needs_git(self) -> bool:
        """Whether it reads what is committed."""
        return self.words.startswith(("log", "diff")) or "git" in self.words or "HEAD" in self.words

    def __str__(self) -> str:
        return self.words


READERS = (
    Reader("status", TABLE),
    Reader("agenda --within 9y", TABLE),
    Reader(f"find {WORD}", TABLE),
    Reader("trend", TABLE),
    Reader("trend --from-git", TABLE),
    Reader("report nepal", REPORT),
    Reader("report --all --one-page --lang ar", ("terminal", "json", "markdown", "html")),
    Reader("report nepal --public --since 2018-01-01", ("terminal", "json", "markdown", "html")),
    Reader("show nepal", PAGE),
    Reader("log nepal", PAGE),
    Reader("check", FINDINGS),
    Reader("check --all --advice", FINDINGS),
    Reader("check --all --since HEAD~1", FINDINGS),
    Reader("diff HEAD~1", CHANGES),
    Reader("diff HEAD~1 --unified", ("text",)),
    Reader("diff HEAD~1 --stat", ("text", "json", "markdown")),
    *(Reader(f"{kind.name} list", TABLE) for kind in KINDS),
    *(Reader(f"{kind.name} show nepal {kind.name}", PAGE) for kind in KINDS),
)


@dataclass(frozen=True)
class Case:
    """Texts, and a command that prints the plans made of them."""

    texts: tuple[str, ...]
    reader: Reader


cases = st.builds(
    Case,
    st.lists(hostile_texts, min_size=1, max_size=6).map(tuple),
    st.sampled_from(READERS),
)


def texts_stay_texts(case: Case) -> None:
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        write_plans(case.texts)
        if case.reader.needs_git:
            commit(case.texts)
        for voice in case.reader.voices:
            answer = ask(*case.reader.words.split(), "--format", voice, *DAY)
            assert answer.code in {0, 1}, answer.err
            assert answer.out
            CHECKS[voice](answer.out)
            CHECKS["text"](answer.err)


def write_plans(texts: Sequence[str]) -> None:
    """Write two hostile plans, one right and one wrong."""
    plans = Path("plans")
    plans.mkdir(exist_ok=True)
    for name, is_valid in (("nepal", True), ("broken", False)):
        text = hostile_plan(texts, is_valid=is_valid)
        (plans / f"{name}.toml").write_text(text, encoding="utf-8", newline="")


def commit(texts: Sequence[str]) -> None:
    """Commit the plans, and again with all texts changed, each with a hostile message."""
    repo = a_repo(Path.cwd())
    for drawn in (texts, (*texts[1:], texts[0], "x")):
        write_plans(drawn)
        repo.write("message", "A change " + drawn[0].replace("\0", ""))
        repo.git("add", "plans")
        repo.git("commit", "--quiet", "--cleanup=verbatim", "--file=message")


@pytest.mark.parametrize("reader", READERS, ids=str)
def test_every_known_trap_stays_a_text(reader: Reader) -> None:
    texts_stay_texts(Case(TRAPS, reader))


@runs(12, 3_000)
def test_no_text_is_more_than_a_text(runs: int) -> None:
    holds(texts_stay_texts, cases, runs)
