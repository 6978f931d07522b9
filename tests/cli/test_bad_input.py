"""Whatever lies in the plans folder: no traceback, no bug, and all other plans are reported."""

import csv
import io
import os
import re
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path

import pytest

from cli.asking import Answer, ask, run, write_plan
from ogdplan.planfile.reading import SIZE_LIMIT
from safety.hostile import hostile_plan, wrong_plan

WORK = '[[milestones]]\nid = "portal"\ntitle = "A portal"\nlead = "office"\ndue = "2018"\n'
DAY = ("--as-of", "2017-06-01")
READING = (
    ("status",),
    ("agenda", "--within", "600d"),
    ("find", "portal"),
    ("trend",),
    ("milestone", "list"),
)
"""Commands that show plans, and with them the milestone of the good one."""

COMMANDS = (
    *READING,
    *((*words, "--format", voice) for words in READING for voice in ("json", "csv", "markdown")),
    *(("check", "--all", "--advice", "--format", voice) for voice in ("text", "json", "github")),
    ("check",),
    ("check", "--format", "sarif"),
)

BROKEN = {
    "syntax": (b"format = 1\n[plan\n", "toml-syntax"),
    "empty": (b"", "missing-field"),
    "comments": (b"# to be written\n", "missing-field"),
    "latin-1": ('format = 1 # Panamá "'.encode("latin-1"), "not-utf8"),
    "utf-16": ("format = 1\n".encode("utf-16"), "not-utf8"),
    "binary": (bytes(range(256)), "not-utf8"),
    "nul": (b"format = 1\0\n", "toml-syntax"),
    "newer": (b"format = 2\n", "unsupported-format"),
    "deep": (b"x = " + b"[" * 20_000, "nested-too-deep"),
    "long-key": (b"x." * 30_000 + b"x = 1", "nested-too-deep"),
    "merging": (b"<<<<<<< a\nx = 1\n=======\nx = 2\n>>>>>>> b\n", "conflict-markers"),
    "shape": (b"format = 1\n[plan]\ntitle = 3\n", "wrong-type"),
}


def check_safe(answer: Answer) -> None:
    """Check that a program that met something bad ended well, and wrote nothing that steers."""
    assert answer.code in (0, 1, 2, 3), answer.err
    assert "Traceback" not in answer.out + answer.err
    assert "bug:" not in answer.err
    if answer.code in (2, 3):
        assert answer.out == ""
    hidden = re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]", answer.out)
    assert [each for each in hidden if each != "\r"] == []
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", answer.err) == []


@pytest.fixture
def good(plans: Path) -> Path:
    """Return a folder with one good plan."""
    write_plan(plans, "good", WORK)
    return plans


@pytest.fixture
def broken(good: Path) -> Path:
    """Return a folder with a good plan and many bad ones."""
    for name, (content, _) in BROKEN.items():
        (good / f"{name}.toml").write_bytes(content)
    return good


@pytest.mark.parametrize("name", BROKEN)
def test_bad_file_is_named_and_the_good_plan_reported(good: Path, name: str) -> None:
    content, rule = BROKEN[name]
    (good / f"{name}.toml").write_bytes(content)

    answer = ask("status", "--format", "json", *DAY)

    check_safe(answer)
    assert answer.code == 1
    assert [plan["id"] for plan in answer.document["plans"]] == ["good"]
    [unreadable] = answer.document["unreadable"]
    assert unreadable["path"] == f"plans/{name}.toml"
    assert rule in {finding["rule"] for finding in unreadable["findings"]}
    message, hint = answer.err.splitlines()
    assert message.startswith(f"error: cannot read plans/{name}.toml: line ")
    assert hint == f"hint: run: ogdplan check {name}"

    checked = ask("check", name, "--format", "json", *DAY)

    check_safe(checked)
    assert checked.code == 1
    assert rule in {finding["rule"] for finding in checked.document["findings"]}


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_every_bad_file_is_named_by_every_command(broken: Path, words: tuple[str, ...]) -> None:
    answer = ask(*words, *DAY)

    check_safe(answer)
    assert answer.code == 1
    assert "good" in answer.out or "A portal" in answer.out
    for name in BROKEN:
        assert f"error: cannot read plans/{name}.toml: " in answer.err


