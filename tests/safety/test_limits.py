"""docs/safety.md#limits: files over 16 MiB and nesting beyond 100 levels are findings."""

from pathlib import Path

import pytest

from cli.asking import ask, write_plan
from ogdplan.planfile.reading import SIZE_LIMIT
from repositories import Repo
from safety.commands import DAY, EDITING
from safety.hostile import check_calm

MILESTONE = '[[milestones]]\nid = "portal"\ntitle = "A portal"\nlead = "office"\n'

DEEP = {
    "lists": "x = " + "[" * 101 + "]" * 101,
    "very deep lists": "x = " + "[" * 50_000,
    "tables": "x = " + "{a = " * 101 + "1" + "}" * 101,
    "dotted keys": "a." * 101 + "a = 1",
    "headers": f"[{'.'.join('a' * 101)}]",
}

READING = (
    *(("status",), ("agenda",), ("find", "x"), ("trend",), ("milestone", "list"), ("show", "bad")),
    *(("show", "bad", "portal"), ("check",), ("check", "bad", "--format", "sarif"), ("fmt",)),
)

HISTORY = (
    *(("diff",), ("diff", "--stat"), ("diff", "HEAD~1", "HEAD"), ("log", "bad")),
    *(("check", "--since", "HEAD~1"), ("trend", "bad", "--from-git")),
)

RULES = {"huge": "file-too-large", "deep": "nested-too-deep"}


def write_bad(path: Path, kind: str) -> None:
    """Write a plan that is too large or too deep."""
    write_plan(path.parent, path.stem, MILESTONE)
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(f"#{'x' * SIZE_LIMIT}\n" if kind == "huge" else f"{DEEP['lists']}\n")


@pytest.fixture(params=list(RULES))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_reading_command_names_the_file_and_reads_on(
    plans: Path, kind: str, words: tuple[str, ...]
) -> None:
    write_plan(plans, "good", MILESTONE)
    write_bad(plans / "bad.toml", kind)

    answer = ask(*words, *DAY)

    check_calm(answer, codes=(1,))
    assert "bad.toml" in answer.out + answer.err
    if words[0] in ("status", "milestone"):
        assert "good" in answer.out or "A portal" in answer.out


@pytest.mark.parametrize("kind", RULES)
def test_it_is_a_finding(plans: Path, kind: str) -> None:
    write_bad(plans / "bad.toml", kind)

    findings = ask("check", "--format", "json", *DAY).document["findings"]

    assert [finding["rule"] for finding in findings] == [RULES[kind]]


@pytest.mark.parametrize("shape", DEEP)
def test_every_way_of_nesting_counts(plans: Path, shape: str) -> None:
    write_plan(plans, "bad").write_text(f"format = 1\n{DEEP[shape]}\n", encoding="utf-8")

    findings = ask("check", "--format", "json", *DAY).document["findings"]

    assert "nested-too-deep" in {finding["rule"] for finding in findings}


@pytest.mark.parametrize("shape", ["lists", "tables"])
def test_a_hundred_levels_are_not_too_deep(plans: Path, shape: str) -> None:
    opening, _, closing = DEEP[shape].removeprefix("x = ").partition("1")
    signs = ("[", "]") if shape == "lists" else ("{a = ", "}")
    text = f"x = {signs[0] * 99}1{signs[1] * 99}"
    write_plan(plans, "good").write_text(f"format = 1\n{text}\n", encoding="utf-8")

    findings = ask("check", "--format", "json", *DAY).document["findings"]

    assert (opening, closing) != ("", "")
    assert "nested-too-deep" not in {finding["rule"] for finding in findings}


def test_changing_command_refuses_and_leaves_the_file(plans: Path, kind: str) -> None:
    path = plans / "nepal.toml"
    write_bad(path, kind)
    before = path.read_bytes()

    # In an editor such a file can be mended.
    for words in (each for each in EDITING if each[0] != "edit"):
        check_calm(ask(*words, *DAY), codes=(1, 2, 3))
        assert path.read_bytes() == before


def test_history_with_such_a_file_is_told(repo: Repo, kind: str) -> None:
    plan = write_plan(repo.root / "plans", "bad", MILESTONE)
    repo.commit(day="2017-01-15")
    write_bad(plan, kind)
    repo.commit(day="2017-02-15")
    for text in (MILESTONE, None):
        if text:
            write_plan(repo.root / "plans", "bad", text.replace("A portal", "Another"))
        else:
            write_bad(plan, kind)
        for words in HISTORY:
            answer = ask(*words, *DAY)
            check_calm(answer)
            assert len(answer.out + answer.err) < 100_000


def test_merge_names_such_a_file(plans: Path, kind: str) -> None:
    good = write_plan(plans, "good", MILESTONE)
    other = write_plan(plans.parent, "other", MILESTONE.replace("A portal", "Another"))
    bad = plans.parent / "bad.toml"
    write_bad(bad, kind)
    before = good.read_bytes()

    for files in ((bad, good, other), (other, good, bad)):
        answer = ask("merge", *map(str, files), "--dry-run")
        # A base that cannot be read is no hindrance where lines tell enough.
        check_calm(answer, codes=(0, 1, 3) if files[0] == bad else (1, 3))
        said = "16,777,216 bytes" if kind == "huge" else "nested-too-deep"
        assert said in answer.err
    assert good.read_bytes() == before


def test_editor_that_makes_such_a_file_is_not_taken_over(
    plans: Path, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from editors import an_editor  # noqa: PLC0415 - only here

    bad = tmp_path / "bad.toml"
    path = write_plan(plans, "nepal", MILESTONE)
    write_bad(bad, kind)
    before = path.read_bytes()
    code = f"draft.write_bytes(Path({str(bad)!r}).read_bytes())"
    monkeypatch.setenv("VISUAL", an_editor(tmp_path, code))

    check_calm(ask("edit", "nepal", *DAY), codes=(1, 3))

    assert path.read_bytes() == before


def test_no_command_makes_a_plan_that_is_too_large(plans: Path) -> None:
    path = write_plan(plans, "nepal")
    before = path.read_bytes()
    full = before + b"# " + b"x" * (SIZE_LIMIT - len(before) - 3) + b"\n"
    path.write_bytes(full)

    answer = ask("milestone", "add", "nepal", "Build the portal", "--due", "2018-12-31")

    assert (answer.code, path.read_bytes() == full) == (3, True)
    assert f"a plan has at most {SIZE_LIMIT:,}" in " ".join(answer.err.split())
    assert "hint: put a part of it into a plan of its own" in answer.err
