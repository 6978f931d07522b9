"""Commands over many plans show on a terminal how far they are, and nowhere else."""

import sys
from pathlib import Path

import pytest

from cli.asking import ask, in_terminal, write_plan
from ogdplan.cli import progress_bar

COMMANDS = {
    ("status",): "Reading plans",
    ("check",): "Checking plans",
    ("export", "--to", "x.json"): "Reading plans",
}


@pytest.fixture
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for seconds in ("AFTER", "EVERY"):
        monkeypatch.setattr(progress_bar, seconds, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="has no terminals of this kind")
@pytest.mark.usefixtures("_at_once")
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_long_work_shows_how_far_it_is(plans: Path, words: tuple[str, ...]) -> None:
    for name in ("nepal", "panama", "kenya"):
        write_plan(plans, name)

    shown = in_terminal(*words, "--as-of", "2018-06-30", columns=100).out

    assert COMMANDS[words] in shown
    assert shown.index("1/3") < shown.index("3/3")
    assert "\x1b[2K" in shown.rpartition("3/3")[2]


@pytest.mark.skipif(sys.platform == "win32", reason="has no terminals of this kind")
@pytest.mark.usefixtures("_at_once")
def test_import_shows_how_many_rows_are_read(plans: Path) -> None:
    write_plan(plans, "nepal")
    table = "title\nLaunch the portal\nTrain the staff\n"
    (plans.parent / "rows.csv").write_text(table, encoding="utf-8")
    words = ("import", "nepal", "rows.csv", "--as", "milestones")

    shown = in_terminal(*words, columns=100).out

    assert "Reading rows" in shown
    assert shown.index("1/2") < shown.index("2/2")


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_nothing_of_it_is_in_a_pipe(plans: Path, words: tuple[str, ...]) -> None:
    write_plan(plans, "nepal")

    answer = ask(*words, "--as-of", "2018-06-30", env={"FORCE_COLOR": "1"})

    assert (answer.code, answer.err) == (0, "")
    assert COMMANDS[words] not in answer.out
