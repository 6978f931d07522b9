"""Failures: what we could not do, as exceptions that write their own sentence.

A mistake in a plan file is no failure: it is a `Finding` (see `ogdplan.findings`).
"""

from collections.abc import Sequence
from typing import ClassVar

_LISTED = 10


class OgdplanError(Exception):
    """Something asked for could not be done; exit code 3.

    Carries one sentence in lower case without a full stop, and a hint: what to do next.
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(OgdplanError):
    """The command line asks for something that does not exist or does not fit; exit code 2."""

    exit_code: ClassVar[int] = 2


class UnknownNameError(UsageError):
    """A plan, record, rule or value was named that is not there.

    `otherwise` says what to do where nothing is spelled like it.
    """

    def __init__(
        self,
        what: str,
        name: str,
        *,
        where: str = "",
        candidates: tuple[str, ...] = (),
        otherwise: str | None = None,
    ) -> None:
        place = f" in {where}" if where else ""
        hint = f"did you mean {_either(candidates)}?" if candidates else otherwise
        super().__init__(f'no {what} called "{name}"{place}', hint=hint)


class AmbiguousNameError(UsageError):
    """A name fits several plans or records; of many only the first are listed."""

    def __init__(self, what: str, name: str, candidates: tuple[str, ...]) -> None:
        super().__init__(
            f'"{name}" fits more than one {what}: {first_of(candidates)}',
            hint="name one of them in full",
        )


class FileError(OgdplanError):
    """A file or folder could not be read or written; `reason` is the system's own word."""

    def __init__(self, action: str, path: str, reason: str, *, hint: str | None = None) -> None:
        super().__init__(f"cannot {action} {path}: {reason}", hint=hint)


def first_of(names: Sequence[str], most: int = _LISTED) -> str:
    """Return the names with commas between, of many the first: `a, b … and 3 more`."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" … and {more} more" if more > 0 else "")


def _either(names: tuple[str, ...]) -> str:
    """Return the names as people list them: `a`, `a or b`, `a, b or c`."""
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last
