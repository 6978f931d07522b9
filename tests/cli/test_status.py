import csv
import io
import re
import sys
from pathlib import Path

import pytest

from cli.asking import AS_OF, ask, in_terminal, write_plan
from golden_files import check_golden

BROKEN = "format = 1\n[plan]\ndue = 2018-06\n"

MILESTONES = """
[[milestones]]
id = "portal"
title = "Launch the portal"
lead = "office"
due = "2018-03"

[[milestones]]
id = "decree"
title = "Sign the decree"
lead = "office"
due = "2017-06"
completed = 2017-06-30
evidence = ["https://example.org/decree"]
"""


def test_table_has_a_row_a_plan_agency_plans_below_and_a_legend(samples: Path) -> None:
    answer = ask("status", "--as-of", AS_OF)

    assert (answer.code, answer.err) == (0, "")
    check_golden("status.txt", answer.out)


def test_markdown_is_a_table_of_the_same(samples: Path) -> None:
    answer = ask("status", "--as-of", AS_OF, "--format", "markdown")

    assert (answer.code, answer.err) == (0, "")
    check_golden("status.md", answer.out)


def test_csv_has_a_row_a_plan_and_no_sums(samples: Path) -> None:
    answer = ask("status", "--as-of", AS_OF, "--format", "csv")

    assert (answer.code, answer.err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(answer.out)))
    plan_ids = ["brazil", "brazil/educacao", "brazil/saude", "nepal", "scripts"]
    assert [row["plan"] for row in rows] == plan_ids
    assert {
        key: rows[3][key] for key in ("completed_percent", "active", "due_soon", "last_report")
    } == {"completed_percent": "22", "active": "8", "due_soon": "1", "last_report": "2018-06-15"}


def test_json_has_exactly_the_keys_that_are_promised(plans: Path) -> None:
    write_plan(plans, "nepal", MILESTONES)

    answer = ask("status", "--as-of", "2018-06-30", "--format", "json")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith('{\n  "schema": "ogdplan/status/1",\n  "as_of": "2018-06-30",\n')
    findings = answer.document["plans"][0]["findings"]
    assert all(isinstance(number, int) for number in findings.values())
    assert answer.document == {
        "schema": "ogdplan/status/1",
        "as_of": "2018-06-30",
        "plans": [
            {
                "id": "nepal",
                "country": "NPL",
                "title": "A plan",
                "kind": "national-ogd",
                "stage": "adopted",
                "start": "2017",
                "end": "2018",
                "elapsed_percent": 74,
                "milestones": {
                    "total": 2,
                    "active": 2,
                    "completed": 1,
                    "withdrawn": 0,
                    "undated": 0,
                    "completed_percent": 50,
                    "substantial_or_completed": 1,
                    "by_status": {
                        "not-started": 1,
                        "in-progress": 0,
                        "limited": 0,
                        "substantial": 0,
                        "completed": 1,
                        "withdrawn": 0,
                        "unclear": 0,
                    },
                    "by_health": {
                        "completed": 1,
                        "withdrawn": 0,
                        "overdue": 1,
                        "blocked": 0,
                        "unconfirmed": 0,
                        "due-soon": 0,
                        "unscheduled": 0,
                        "on-track": 0,
                    },
                },
                "commitments": {"total": 0, "completed": 0, "reported": 0},
                "challenges": {"total": 0, "open": 0, "unmitigated": 0, "resolved": 0},
                "lessons": 0,
                "next_steps": {"total": 0, "open": 0, "done": 0},
                "evidence": {"completed": 1, "with_public_evidence": 1},
                "datasets": {"total": 0, "open": 0, "sdg_linked": 0, "sdg_linked_open": 0},
                "last_report": "2017-06-30",
                "stale": True,
                "findings": {
                    "error": 0,
                    "warning": findings["warning"],
                    "advice": findings["advice"],
                    "accepted": 0,
                },
            }
        ],
        "unreadable": [],
    }


def test_what_is_not_known_is_null_and_never_left_out(plans: Path) -> None:
    path = write_plan(plans, "undesa", kind='"programme"')
    text = path.read_text(encoding="utf-8")
    for line in ('country = "NPL"\n', 'start = "2017"\n', 'end = "2018"\n'):
        text = text.replace(line, "")
    path.write_text(text, encoding="utf-8")

    (plan,) = ask("status", "--format", "json").document["plans"]

    unknown = ("country", "start", "end", "elapsed_percent", "last_report")
    assert {key: plan[key] for key in unknown} == dict.fromkeys(unknown)
    assert plan["milestones"]["completed_percent"] is None


def test_title_is_in_the_language_asked_for(plans: Path) -> None:
    title = '{ en = "A plan", es = "Un plan" }'
    write_plan(plans, "panama", title=title, languages='["en", "es"]', country='"PAN"')

    document = ask("status", "--lang", "es-PA", "--format", "json").document

    assert document["plans"][0]["title"] == "Un plan"


