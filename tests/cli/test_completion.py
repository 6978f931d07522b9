from pathlib import Path

import pytest

from cli.asking import ask, write_plan
from repositories import a_repo

RECORDS = """
[[institutions]]
id = "statistics"
name = "Central Bureau of Statistics"
sector = "government"

[[milestones]]
id = "portal"
title = "Launch the $(portal) `now` [bold]"

[[milestones]]
id = "policy"
title = "Write the policy"

[[challenges]]
id = "paper"
title = "Paper"
category = "paper-based-culture"

[[indicators]]
id = "reach"
title = "Reach"
level = "output"
"""


@pytest.fixture(autouse=True)
def some_plans(plans: Path) -> None:
    write_plan(plans, "nepal", RECORDS)
    write_plan(plans, "panama", country='"PAN"')
    write_plan(plans, "brazil/saude", country='"BRA"')
    (plans / "broken.toml").write_text("format = 1\n", encoding="utf-8")


def offered(line: str, *, env: dict[str, str] | None = None) -> list[str]:
    """Return what bash is offered for the last word of the line."""
    asked = {
        "_OGDPLAN_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
    }
    answer = ask(env={**asked, **(env or {})})
    assert (answer.code, answer.err) == (0, "")
    return [word for word in answer.lines if word]


def explained(line: str) -> str:
    """Return what zsh is offered for the last word of the line, with what it means."""
    answer = ask(env={"_OGDPLAN_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line})
    assert (answer.code, answer.err) == (0, "")
    return answer.out


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("ogdplan sta", ["status"]),
        ("ogdplan show p", ["panama"]),
        ("ogdplan status nepal ", ["brazil/saude", "broken", "nepal", "panama"]),
        ("ogdplan show nepal p", ["portal", "policy", "paper"]),
        ("ogdplan milestone show nepal p", ["portal", "policy"]),
        ("ogdplan milestone show NPL por", ["portal"]),
        ("ogdplan challenge show nepal ", ["paper"]),
        ("ogdplan milestone list --status comp", ["completed"]),
        ("ogdplan milestone list nepal --health o", ["overdue", "on-track"]),
        ("ogdplan milestone list --dimension ", ["technology", "policy", "operation"]),
        ("ogdplan challenge list --category paper", ["paper-based-culture"]),
        ("ogdplan milestone list nepal --lead s", ["statistics"]),
        ("ogdplan milestone list --lead ", ["office", "statistics"]),
        ("ogdplan dataset list --sdg 16", ["16"]),
        ("ogdplan find x --kind mi", ["milestone"]),
        ("ogdplan explain overd", ["overdue"]),
        ("ogdplan catalogue dim", ["dimension"]),
        ("ogdplan status --format m", ["markdown"]),
        ("ogdplan report nepal --format h", ["html"]),
        ("ogdplan report nepal --sections ch", ["changes", "challenges"]),
        ("ogdplan report nepal --sections lessons,le", []),
        ("ogdplan report nepal --sections lessons,ev", ["lessons,events"]),
        ("ogdplan check --format s", ["sarif"]),
        ("ogdplan mile", ["milestone"]),
        ("ogdplan milestone re", ["reschedule", "report", "remove", "rename"]),
        ("ogdplan plan s", ["set"]),
        ("ogdplan milestone complete nepal portal p", ["portal", "policy"]),
        ("ogdplan milestone remove nepal po", ["portal", "policy"]),
        ("ogdplan challenge resolve nepal ", ["paper"]),
        ("ogdplan milestone rename nepal por", ["portal"]),
        ("ogdplan accept nepal missing-d", ["missing-due"]),
        ("ogdplan accept nepal missing-due p", ["portal", "policy", "paper"]),
        ("ogdplan milestone add nepal X --lead s", ["statistics"]),
        ("ogdplan milestone set nepal portal --depends-on po", ["portal", "policy"]),
        ("ogdplan milestone set nepal portal --add-depends-on pol", ["policy"]),
        ("ogdplan challenge set nepal paper --affects po", ["portal", "policy"]),
        ("ogdplan milestone report nepal portal --by st", ["statistics"]),
        ("ogdplan milestone report nepal portal --status comp", ["completed"]),
        ("ogdplan lesson add nepal X --category data", ["data-life-cycle"]),
        ("ogdplan milestone add nepal X --sdgs 16", ["16"]),
        ("ogdplan indicator add nepal X --sdg 16", ["16"]),
        ("ogdplan measurement add nepal rea", ["reach"]),
        ("ogdplan plan set nepal --lead s", ["statistics"]),
        ("ogdplan plan set nepal --stage cl", ["closed"]),
        ("ogdplan milestone set nepal portal --unset ti", ["title", "timing"]),
        ("ogdplan milestone set nepal portal --due 20", []),
        ("ogdplan export nepal --as mil", ["milestones"]),
        ("ogdplan export nepal --template updates --lead st", ["statistics"]),
        ("ogdplan import nepal t.xlsx --as me", ["measurements"]),
        ("ogdplan import nepal t.xlsx --new Ken", ["Kenya"]),
        ("ogdplan new Ken", ["Kenya"]),
        ("ogdplan show broken x", []),
        ("ogdplan show nowhere x", []),
    ],
)
def test_tab_completes(line: str, words: list[str]) -> None:
    assert offered(line) == words


def test_folder_of_the_line_and_of_the_environment_count(tmp_path: Path) -> None:
    write_plan(tmp_path / "data", "uruguay", RECORDS, country='"URY"')

    assert offered("ogdplan status --plans data ") == ["uruguay"]
    assert offered("ogdplan status ", env={"OGDPLAN_PLANS": "data"}) == ["uruguay"]
    assert offered("ogdplan show --plans data uruguay por") == ["portal"]


def test_no_folder_offers_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")

    assert offered("ogdplan status --plans nowhere ") == []


def test_shells_that_can_are_told_what_records_are() -> None:
    assert '"policy":"Write the policy"' in explained("ogdplan show nepal pol")
    assert '"1":"No poverty"' in explained("ogdplan dataset list --sdg 1")


def test_text_of_a_plan_gives_a_shell_nothing_to_run() -> None:
    assert '"portal":"Launch the portal now bold"' in explained("ogdplan show nepal por")


def test_revisions_and_plans_are_offered_to_diff(plans: Path) -> None:
    repo = a_repo(plans.parent)
    repo.commit()
    repo.git("branch", "new-deadlines")

    assert offered("ogdplan diff ") == [
        "HEAD",
        "main",
        "new-deadlines",
        "brazil/saude",
        "broken",
        "nepal",
        "panama",
    ]
    assert offered("ogdplan diff ne") == ["new-deadlines", "nepal"]
    assert offered("ogdplan diff --plan ne") == ["nepal"]
    assert offered("ogdplan log nepal --record p") == ["portal", "policy", "paper"]


def test_revisions_are_offered_to_check(plans: Path) -> None:
    repo = a_repo(plans.parent)
    repo.commit()
    repo.git("tag", "new-year")

    assert offered("ogdplan check --since ") == ["HEAD", "main", "new-year"]
    assert offered("ogdplan check --since ne") == ["new-year"]


def test_without_a_repository_no_revision_is_offered(plans: Path) -> None:
    assert offered("ogdplan diff H") == []
    assert offered("ogdplan diff ne") == ["nepal"]
