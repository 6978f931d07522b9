import json
import subprocess
import sys
from pathlib import Path

from builders import a_plan
from test_architecture import SOURCE

SCRIPT = SOURCE.parent / "benchmarks" / "make_tasks.py"
TOML = """
[[milestones]]
id = "a"
title = { en = "Adopt the decree", es = "Adoptar el decreto" }
start = 2025-01-01
due = "2025-Q2"
started = 2025-02-01
completed = 2025-07-15

[[milestones]]
id = "b"
title = "Launch the portal"
due = "2026"
"""


def test_milestones_become_tasks(tmp_path: Path) -> None:
    a_plan(TOML)
    (tmp_path / "nepal.toml").write_text(TOML, encoding="utf-8")

    found = subprocess.run([sys.executable, SCRIPT, tmp_path], check=True, capture_output=True)

    done, left = json.loads(found.stdout)
    assert done.pop("uuid") != left.pop("uuid")
    assert done == {
        "description": "Adopt the decree",
        "entry": "20250201T120000Z",
        "due": "20250630T120000Z",
        "status": "completed",
        "end": "20250715T120000Z",
    }
    assert left == {
        "description": "Launch the portal",
        "entry": "20250101T120000Z",
        "due": "20261231T120000Z",
        "status": "pending",
    }
