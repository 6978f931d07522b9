import csv
import io
import os
import sys
from pathlib import Path

import pytest

from cli.asking import AS_OF, ask, in_terminal, write_plan
from golden_files import check_golden
from repositories import Repo

TOML = """
[[milestones]]
id = "decree"
title = "Adopt the decree"
lead = "office"
due = "2017-01"
completed = 2017-02-01

[[milestones]]
id = "portal"
title = "Launch the portal"
lead = "office"
due = 2017-12-31

[[updates]]
id = "moved"
about = "portal"
on = 2017-02-10
text = "The tender failed"
due_from = "2017-06"
due_to = 2017-12-31
"""
BROKEN = "format = 1\n[plan\n"
not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="no terminals of this kind")


def test_one_plan_has_a_chart_a_table_and_the_deadlines_that_moved(samples: Path) -> None:
    answer = ask("trend", "nepal", "--as-of", AS_OF)

    assert (answer.code, answer.err) == (0, "")
    check_golden("trend-nepal.txt", answer.out)


def test_several_plans_have_a_row_each(samples: Path) -> None:
    answer = ask("trend", "--as-of", AS_OF)

    assert (answer.code, answer.err) == (0, "")
    check_golden("trend.txt", answer.out)


def test_markdown_has_the_chart_too(samples: Path) -> None:
    answer = ask("trend", "nepal", "--as-of", AS_OF, "--format", "markdown")

    assert (answer.code, answer.err) == (0, "")
    check_golden("trend-nepal.md", answer.out)


def test_json_has_exactly_the_keys_that_are_promised(plans: Path) -> None:
    write_plan(plans, "nepal", TOML)

    answer = ask("trend", "--as-of", "2017-02-15", "--format", "json")

    keys = ("date", "total", "completed", "withdrawn", "undated", "remaining", "planned")
    assert (answer.code, answer.err) == (0, "")
    assert answer.document == {
        "schema": "ogdplan/trend/1",
        "as_of": "2017-02-15",
        "plans": [
            {
                "id": "nepal",
                "series": [
                    dict(zip(keys, ("2017-01-31", 2, 0, 0, 0, 2, 1), strict=True)),
                    dict(zip(keys, ("2017-02-15", 2, 1, 0, 0, 1, 1), strict=True)),
                ],
                "overdue": 0,
                "without_deadline": 0,
                "slips": [
                    {
                        "milestone": "portal",
                        "title": "Launch the portal",
                        "first": "2017-06",
                        "present": "2017-12-31",
                        "days": 184,
                        "moves": [
                            {
                                "id": "moved",
                                "on": "2017-02-10",
                                "due_from": "2017-06",
                                "due_to": "2017-12-31",
                                "reason": "The tender failed",
                            }
                        ],
                    }
                ],
                "gaps": [],
            }
        ],
        "from_git": False,
        "unreadable": [],
    }


