"""The files of a merge: three versions that are read, and the one that is written."""

from dataclasses import dataclass
from pathlib import Path

from ogdplan.errors import FileError
from ogdplan.planfile.reading import SIZE_LIMIT
from ogdplan.rules.catalogue import RULES
from ogdplan.workspace.failures import words_of
from ogdplan.workspace.files import create_plan, replace_plan
from ogdplan.workspace.folder import outside_path
from ogdplan.workspace.links import real_path
from ogdplan.workspace.locks import locked

_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of three versions of a file.

    `path` is where ours was read. `shown` is what output calls the file, `plan_id` what it is as
    a plan; `is_plan` says whether it lies in a folder of plans, so that commands know it.
    """

    base: bytes
    ours: bytes
    theirs: bytes
    path: Path
    shown: str
    plan_id: str
    is_plan: bool


def read_versions(base: Path, ours: Path, theirs: Path, *, name: Path | None = None) -> Contents:
    """Return the contents of three files; `name` says which file they are versions of, else ours.

    Raises FileError where one cannot be read, or is larger than a plan may be.
    """
    contents = {"base": _read(base), "ours": _read(ours), "theirs": _read(theirs)}
    try:
        folder, place = outside_path(name if name and name.name else ours)
    except FileNotFoundError as error:
        raise FileError("use", "the current folder", "it is no longer there") from error
    return Contents(
        **contents,
        path=ours,
        shown=place.shown,
        plan_id=place.plan_id,
        is_plan=folder is not None,
    )


def write_merged(versions: Contents, content: bytes, output: Path | None = None) -> bool:
    """Write a merged file in the place of ours, or to another file; return whether it was needed.

    Raises ChangedOnDiskError where the file that it takes the place of is not as it was read,
    FileError where it cannot be written.
    """
    path = versions.path if output is None or _is_one(output, versions.path) else output
    target, shown = real_path(path), path.as_posix()
    if path.exists() and not path.is_file():
        hint = "name a file with --output; --output - prints the merged file"
        raise FileError("write", shown, "it is no file", hint=hint)
    if not target.exists():
        _require_folder(target, shown)
        create_plan(target, content, shown=shown)
        return True
    with locked(target, shown=shown):
        before = versions.ours if path is versions.path else _read(target)
        if content != before:
            replace_plan(target, content, read=before, shown=shown)
    return content != before


def _read(path: Path) -> bytes:
    """Return what a file holds, a pipe or an empty device too."""
    content = b""
    try:
        with path.open("rb") as file:
            while len(content) <= SIZE_LIMIT and (more := file.read(_PIECE)):
                content += more
    except (FileNotFoundError, NotADirectoryError) as error:
        hint = "check its name and where it lies"
        raise FileError("read", path.as_posix(), "there is no such file", hint=hint) from error
    except OSError as error:
        hint = "check that it is a file and that you may read it"
        raise FileError("read", path.as_posix(), words_of(error), hint=hint) from error
    if len(content) > SIZE_LIMIT:
        reason = f"a plan has at most {SIZE_LIMIT:,} bytes"
        raise FileError("merge", path.as_posix(), reason, hint=RULES["file-too-large"].fix)
    return content


def _is_one(path: Path, other: Path) -> bool:
    return path.exists() and path.samefile(other)


def _require_folder(path: Path, shown: str) -> None:
    if not path.parent.is_dir():
        hint = "choose another file with --output"
        raise FileError("write", shown, "there is no such folder", hint=hint)
