import json
import sys
from pathlib import Path

import pytest

from cli.asking import AS_OF, ask, in_terminal, write_plan
from ogdplan.report.cells import cell_width

WRONG_DATES = """
[[milestones]]
id = "portal"
title = "Launch the portal"
lead = "office"
start = 2017-05-01
due = 2017-03-01
completed = 2017-03-01
evidence = ["https://example.org"]
"""

REPORT = """
[[updates]]
id = "report"
on = 2018-06-20
text = "It goes on"
"""

UNDATED = f"""
[[milestones]]
id = "portal"
title = "Launch the portal"
lead = "office"
due = "2017-03"
status = "completed"
evidence = ["https://example.org"]
{REPORT}"""

LATE = f"""
[[milestones]]
id = "portal"
title = "Launch the portal"
lead = "office"
due = "2018-03"
{REPORT}"""

KEYS = [
    "rule",
    "group",
    "severity",
    "path",
    "line",
    "column",
    "record",
    "field",
    "message",
    "help",
    "accepted",
]


def rules(*words: str) -> list[str]:
    document = ask("check", "--as-of", AS_OF, "--format", "json", *words).document
    return [finding["rule"] for finding in document["findings"] if finding["group"] != "advice"]


def test_error_is_printed_with_its_line_and_makes_the_answer_no(plans: Path) -> None:
    write_plan(plans, "nepal", WRONG_DATES)

    answer = ask("check", "--as-of", AS_OF)

    assert (answer.code, answer.err) == (1, "")
    assert answer.lines[0].startswith("plans/nepal.toml:21:7: error: ")
    assert answer.lines[0].endswith(" [due-before-start]")
    assert answer.lines[1:3] == ["   21 | due = 2017-03-01", "      |       ^^^^^^^^^^"]
    assert answer.lines[-1].startswith("1 error, ")


def test_json_has_exactly_the_keys_that_are_promised(plans: Path) -> None:
    write_plan(plans, "nepal", WRONG_DATES)

    answer = ask("check", "--as-of", AS_OF, "--format", "json")

    assert (answer.code, answer.err) == (1, "")
    document = answer.document
    assert list(document) == ["schema", "as_of", "findings", "summary"]
    assert (document["schema"], document["as_of"]) == ("ogdplan/check/1", AS_OF)
    assert {tuple(finding) for finding in document["findings"]} == {tuple(KEYS)}
    assert list(document["summary"]) == ["plans", "error", "warning", "advice", "accepted"]
    (error,) = [each for each in document["findings"] if each["severity"] == "error"]
    assert {key: value for key, value in error.items() if key not in ("message", "help")} == {
        "rule": "due-before-start",
        "group": "validity",
        "severity": "error",
        "path": "plans/nepal.toml",
        "line": 21,
        "column": 7,
        "record": "portal",
        "field": "due",
        "accepted": False,
    }


def test_summary_counts_what_the_findings_are(samples: Path) -> None:
    document = ask("check", "--as-of", AS_OF, "--format", "json").document

    severities = [each["severity"] for each in document["findings"] if not each["accepted"]]
    assert document["summary"] == {
        "plans": 5,
        "error": severities.count("error"),
        "warning": severities.count("warning"),
        "advice": severities.count("advice"),
        "accepted": sum(each["accepted"] for each in document["findings"]),
    }


def test_findings_are_sorted_by_path_line_column_and_rule(samples: Path) -> None:
    found = ask("check", "--as-of", AS_OF, "--format", "json").document["findings"]

    order = [(each["path"], each["line"], each["column"], each["rule"]) for each in found]
    assert order == sorted(order)


def test_warnings_fail_only_when_strict(plans: Path) -> None:
    write_plan(plans, "nepal", UNDATED)

    assert rules() == ["completed-without-date"]
    assert ask("check", "--as-of", AS_OF).code == 0
    assert ask("check", "--as-of", AS_OF, "--strict").code == 1


def test_warnings_of_the_schedule_never_fail(plans: Path) -> None:
    write_plan(plans, "nepal", LATE)

    assert rules() == ["overdue"]
    assert ask("check", "--as-of", AS_OF, "--strict").code == 0


def test_accepted_warning_is_counted_and_does_not_fail(plans: Path) -> None:
    entry = '[[accepted]]\nrule = "completed-without-date"\nabout = "portal"\nreason = "lost"\n'
    write_plan(plans, "nepal", UNDATED + entry)

    answer = ask("check", "--as-of", AS_OF, "--strict")

    assert (answer.code, answer.err) == (0, "")
    assert "completed-without-date" not in answer.out
    assert ", 1 accepted in 1 plan" in answer.out


def test_advice_is_shown_when_asked_for(plans: Path) -> None:
    write_plan(plans, "nepal")

    assert ": advice: " not in ask("check").out
    assert "(--advice shows the advice)" in ask("check").out
    assert ": advice: " in ask("check", "--advice").out


