"""docs/site.md: examples run, the snippet is what GitHub takes, the files named are those made."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from ruamel.yaml import YAML

from cli.asking import ask
from cli.sites import names
from console_examples import ROOT, Example, check_example, examples
from ogdplan.cli.main import app

PAGE = ROOT / "docs" / "site.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = examples(PAGE)
(SNIPPET,) = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)

# Any: the type of Typer's commands is private to it.
PROGRAM: Any = typer.main.get_command(app)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example_shows_what_the_program_prints(example: Example, tmp_path: Path) -> None:
    check_example(example, tmp_path)


def test_files_that_are_named_are_on_the_site(tmp_path: Path) -> None:
    named = set(re.findall(r"`((?:data|plans)/[\w/.-]+|\w+\.html)`", TEXT))
    for name in ("nepal", "brazil/planejamento"):
        plan = tmp_path / "plans" / f"{name}.toml"
        plan.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "plans" / f"{name}.toml", plan)

    ask("site", "--plans", str(tmp_path / "plans"), "--output", str(tmp_path / "out"))

    assert named <= names(tmp_path / "out")
    assert len(named) == 10


def test_workflow_is_what_github_takes(tmp_path: Path) -> None:
    file = tmp_path / "site.yml"
    file.write_text(SNIPPET, encoding="utf-8")
    schema = ["--builtin-schema", "vendor.github-workflows"]
    command = [sys.executable, "-m", "check_jsonschema", *schema, str(file)]

    checked = subprocess.run(command, capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_workflow_runs_a_command_that_there_is_and_publishes_its_folder() -> None:
    steps = YAML(typ="safe").load(SNIPPET)["jobs"]["site"]["steps"]
    (command,) = (each["run"] for each in steps if each.get("run", "").startswith("ogdplan"))
    (upload,) = (each for each in steps if "upload-pages" in each.get("uses", ""))

    _, name, option, folder = shlex.split(command)

    assert option in {each for param in PROGRAM.commands[name].params for each in param.opts}
    assert upload["with"]["path"] == folder
