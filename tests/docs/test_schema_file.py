from pathlib import Path

import pytest
from typer.testing import CliRunner

from ogdplan.cli.main import app
from ogdplan.model.schema import json_schema
from ogdplan.report.json_text import to_text

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs" / "plan.schema.json"
PLANS = sorted((ROOT / "plans").rglob("*.toml"))

WRITE_AGAIN = "ogdplan schema --output docs/plan.schema.json"


def test_file_is_what_the_command_prints() -> None:
    written = FILE.read_bytes()

    assert written == to_text(json_schema()).encode(), f"run: {WRITE_AGAIN}"


def test_command_writes_the_file_byte_for_byte(tmp_path: Path) -> None:
    written = tmp_path / "plan.schema.json"

    done = CliRunner().invoke(app, ["schema", "--output", str(written)])

    assert (done.exit_code, done.stdout) == (0, "")
    assert written.read_bytes() == FILE.read_bytes()


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_shipped_plan_leads_editors_to_the_file(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]

    directive, _, place = first.partition(" ")
    assert directive == "#:schema"
    assert (path.parent / place).resolve() == FILE
