from datetime import date
from pathlib import Path

import pytest
import tomli

from cli.asking import AS_OF, ask, write_plan
from golden_files import check_golden
from ogdplan.actions.library import Loaded
from ogdplan.model.plan import Plan
from ogdplan.report.dashboard import view
from ogdplan.report.terminal.pages import laid_out
from ogdplan.workspace.folder import PlanPath

RECORDS = """
[[milestones]]
id = "portal"
number = "1.1"
title = "Launch the portal"
lead = "office"
due = "2018-12"

[[milestones]]
id = "portal-guide"
title = "Write a guide"
lead = "office"
due = "2018-12"
depends_on = ["portal"]

[[challenges]]
id = "no-money"
title = "There is no money"
category = "funding-and-staff"
mitigations = ["portal"]
"""


def test_plan_is_shown_on_one_screen(samples: Path) -> None:
    answer = ask("show", "nepal", "--as-of", AS_OF)

    assert (answer.code, answer.err) == (0, "")
    check_golden("show-nepal.txt", answer.out)
    assert len(answer.lines) < 50


def test_every_shipped_plan_fits_on_one_screen() -> None:
    root = Path(__file__).parents[2]

    for path in sorted((root / "plans").rglob("*.toml")):
        plan = Plan.model_validate(tomli.loads(path.read_text(encoding="utf-8")))
        loaded = Loaded(PlanPath(path.stem, path, path.name), plan)
        page = view(loaded, (), as_of=date(2018, 1, 31), language=None).page
        assert len(list(laid_out(page, width=100))) < 50


def test_table_is_whole_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])

    answer = ask("show", "uruguay", "--as-of", "2018-01-31")

    assert "more:" not in answer.out
    assert sum("Overdue" in line for line in answer.lines) == 12


def test_plan_without_records_is_shown(plans: Path) -> None:
    write_plan(plans, "nepal")

    answer = ask("show", "nepal", "--as-of", AS_OF)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(
        "A plan, on 2018-06-30\n"
        "\n"
        "nepal · Nepal · National OGD plan · 2017 – 2018 · Adopted · lead An office\n"
        "\n"
        "Completed    ········┃··· – by weight: 0 of 0 milestones\n"
        "Time passed  74 %\n"
        "Last report  never ◆ too long ago\n"
        "Evidence     –\n"
        "Challenges   0 of 0 open\n"
        "Next steps   0 of 0 open\n"
        "Lessons      0\n"
        "Findings     0 errors, "
    )


def test_plan_is_shown_in_the_language_asked_for(samples: Path) -> None:
    answer = ask("show", "nepal", "--as-of", AS_OF, "--lang", "ne")

    assert (answer.code, answer.err) == (0, "")
    assert answer.lines[0] == "खुला सरकारी तथ्याङ्कको राष्ट्रिय कार्ययोजना, on 2018-06-30"
    assert "पोर्टल बनाउने" in answer.out


def test_language_that_the_plan_lacks_is_said_so(samples: Path) -> None:
    answer = ask("show", "nepal", "--lang", "fr", "--as-of", AS_OF)

    assert answer.code == 0
    assert answer.lines[0].startswith("National Action Plan")
    assert answer.err == (
        'no text of the plans is in the language "fr"; texts are in the first of their plan\n'
    )


def test_json_of_a_plan_has_its_figures_and_what_the_screen_shows(samples: Path) -> None:
    answer = ask("show", "nepal", "--as-of", AS_OF, "--format", "json")
    status = ask("status", "nepal", "--as-of", AS_OF, "--format", "json")

    assert (answer.code, answer.err) == (0, "")
    document = answer.document
    assert list(document) == [
        "schema",
        "as_of",
        "plan",
        "commitments",
        "attention",
        "challenges",
        "reports",
    ]
    assert document["schema"] == "ogdplan/show/1"
    assert document["plan"] == status.document["plans"][0]
    assert document["commitments"][0] == {
        "id": "legal-basis",
        "title": "Put open data into the law",
        "status": "in-progress",
        "reported": False,
        "milestones": 3,
        "completed_milestones": 1,
        "completed_percent": 25,
        "lead": "nic",
    }
    assert [each["id"] for each in document["attention"]] == [
        "pass-law",
        "apply-law",
        "officers-trained",
        "portal-built",
    ]
    assert document["attention"][3] == {
        "id": "portal-built",
        "title": "Build the portal",
        "health": "due-soon",
        "due": "2018-08-15",
        "slip_days": 137,
        "delay_days": None,
        "lead": "statistics",
    }
    assert document["challenges"] == [
        {
            "id": "no-budget",
            "title": "There is no budget line for open data",
            "severity": "high",
            "status": "open",
            "mitigations": [],
        },
        {
            "id": "data-on-paper",
            "title": "Most registers are kept on paper",
            "severity": "medium",
            "status": "mitigating",
            "mitigations": ["officers-trained", "scan-registers"],
        },
    ]
    assert [each["id"] for each in document["reports"]] == ["law-waits", "portal-moved"]
    assert list(document["reports"][0]) == ["id", "about", "on", "text"]


