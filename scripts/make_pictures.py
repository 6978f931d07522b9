"""Draw what commands print in a terminal, for the README.

    python scripts/make_pictures.py [FOLDER] [--story REPOSITORY]

They run over the plans that are shipped, or in the repository that make_story.py makes. A picture
is SVG without any font, link or script from elsewhere, so that it looks the same wherever it is
shown.
"""

import argparse
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.text import Text

from make_story import make

SHIPPED: Mapping[str, str] = {"status": "status --as-of 2018-01-31"}
"""The pictures of the plans that are shipped: the command of each, by its name."""

TOLD: Mapping[str, str] = {"trend": "trend panama --as-of 2018-12-31"}
"""The pictures of the story."""

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures"
_LINES = 22
_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def draw(command: str, folder: Path) -> str:
    """Return the first lines that a command prints in a folder, as SVG."""
    program = Path(sys.executable).with_name("ogdplan")
    environment = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    printed = subprocess.run(
        [program, *shlex.split(command)],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        encoding="utf-8",
    ).stdout
    lines = Text.from_ansi(printed).split("\n")[:_LINES]
    width = max(line.cell_len for line in lines)
    console = Console(record=True, width=width, file=io.StringIO(), force_terminal=True)
    console.print(Text("\n").join(lines))
    svg = console.export_svg(title=f"$ ogdplan {command}", unique_id="ogdplan")
    return re.sub(r"[ \t]+$", "", _FONT.sub("", svg), flags=re.MULTILINE)


def main() -> None:
    """Read the options and draw."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--story", type=Path, help="the repository of the story, where it is made")
    given = parser.parse_args()
    folder: Path = given.folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as above:
        story = given.story or Path(above, "story")
        if given.story is None:
            make(story)
        for place, pictures in ((ROOT, SHIPPED), (story, TOLD)):
            for name, command in pictures.items():
                (folder / f"{name}.svg").write_text(draw(command, place), encoding="utf-8")


if __name__ == "__main__":
    main()
