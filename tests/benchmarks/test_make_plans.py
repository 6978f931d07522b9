import json
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from ogdplan.cli.main import app

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "make_plans.py"


def made(folder: Path, *options: str) -> Path:
    subprocess.run([sys.executable, SCRIPT, folder / "plans", *options], check=True)
    return folder / "plans"


def files(plans: Path) -> dict[str, bytes]:
    return {path.relative_to(plans).as_posix(): path.read_bytes() for path in plans.rglob("*.toml")}


def test_plans_have_the_warnings_asked_for_and_nothing_else(tmp_path: Path) -> None:
    plans = made(tmp_path, "--plans", "12", "--milestones", "20", "--warnings", "50")

    command = ["check", "--as-of", "2026-06-30", "--plans", str(plans), "--format", "json"]
    result = CliRunner().invoke(app, command)

    assert result.exit_code == 0
    summary = json.loads(result.stdout)["summary"]
    assert summary == {"plans": 12, "error": 0, "warning": 50, "advice": 0, "accepted": 0}


def test_every_milestone_can_have_a_warning(tmp_path: Path) -> None:
    plans = made(tmp_path, "--plans", "2", "--milestones", "10", "--warnings", "20")

    command = ["check", "--as-of", "2026-06-30", "--plans", str(plans), "--format", "json"]
    result = CliRunner().invoke(app, command)

    findings = json.loads(result.stdout)["findings"]
    assert {finding["rule"] for finding in findings} == {
        "overdue",
        "missing-due",
        "completed-without-evidence",
        "evidence-not-public",
        "progress-contradicts-status",
    }
    assert len({(finding["path"], finding["record"]) for finding in findings}) == 20


def test_same_seed_gives_same_bytes(tmp_path: Path) -> None:
    options = ("--plans", "3", "--milestones", "8", "--warnings", "2")

    one = files(made(tmp_path / "one", *options, "--seed", "7"))
    again = files(made(tmp_path / "again", *options, "--seed", "7"))
    other = files(made(tmp_path / "other", *options, "--seed", "8"))

    assert sorted(one) == ["afg.toml", "afg/agency-001.toml", "afg/agency-002.toml"]
    assert one == again
    assert one.keys() == other.keys()
    assert not any(one[name] == other[name] for name in one)


def test_more_warnings_than_milestones_are_refused(tmp_path: Path) -> None:
    options = ["--plans", "1", "--milestones", "5", "--warnings", "6"]

    command = [sys.executable, str(SCRIPT), str(tmp_path), *options]
    result = subprocess.run(command, check=False, capture_output=True)

    assert result.returncode == 2
    assert b"at most one warning a milestone" in result.stderr
    assert list(tmp_path.iterdir()) == []
