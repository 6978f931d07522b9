import sys
from datetime import date
from pathlib import Path

import pytest

from cli.asking import AS_OF, ask, write_plan

EVERY_COMMAND = [
    ["status"],
    ["show", "nepal"],
    ["agenda"],
    ["find", "plan"],
    ["check"],
    ["explain"],
    ["catalogue"],
    ["schema"],
    ["lesson", "list"],
    ["lesson", "show", "nepal", "a"],
]
LESSON = '[[lessons]]\nid = "a"\ntitle = "A plan"\ncategory = "other"\n'

every_command = pytest.mark.parametrize("words", EVERY_COMMAND, ids=" ".join)


@every_command
def test_every_command_takes_the_shared_options_after_it(plans: Path, words: list[str]) -> None:
    write_plan(plans, "nepal", LESSON)
    shared = ["--plans", str(plans), "--as-of", AS_OF, "--lang", "en", "--no-color", "--debug"]

    answer = ask(*words, *shared)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out != ""


def test_folder_is_the_nearest_from_here_upwards(
    plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(plans, "nepal", title='"The plan here"')
    deep = plans.parent / "docs" / "drafts"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)

    assert "The plan here" in ask("show", "nepal").out


def test_folder_that_is_given_goes_before_the_nearest(plans: Path, tmp_path: Path) -> None:
    write_plan(plans, "nepal")
    write_plan(tmp_path / "data", "panama", country='"PAN"')

    answer = ask("status", "--plans", "data", "--format", "csv")

    assert [line.split(",")[0] for line in answer.lines[1:]] == ["panama"]


def test_folder_may_be_given_by_the_environment(plans: Path, tmp_path: Path) -> None:
    write_plan(plans, "nepal")
    write_plan(tmp_path / "data", "panama", country='"PAN"')

    answer = ask("status", "--format", "csv", env={"OGDPLAN_PLANS": str(tmp_path / "data")})

    assert [line.split(",")[0] for line in answer.lines[1:]] == ["panama"]


def test_option_goes_before_the_environment(plans: Path, tmp_path: Path) -> None:
    write_plan(plans, "nepal")

    answer = ask("status", "--plans", "plans", env={"OGDPLAN_PLANS": str(tmp_path / "nowhere")})

    assert (answer.code, answer.err) == (0, "")


def test_empty_environment_variable_is_as_good_as_none(plans: Path) -> None:
    write_plan(plans, "nepal")

    answer = ask("status", "--format", "csv", env={"OGDPLAN_PLANS": ""})

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[1].startswith("nepal,")


def test_folder_that_is_a_file_is_refused(plans: Path) -> None:
    path = write_plan(plans, "nepal")

    answer = ask("status", "--plans", str(path))

    assert (answer.code, answer.out) == (3, "")
    assert answer.err == (
        f"error: cannot use {path}: it is no folder\n"
        "hint: name the folder that holds the plan files, with --plans DIR or in OGDPLAN_PLANS\n"
    )


def test_folder_that_is_not_there_is_refused(plans: Path) -> None:
    answer = ask("status", "--plans", "nowhere")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: cannot use nowhere: there is no such folder\n")


def test_no_folder_anywhere_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    answer = ask("status")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err == (
        "error: no plans folder found from here upwards\n"
        "hint: go to the folder that holds plans/, or name it with --plans DIR\n"
    )


def test_files_of_a_given_folder_have_their_ids_below_it(plans: Path, tmp_path: Path) -> None:
    write_plan(tmp_path / "data", "brazil/saude")

    words = ["status", "data/brazil/saude.toml", "--format", "json"]

    assert ask(*words, "--plans", "data").document["plans"][0]["id"] == "brazil/saude"
    assert ask(*words).document["plans"][0]["id"] == "saude"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder one works in")
def test_folder_that_was_removed_under_us_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    answer = ask("status")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err == "error: cannot use the current folder: it is no longer there\n"


def test_day_is_today_unless_given(plans: Path) -> None:
    write_plan(plans, "nepal")
    before = date.today()

    answer = ask("status", "--format", "json")

    assert before.isoformat() <= answer.document["as_of"] <= date.today().isoformat()
    assert answer.err == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [("June 2018", "2018-06-30"), ("2018 Q2", "2018-06-30"), ("Setembro/2018", "2018-09-30")],
)
def test_day_in_words_is_taken_and_said(plans: Path, text: str, day: str) -> None:
    write_plan(plans, "nepal")

    answer = ask("status", "--as-of", text, "--format", "json")

    assert (answer.code, answer.document["as_of"]) == (0, day)
    assert answer.err == f"as of {day}\n"