@pytest.mark.parametrize("name", BROKEN)
def test_bad_plan_that_is_asked_for_says_what_to_do(broken: Path, name: str) -> None:
    for words in (("show", name), ("show", name, "portal"), ("milestone", "show", name, "portal")):
        answer = ask(*words, *DAY)
        check_safe(answer)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.splitlines()[1] == f"hint: run: ogdplan check {name}"


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_voice_copes_with_bad_files(broken: Path, words: tuple[str, ...]) -> None:
    answer = ask(*words, *DAY)

    check_safe(answer)
    assert answer.code == 1


@pytest.mark.parametrize("words", [("status",), ("check", "--all")], ids=" ".join)
def test_process_of_its_own_ends_as_well(broken: Path, words: tuple[str, ...]) -> None:
    answer = run(*words, *DAY, cwd=broken.parent)

    check_safe(answer)
    assert answer.code == 1


def test_good_plan_beside_bad_ones_can_be_asked_for_alone(broken: Path) -> None:
    for words in (("show", "good"), ("status", "good"), ("check", "good"), ("show", "good", "por")):
        answer = ask(*words, *DAY)
        assert (answer.code, answer.err) == (0, ""), words


needs_links = pytest.mark.skipif(sys.platform == "win32", reason="makes links, pipes and sockets")


@needs_links
@pytest.mark.parametrize(
    ("kind", "reason", "hint"),
    [
        ("pipe", "it is a pipe, not a file", "put a file in its place, or remove it"),
        ("socket", "it is a socket, not a file", "put a file in its place, or remove it"),
        ("nowhere", "the link leads nowhere", "put a file in its place, or remove it"),
        ("circle", "the link leads in a circle", "put a file in its place, or remove it"),
        (
            "outside",
            "the link leads out of plans/",
            "put a copy of the file into the plans folder instead of the link",
        ),
    ],
)
def test_what_is_no_file_is_named_and_never_waited_for(
    good: Path, kind: str, reason: str, hint: str
) -> None:
    with made(kind, good / "odd.toml"):
        for words in (*COMMANDS, ("show", "odd")):
            answer = ask(*words, *DAY)
            check_safe(answer)
            assert answer.code == 1
            assert words[0] != "status" or "good" in answer.out
            if words[0] != "check" or kind != "outside":
                assert answer.err.splitlines() == [
                    f"error: cannot read plans/odd.toml: {reason}",
                    f"hint: {hint}",
                ]
        unreadable = ask("status", "--format", "json", *DAY).document["unreadable"]
        assert [each["path"] for each in unreadable] == ["plans/odd.toml"]


@contextmanager
def made(kind: str, path: Path) -> Iterator[None]:
    """Make what is no file at a path, for as long as it is needed."""
    held = socket.socket(socket.AF_UNIX) if kind == "socket" else None
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "socket" if held:
            with chdir(path.parent):  # the name of a socket may not be long
                held.bind(path.name)
        case "nowhere":
            path.symlink_to("not-there.toml")
        case "circle":
            path.symlink_to(path.name)
        case "outside":
            outside = path.parents[1] / "elsewhere.toml"
            outside.write_text("format = 1\n", encoding="utf-8")
            path.symlink_to(outside)
    yield
    if held:
        held.close()


@needs_links
def test_link_to_a_folder_outside_is_refused_and_one_inside_not_read_twice(good: Path) -> None:
    outside = good.parent / "others"
    write_plan(outside, "secret", WORK)
    write_plan(good / "agencies", "health", WORK, title='"Health"')
    (good / "linked").symlink_to(outside)
    (good / "again").symlink_to(good / "agencies")
    (good / "round").symlink_to(good)

    answer = ask("status", "--format", "json", *DAY)

    check_safe(answer)
    assert [plan["id"] for plan in answer.document["plans"]] == ["agencies/health", "good"]
    assert [each["path"] for each in answer.document["unreadable"]] == ["plans/linked"]


