"""Real git repositories that tests work in."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

GIT_ENVIRONMENT: Mapping[str, str] = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Someone",
    "GIT_AUTHOR_EMAIL": "someone@example.org",
    "GIT_COMMITTER_NAME": "Someone",
    "GIT_COMMITTER_EMAIL": "someone@example.org",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
"""What keeps git the same on every machine, whoever uses it."""

# Else git starts a second process after each commit, to see whether there is much to tidy up.
_UNTIDIED = ("-c", "maintenance.auto=false")


@dataclass(frozen=True)
class Repo:
    """A repository; paths are given from its root."""

    root: Path

    def git(self, *words: str, env: Mapping[str, str] | None = None, fails: bool = False) -> str:
        """Run git and return what it prints; with `fails` it may end with any code."""
        ended = subprocess.run(
            ["git", *_UNTIDIED, *words],
            cwd=self.root,
            env={**os.environ, **GIT_ENVIRONMENT, **(env or {})},
            capture_output=True,
            check=False,
            text=True,
            encoding="utf-8",
        )
        assert fails or ended.returncode == 0, ended.stderr
        return ended.stdout + (ended.stderr if fails else "")

    def copy(self, root: Path) -> "Repo":
        """Return a copy of all that there is, for a test that changes it."""
        shutil.copytree(self.root, root, symlinks=True)
        return Repo(root)

    def write(self, path: str, text: str) -> Path:
        """Write a file as it is given, its folders too."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")
        return target

    def commit(self, subject: str = "A change", *, day: str = "2018-01-15") -> str:
        """Commit all that there is, on a day at noon, and return the commit's id."""
        moment = f"{day}T12:00:00+00:00"
        dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", subject, env=dates)
        return self._head() or self.git("rev-parse", "HEAD").strip()

    def _head(self) -> str | None:
        """Return the id of the current branch, as git has written it; None where it is elsewhere.

        To ask git takes a process for each commit of each test.
        """
        git = self.root / ".git"
        if not (git / "HEAD").is_file():
            return None
        branch = git / (git / "HEAD").read_text("utf-8").strip().removeprefix("ref: ")
        return branch.read_text("utf-8").strip() if branch.is_file() else None


def a_repo(root: Path) -> Repo:
    """Return a new repository with a folder of plans and no commit."""
    (root / "plans").mkdir(parents=True, exist_ok=True)
    repo = Repo(root)
    repo.git("init", "--quiet", "--initial-branch=main", "--template=")
    return repo


def two_commits_that_begin_alike(repo: Repo, tree: str) -> str:
    """Store two commits whose ids have the same first four signs, and return these."""
    seen: dict[str, bytes] = {}
    for number in count():
        who = f"Someone <someone@example.org> {number} +0000"
        content = f"tree {tree}\nauthor {who}\ncommitter {who}\n\nCommit\n".encode()
        header = f"commit {len(content)}\0".encode()
        beginning = hashlib.sha1(header + content, usedforsecurity=False).hexdigest()[:4]
        if other := seen.get(beginning):
            for each in (other, content):
                (repo.root / "made").write_bytes(each)
                repo.git("hash-object", "-t", "commit", "-w", "made")
            return beginning
        seen[beginning] = content
    raise AssertionError
