"""What a command does not need it does not import: a person waits for it each time."""

import subprocess
from pathlib import Path

from cli.asking import AS_OF, GOLDEN, start, write_plan

CODE = """
import gc, sys
before = set(sys.modules)
from ogdplan.cli.main import main
try:
    main()
finally:
    print(*sys.modules.keys() - before, *["FROZEN"] * bool(gc.get_freeze_count()), file=sys.stderr)
"""

NOWHERE = {"rich.text", "rich.console", "multiprocessing", "slugify"}
"""Rich is for colours, processes are for many plans, slugs for new records."""

REPORTS = {
    *("ogdplan.actions.reporting", "ogdplan.actions.agencies", "ogdplan.progress.interval"),
    *("ogdplan.progress.facts", "ogdplan.progress.judgements", "ogdplan.progress.measures"),
    *("ogdplan.report.tongue", "ogdplan.report.meeting.view", "ogdplan.workspace.git.process"),
    *("jinja2", "babel"),
}
"""What only a report needs."""

SURVEYS = {"ogdplan.checks.record", "ogdplan.progress.plan", "ogdplan.cli.records"}


def imported(*words: str) -> set[str]:
    """Return the modules that a command imports when it writes to a pipe."""
    process = start(*words, code=CODE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors.decode()
    return set(errors.decode().split())


def test_status_needs_neither_rich_nor_what_edits_need() -> None:
    found = imported("status", "--as-of", AS_OF, "--plans", str(GOLDEN / "plans"))

    assert "ogdplan.report.status" in found
    assert found & (NOWHERE | {"filelock", "ogdplan.compare.changes", "tomlrt", "json"}) == set()
    assert found & REPORTS == set()


def test_edit_of_a_record_needs_no_figures(tmp_path: Path) -> None:
    write_plan(tmp_path, "nepal", '[[milestones]]\nid = "portal"\ntitle = "Build it"\n')

    found = imported("milestone", "set", "nepal", "portal", "--note", "x", "--plans", str(tmp_path))

    assert "ogdplan.compare.changes" in found
    assert found & (NOWHERE | SURVEYS) == set()


def test_nothing_is_looked_through_for_waste_at_the_end() -> None:
    assert "FROZEN" in imported("status", "--plans", str(GOLDEN / "plans"))
