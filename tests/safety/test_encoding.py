"""docs/safety.md#encoding: a byte-order mark is kept, and output is UTF-8 on any console."""

import subprocess
from pathlib import Path

import pytest

from cli.asking import ask, start, write_plan
from repositories import Repo, a_repo
from safety.commands import DAY, EDITING, READING

MARK = b"\xef\xbb\xbf"

PLAN = """
[[milestones]]
id = "later"
title = "पोर्टल"
lead = "office"
due = "2018-06"

[[milestones]]
id = "portal"
title = "Portal"
lead = "office"
due = "2017"

[[challenges]]
id = "paper"
title = "Papier"
category = "other"

[[next_steps]]
id = "go-on"
title = "Weiter"

[[indicators]]
id = "reach"
title = "Reichweite"
level = "output"

[[measurements]]
id = "first"
indicator = "reach"
on = 2017-05-01
value = 1
"""


def name_of(words: tuple[str, ...]) -> str:
    return " ".join(word for word in words if word.isascii() and word.isprintable())


@pytest.fixture(scope="module")
def marked_once(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """Return a repository with a plan that begins with a byte-order mark; no test changes it."""
    repo = a_repo(tmp_path_factory.mktemp("marked") / "a repository")
    plan = write_plan(repo.root / "plans", "nepal", PLAN, title='"São Tomé"')
    plan.write_bytes(MARK + plan.read_bytes())
    repo.commit()
    repo.git("tag", "start")
    return repo


@pytest.fixture
def marked(
    marked_once: Repo, editor: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Return a plan that begins with a byte-order mark, in a repository; the test is in it."""
    repo = marked_once.copy(tmp_path / "a repository")
    monkeypatch.chdir(repo.root)
    return repo.root / "plans" / "nepal.toml"


@pytest.mark.parametrize("words", EDITING, ids=name_of)
def test_changing_command_keeps_the_mark(marked: Path, words: tuple[str, ...]) -> None:
    before = marked.read_bytes()

    answer = ask(*words, *DAY)

    assert answer.code == 0, answer.err
    after = marked.read_bytes()
    assert after != before
    assert after.startswith(MARK)
    assert after.count(MARK) == 1 + after[3:].count(MARK)
    assert ask("check", "--format", "json", *DAY).document["summary"]["error"] == 0


@pytest.mark.parametrize("which", ["base", "ours", "theirs"])
def test_merge_keeps_the_mark_of_ours(marked: Path, which: str) -> None:
    plain = marked.read_bytes().removeprefix(MARK)
    files = {name: marked.parents[1] / f"{name}.toml" for name in ("base", "ours", "theirs")}
    for name, file in files.items():
        text = plain.replace(b"Weiter", b"Weiter!") if name == "theirs" else plain
        text = text.replace(b"Papier", b"Papier!") if name == "ours" else text
        file.write_bytes(MARK + text if name == which else text)

    answer = ask("merge", *map(str, files.values()), *DAY)

    merged = files["ours"].read_bytes()
    assert answer.code == 0, answer.err
    assert merged.startswith(MARK) == (which == "ours")
    assert b"Weiter!" in merged
    assert b"Papier!" in merged


@pytest.mark.parametrize("words", READING, ids=name_of)
def test_mark_is_accepted_and_never_shown(
    marked_once: Repo, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(marked_once.root)
    named = {"club", "act", "supply", "news", "ask", "budget", "talk", "guide", "irm"} & set(words)
    answer = ask(*words, *DAY)

    assert answer.code in ((2,) if named else (0, 1)), answer.err
    assert "\ufeff" not in answer.out + answer.err
    assert "BOM" not in answer.out


CONSOLES = {
    "ascii, strict": {"PYTHONIOENCODING": "ascii:strict"},
    "windows": {"PYTHONIOENCODING": "cp1252"},
    "utf-16": {"PYTHONIOENCODING": "utf-16"},
    "C": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


@pytest.mark.parametrize("environment", CONSOLES.values(), ids=CONSOLES)
def test_output_is_utf8_on_any_console(marked: Path, environment: dict[str, str]) -> None:
    words = [["show", "nepal"], ["milestone", "list"], ["show", "नेपाल…"], ["log", "nepal"]]
    # One process for all: each start costs more than what it shows.
    code = "from ogdplan.cli.main import main\nimport sys\n"
    for each in words:
        code += f"sys.argv[1:] = {[*each, *DAY]!a}\ntry: main()\nexcept SystemExit: pass\n"

    process = start(code=code, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = process.communicate(timeout=60)

    assert process.returncode == 0
    assert "São Tomé" in out.decode("utf-8")
    assert "पोर्टल" in out.decode("utf-8")
    assert "नेपाल…" in err.decode("utf-8")
