"""The truth that benchmarks/compare_diffs.py holds programs against."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import tomli
import tomli_w
from typer.testing import CliRunner

from builders import a_plan
from changed_plans import make
from ogdplan.cli.main import app
from ogdplan.compare.changes import between
from ogdplan.report.changed import change_value
from rewritings import REWRITINGS, Rewriting
from statements import Edit, Statement, of_changes, of_edits, score
from true_changes import CHANGES, Draft

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "changed_plans.py"


def told(old: str, new: str) -> list[Statement]:
    changes = between(a_plan(old), a_plan(new), plan_id="pan")
    return list(of_changes(change_value(each) for each in changes))


@pytest.mark.parametrize("milestones", [50, 100, 500])
def test_ogdplan_tells_what_really_changed_and_nothing_else(milestones: int) -> None:
    pair = make(milestones)

    said = told(pair.old, pair.new)

    assert sorted(said) == sorted(pair.truth)


def test_its_command_does_too(tmp_path: Path) -> None:
    pair = make(50)

    command = ["diff", *map(str, pair.write(tmp_path)), "--format", "json"]
    result = CliRunner().invoke(app, command)

    assert result.exit_code == 0
    said = of_changes(json.loads(result.stdout)["changes"])
    assert sorted(said) == sorted(pair.truth)


def test_each_thing_done_is_true_and_told_once() -> None:
    done = make(50).done

    statements = [each for those in done.values() for each in those]

    assert list(done) == list(CHANGES)
    assert all(done.values())
    assert len(statements) == len(set(statements)) == 40


@pytest.mark.parametrize("rewrite", REWRITINGS)
def test_rewriting_changes_the_file_and_nothing_it_says(rewrite: Rewriting) -> None:
    old = make(50).old
    draft = Draft(tomli.loads(old), 50)

    rewrite(draft)

    new = tomli_w.dumps(draft.data)
    assert new != tomli_w.dumps(tomli.loads(old))
    assert told(old, new) == []


def test_both_plans_are_valid(tmp_path: Path) -> None:
    old, new = make(50).write(tmp_path)

    command = ["check", str(old), str(new), "--as-of", "2026-06-30"]
    result = CliRunner().invoke(app, command)

    assert result.exit_code == 0
    assert "error" not in result.stdout


def test_echoes_are_the_references_that_follow_a_rename() -> None:
    pair = make(50)
    renamed = {"milestone-20", "institution-2"}

    old = tomli.loads(pair.old)
    referring = {
        (record["id"], field)
        for table, records in old.items()
        if table not in {"format", "plan"}
        for record in records
        for field, value in record.items()
        if field != "id" and renamed & set(value if isinstance(value, list) else [str(value)])
    }

    changed = {(each.id, each.field) for each in pair.truth}
    assert {(each.id, each.field) for each in pair.echoes} == referring - changed


def test_too_small_a_plan_is_refused(tmp_path: Path) -> None:
    command = [sys.executable, str(SCRIPT), str(tmp_path), "--milestones", "47"]
    result = subprocess.run(command, check=False, capture_output=True)

    assert result.returncode == 2
    assert b"fewer than 48 milestones" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_edits_of_data_become_statements() -> None:
    both = ("milestone-7",)
    edits = (
        Edit("milestones", both, both, ("due",)),
        Edit("next_steps", (), ("a", "b"), ()),
        Edit("lessons", ("a",), (), ()),
        Edit("milestones", both, ("portal",), ("id",)),
        Edit("milestones", both, ("portal",), ("title",)),
        Edit("milestones", both, both, ("status", "completed")),
        Edit("plan", (), (), ("end",)),
    )

    assert list(map(str, of_edits(edits))) == [
        "milestone milestone-7 changed: due",
        "next-step a added",
        "next-step b added",
        "lesson a removed",
        "milestone milestone-7 > portal renamed",
        "milestone milestone-7 > portal changed: title",
        "milestone milestone-7 changed: status",
        "milestone milestone-7 changed: completed",
        "plan changed: end",
    ]


def test_score_counts_right_missed_wrong_and_echoes() -> None:
    due, start, lead, gone = (
        Statement("changed", "milestone", "a", field) for field in ("due", "start", "lead", "note")
    )

    judged = score([due, due, lead, gone], [due, start], [lead])

    assert [set(each) for each in (judged.right, judged.missed)] == [{due}, {start}]
    assert [set(each) for each in (judged.wrong, judged.echoes)] == [{gone}, {lead}]