def test_all_shows_each_finding_with_its_line(plans: Path) -> None:
    write_plan(plans, "nepal", UNDATED)

    folded = ask("check", "--as-of", AS_OF).lines
    full = ask("check", "--as-of", AS_OF, "--all").lines

    assert folded[0].startswith("plans/nepal.toml: warning: 1 × completed-without-date: ")
    assert full[0].startswith("plans/nepal.toml:21:10: warning: ")
    assert full[1] == '   21 | status = "completed"'


def test_nothing_wrong_in_a_plan_that_asks_for_no_advice(plans: Path) -> None:
    write_plan(plans, "state")
    write_plan(plans, "agency", kind='"agency"', parent='"state"', stage='"draft"')

    answer = ask("check", "agency", "--as-of", AS_OF)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "1 plan checked, nothing to report\n"


def test_plans_that_are_not_named_are_not_reported(plans: Path) -> None:
    write_plan(plans, "nepal")
    write_plan(plans, "panama", WRONG_DATES, country='"PAN"')

    assert ask("check", "nepal").code == 0
    assert "panama" not in ask("check", "nepal", "--all", "--advice").out


def test_file_that_is_no_plan_is_one_finding_of_its_own(plans: Path) -> None:
    (plans / "broken.toml").write_text("format = 1\n[plan\n", encoding="utf-8")
    write_plan(plans, "nepal", UNDATED)

    answer = ask("check", "--as-of", AS_OF, "--format", "json")

    assert (answer.code, answer.err) == (1, "")
    assert [each["path"] for each in answer.document["findings"]][:1] == ["plans/broken.toml"]
    assert answer.document["summary"]["plans"] == 2


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_file_that_the_system_does_not_give_is_named_on_stderr(plans: Path) -> None:
    (plans / "gone.toml").symlink_to("nowhere.toml")

    answer = ask("check", "--format", "json")

    assert answer.code == 1
    assert answer.document["findings"] == []
    assert answer.err.startswith("error: cannot read plans/gone.toml: the link leads nowhere\n")


def test_github_is_given_advice_only_when_asked(plans: Path) -> None:
    write_plan(plans, "nepal")

    words = ("check", "--as-of", AS_OF, "--format", "github")

    assert "::notice" not in ask(*words).out
    assert "::notice" in ask(*words, "--advice").out


def test_github_gets_a_command_for_each_finding(plans: Path) -> None:
    write_plan(plans, "nepal", WRONG_DATES)

    answer = ask("check", "--as-of", AS_OF, "--format", "github")

    assert (answer.code, answer.err) == (1, "")
    (error,) = [line for line in answer.lines if line.startswith("::error ")]
    place = "file=plans/nepal.toml,line=21,col=7,endColumn=17,title=due-before-start::"
    assert error.startswith(f"::error {place}")


def test_sarif_is_a_log_of_one_run(plans: Path) -> None:
    write_plan(plans, "nepal", WRONG_DATES)

    answer = ask("check", "--as-of", AS_OF, "--format", "sarif")

    assert (answer.code, answer.err) == (1, "")
    (run,) = answer.document["runs"]
    assert answer.document["version"] == "2.1.0"
    assert "due-before-start" in {result["ruleId"] for result in run["results"]}


def test_file_anywhere_can_be_checked_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(tmp_path / "drafts", "nepal", WRONG_DATES)
    monkeypatch.chdir(tmp_path)

    answer = ask("check", "drafts/nepal.toml", "--as-of", AS_OF)

    assert (answer.code, answer.err) == (1, "")
    assert answer.lines[0].startswith("drafts/nepal.toml:21:7: error: ")


def test_findings_are_written_to_a_file_as_into_a_pipe(plans: Path, tmp_path: Path) -> None:
    write_plan(plans, "nepal", WRONG_DATES)

    answer = ask("check", "--as-of", AS_OF, "--format", "json", "--output", "found.json")

    assert (answer.code, answer.out, answer.err) == (1, "", "")
    found = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert found == ask("check", "--as-of", AS_OF, "--format", "json").document


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminals of this kind")
@pytest.mark.parametrize("columns", [40, 60, 100])
def test_carets_stand_under_the_value_however_narrow_the_terminal_is(
    plans: Path, columns: int
) -> None:
    words = "데이터 " * 40
    write_plan(plans, "nepal", f'[[lessons]]\nid="a"\ntitle="{words}"\ncategory = "othr"\n')
    long_line = (
        f'[[lessons]]\nid="b"\ntitle={{ en = "{words}", xx-yy-zz = "no" }}\ncategory="other"\n'
    )
    write_plan(plans, "panama", long_line)

    answer = in_terminal("check", "--plans", str(plans), columns=columns)

    assert max(map(cell_width, answer.lines)) <= columns
    for line, below in zip(answer.lines, answer.lines[1:], strict=False):
        if "^" in below:
            start, end = below.index("^"), below.rindex("^") + 1
            assert _cells(line, start, end) in ('"othr"', "xx-yy-zz")


def _cells(line: str, start: int, end: int) -> str:
    """Return what stands in some cells of a line."""
    cell, found = 0, ""
    for character in line:
        found += character if start <= cell < end else ""
        cell += cell_width(character)
    return found
