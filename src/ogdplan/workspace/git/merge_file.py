"""Three versions of any text merged line by line, as git does it."""

import tempfile
from pathlib import Path
from typing import NamedTuple

from ogdplan.workspace.failures import said_of
from ogdplan.workspace.files import create_plan
from ogdplan.workspace.git.process import GitError, attempt, said

LABELS = ("ours", "base", "theirs")
MARKER_SIZE = 7
_MOST_CONFLICTS = 127


class MergedLines(NamedTuple):
    """A merged text, and how many conflicts stand in it between markers."""

    content: bytes
    conflicts: int


def merge_lines(
    base: bytes, ours: bytes, theirs: bytes, *, marker_size: int = MARKER_SIZE
) -> MergedLines:
    """Return three versions merged line by line, conflicts between markers.

    Raises GitError for what is no text, GitMissingError where there is no git.
    """
    with said_of("a draft in the system's temporary folder"), _folder() as folder:
        for name, content in zip(LABELS, (ours, base, theirs), strict=True):
            create_plan(Path(folder, name), content, shown=name)
        labels = [word for name in LABELS for word in ("-L", name)]
        size = f"--marker-size={marker_size}"
        ended = attempt(Path(folder), ["merge-file", "-p", size, *labels, *LABELS])
    if not 0 <= ended.returncode <= _MOST_CONFLICTS:
        raise GitError(said(ended.stderr) or "it cannot merge these files")
    return MergedLines(ended.stdout, ended.returncode)


def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="ogdplan-", ignore_cleanup_errors=True)
