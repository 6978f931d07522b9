"""What git has stored: commits by the names people give them, and files by their ids."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from typing import IO, NamedTuple

if sys.platform == "linux":
    import fcntl

from ogdplan.errors import OgdplanError, UsageError
from ogdplan.planfile.reading import SIZE_LIMIT, too_large
from ogdplan.rules.catalogue import RULES
from ogdplan.workspace.folder import Content, Unreadable
from ogdplan.workspace.git.clock import moment_of
from ogdplan.workspace.git.process import GitError, attempt, command, not_started, own_environment
from ogdplan.workspace.git.repository import Repository

_CHUNK = 1 << 16
_SHORT = 7
_AHEAD = 1 << 20
"""So many bytes git may be ahead with; usually it is 64 KiB, less than many a plan."""


class UnknownRevisionError(UsageError):
    """A revision was named that the repository does not have, or that is no name of one."""

    def __init__(self, revision: str, *, is_shallow: bool) -> None:
        hint = "name a commit, branch or tag: HEAD~3, main, 4f2a9c1; `git log` lists commits"
        if is_shallow:
            hint = "this clone has only the last part of the history: `git fetch --unshallow`"
        super().__init__(f'no revision called "{revision}"', hint=hint)


class AmbiguousRevisionError(UsageError):
    """The beginning of a commit's id fits several commits."""

    def __init__(self, revision: str) -> None:
        super().__init__(f'"{revision}" fits more than one commit', hint="write more of its id")


class UnbornError(OgdplanError):
    """Nothing was ever committed here."""

    def __init__(self) -> None:
        super().__init__(
            "there is no commit yet",
            hint="commit the plans first: git add plans, then git commit",
        )


class StoppedError(GitError):
    """git has ended in the middle, as it does for some names, and for files that are not here."""

    def __init__(self) -> None:
        super().__init__(
            "it stopped while it was asked for a file; in a partial clone the files of older "
            "commits are not here until `git fetch --refetch --no-filter` has brought them"
        )


def short_id(commit: str) -> str:
    """Return the beginning of a commit's id, as people write it."""
    return commit[:_SHORT]


class Commit(NamedTuple):
    """A commit: its id, the day its committer made it, and the first line of its message."""

    id: str
    day: date
    subject: str

    @property
    def short(self) -> str:
        """Return the beginning of its id, as people write it."""
        return short_id(self.id)