def test_dates_that_are_asked_for_are_taken_instead_and_said(plans: Path) -> None:
    write_plan(plans, "nepal", TOML)
    dates = [word for date in ("June 2018", "2017-01-31", "2017", "2017-12-31") for word in
             ("--at", date)]  # fmt: skip

    answer = ask("trend", *dates, "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert [row["date"] for row in rows] == ["2017-01-31", "2017-12-31", "2018-06-30"]
    assert rows[1] == {
        "plan": "nepal",
        "date": "2017-12-31",
        "total": "2",
        "completed": "1",
        "withdrawn": "0",
        "undated": "0",
        "remaining": "1",
        "planned": "0",
    }
    assert answer.err == "at 2018-06-30\nat 2017-12-31\n"


def test_month_ends_that_are_asked_for_give_the_series_there_is_without(plans: Path) -> None:
    write_plan(plans, "nepal", TOML)
    series = ask("trend", "--as-of", "2017-03-31", "--format", "json").document["plans"]

    ends = ("--at", "2017-03-31", "--at", "2017-01-31", "--at", "2017-02-28")

    assert ask("trend", *ends, "--format", "json").document["plans"] == series


def test_last_point_is_what_status_says(samples: Path) -> None:
    wanted = ("--as-of", AS_OF, "--format", "json")
    plans = ask("status", *wanted).document["plans"]

    for plan, trend in zip(plans, ask("trend", *wanted).document["plans"], strict=True):
        last = trend["series"][-1]
        assert trend["id"] == plan["id"]
        for key in ("total", "completed", "withdrawn", "undated"):
            assert last[key] == plan["milestones"][key]
        assert trend["overdue"] == plan["milestones"]["by_health"]["overdue"]


def test_date_that_nobody_can_read_is_a_wrong_usage(plans: Path) -> None:
    write_plan(plans, "nepal", TOML)

    answer = ask("trend", "--at", "soon")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith('error: "soon" is no date\nhint: ')


def test_file_that_yields_no_plan_is_named_and_the_others_are_shown(plans: Path) -> None:
    write_plan(plans, "nepal", TOML)
    (plans / "broken.toml").write_text(BROKEN, encoding="utf-8")

    answer = ask("trend", "--as-of", AS_OF)

    assert answer.code == 1
    assert answer.out.startswith("What remains of nepal: A plan\n")
    assert answer.out.endswith("plans/broken.toml could not be read and is not included\n")
    assert answer.err.startswith("error: cannot read plans/broken.toml: line 2: ")


def test_texts_are_in_the_language_that_is_asked_for(plans: Path) -> None:
    write_plan(plans, "nepal", TOML, title='{ en = "A plan", es = "Un plan" }')

    assert ask("trend", "--lang", "es").lines[0] == "What remains of nepal: Un plan"
    note = ask("trend", "--lang", "ne").err
    assert note.startswith('no text of the plans is in the language "ne"')


def test_result_can_be_written_to_a_file(plans: Path) -> None:
    write_plan(plans, "nepal", TOML)

    answer = ask("trend", "--format", "csv", "--output", "trend.csv", "--at", "2017-01-31")

    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert Path("trend.csv").read_text(encoding="utf-8") == (
        "\ufeffplan,date,total,completed,withdrawn,undated,remaining,planned\n"
        "nepal,2017-01-31,2,0,0,0,2,1\n"
    )


@not_on_windows
@pytest.mark.parametrize("columns", [60, 80, 100, 140])
def test_nothing_is_wider_than_the_terminal(samples: Path, columns: int) -> None:
    for words in (["trend", "nepal"], ["trend"]):
        answer = in_terminal(*words, "--as-of", "2021-06-15", columns=columns)

        assert answer.code == 0
        assert max(map(len, answer.lines)) <= columns


@not_on_windows
def test_long_series_is_thinned_on_a_terminal_and_whole_elsewhere(samples: Path) -> None:
    words = ("trend", "nepal", "--as-of", "2021-06-15")

    shown, whole = in_terminal(*words, columns=80).out, ask(*words).out

    assert "One date of 3 is shown; --format csv has all." in shown
    assert "\n2021-06-15 " in shown
    assert "2021-05-31" not in shown
    assert "2021-05-31" in whole
    assert "is shown" not in whole


def test_months_up_to_the_end_of_the_calendar_are_reckoned_with(plans: Path) -> None:
    write_plan(plans, "nepal", TOML, start='"9000"', end='"9999"')

    answer = ask("trend", "--as-of", "9999-12-31", "--format", "csv")

    assert (answer.code, answer.err) == (0, "")
    assert len(answer.lines) == 1 + 1000 * 12
    assert answer.lines[-1] == "nepal,9999-12-31,2,1,0,0,1,0"


# Out of git.


def write_and_commit(repo: Repo, toml: str, day: str) -> None:
    write_plan(repo.root / "plans", "nepal", toml)
    repo.commit(day=day)


def test_from_git_each_date_has_the_file_as_it_was_then(repo: Repo) -> None:
    write_and_commit(repo, TOML.replace("completed = 2017-02-01\n", ""), "2017-02-15")
    write_and_commit(repo, TOML, "2017-04-15")

    answer = ask("trend", "--from-git", "--as-of", "2017-04-30", "--format", "json")

    (plan,) = answer.document["plans"]
    assert answer.code == 0
    assert [(each["date"], each["completed"]) for each in plan["series"]] == [
        ("2017-02-28", 0),
        ("2017-03-31", 0),
        ("2017-04-30", 1),
    ]
    assert plan["gaps"] == [{"date": "2017-01-31", "reason": "its history begins on 2017-02-15"}]
    assert answer.document["from_git"] is True
    assert answer.err == "note: nepal: no point at 2017-01-31: its history begins on 2017-02-15\n"


def test_before_its_history_a_plan_has_no_table_of_deadlines(repo: Repo) -> None:
    write_and_commit(repo, TOML, "2017-02-15")

    answer = ask("trend", "--from-git", "--at", "2017-01-31", "--at", "2017-02-10")

    why = "its history begins on 2017-02-15"
    assert answer.code == 0
    assert answer.out == (
        "What remains of nepal: A plan\n\n"
        f"Nothing is known of it from 2017-01-31 to 2017-02-10: {why}.\n\n"
        "Each figure is what the file said on that day, as git has it.\n"
    )
    assert answer.err == f"note: nepal: no points from 2017-01-31 to 2017-02-10: {why}\n"


def test_changes_that_are_not_committed_are_said_to_be_left_out(repo: Repo) -> None:
    write_and_commit(repo, TOML, "2017-01-15")
    write_plan(repo.root / "plans", "nepal", TOML.replace("completed = 2017-02-01\n", ""))

    answer = ask("trend", "--from-git", "--at", "2017-06-30")

    assert answer.err == (
        "note: nepal has changes that are not committed; they are not in these figures\n"
    )


def test_version_that_was_broken_is_named_and_the_answer_is_no(repo: Repo) -> None:
    write_and_commit(repo, TOML, "2017-01-15")
    repo.write("plans/nepal.toml", BROKEN)
    commit = repo.commit(day="2017-02-15")[:7]
    write_and_commit(repo, TOML, "2017-03-15")

    answer = ask("trend", "--from-git", "--as-of", "2017-03-31", "--format", "json")

    name = f"{commit}:plans/nepal.toml"
    assert answer.code == 1
    assert [each["date"] for each in answer.document["plans"][0]["series"]] == [
        "2017-01-31",
        "2017-03-31",
    ]
    (unreadable,) = answer.document["unreadable"]
    assert unreadable["path"] == name
    assert [each["rule"] for each in unreadable["findings"]] == ["toml-syntax"]
    assert answer.err == (
        f"note: nepal: no point at 2017-02-28: {name} could not be read\n"
        f"error: cannot read {name}: line 2: the brackets of [plan do not match\n"
        f"hint: see it with: git show {name}\n"
    )
    assert f"{name} could not be read and is not included" in ask("trend", "--from-git").out


def test_folder_in_no_repository_has_no_history(plans: Path) -> None:
    write_plan(plans, "nepal", TOML)

    answer = ask("trend", "--from-git")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: plans/ is in no git repository")


def test_repository_without_a_commit_has_no_history(repo: Repo) -> None:
    write_plan(repo.root / "plans", "nepal", TOML)

    answer = ask("trend", "--from-git")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: there is no commit yet")


def test_plan_that_was_never_committed_is_said_so(repo: Repo) -> None:
    repo.commit(day="2017-01-15")
    write_plan(repo.root / "plans", "nepal", TOML)

    answer = ask("trend", "--from-git", "--at", "2017-06-30")

    assert answer.code == 0
    assert "\nNothing is known of it on 2017-06-30: it was never committed.\n" in answer.out
    assert answer.err == "note: nepal: no point at 2017-06-30: it was never committed\n"


def test_file_in_no_folder_of_plans_has_no_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(tmp_path, "draft", TOML)
    monkeypatch.chdir(tmp_path)

    answer = ask("trend", "draft.toml", "--from-git")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "error: only plans in a plans folder have a history to look at\n"
        "hint: leave out --from-git, or name the folder with --plans DIR\n"
    )


def test_history_needs_git_and_the_rest_does_not(repo: Repo, tmp_path: Path) -> None:
    write_and_commit(repo, TOML, "2017-01-15")
    without_git = {"PATH": os.fspath(tmp_path / "nowhere")}

    assert ask("trend", env=without_git).code == 0
    answer = ask("trend", "--from-git", env=without_git)

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: git is not installed here\nhint: ")