def test_record_is_shown_with_all_that_refers_to_it(samples: Path) -> None:
    answer = ask("show", "nepal", "portal-built", "--as-of", AS_OF)

    assert (answer.code, answer.err) == (0, "")
    check_golden("show-record.txt", answer.out)


def test_json_of_a_record_has_it_in_full(plans: Path) -> None:
    write_plan(plans, "nepal", RECORDS)

    document = ask("show", "nepal", "portal", "--as-of", AS_OF, "--format", "json").document

    assert list(document) == ["schema", "as_of", "kind", "record", "referred_to_by"]
    assert document["kind"] == "milestone"
    assert document["record"]["plan"] == "nepal"
    assert document["record"]["id"] == "portal"
    assert document["record"]["started"] is None
    assert document["record"]["at_date"]["health"] == "on-track"
    assert document["referred_to_by"] == [
        {"kind": "milestone", "id": "portal-guide", "field": "depends_on"},
        {"kind": "challenge", "id": "no-money", "field": "mitigations"},
    ]


@pytest.mark.parametrize("name", ["no-money", "no-m", "n"])
def test_record_is_found_by_the_beginning_of_its_id(plans: Path, name: str) -> None:
    write_plan(plans, "nepal", RECORDS)

    assert ask("show", "nepal", name).lines[0] == "There is no money"


def test_record_is_found_by_its_number(plans: Path) -> None:
    write_plan(plans, "nepal", RECORDS)

    assert ask("show", "nepal", "1.1").lines[0] == "Launch the portal"


def test_whole_id_goes_before_ids_that_begin_so(plans: Path) -> None:
    write_plan(plans, "nepal", RECORDS)

    assert ask("show", "nepal", "portal").lines[0] == "Launch the portal"


def test_beginning_that_fits_several_lists_them(plans: Path) -> None:
    write_plan(plans, "nepal", RECORDS)

    answer = ask("show", "nepal", "por")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        'error: "por" fits more than one record: portal, portal-guide\n'
        "hint: name one of them in full\n"
    )


def test_beginning_that_fits_many_lists_ten_and_counts_the_rest(plans: Path) -> None:
    lessons = [
        f'[[lessons]]\nid = "x{n}"\ntitle = "x"\ncategory = "other"\n' for n in range(10, 32)
    ]
    write_plan(plans, "nepal", "\n".join(lessons))

    answer = ask("show", "nepal", "x")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        'error: "x" fits more than one record: '
        "x10, x11, x12, x13, x14, x15, x16, x17, x18, x19 … and 12 more\n"
        "hint: name one of them in full\n"
    )


def test_record_that_is_not_there_leads_to_the_nearest(plans: Path) -> None:
    write_plan(plans, "nepal", RECORDS)

    answer = ask("show", "nepal", "potral")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == ('error: no record called "potral" in nepal\nhint: did you mean portal?\n')


def test_record_unlike_all_leads_to_find(plans: Path) -> None:
    write_plan(plans, "nepal")

    answer = ask("show", "nepal", "zzz")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        'error: no record called "zzz" in nepal\n'
        "hint: `ogdplan find WORDS` finds records by their words\n"
    )


@pytest.mark.parametrize("words", [["show", "broken"], ["show", "broken", "x"]])
def test_plan_that_cannot_be_read_shows_nothing(plans: Path, words: list[str]) -> None:
    (plans / "broken.toml").write_text("format = 1\n[plan]\n", encoding="utf-8")

    answer = ask(*words)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("error: cannot read plans/broken.toml: line 2: ")
    assert answer.err.endswith("\nhint: run: ogdplan check broken\n")


def test_page_is_no_table_for_csv(plans: Path) -> None:
    write_plan(plans, "nepal")

    answer = ask("show", "nepal", "--format", "csv")

    assert (answer.code, answer.out) == (2, "")
    assert "'csv' is not one of" in answer.err


def test_text_of_a_plan_is_never_markup_nor_steers_the_terminal(plans: Path) -> None:
    hostile = '"[bold]x[/bold] [/y] \\u001b[2J \\u202e <b> | \\n# z"'
    write_plan(plans, "nepal", title=hostile)

    answer = ask("show", "nepal", "--as-of", AS_OF, env={"FORCE_COLOR": "1", "TERM": "xterm"})

    shown = r"[bold]x[/bold] [/y] \u001b[2J \u202e <b> | ⏎# z, on 2018-06-30"
    assert answer.lines[0] == f"\x1b[1m{shown}\x1b[0m"
    markdown = ask("show", "nepal", "--as-of", AS_OF, "--format", "markdown")
    assert markdown.lines[0] == (
        r"# \[bold\]x\[/bold\] \[/y\] \\u001b\[2J \\u202e \<b\> \| ⏎\# z, on 2018-06-30"
    )