def test_day_in_full_needs_no_word(plans: Path) -> None:
    write_plan(plans, "nepal")

    assert ask("status", "--as-of", AS_OF).err == ""


@pytest.mark.parametrize("text", ["soon", "", "2018-2020", "ongoing"])
def test_day_that_cannot_be_read_is_a_wrong_usage(plans: Path, text: str) -> None:
    write_plan(plans, "nepal")

    answer = ask("status", "--as-of", text)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        f'error: "{text}" is no date\n'
        'hint: write a day as 2018-06-30, or a period as 2018-06, 2018-Q2 or "June 2018"\n'
    )


def test_day_that_can_be_read_in_two_ways_is_a_wrong_usage(plans: Path) -> None:
    write_plan(plans, "nepal")

    answer = ask("status", "--as-of", "06/07/2018")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        'error: "06/07/2018" may be 7 June 2018 or 6 July 2018\n'
        "hint: write 2018-06-07 or 2018-07-06\n"
    )


def test_language_that_is_no_tag_is_a_wrong_usage(plans: Path) -> None:
    write_plan(plans, "nepal")

    answer = ask("status", "--lang", "spanish!")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        'error: "spanish!" is no language tag\nhint: write a tag such as es or pt-BR\n'
    )


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["show", "nepal"],
        ["show", "nepal", "a"],
        ["agenda"],
        ["find", "plan"],
        ["lesson", "list"],
        ["lesson", "show", "nepal", "a"],
    ],
)
def test_language_that_no_plan_has_is_noted(plans: Path, words: list[str]) -> None:
    write_plan(plans, "nepal", LESSON)

    answer = ask(*words, "--lang", "fr")

    assert answer.code == 0
    assert answer.err == (
        'no text of the plans is in the language "fr"; texts are in the first of their plan\n'
    )


@pytest.mark.parametrize("tag", ["es", "ES", "es-PY"])
def test_language_of_a_text_or_a_promise_of_a_header_is_enough(plans: Path, tag: str) -> None:
    write_plan(plans, "nepal", languages='["en", "es"]')
    write_plan(plans, "panama", LESSON.replace('"A plan"', '{ en = "A", es = "B" }'))

    assert ask("status", "nepal", "--lang", tag).err == ""
    assert ask("lesson", "list", "panama", "--lang", tag).err == ""


@pytest.mark.parametrize("voice", ["json", "csv", "markdown", "table"])
def test_output_is_written_to_a_file(samples: Path, tmp_path: Path, voice: str) -> None:
    words = ["status", "--as-of", AS_OF, "--format", voice]
    path = tmp_path / "status.out"

    printed = ask(*words, env={"FORCE_COLOR": "1", "TERM": "xterm"} if voice != "table" else None)
    written = ask(*words, "--output", str(path), env={"FORCE_COLOR": "1", "TERM": "xterm"})

    assert (written.code, written.out, written.err) == (0, "", "")
    mark = b"\xef\xbb\xbf" if voice == "csv" else b""
    assert path.read_bytes() == mark + printed.out.encode()


def test_csv_on_stdout_has_no_byte_order_mark(samples: Path) -> None:
    words = ["status", "--format", "csv", "--as-of", AS_OF]

    assert ask(*words).out.startswith("plan,country,")
    assert ask(*words, "--output", "-") == ask(*words)


def test_file_is_not_touched_when_it_cannot_be_done(plans: Path, tmp_path: Path) -> None:
    path = tmp_path / "status.json"
    path.write_text("old", encoding="utf-8")

    answer = ask("status", "--output", str(path))

    assert (answer.code, answer.out) == (3, "")
    assert path.read_text(encoding="utf-8") == "old"


def test_file_in_a_folder_that_is_not_there_is_refused(samples: Path) -> None:
    answer = ask("status", "--output", "nowhere/status.txt")

    assert (answer.code, answer.out) == (3, "")
    path = str(Path("nowhere/status.txt"))
    assert answer.err == (
        f"error: cannot write {path}: there is no such folder\n"
        "hint: choose another file with --output\n"
    )


def test_format_that_is_none_is_a_wrong_usage(samples: Path) -> None:
    answer = ask("status", "--format", "yaml")

    assert (answer.code, answer.out) == (2, "")
    assert "'yaml' is not one of 'table', 'json', 'csv', 'markdown'" in " ".join(
        answer.err.replace("│", "").split()
    )
