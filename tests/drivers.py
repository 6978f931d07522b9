"""A stand-in for the program that git starts to merge: tests choose what it does."""

import sys
from pathlib import Path

_CODE = """
import sys

if sys.argv[1:] == ["--version"]:
    print("ogdplan {version}")
    sys.exit()
base, ours, theirs = sys.argv[sys.argv.index("--") + 1 :]
texts = [open(name, encoding="utf-8", newline="").read() for name in (base, ours, theirs)]
merged = [
    their_line if our_line == line else our_line
    for line, our_line, their_line in zip(*(text.split("\\n") for text in texts))
]
open(ours, "w", encoding="utf-8", newline="").write("\\n".join(merged))
"""


def a_driver(folder: Path, *, version: str = "0.1.0") -> Path:
    """Return a program called ogdplan that takes each line from the side that changed it.

    It merges no other files than those whose lines stay as many as they were.
    """
    folder.mkdir(parents=True, exist_ok=True)
    code = folder / "merging.py"
    code.write_text(_CODE.replace("{version}", version), encoding="utf-8")
    program = folder / "ogdplan"
    program.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" "$(dirname "$0")/merging.py" "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    return program
