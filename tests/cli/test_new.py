import sys
from pathlib import Path

import pytest
import tomli

from cli.asking import ask, run, write_plan
from cli.conversing import converse

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for terminals of POSIX")

KENYA = ("new", "Kenya", "--title", "Open Data Plan", "--lead", "ICT Authority (ICTA)")


def files(folder: Path) -> list[str]:
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*.*"))


def header(path: Path) -> object:
    return tomli.loads(path.read_text(encoding="utf-8"))["plan"]


def test_plan_is_made_and_the_next_command_named(plans: Path) -> None:
    answer = ask(*KENYA, "--start", "June 2018", "--end", "2020-12-31")

    assert answer.code == 0
    assert answer.out == "made plans/kenya.toml: Open Data Plan (National OGD plan, draft)\n"
    assert answer.err == 'next: ogdplan commitment add kenya "…"\n'
    text = (plans / "kenya.toml").read_text(encoding="utf-8")
    assert 'start = "2018-06"\nend = 2020-12-31\n' in text
    assert tomli.loads(text)["institutions"] == [
        {
            "id": "ict-authority",
            "name": "ICT Authority",
            "acronym": "ICTA",
            "sector": "government",
            "roles": ["coordinator"],
        }
    ]
    assert files(plans) == ["kenya.toml"]


def test_new_plan_is_right(plans: Path) -> None:
    ask(*KENYA)

    summary = ask("check", "--format", "json").document["summary"]
    assert (summary["plans"], summary["error"], summary["warning"]) == (1, 0, 0)


def test_every_option_has_its_place_in_the_file(plans: Path) -> None:
    write_plan(plans, "brazil", country='"BRA"')

    answer = ask(
        "new", "BRA", "--kind", "agency", "--parent", "Brazil", "--stage", "consultation",
        "--title", "Dados", "--lead", "Saúde", "--sector", "parliament",
        "--language", "pt-BR", "--language", "en", "--language", "en",
    )  # fmt: skip

    assert answer.code == 0
    assert header(plans / "brazil" / "saude.toml") == {
        "title": "Dados",
        "country": "BRA",
        "kind": "agency",
        "stage": "consultation",
        "lead": "saude",
        "languages": ["pt-BR", "en"],
        "parent": "brazil",
    }
    assert 'sector = "parliament"' in (plans / "brazil" / "saude.toml").read_text(encoding="utf-8")


def test_id_can_be_chosen(plans: Path) -> None:
    assert ask(*KENYA, "--id", "africa/kenya-2").code == 0
    assert files(plans) == ["africa/kenya-2.toml"]


def test_json_tells_the_plan_and_its_file(plans: Path) -> None:
    dry = ask(*KENYA, "--dry-run")
    answer = ask(*KENYA, "--format", "json", "--as-of", "2018-06-30")

    assert answer.code == 0
    assert answer.document == {
        "schema": "ogdplan/new/1",
        "as_of": "2018-06-30",
        "plan": "kenya",
        "path": "plans/kenya.toml",
        "written": True,
        "hint": 'ogdplan commitment add kenya "…"',
        "diff": dry.out,
    }


def test_dry_run_prints_the_file_that_it_would_be(plans: Path) -> None:
    answer = ask(*KENYA, "--dry-run")

    assert (answer.code, answer.err, files(plans)) == (0, "", [])
    ask(*KENYA)
    lines = (plans / "kenya.toml").read_text(encoding="utf-8").splitlines()
    assert answer.lines == [
        "--- /dev/null",
        "+++ b/plans/kenya.toml",
        f"@@ -0,0 +1,{len(lines)} @@",
        *(f"+{line}" for line in lines),
    ]
    assert ask(*KENYA, "--dry-run", "--format", "json").document["written"] is False


def test_plan_that_is_there_stays(plans: Path) -> None:
    path = write_plan(plans, "kenya")
    before = path.read_bytes()

    answer = ask(*KENYA)

    assert (answer.code, answer.out) == (3, "")
    assert answer.err == (
        "error: plans/kenya.toml is there already\n"
        "hint: choose another plan id with --id, or change the plan that is there\n"
    )
    assert path.read_bytes() == before
    assert files(plans) == ["kenya.toml"]


def test_without_a_folder_of_plans_one_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    answer = ask(*KENYA)

    assert answer.code == 0
    assert answer.lines[0].startswith("made plans/ and plans/kenya.toml: ")
    assert files(tmp_path) == ["plans/kenya.toml"]


