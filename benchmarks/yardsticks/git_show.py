"""Look at objects of a repository one by one: `git show` of each, as a person would."""

import subprocess
import sys

ROOT, *ARGUMENTS = sys.argv[1:]


def git(*words: str) -> str:
    """Return what git prints."""
    return subprocess.run(
        ["git", "-C", ROOT, *words], check=True, stdout=subprocess.PIPE, encoding="utf-8"
    ).stdout


if ARGUMENTS == ["commits"]:
    names = git("log", "--format=%H").split()
else:
    names = [
        f"{side}:{path}"
        for side in ARGUMENTS
        for path in git("ls-tree", "-r", "--name-only", side).splitlines()
    ]
for name in names:
    git("show", name)
