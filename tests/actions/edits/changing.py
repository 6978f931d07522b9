"""One plan file changed for real: written, changed by a decision, and read again."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from ogdplan.actions.change import Changed, Setting, Task, change
from ogdplan.actions.edits.subject import Decision
from ogdplan.errors import OgdplanError
from ogdplan.workspace.folder import PlanPath, PlansFolder, plan_paths

AS_OF = date(2018, 6, 30)

HEAD = """format = 1

[plan]
title = "A plan"
country = "PAN"
lead = "antai"

[[institutions]]
id = "antai"
name = "Transparency Authority"
acronym = "ANTAI"
sector = "government"
"""
"""How the plans of these tests begin, where a test does not give another beginning."""


class Outcome(NamedTuple):
    """What follows the beginning of the file after a change, and what was said of it."""

    body: str
    notes: tuple[str, ...]
    hint: str | None


def a_folder(tmp_path: Path, texts: Mapping[str, str]) -> PlansFolder:
    """Return a folder with plan files, which hold these texts exactly."""
    folder = PlansFolder(tmp_path / "plans")
    folder.root.mkdir(exist_ok=True)
    for plan_id, text in texts.items():
        (folder.root / f"{plan_id}.toml").write_bytes(text.encode())
    return folder


def place_in(folder: PlansFolder, plan_id: str = "panama") -> PlanPath:
    """Return where a plan of the folder lies."""
    return next(each for each in plan_paths(folder) if each.plan_id == plan_id)


def contents(folder: PlansFolder) -> dict[str, str]:
    """Return what the files of the folder hold by their names, drafts and leftovers too."""
    return {each.name: each.read_bytes().decode() for each in folder.root.iterdir()}


def change_panama(folder: PlansFolder, decide: Decision) -> Changed:
    """Change the plan `panama` of a folder."""
    (changed,) = change(Setting(folder, AS_OF), [Task(place_in(folder), decide)])
    return changed


def edited(tmp_path: Path, body: str, decide: Decision, *, head: str = HEAD) -> Outcome:
    """Return what a decision makes of a plan file; its beginning stays as it is."""
    folder = a_folder(tmp_path, {"panama": head + body})
    changed = change_panama(folder, decide)
    assert contents(folder) == {"panama.toml": changed.after}
    assert changed.after.startswith(head)
    return Outcome(changed.after.removeprefix(head), changed.edit.said, changed.edit.hint)


def refused(tmp_path: Path, body: str, decide: Decision, *, head: str = HEAD) -> OgdplanError:
    """Return why a decision cannot be; the file is as it was."""
    folder = a_folder(tmp_path, {"panama": head + body})
    with pytest.raises(OgdplanError) as caught:
        change_panama(folder, decide)
    assert contents(folder) == {"panama.toml": head + body}
    return caught.value
