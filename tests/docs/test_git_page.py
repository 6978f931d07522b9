"""docs/git.md and the hooks: examples run, snippets are what those who take them expect."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from ruamel.yaml import YAML

from cli.asking import ask, write_plan
from console_examples import ROOT, Example, check_example, examples
from ogdplan.cli.main import app

PAGE = ROOT / "docs" / "git.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = examples(PAGE)
SNIPPETS = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)

# Any: YAML is whatever it is, and the type of Typer's commands is private to it.
HOOKS: list[dict[str, Any]] = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
PROGRAM: Any = typer.main.get_command(app)

every_hook = pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example_shows_what_the_program_prints(example: Example, tmp_path: Path) -> None:
    check_example(example, tmp_path)


def test_page_has_examples() -> None:
    assert EXAMPLES


@pytest.mark.parametrize(
    ("begin", "schema"), [("name: Plans", "github-workflows"), ("plans:", "gitlab-ci")]
)
def test_snippet_is_what_the_site_takes(tmp_path: Path, begin: str, schema: str) -> None:
    (snippet,) = (each for each in SNIPPETS if each.startswith(begin))
    file = tmp_path / "snippet.yml"
    file.write_text(snippet, encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]

    checked = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_snippet_of_hooks_names_those_there_are() -> None:
    (snippet,) = (each for each in SNIPPETS if each.startswith("repos:"))

    (repo,) = YAML(typ="safe").load(snippet)["repos"]

    assert repo["hooks"] == [{"id": hook["id"]} for hook in HOOKS]
    assert f'version = "{repo["rev"].removeprefix("v")}"' in (ROOT / "pyproject.toml").read_text(
        encoding="utf-8"
    )


def test_no_other_snippet_is_left_unread() -> None:
    assert len(SNIPPETS) == 3


# The hooks.


@every_hook
def test_hook_runs_a_command_that_there_is(hook: dict[str, Any]) -> None:
    program, name, *options = shlex.split(hook["entry"])

    assert (program, hook["language"]) == ("ogdplan", "python")
    known = {option for each in PROGRAM.commands[name].params for option in each.opts}
    assert set(options) <= known


@every_hook
def test_hook_looks_at_plans_and_at_nothing_else(hook: dict[str, Any]) -> None:
    paths = {
        "plans/nepal.toml": True,
        "plans/brazil/saude.toml": True,
        "mes données/plans/nepal.toml": True,
        "plans/.draft.toml": False,
        "plans/nepal.txt": False,
        "pyproject.toml": False,
        "oldplans/nepal.toml": False,
    }

    assert {path: bool(re.search(hook["files"], path)) for path in paths} == paths


@every_hook
def test_hook_passes_a_good_plan_and_stops_a_bad_one(
    hook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_plan(tmp_path / "plans", "nepal")
    ask("fmt")
    write_plan(tmp_path / "plans", "kenya", "  x=1")
    _, *words = shlex.split(hook["entry"])

    # With file names, as pre-commit calls it.
    assert ask(*words, "plans/nepal.toml").code == 0
    assert ask(*words, "plans/nepal.toml", "plans/kenya.toml").code == 1
