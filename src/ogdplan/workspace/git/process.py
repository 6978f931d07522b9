"""One run of git, and what can go wrong with it."""

import subprocess
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from ogdplan.errors import OgdplanError
from ogdplan.workspace.failures import words_of

PROGRAM = "git"


class GitMissingError(OgdplanError):
    """There is no git on this machine, or it cannot be started."""

    def __init__(self, reason: str | None = None) -> None:
        what = f"git cannot be started: {reason}" if reason else "git is not installed here"
        super().__init__(
            what, hint="install git, or open a terminal in which `git --version` works"
        )


class GitError(OgdplanError):
    """git said no; its own words, without what it puts before them."""

    def __init__(self, words: str) -> None:
        super().__init__(f"git could not do it: {words}", hint="ask git itself: git status")


def run(
    folder: Path, arguments: Sequence[str], *, given: bytes = b"", fine: Collection[int] = (0,)
) -> bytes:
    """Run git in a folder and return what it prints.

    `arguments` are ours; what a user gave goes behind `--`, or in by `given`, and never becomes
    an option. Paths stand for themselves, whatever signs are in them. Nothing is locked only to
    look. Raises GitError where it ends with another code than is fine, GitMissingError where
    there is no git.
    """
    ended = attempt(folder, arguments, given=given)
    if ended.returncode not in fine:
        raise GitError(said(ended.stderr) or f"it ended with code {ended.returncode}")
    return ended.stdout


def attempt(
    folder: Path,
    arguments: Sequence[str],
    *,
    given: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, as `run`, and return how it ended.

    It has the environment of this program where no other is given.
    """
    try:
        return subprocess.run(  # noqa: S603 - no shell, and the arguments are ours
            command(folder, arguments),
            input=given,
            env=environment,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise not_started(error) from error


def command(folder: Path, arguments: Sequence[str]) -> list[str]:
    """Return the words of a run of git in a folder."""
    return [PROGRAM, "-C", str(folder), "--no-optional-locks", "--literal-pathspecs", *arguments]


def not_started(error: OSError) -> GitMissingError:
    """Return what is to be said where the system cannot start git."""
    return GitMissingError(None if isinstance(error, FileNotFoundError) else words_of(error))


def said(stderr: bytes) -> str:
    """Return what git complains of, in one line."""
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ").removeprefix("error: ") if lines else ""
