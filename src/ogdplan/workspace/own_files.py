"""The files that this program itself is made of."""

from functools import cache
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_COMPILED = "__pycache__"


@cache
def own_digest() -> str:
    """Return a digest of the program's code, templates and tables, the same wherever it lies.

    Read once: a program does not change while it runs.
    """
    digest = sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and _COMPILED not in path.parts:
            name = path.relative_to(_PACKAGE).as_posix()
            digest.update(sha256(name.encode() + b"\0" + path.read_bytes()).digest())
    return digest.hexdigest()