def test_folder_of_plans_above_is_used(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (plans.parent / "docs").mkdir()
    monkeypatch.chdir(plans.parent / "docs")

    assert ask(*KENYA).lines[0].startswith("made plans/kenya.toml: ")
    assert files(plans) == ["kenya.toml"]


def test_folder_that_is_given_is_not_made(tmp_path: Path) -> None:
    answer = ask(*KENYA, "--plans", str(tmp_path / "plan"))

    assert (answer.code, answer.out) == (3, "")
    assert "there is no such folder" in answer.err
    assert files(tmp_path) == []


@on_posix
def test_folder_one_works_in_that_is_gone_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    answer = ask(*KENYA)

    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("error: cannot use the current folder: it is no longer there\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("Kenia",), 'no country called "Kenia"\nhint: did you mean Kenya'),
        (("xxxxxxxx",), 'no country called "xxxxxxxx"\nhint: `ogdplan catalogue countries`'),
        (("Kenya", "Uganda"), "one plan cannot be that of Kenya and Uganda\nhint: make a plan for"),
        (("Kenya", "--parent", "nepal"), "a plan of the kind national-ogd has no parent\nhint: "),
        (("Kenya", "--kind", "local", "--parent", "zzz"), 'no plan called "zzz"\nhint: '),
        (("Kenya", "--id", "../kenya"), '"../kenya" cannot be the id of a plan\nhint: choose one'),
        (("Kenya", "--id", ""), '"" cannot be the id of a plan\nhint: choose one with --id'),
        (("Kenya", "--start", "soon"), '"soon" is no date\nhint: write a day as 2018-06-30'),
        (("Kenya", "--end", "soon"), '"soon" is no date\nhint: write a day as 2018-06-30'),
        (("Kenya", "--start", "2020", "--end", "2019"), "end 2019 is before the start 2020\nhint:"),
        (("Kenya", "--language", "zz-zz"), 'languages: "zz-zz" is no language tag\nhint: use a'),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    plans: Path, words: tuple[str, ...], message: str
) -> None:
    write_plan(plans, "nepal")

    answer = ask("new", *words, "--title", "A", "--lead", "B")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"error: {message}")
    assert files(plans) == ["nepal.toml"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), 'a new plan needs a title and lead\nhint: add --title "…" --lead "…"\n'),
        (("--title", "A"), 'a new plan needs a lead\nhint: add --lead "…"\n'),
        (("--lead", "B"), 'a new plan needs a title\nhint: add --title "…"\n'),
    ],
)
def test_nobody_is_asked_without_a_terminal(
    plans: Path, words: tuple[str, ...], message: str
) -> None:
    answer = ask("new", "Kenya", *words)

    assert (answer.code, answer.out, answer.err) == (2, "", f"error: {message}")
    assert files(plans) == []


@on_posix
def test_link_that_leads_out_of_the_folder_is_not_followed(plans: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (plans / "africa").symlink_to(tmp_path / "elsewhere")

    answer = ask(*KENYA, "--id", "africa/kenya")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err == (
        "error: cannot write plans/africa/kenya.toml: the link leads out of plans/\n"
        "hint: choose another id with --id\n"
    )
    assert files(tmp_path) == []


@on_posix
def test_in_a_terminal_it_asks_for_what_is_missing(plans: Path) -> None:
    answer = converse(
        "new", "NPL",
        cwd=plans.parent,
        answers=[
            ("Title [Nepal: Open Government Data Action Plan]: ", "\n"),
            ("Institution in charge: ", "\n"),
            ("Institution in charge: ", "National Information Commission\n"),
            ("Start, such as 2018 or June 2018, nothing if unknown: ", "soon\n"),
            ('error: "soon" is no date', ""),
            ("Start, such as 2018 or June 2018, nothing if unknown: ", "June 2018\n"),
            ("End, such as 2018 or June 2018, nothing if unknown: ", "\n"),
            ("made plans/nepal.toml: Nepal: Open Government Data Action Plan", ""),
        ],
    )  # fmt: skip

    assert answer.code == 0
    assert header(plans / "nepal.toml") == {
        "title": "Nepal: Open Government Data Action Plan",
        "country": "NPL",
        "kind": "national-ogd",
        "stage": "draft",
        "start": "2018-06",
        "lead": "national-information-commission",
        "languages": ["en"],
    }


@on_posix
def test_in_a_terminal_it_asks_for_nothing_that_was_said(plans: Path) -> None:
    answer = converse(*KENYA, "--start", "2018", "--end", "2019", cwd=plans.parent, answers=[])

    assert answer.code == 0
    assert answer.lines[0].startswith("made plans/kenya.toml: ")


@on_posix
@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["ctrl-c", "ctrl-d"])
def test_whoever_does_not_answer_gets_no_plan(plans: Path, key: str) -> None:
    answer = converse("new", "NPL", cwd=plans.parent, answers=[("Title [", key)])

    assert answer.code == 130
    assert files(plans) == []


@on_posix
def test_nobody_is_asked_who_cannot_see_the_question(plans: Path) -> None:
    answer = run("new", "Kenya", cwd=plans.parent)

    assert (answer.code, answer.out) == (2, "")


def test_countries_are_completed_by_code_and_name() -> None:
    asked = {"_OGDPLAN_COMPLETE": "complete_bash", "COMP_CWORD": "2"}

    assert ask(env={**asked, "COMP_WORDS": "ogdplan new Nepa"}).lines == ["Nepal"]
    assert ask(env={**asked, "COMP_WORDS": "ogdplan new NPL"}).lines == ["NPL"]


def test_names_that_a_shell_could_not_take_are_not_offered() -> None:
    asked = {"_OGDPLAN_COMPLETE": "complete_bash", "COMP_CWORD": "2"}

    offered = ask(env={**asked, "COMP_WORDS": "ogdplan new Bang"}).lines
    assert "Bangladesh" in offered
    assert "Bangladés" not in offered
    assert ask(env={**asked, "COMP_WORDS": "ogdplan new DR"}).lines == ["DRC"]


@pytest.mark.parametrize("parent", [True, False])
def test_plan_of_an_agency_without_a_national_one_is_said_to_be(
    plans: Path, *, parent: bool
) -> None:
    ask(*KENYA)
    words = ["new", "Kenya", "--kind", "agency", "--title", "Health", "--lead", "Ministry"]

    answer = ask(*words, *(["--parent", "kenya"] if parent else []))

    note = "note: it stands under no national plan: ogdplan plan set kenya/ministry --parent PLAN"
    assert answer.code == 0
    assert (note in answer.err) is not parent