def test_file_that_yields_no_plan_is_named_and_the_others_are_reported(plans: Path) -> None:
    write_plan(plans, "nepal")
    (plans / "broken.toml").write_text(BROKEN, encoding="utf-8")

    answer = ask("status", "--format", "json")

    assert answer.code == 1
    assert [plan["id"] for plan in answer.document["plans"]] == ["nepal"]
    (unreadable,) = answer.document["unreadable"]
    assert unreadable["path"] == "plans/broken.toml"
    assert {finding["severity"] for finding in unreadable["findings"]} == {"error"}
    assert unreadable["findings"][0]["line"] == 3
    error, hint = answer.err.splitlines()
    assert error.startswith("error: cannot read plans/broken.toml: line 3: ")
    assert hint == "hint: run: ogdplan check broken"


def test_table_shows_the_others_beside_a_file_that_yields_no_plan(plans: Path) -> None:
    write_plan(plans, "nepal")
    (plans / "broken.toml").write_text(BROKEN, encoding="utf-8")

    answer = ask("status")

    assert answer.code == 1
    assert answer.lines[5].startswith("nepal ")
    assert "plans/broken.toml" in answer.err


def test_nothing_but_unreadable_files_is_said_so(plans: Path) -> None:
    (plans / "broken.toml").write_text(BROKEN, encoding="utf-8")

    answer = ask("status", "--as-of", AS_OF)

    assert answer.code == 1
    assert answer.out == (
        "Where plans stand on 2018-06-30\n"
        "\n"
        "No plan could be read.\n"
        "\n"
        "plans/broken.toml could not be read and is not included\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
@pytest.mark.parametrize("words", [("show", "nepal"), ("status",), ("report", "nepal")])
def test_reason_of_a_file_that_cannot_be_read_is_what_keeps_it_from_it(
    plans: Path, words: tuple[str, ...]
) -> None:
    """What else is wrong in it, and stands before that, does not."""
    ghost = '[[milestones]]\nid = "m"\ntitle = "x"\ndepends_on = ["ghost"]\n'
    write_plan(plans, "nepal", f'{ghost}\n[[lessons]]\nid = "l"\ntitle = 5\n')

    answer = ask(*words)

    assert (answer.code, "ghost" in answer.err) == (1, False)
    assert "cannot read plans/nepal.toml: line 20: category is missing, and 1 more" in answer.err


def test_file_that_the_system_does_not_give_is_unreadable_without_findings(plans: Path) -> None:
    (plans / "gone.toml").symlink_to("nowhere.toml")

    answer = ask("status", "--format", "json")

    assert answer.code == 1
    assert answer.document["unreadable"] == [{"path": "plans/gone.toml", "findings": []}]
    assert answer.err == (
        "error: cannot read plans/gone.toml: the link leads nowhere\n"
        "hint: put a file in its place, or remove it\n"
    )


def test_plan_with_errors_of_meaning_is_reported(plans: Path) -> None:
    write_plan(plans, "nepal", lead='"nobody"')

    answer = ask("status", "--format", "json")

    assert (answer.code, answer.err) == (0, "")
    (plan,) = answer.document["plans"]
    assert plan["findings"]["error"] == 1


def test_running_leaves_out_plans_that_do_not_run_on_the_day(plans: Path) -> None:
    write_plan(plans, "running")
    write_plan(plans, "over", start='"2015"', end='"2016"')

    answer = ask("status", "--running", "--as-of", AS_OF, "--format", "json")

    assert (answer.code, answer.err) == (0, "")
    assert [plan["id"] for plan in answer.document["plans"]] == ["running"]


def test_no_running_plan_is_said_so(plans: Path) -> None:
    write_plan(plans, "over", start='"2015"', end='"2016"')

    answer = ask("status", "--running", "--as-of", AS_OF)

    assert answer.code == 0
    assert answer.out == (
        "Where plans stand on 2018-06-30\n\nNo plan is adopted and within its period on that day.\n"
    )


def test_one_plan_has_no_totals(plans: Path) -> None:
    write_plan(plans, "nepal")
    write_plan(plans, "panama")

    assert "1 plan" not in ask("status", "nepal").out
    assert "2 plans" in ask("status").out


def test_plans_under_plans_under_a_plan_are_all_shown(plans: Path) -> None:
    write_plan(plans, "state")
    write_plan(plans, "ministry", kind='"agency"', parent='"state"')
    write_plan(plans, "office", kind='"agency"', parent='"ministry"')

    shown = ask("status").lines[5:10]

    assert [re.split(r"(?<=\S)  ", line)[0] for line in shown] == [
        "state",
        "└ ministry",
        "  └ office",
        "  └ 1 plan under it",
        "└ 1 plan under it",
    ]


def test_plans_under_each_other_in_a_circle_are_all_shown(plans: Path) -> None:
    write_plan(plans, "a", kind='"agency"', parent='"b"')
    write_plan(plans, "b", kind='"agency"', parent='"a"')
    write_plan(plans, "c", kind='"agency"', parent='"c"')

    shown = ask("status").out

    assert [f" {plan_id} " in shown.replace("\n", "\n ") for plan_id in "abc"] == [True] * 3
    assert "3 plans" in shown


def test_agency_plan_without_its_national_plan_stands_by_itself(plans: Path) -> None:
    write_plan(plans, "state")
    write_plan(plans, "ministry", kind='"agency"', parent='"state"')

    assert "└" not in ask("status", "ministry").out


def test_report_that_is_too_old_is_marked(plans: Path) -> None:
    write_plan(plans, "nepal", MILESTONES)

    assert "◆ 2017-06-30" in ask("status", "--as-of", AS_OF).out
    assert "◆ 2017-06-30" not in ask("status", "--as-of", "2017-07-01").out


def test_folder_without_plans_could_not_be_done(plans: Path) -> None:
    answer = ask("status")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err == (
        "error: there are no plans in plans/\n"
        "hint: make one with `ogdplan new COUNTRY`, or name another folder with --plans\n"
    )


def test_plan_that_is_not_there_is_a_wrong_usage(plans: Path) -> None:
    write_plan(plans, "nepal")

    answer = ask("status", "nepla")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == 'error: no plan called "nepla"\nhint: did you mean nepal?\n'


def test_plan_named_by_id_file_and_country_comes_once(plans: Path) -> None:
    write_plan(plans, "nepal")
    write_plan(plans, "panama", country='"PAN"')

    names = ["panama", "nepal", "plans/nepal.toml", "NPL", "Nepal", str(plans / "nepal.toml")]
    answer = ask("status", *names, "--format", "json")

    assert (answer.code, answer.err) == (0, "")
    assert [plan["id"] for plan in answer.document["plans"]] == ["panama", "nepal"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminals of this kind")
@pytest.mark.parametrize(
    ("columns", "shown", "left_out"),
    [
        (60, ["Plan", "Completed", "Done"], ["Findings", "Lessons"]),
        (
            100,
            ["Plan", "Completed", "Done", "Overdue", "soon", "Time", "Last report"],
            ["Findings"],
        ),
        (150, ["Plan", "Overdue", "Lessons", "next steps", "evidence", "Findings"], []),
    ],
)
def test_columns_go_by_weight_when_the_terminal_is_narrow(
    samples: Path, columns: int, shown: list[str], left_out: list[str]
) -> None:
    answer = in_terminal("status", "--as-of", AS_OF, columns=columns)

    assert answer.code == 0
    heading = "\n".join(answer.lines[:4])
    assert [name for name in shown if name not in heading] == []
    assert [name for name in left_out if name in heading] == []


@pytest.fixture
def with_agencies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a national plan, two under it, and an agency's that is under none."""
    plans = tmp_path / "plans"
    write_plan(plans, "nepal", MILESTONES)
    write_plan(plans, "nepal/health", MILESTONES, kind='"agency"', parent='"nepal"')
    write_plan(plans, "pokhara", MILESTONES, kind='"local"', parent='"nepal"')
    write_plan(plans, "archive", MILESTONES, kind='"agency"')
    monkeypatch.chdir(tmp_path)
    return plans


def test_agency_plans_and_their_subtotal_can_be_left_out(with_agencies: Path) -> None:
    answer = ask("status", "--no-agencies", "--format", "json")
    shown = ask("status", "--no-agencies").out
    markdown = ask("status", "--no-agencies", "--format", "markdown").out
    rows = list(csv.reader(io.StringIO(ask("status", "--no-agencies", "--format", "csv").out)))

    assert [plan["id"] for plan in answer.document["plans"]] == ["nepal"]
    assert [row[0] for row in rows] == ["plan", "nepal"]
    for text in (shown, markdown):
        assert "nepal" in text
        assert not re.search(r"health|pokhara|archive|plans? under it", text)
    assert "plans under it" in ask("status").out


def test_agency_plan_that_is_named_is_shown_all_the_same(with_agencies: Path) -> None:
    answer = ask("status", "nepal", "nepal/health", "--no-agencies", "--format", "json")

    assert [plan["id"] for plan in answer.document["plans"]] == ["nepal", "nepal/health"]


def test_agency_plan_that_yields_no_plan_is_not_asked_for_either(with_agencies: Path) -> None:
    write_plan(with_agencies, "nepal/health", kind='"agency"', start="2018-13")
    write_plan(with_agencies, "pokhara", parent='"nepal"', number="1")

    answer = ask("status", "--no-agencies", "--format", "json")

    assert [each["path"] for each in answer.document["unreadable"]] == ["plans/nepal/health.toml"]
    assert answer.code == 1
    assert "pokhara" not in answer.err
    (with_agencies / "nepal" / "health.toml").unlink()
    assert ask("status", "--no-agencies").code == 0
    assert ask("status").code == 1
