"""docs/architecture.md names modules that exist, leaves no room out, and says who owns what."""

import re

import pytest
import tomli

from console_examples import ROOT
from test_architecture import LAYERS, OWNERS, SOURCE

TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PACKAGE = SOURCE / "ogdplan"
PATHS = sorted(set(re.findall(r"`([\w./-]+(?:\.py|\.md|/))`", TEXT)))
ROOMS = sorted(
    f"{path.parent.relative_to(PACKAGE).as_posix()}/"
    for path in PACKAGE.rglob("__init__.py")
    if path.parent != PACKAGE
)


@pytest.mark.parametrize("path", PATHS)
def test_path_that_is_named_exists(path: str) -> None:
    assert (PACKAGE / path).exists() or (ROOT / path).exists()


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_is_described(room: str) -> None:
    _, _, rooms = TEXT.partition("## The rooms\n")

    assert f"`{room}`" in rooms.partition("\n## ")[0]


def test_order_is_the_one_that_is_tested() -> None:
    there = (
        [name for name in layer if (PACKAGE / name).exists() or (PACKAGE / f"{name}.py").exists()]
        for layer in LAYERS
    )

    assert "\n    " + " < ".join(", ".join(layer) for layer in there if layer) + "\n" in TEXT


def place_of(owner: str) -> str:
    """Return the path of a room or module: `cli` is `cli/`, `workspace.locks` a file."""
    path = owner.replace(".", "/")
    return f"{path}/" if (PACKAGE / path).is_dir() else f"{path}.py"


def test_owners_of_the_libraries_are_those_that_are_tested() -> None:
    project = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [
        re.split(r"[^\w-]", each)[0].replace("-", "_").lower() for each in project["dependencies"]
    ]
    table = dict(re.findall(r"^\| `([\w-]+)` \| (`.+`) \|$", TEXT, re.MULTILINE))

    assert table == {
        name: ", ".join(f"`{place_of(owner)}`" for owner in OWNERS[name])
        for name in names
        if name in OWNERS
    }
