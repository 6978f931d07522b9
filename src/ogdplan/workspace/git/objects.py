"""What git has stored: commits by the names people give them, and files by their ids."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from typing import IO, NamedTuple

from ogdplan.errors import OgdplanError, UsageError
from ogdplan.planfile.reading import SIZE_LIMIT, too_large
from ogdplan.rules.catalogue import RULES
from ogdplan.workspace.folder import Content, Unreadable
from ogdplan.workspace.git.process import GitError, command, not_started
from ogdplan.workspace.git.repository import Repository

_CHUNK = 1 << 16


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


class Commit(NamedTuple):
    """A commit: its id, the day its committer made it, and the first line of its message."""

    id: str
    day: date
    subject: str

    @property
    def short(self) -> str:
        """Return the beginning of its id, as people write it."""
        return self.id[:7]


class Objects:
    """The stored objects of a repository, by one process of git that is asked again and again."""

    def __init__(self, repository: Repository, asked: IO[bytes], answers: IO[bytes]) -> None:
        self._repository = repository
        self._asked = asked
        self._answers = answers

    def commit(self, revision: str) -> Commit:
        """Return the commit that a revision names: `HEAD~3`, `main`, `4f2a9c1`, `v1.0`.

        Raises UnknownRevisionError, AmbiguousRevisionError, or UnbornError where it is HEAD and
        nothing was ever committed.
        """
        shallow = self._repository.is_shallow
        if not revision.isprintable() or revision.startswith("-"):
            raise UnknownRevisionError(revision, is_shallow=False)
        name, size = self._ask(f"{revision}^{{commit}}")
        if size is not None:
            return _commit(name, self._read(size))
        if self._is_ambiguous(revision):
            raise AmbiguousRevisionError(revision)
        is_unborn = revision == "HEAD" and not shallow
        raise UnbornError if is_unborn else UnknownRevisionError(revision, is_shallow=shallow)

    def _is_ambiguous(self, revision: str) -> bool:
        # Asked for a commit by it, git says only that there is none.
        name, size = self._ask(revision)
        if size is not None:
            self._skip(size)
        return size is None and name == "ambiguous"

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

    def blob_at(self, commit: str, path: str) -> str | None:
        """Return the blob of a file in a commit, by its path from the top; None without one."""
        name, size = self._ask(f"{commit}:{path}")
        if size is None:
            return None
        self._skip(size)
        return name

    def _ask(self, name: str) -> tuple[str, int | None]:
        """Return the id and size of an object, or git's word for why there is none."""
        self._asked.write(name.encode("utf-8", "surrogateescape") + b"\n")
        self._asked.flush()
        answer = self._answers.readline().decode("utf-8", "replace").split(" ")
        if answer == [""]:
            raise GitError("it stopped while it was asked for a file")
        if len(answer) == 3 and answer[2].strip().isdigit():
            return answer[0], int(answer[2])
        return answer[-1].strip(), None

    def _read(self, size: int) -> bytes:
        content = self._answers.read(size)
        self._answers.read(1)
        return content

    def _skip(self, size: int) -> None:
        left = size + 1
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
        )
    except OSError as error:
        raise not_started(error) from error
    with process:
        if process.stdin is None or process.stdout is None:  # pragma: no cover - both are pipes
            raise GitError("it gives no answers")
        try:
            yield Objects(repository, process.stdin, process.stdout)
        except BrokenPipeError as error:
            raise GitError("it stopped while it was asked for a file") from error


def _commit(commit_id: str, content: bytes) -> Commit:
    """Return what a stored commit says of itself."""
    head, _, message = content.decode("utf-8", "replace").partition("\n\n")
    made = next(line for line in head.split("\n") if line.startswith("committer "))
    seconds, zone = made.rsplit(" ", 2)[1:]
    minutes = int(f"{zone[0]}1") * (int(zone[1:3]) * 60 + int(zone[3:5]))
    day = datetime.fromtimestamp(int(seconds), timezone(timedelta(minutes=minutes))).date()
    return Commit(commit_id, day, message.split("\n", 1)[0].strip())
