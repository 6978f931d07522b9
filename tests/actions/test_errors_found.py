import sys
from datetime import date
from pathlib import Path

import pytest

from cli.asking import write_plan
from ogdplan.actions.errors_found import brought, errors_of
from ogdplan.workspace.folder import PlanPath, PlansFolder

AS_OF = date(2018, 6, 30)

PLAN = """\
format = 1

[plan]
title = "A plan"
country = "NPL"
lead = "office"

[[institutions]]
id = "office"
name = "An office"
sector = "government"
"""

CARRIED = '\n[[commitments]]\nid = "promise"\ntitle = "A promise"\ncarried_from = "{}"\n'
LESSON = '\n[[lessons]]\nid = "{}"\ntitle = "A lesson"\n'


@pytest.fixture
def folder(tmp_path: Path) -> PlansFolder:
    write_plan(tmp_path / "plans", "panama", country='"PAN"')
    (tmp_path / "plans" / "broken.toml").write_text("[[\n", encoding="utf-8")
    (tmp_path / "plans" / "link.toml").symlink_to("nowhere.toml")
    return PlansFolder(tmp_path / "plans")


def rules(text: str, folder: PlansFolder | None = None) -> list[str]:
    place = PlanPath("nepal", Path("nowhere/nepal.toml"), "plans/nepal.toml")
    found = errors_of(text.encode(), place, folder, as_of=AS_OF).findings
    assert {finding.path for finding in found} <= {"plans/nepal.toml"}
    return [finding.rule for finding in found]


def new_rules(before: str, after: str) -> list[str]:
    place = PlanPath("nepal", Path("nowhere/nepal.toml"), "plans/nepal.toml")
    texts = (before.encode(), after.encode())
    return [
        finding.rule
        for finding in brought(*(errors_of(each, place, None, as_of=AS_OF) for each in texts))
    ]


def test_only_errors_count_and_they_come_by_line() -> None:
    assert rules(PLAN) == []
    assert rules(PLAN.replace('"office"', '"offices"', 1).replace("NPL", "NPX")) == [
        "bad-country",
        "unknown-reference",
    ]


def test_what_is_no_toml_has_the_errors_of_its_text() -> None:
    assert rules("format = 1\n[plan\n") == ["toml-syntax"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("panama#office", []),
        ("panama#nobody", ["unknown-reference"]),
        ("chile#office", ["unknown-plan"]),
        ("link#office", []),
        ("broken#office", []),
        ("nepal#office", []),
        ("nepal#promise", ["self-reference"]),
    ],
)
def test_references_to_other_plans_of_the_folder_are_followed(
    folder: PlansFolder, target: str, expected: list[str]
) -> None:
    assert rules(PLAN + CARRIED.format(target), folder) == expected


def test_without_a_folder_nothing_is_said_of_other_plans() -> None:
    assert rules(PLAN + CARRIED.format("chile#office")) == []


def test_error_that_was_there_is_not_new_wherever_it_stands_now() -> None:
    broken = PLAN.replace("NPL", "NPX")

    assert new_rules(broken, f"# above\n{broken}") == []
    assert new_rules(broken, broken.replace("NPX", "NPY")) == []
    assert new_rules(PLAN, broken) == ["bad-country"]


def test_same_error_in_another_record_is_new() -> None:
    one = PLAN + LESSON.format("one")

    assert new_rules(one, one + LESSON.format("two")) == ["missing-field"]


def test_same_error_of_one_more_record_without_an_id_is_new() -> None:
    nameless = PLAN + '\n[[lessons]]\ntitle = "A lesson"\ncategory = "other"\n'

    assert new_rules(nameless, nameless + nameless.replace(PLAN, "")) == ["missing-field"]


def test_errors_that_come_to_light_when_text_becomes_toml_are_not_new() -> None:
    broken = PLAN.replace("NPL", "NPX")

    assert new_rules(broken + "[[\n", broken) == []
    assert new_rules(broken, broken + "[[\n") == ["toml-syntax"]
    assert new_rules(broken + "[[\n", broken + "[[[\n") == []


def test_error_that_another_hid_is_not_new() -> None:
    step = '\n[[milestones]]\nid = "a"\ntitle = "A"\n'
    hidden = PLAN + step + 'lead = "nobody"\n' + step

    assert new_rules(hidden, hidden.replace('id = "a"', 'id = "b"', 1)) == []
    assert new_rules(hidden, hidden.replace("NPL", "NPX")) == ["bad-country"]