def test_folder_named_like_a_plan_is_a_folder(good: Path) -> None:
    (good / "odd.toml").mkdir()
    write_plan(good / "odd.toml", "inner", WORK)

    answer = ask("status", "--format", "json", *DAY)

    assert answer.code == 0
    assert [plan["id"] for plan in answer.document["plans"]] == ["good", "odd.toml/inner"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_file_that_may_not_be_read_is_named(good: Path) -> None:
    write_plan(good, "locked").chmod(0)

    answer = ask("status", *DAY)

    check_safe(answer)
    assert answer.code == 1
    assert answer.err.splitlines() == [
        "error: cannot read plans/locked.toml: permission denied",
        "hint: check that you may read it and no program locks it",
    ]


def test_file_that_is_too_large_is_not_read(good: Path) -> None:
    with (good / "large.toml").open("wb") as file:
        file.truncate(SIZE_LIMIT * 10_000)

    answer = ask("status", *DAY)

    check_safe(answer)
    assert answer.code == 1
    assert "good" in answer.out
    error, hint = answer.err.splitlines()
    assert error.startswith(
        "error: cannot read plans/large.toml: the file has 167,772,160,000 bytes"
    )
    assert hint == "hint: split the plan, or remove what is no part of it"
    assert "[file-too-large]" in ask("check", *DAY).out


NAMES = [
    *("two words", "Nepal", "népal", "नेपाल", "dot.dot", "under_score", "-dash", "#", "%s", "{0}"),
    *("[red]", "[/red]", "$HOME", "`id`", "a'b", "a&b"),
]
WINDOWS_HAS_NO = ['"', "::error::x", "new\nline", "esc\x1b[31m", "\u202egnp", "tab\t", "a\\b", "*"]


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a good plan and those with strange names."""
    folder = tmp_path_factory.mktemp("strange") / "plans"
    for name in ("good", *NAMES):
        write_plan(folder, name, WORK)
    return folder


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_plans_with_strange_names_are_reported(strange: Path, words: tuple[str, ...]) -> None:
    answer = ask(*words, "--plans", str(strange), *DAY)

    check_safe(answer)
    assert answer.code == (1 if words[0] == "check" else 0)


def test_strange_name_of_a_plan_is_refused(strange: Path) -> None:
    where = ("--plans", str(strange), "--format", "json", *DAY)

    checked = ask("check", *where).document
    errors = [each for each in checked["findings"] if each["severity"] == "error"]
    assert [each["rule"] for each in errors] == ["bad-id"] * len(NAMES)
    assert len({each["path"] for each in errors}) == len(NAMES)
    assert len(ask("status", *where).document["plans"]) == 1 + len(NAMES)


@needs_links
def test_plan_whose_name_is_no_utf8_is_reported(good: Path) -> None:
    try:
        write_plan(good, os.fsdecode(b"bad\xff"), WORK)
    except OSError:
        pytest.skip("this file system takes only UTF-8")

    for words in COMMANDS:
        check_safe(ask(*words, *DAY))

    ids = [plan["id"] for plan in ask("status", "--format", "json", *DAY).document["plans"]]
    assert ids == ["bad?", "good"]


@pytest.mark.parametrize("words", [*COMMANDS, ("show", "nepal")], ids=" ".join)
def test_without_plans_there_is_an_error_and_what_to_do(
    plans: Path, words: tuple[str, ...]
) -> None:
    file = plans.parent / "file.toml"
    file.write_text("", encoding="utf-8")
    for folder, message in [
        (plans, "there are no plans in plans/"),
        (plans / "not-there", f"cannot use {plans / 'not-there'}: there is no such folder"),
        (file, f"cannot use {file}: it is no folder"),
    ]:
        answer = ask(*words, "--plans", str(folder))

        check_safe(answer)
        assert (answer.code, answer.out) == (3, "")
        error, hint = answer.err.splitlines()
        assert error == f"error: {message}"
        assert hint.startswith("hint: ")


def test_thousands_of_findings_are_all_told_in_time(good: Path) -> None:
    many = "".join(
        f'[[milestones]]\nid = "m{number}"\ntitle = "x"\nstatus = "Done"\ndepends_on = ["x"]\n'
        f'[[updates]]\nid = "u{number}"\non = "2017-13"\n'
        for number in range(500)
    )
    write_plan(good, "many", many)

    start = time.process_time()
    answer = ask("check", "--format", "json", *DAY)
    text = ask("check", "--all", "--advice", *DAY)

    assert time.process_time() - start < 20
    check_safe(answer)
    check_safe(text)
    assert answer.document["summary"]["error"] == 2000
    assert text.out.count("[bad-value]") == 500
    assert text.out.count("[unknown-reference]") == 500


HOSTILE = [
    *(
        "\x1b[2J\x1b[31mred\x1b]0;title\x07",
        "\x9b31m",
        "\u202egnp.exe\u2066",
        "a\u0000".strip("\0"),
    ),
    *("[red]alert[/red]", "[/red]", "[link=https://evil.example]x[/link]", "[bold"),
    *("one\n::error file=x,line=1::injected", "%0A::error::x", "::stop-commands::x", "\r\n::x::y"),
    *("=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"),
    *("<script>alert(1)</script>", "\"><img src=x onerror='x'>", "[x](javascript:alert(1))"),
    *("| a | b |", "# head", "{0} %s {x!r}", "\\x1b[31m", "'''", '"""', "x" * 3000),
    *("\ufeff", "\u2028", "\U000e0041", "e\u0301" * 50, "日本" * 40, "ا" * 40, "😀" * 40),
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of plans with hostile texts, some of which can be read."""
    folder = tmp_path_factory.mktemp("hostile") / "plans"
    for number, text in enumerate(HOSTILE):
        if text.strip():
            hostile_plan(folder, f"text-{number}", text)
        wrong_plan(folder, f"wrong-{number}", text)
        broken = folder / f"broken-{number}.toml"
        broken.write_text(f"format = 1\n# {text}\nx = {text}\n", encoding="utf-8", newline="")
    return folder


PAGES = [("show", "text-0"), ("show", "text-4", "portal"), ("show", "text-8", "--format", "json")]


@pytest.mark.parametrize("words", [*COMMANDS, *PAGES], ids=" ".join)
def test_hostile_text_steers_nothing(hostile: Path, words: tuple[str, ...]) -> None:
    answer = ask(*words, "--plans", str(hostile), *DAY)

    check_safe(answer)
    if words[0] != "show":
        assert answer.code == 1
    if words[0] in ("milestone", "find"):
        assert "[red]alert[/red]" in answer.out.replace("\\", "")


def test_hostile_text_gives_github_no_commands(hostile: Path) -> None:
    answer = ask("check", "--format", "github", "--plans", str(hostile), *DAY)

    for line in answer.out.split("\n")[:-1]:
        assert re.match(r"::(error|warning|notice) file=plans/[a-z]+-\d+\.toml,line=\d+,col=", line)


@pytest.mark.parametrize("words", [words for words in COMMANDS if "csv" in words], ids=" ".join)
def test_hostile_text_gives_spreadsheets_no_formulas(hostile: Path, words: tuple[str, ...]) -> None:
    answer = ask(*words, "--plans", str(hostile), *DAY)

    cells = [cell for row in csv.reader(io.StringIO(answer.out)) for cell in row]
    assert len(cells) > 100
    for cell in cells:
        assert not re.match(r"[=+@\t\r]|-(?!\d+(\.\d+)?$)", cell), cell


def test_ids_that_go_in_circles_or_are_double_keep_nothing_waiting(good: Path) -> None:
    ring = "".join(
        WORK.replace('"portal"', f'"m{number}"') + f'depends_on = ["m{(number + 1) % 200}"]\n'
        for number in range(200)
    )
    write_plan(good, "ring", ring)
    write_plan(good, "self", WORK + 'depends_on = ["portal"]\n')
    write_plan(good, "double", WORK * 100)
    write_plan(good, "a", WORK + 'contributes_to = "b#portal"\n', parent='"b"', kind='"agency"')
    write_plan(good, "b", WORK + 'contributes_to = "a#portal"\n', parent='"a"', kind='"agency"')

    for words in (
        *COMMANDS,
        ("show", "ring"),
        ("show", "self"),
        ("show", "a"),
        ("show", "ring", "m7"),
    ):
        check_safe(ask(*words, *DAY))

    found = ask("check", "--format", "json", *DAY).document["findings"]
    errors = [each["rule"] for each in found if each["severity"] == "error"]
    assert sorted(errors) == ["dependency-cycle"] + ["duplicate-id"] * 99 + ["self-reference"]
    status = ask("status", "--format", "json", *DAY)
    ids = [plan["id"] for plan in status.document["plans"]]
    assert ids == ["a", "b", "double", "good", "ring", "self"]


ENDS = """
[[milestones]]
id = "portal"
title = "A portal"
lead = "office"
start = {first}
due = {last}
started = {first}

[[milestones]]
id = "done"
title = "Done"
lead = "office"
due = {first}
completed = {last}

[[updates]]
id = "moved"
about = "portal"
on = {first}
text = "Moved"
due_from = {first}
due_to = {last}

[[challenges]]
id = "paper"
title = "Paper"
category = "other"
status = "resolved"
raised = {first}
resolved = {last}

[[datasets]]
id = "budget"
title = "Budget"
planned = {first}

[[next_steps]]
id = "go-on"
title = "Go on"
due = {last}
"""


@pytest.mark.parametrize("day", ["0001-01-01", "0001", "2018-01-31", "9999", "9999-12-31"])
def test_dates_at_the_ends_of_the_calendar_are_reckoned_with(good: Path, day: str) -> None:
    days = {"days": ("0001-01-01", "9999-12-31"), "years": ('"0001"', '"9999"')}
    for plan_id, (first, last) in days.items():
        text = ENDS.format(first=first, last=last)
        write_plan(good, plan_id, text, start=first, end=last, reporting='"yearly"')

    # A trend has a row for each month: of two thousand years it is tried once, beside its tests.
    commands = [words for words in COMMANDS if words[0] != "trend"]
    for words in (*commands, ("show", "days"), ("show", "years"), ("show", "days", "portal")):
        answer = ask(*words, "--as-of", day)
        check_safe(answer)
        assert answer.code in (0, 1)


def test_numbers_at_the_ends_of_their_range_are_reckoned_with(good: Path) -> None:
    heavy = WORK + "weight = 1.7e308\n" + WORK.replace('"portal"', '"more"') + "weight = 1.7e308\n"
    write_plan(good, "heavy", heavy + 'status = "completed"\n')
    write_plan(good, "light", heavy.replace("1.7e308", "5e-324") + 'status = "completed"\n')
    write_plan(good, "long", heavy.replace("1.7e308", str(2**63 - 1)))
    write_plan(good, "huge", heavy.replace("1.7e308", "0x" + "f" * 5000))
    write_plan(good, "digits", heavy.replace("1.7e308", "9" * 5000))

    for words in (*COMMANDS, ("show", "heavy"), ("show", "light"), ("show", "long")):
        check_safe(ask(*words, *DAY))

    status = ask("status", "--format", "json", *DAY).document
    assert [plan["id"] for plan in status["plans"]] == ["good", "heavy", "light", "long"]


@pytest.mark.parametrize(
    "name",
    [
        *("", " ", ".", "..", "/", "plans", "plans/", "../plans/good.toml", "good/", "good#portal"),
        *(
            "x" * 300,
            "x" * 5000 + ".toml",
            "a/" * 3000,
            "[red]",
            "\x1b[31m",
            "good\n",
            "C:\\x.toml",
        ),
        *("bad\udcff", "bad\udcff.toml", "a\0b", "a\0b.toml", "~", "Korea", "plans/../../etc"),
    ],
)
def test_name_that_means_no_plan_is_a_wrong_usage(good: Path, name: str) -> None:
    for words in (("status",), ("check",), ("show",), ("agenda",), ("milestone", "list")):
        answer = ask(*words, *DAY, "--", name)
        check_safe(answer)
        if name != "../plans/good.toml":
            assert answer.code == 2, words
            assert "\nhint: " in answer.err


def test_file_outside_can_be_named_beside_a_plan(good: Path) -> None:
    outside = good.parent / "drafts" / "nepal.toml"
    write_plan(outside.parent, "nepal", WORK)

    alone = ask("status", str(outside), "--format", "json", *DAY)
    both = ask("status", "good", str(outside), "--format", "json", *DAY)

    assert (alone.code, [plan["id"] for plan in alone.document["plans"]]) == (0, ["nepal"])
    assert (both.code, [plan["id"] for plan in both.document["plans"]]) == (0, ["good", "nepal"])


def test_bad_file_outside_is_named_as_it_can_be_asked_for(good: Path) -> None:
    outside = good.parent / "drafts" / "the plan.toml"
    write_plan(outside.parent, "the plan").write_text("format = 1\nx", encoding="utf-8")

    answer = ask("status", "good", str(outside), *DAY)

    check_safe(answer)
    assert answer.code == 1
    assert answer.err.splitlines()[1] == f'hint: run: ogdplan check "{outside.as_posix()}"'
