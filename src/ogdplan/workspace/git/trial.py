"""A trial: a real merge in a temporary repository, by the driver that git is told to use."""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from ogdplan.errors import FileError
from ogdplan.workspace.failures import AGAIN, words_of
from ogdplan.workspace.git.attributes import NAME, line_for
from ogdplan.workspace.git.process import GitError, attempt, said
from ogdplan.workspace.git.settings import DRIVER

_PATIENCE = 60.0
_FOLDER, _PLAN = "plans/", "plans/trial.toml"
_OURS, _THEIRS = "ours", "theirs"
_FRAME = " │╭╮╰╯─"
_SOMEONE = "ogdplan <trial@ogdplan.invalid>"

_KEPT_VARIABLES = frozenset({"GIT_EXEC_PATH"})
_NO_SETTINGS = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C"}
# Once more as options: git before 2.32 does not know the second variable.
_OPTIONS = {
    "user.name": "ogdplan",
    "user.email": "trial@ogdplan.invalid",
    "commit.gpgSign": "false",
    "merge.verifySignatures": "false",
    "core.hooksPath": os.devnull,
    "core.attributesFile": os.devnull,
    "core.autocrlf": "false",
}


class Trial(NamedTuple):
    """Whether both sides of the merge are in its result; `words` say what went wrong, if any."""

    fires: bool
    words: str = ""


def tried(driver: str, environment: Mapping[str, str]) -> Trial:
    """Merge two branches that change lines side by side of one record, by a driver.

    git alone cannot do it: it takes such lines for a conflict. The repository is made for it
    and removed in any case; no other is touched, and neither the settings, hooks and signatures
    of whoever uses git count nor the variables that name a repository in the environment.
    """
    own = _own_environment(environment)
    with _repository(driver, own) as (folder, options):
        merge = [*options, "merge", "--quiet", "--no-edit", _THEIRS]
        ended = attempt(folder, merge, environment=own)
        plan = folder / _PLAN
        result = plan.read_bytes() if plan.is_file() else b""
    if ended.returncode == 0 and result == _plan(ours=True, theirs=True):
        return Trial(fires=True)
    return Trial(False, _what_went_wrong(ended))


def answer_of(program: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """Return the version that a program says it has, None where it cannot be started."""
    try:
        ended = subprocess.run(  # noqa: S603 - the program that git itself starts to merge
            [*program, "--version"],
            stdin=subprocess.DEVNULL,
            env=environment,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    words = ended.stdout.decode("utf-8", "replace").strip()
    return words.removeprefix("ogdplan ") if ended.returncode == 0 else None


@contextmanager
def _repository(
    driver: str, environment: Mapping[str, str]
) -> Iterator[tuple[Path, Sequence[str]]]:
    """Give a temporary repository with one of the branches checked out, and git's options."""
    settings = {**_OPTIONS, "merge.ogdplan.name": "ogdplan", DRIVER: driver}
    options = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
    try:
        made = tempfile.TemporaryDirectory(prefix="ogdplan-", ignore_cleanup_errors=True)
    except OSError as error:
        hint = f"make room on the disk, {AGAIN}"
        raise FileError("make", "a temporary folder", words_of(error), hint=hint) from error
    with made as name:
        folder = Path(name)
        steps = (
            ["init", "--quiet", "--template="],
            ["fast-import", "--quiet"],
            ["checkout", "--quiet", _OURS],
        )
        for step in steps:
            given = _history() if step[0] == "fast-import" else b""
            ended = attempt(folder, [*options, *step], given=given, environment=environment)
            if ended.returncode:
                raise GitError(said(ended.stderr))
        yield folder, options


def _own_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without what would lead git to another repository or setting."""
    kept = {
        name: value
        for name, value in environment.items()
        if not name.startswith("GIT_") or name in _KEPT_VARIABLES
    }
    return {**kept, **_NO_SETTINGS}


def _what_went_wrong(ended: subprocess.CompletedProcess[bytes]) -> str:
    """Return what the driver or git complain of, in one line."""
    lines = [line.strip(_FRAME) for line in ended.stderr.decode("utf-8", "replace").splitlines()]
    # A trace has its reason at the end; ours, and git, begin with theirs and may add a hint.
    reasons = [line for line in lines if line.lower().startswith(("error:", "fatal:"))]
    reasons += [line for line in reversed(lines) if any(map(str.isalpha, line))]
    if reasons:
        return said(reasons[0].encode())
    code = f"the merge ended with code {ended.returncode}"
    return code if ended.returncode else "the result lacks what one of two branches changed"


def _plan(*, ours: bool = False, theirs: bool = False) -> bytes:
    title = "Open the data portal" if ours else "Open the portal"
    due = "2018-06-30" if theirs else "2018-03-31"
    return f"""format = 1

[plan]
title = "A trial"
country = "NPL"
lead = "office"

[[institutions]]
id = "office"
name = "Office"
sector = "government"

[[milestones]]
id = "portal"
title = "{title}"
due = {due}
""".encode()


def _history() -> bytes:
    """Return a first commit and two branches that go on from it, as git takes them in."""
    attributes = line_for(_FOLDER) + b"\n"
    first = [_commit("base"), *_file(NAME, attributes), *_file(_PLAN, _plan())]
    sides = (
        line
        for branch, plan in ((_OURS, _plan(ours=True)), (_THEIRS, _plan(theirs=True)))
        for line in (_commit(branch), b"from refs/heads/base\n", *_file(_PLAN, plan))
    )
    return b"".join((*first, *sides))


def _commit(branch: str) -> bytes:
    return f"commit refs/heads/{branch}\ncommitter {_SOMEONE} 0 +0000\ndata 0\n".encode()


def _file(path: str, content: bytes) -> tuple[bytes, bytes]:
    return f"M 100644 inline {path}\ndata {len(content)}\n".encode(), content
