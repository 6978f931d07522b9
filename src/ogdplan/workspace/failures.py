"""What the system says when it fails, said of the file as people call it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from ogdplan.errors import FileError

AGAIN = "then run the command again"
"""How hints about files end."""

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})


@contextmanager
def said_of(shown: str, *, action: str = "write") -> Iterator[None]:
    """Raise FileError, about the file or folder that is shown, where the system fails."""
    try:
        yield
    except FileNotFoundError as error:
        hint = f"look where it is, {AGAIN}"
        raise FileError(action, shown, "it or its folder is gone", hint=hint) from error
    except OSError as error:
        raise FileError(action, shown, words_of(error), hint=_hint(error)) from error


def words_of(error: OSError) -> str:
    """Return what the system says, as the end of a message: `no space left on device`."""
    words = error.strerror or str(error)
    return words[:1].lower() + words[1:]


def _hint(error: OSError) -> str:
    if error.errno in _FULL:
        return f"make room on the disk, {AGAIN}"
    return f"check that you may write there and that no program has it open, {AGAIN}"
