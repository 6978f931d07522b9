"""Which program this is, for others to start: git does when it merges."""

import os
import sys
from pathlib import Path

_NAME = "ogdplan"


def this_program(called_as: str, interpreter: str) -> tuple[str, ...]:
    """Return the words that start this program from any folder.

    `called_as` is what it was called as, `interpreter` the Python that runs it. Links are kept:
    what a package manager updates stays at the end of its link.
    """
    beside = str(Path(interpreter).with_name(_NAME))
    for name in (called_as, beside):
        if script := _script(name):
            return (str(script),)
    return (interpreter, "-m", _NAME)


def _script(name: str) -> Path | None:
    """Return the script of a name, None where it is none of ours; Windows leaves `.exe` out."""
    # A bare name is one that the shell has looked up, and no file of the current folder.
    if Path(name).stem != _NAME or not os.path.dirname(name):  # noqa: PTH120
        return None
    path = Path(name).absolute()
    file = path.with_suffix(".exe") if sys.platform == "win32" else path
    return file if file.is_file() and os.access(file, os.X_OK) else None


def own_versions() -> tuple[str, ...]:
    """Return the versions of this program, and of the libraries that make its pages."""
    from importlib.metadata import version  # noqa: PLC0415 - few commands ask, and it takes 5 ms

    return tuple(version(name) for name in ("ogdplan", "Babel", "Jinja2", "MarkupSafe"))
