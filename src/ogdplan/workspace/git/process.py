"""One run of git, and what can go wrong with it."""

import os
import subprocess
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from ogdplan.errors import OgdplanError
from ogdplan.workspace.failures import words_of
from ogdplan.workspace.git.environment import for_git

PROGRAM = "git"

# A clone without the files of old commits would have them fetched when they are asked for.
_NO_NETWORK = ("-c", "protocol.allow=never")
# What lies among the plans like a repository has settings of whoever wrote it, and these can name
# programs that git would start. Only what is called .git counts: nobody can commit that.
_NO_HIDDEN_REPOSITORY = ("-c", "safe.bareRepository=explicit")
_ALWAYS = ("--no-optional-locks", "--literal-pathspecs", *_NO_NETWORK, *_NO_HIDDEN_REPOSITORY)
_COMPLAINTS = ("fatal: ", "error: ")


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

    It has the environment of this program, as `environment.for_git` gives it, where no other is
    given.
    """
    try:
        return subprocess.run(  # noqa: S603 - no shell, and the arguments are ours
            command(folder, arguments),
            input=given,
            env=own_environment() if environment is None else environment,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise not_started(error) from error


def command(folder: Path, arguments: Sequence[str]) -> list[str]:
    """Return the words of a run of git in a folder; it locks nothing and opens no network."""
    return [PROGRAM, "-C", str(folder), *_ALWAYS, *arguments]


def own_environment() -> dict[str, str]:
    """Return the environment in which git runs."""
    try:
        here = Path.cwd()
    except OSError:
        here = Path(os.sep)
    return for_git(os.environ, here)


def not_started(error: OSError) -> GitMissingError:
    """Return what is to be said where the system cannot start git."""
    return GitMissingError(None if isinstance(error, FileNotFoundError) else words_of(error))


def said(stderr: bytes) -> str:
    """Return what git complains of, in one line; warnings and advice may stand above it."""
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    for line in lines:
        for word in _COMPLAINTS:
            if line.startswith(word):
                return line.removeprefix(word)
    return lines[0] if lines else ""