class Objects:
    """The stored objects of a repository, by one process of git that is asked again and again."""

    def __init__(self, repository: Repository, asked: IO[bytes], answers: IO[bytes]) -> None:
        self._repository = repository
        self._asked = asked
        self._answers = answers
        self._ahead: str | None = None

    def commit(self, revision: str) -> Commit:
        """Return the commit that a revision names: `HEAD~3`, `main`, `4f2a9c1`, `v1.0`.

        Raises UnknownRevisionError, AmbiguousRevisionError, or UnbornError where it is HEAD and
        nothing was ever committed.
        """
        shallow = self._repository.is_shallow
        if not revision.isprintable() or revision.startswith("-"):
            raise UnknownRevisionError(revision, is_shallow=False)
        try:
            # What follows `:/` is a text to look for, to its end.
            name, size = self._ask(
                revision if revision.startswith(":/") else f"{revision}^{{commit}}"
            )
            if size is not None:
                return _commit(name, self._read(size))
            if self._is_ambiguous(revision):
                raise AmbiguousRevisionError(revision)
        except StoppedError as error:
            # So it does for `@{upstream}` where there is none.
            raise UnknownRevisionError(revision, is_shallow=shallow) from error
        if revision == "HEAD" and self._is_unborn():
            raise UnbornError
        raise UnknownRevisionError(revision, is_shallow=shallow)

    def _is_unborn(self) -> bool:
        """Return whether nothing was ever committed, rather than a commit lost."""
        found = attempt(self._repository.root, ["rev-parse", "--verify", "--quiet", "HEAD"])
        return found.returncode != 0 and not self._repository.is_shallow

    def _is_ambiguous(self, revision: str) -> bool:
        # Asked for a commit by it, git says only that there is none.
        return self._passed_over(revision) == ("ambiguous", None)

    def file(self, blob: str) -> Content:
        """Return what a stored file holds, or why it cannot be a plan."""
        name, size = self._ask(blob)
        if size is None:
            raise GitError(f"the repository lacks the object {blob}: {name}")
        if size > SIZE_LIMIT:
            self._skip(size)
            return Unreadable(
                "file-too-large", too_large(size).message, RULES["file-too-large"].fix
            )
        return self._read(size)

    def look_ahead(self, blob: str) -> None:
        """Let git look for the stored file that will be wanted next, while others work."""
        if self._ahead is None:
            self._send(blob)
            self._ahead = blob

    def blob_at(self, commit: str, path: str) -> str | None:
        """Return the blob of a file in a commit, by its path from the top; None without one."""
        if "\n" in path:
            return None
        name, size = self._passed_over(f"{commit}:{path}")
        return None if size is None else name

    def is_cut(self, commit: str) -> bool:
        """Return whether a commit has parents that are not here: the history of a clone is cut."""
        _, size = self._ask(commit)
        head = self._read(size or 0).partition(b"\n\n")[0] if size else b""
        parents = [line[7:].decode() for line in head.split(b"\n") if line.startswith(b"parent ")]
        return any(self._passed_over(parent)[1] is None for parent in parents)

    def _passed_over(self, name: str) -> tuple[str, int | None]:
        """Return the id and size of an object, as `_ask`, without what it holds."""
        found, size = self._ask(name)
        self._skip(size)
        return found, size

    def _ask(self, name: str) -> tuple[str, int | None]:
        """Return the id and size of an object, or git's word for why there is none."""
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead != name:
            self._skip(self._answer()[1])
        if ahead != name:
            self._send(name)
        return self._answer()

    def _send(self, name: str) -> None:
        self._asked.write(name.encode("utf-8", "surrogateescape") + b"\n")
        self._asked.flush()

    def _answer(self) -> tuple[str, int | None]:
        answer = self._answers.readline().decode("utf-8", "replace").split(" ")
        if answer == [""]:
            raise StoppedError
        if len(answer) == 3 and answer[2].strip().isdigit():
            return answer[0], int(answer[2])
        return answer[-1].strip(), None

    def _read(self, size: int) -> bytes:
        content = self._answers.read(size)
        self._answers.read(1)
        return content

    def _skip(self, size: int | None) -> None:
        """Pass over what an object of a size holds; nothing follows where there is none."""
        left = 0 if size is None else size + 1
        while left and (chunk := self._answers.read(min(left, _CHUNK))):
            left -= len(chunk)


@contextmanager
def objects_of(repository: Repository) -> Iterator[Objects]:
    """Give the stored objects of a repository; git runs until the end of the block."""
    words = command(repository.root, ["cat-file", "--batch"])
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell, and the arguments are ours
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=own_environment(),
        )
    except OSError as error:
        raise not_started(error) from error
    if process.stdin is None or process.stdout is None:  # pragma: no cover - both are pipes
        raise GitError("it gives no answers")
    _widen(process.stdout)
    try:
        # What could not be sent is sent again at the end of the block.
        with process:
            yield Objects(repository, process.stdin, process.stdout)
    except BrokenPipeError as error:
        raise StoppedError from error


def _widen(pipe: IO[bytes]) -> None:
    """Let git write a whole plan ahead of who reads it, where the system can."""
    if sys.platform == "linux":
        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _AHEAD)


def _commit(commit_id: str, content: bytes) -> Commit:
    """Return what a stored commit says of itself, in the encoding that it names."""
    head, _, message = content.partition(b"\n\n")
    fields = dict(line.partition(b" ")[::2] for line in head.split(b"\n"))
    made = b" ".join(fields.get(b"committer", b"").rsplit(b" ", 2)[1:])
    first = message.split(b"\n", 1)[0].strip()
    subject = _decoded(first, fields.get(b"encoding", b"utf-8"))
    return Commit(commit_id, moment_of(made.decode("ascii", "replace")).date(), subject)


def _decoded(text: bytes, encoding: bytes) -> str:
    try:
        return text.decode(encoding.decode("ascii", "replace"), "replace")
    except LookupError:
        return text.decode("utf-8", "replace")
