"""The plans folder: where it is, which files in it are plans, and their bytes."""

import errno
import os
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ogdplan.errors import FileError, OgdplanError
from ogdplan.planfile.reading import SIZE_LIMIT, too_large
from ogdplan.rules.catalogue import RULES
from ogdplan.workspace.links import is_folder, is_link

_NAME = "plans"
_SUFFIX = ".toml"
_REPLACE = "put a file in its place, or remove it"
_NOT_FILES = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class NoPlansFolderError(OgdplanError):
    """There is no folder named plans in any folder from a place upwards."""

    def __init__(self, start: Path) -> None:
        hint = "go to the folder that holds plans/, or name it with --plans DIR"
        if all((start / name).exists() for name in ("HEAD", "objects", "refs")):
            hint = "this is a bare git repository, without files: make a clone with `git clone`"
        super().__init__("no plans folder found from here upwards", hint=hint)


@dataclass(frozen=True)
class PlansFolder:
    """The folder below which every `.toml` file is a plan; `root` is absolute."""

    root: Path

    @cached_property
    def target(self) -> str:
        """Return where the folder really is, links followed; looked up once."""
        return os.path.realpath(self.root)

    def shown(self, below: str) -> str:
        """Return how output names what lies below root: `plans/brazil/saude.toml`."""
        return _printable(f"{self.root.name}/{below}".strip("/"))


@dataclass(frozen=True, slots=True)
class PlanPath:
    """One plan file: its plan id, where it is, and how output names it (POSIX, not absolute)."""

    plan_id: str
    path: Path
    shown: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file gives no text: the slug of the rule it breaks, or None, and words.

    Without a rule the plan is not to blame and `message` is the system's reason, such as
    "permission denied"; it completes `cannot read plans/nepal.toml: …`.
    """

    rule: str | None
    message: str
    help: str


Content = bytes | Unreadable


def find_folder(start: Path, *, given: Path | None) -> PlansFolder:
    """Return the folder that is given, else the nearest named `plans` from `start` upwards.

    Nearest counts `start` itself, then what lies in it, then the same for its parent.
    Raises FileError when the folder given cannot be used, NoPlansFolderError when there is none.
    """
    if given is not None:
        return _given_folder(given)
    here = start.absolute()
    for place in (here, *here.parents):
        if _is_named_plans(place):
            return PlansFolder(place)
        if is_folder(place / _NAME):
            return PlansFolder(place / _NAME)
    raise NoPlansFolderError(here)


def plan_paths(folder: PlansFolder) -> tuple[PlanPath, ...]:
    """Return all plan files below the folder, by plan id.

    Names that begin with a dot are passed over, and so are links to folders that lie inside:
    their plans are listed where they are. Nothing else is left out. What gives no valid plan id
    (`Nepal 2018.toml`, `nepal.TOML`) is there with its path as the id, for the caller to report
    as bad-id; a link to a folder outside is there itself, for `read_plan` to refuse.
    Raises FileError when a folder cannot be listed.
    """
    found: list[PlanPath] = []
    waiting = [""]
    while waiting:
        above = waiting.pop()
        for entry in _entries(folder, above):
            below = above + entry.name
            if _is_subfolder(entry):
                waiting.append(f"{below}/")
            elif _is_listed(folder, entry):
                found.append(_plan_path(folder, below, Path(entry.path)))
    return tuple(sorted(found, key=lambda each: (each.plan_id, each.shown)))


def outside_path(
    path: Path, *, known: PlansFolder | None = None
) -> tuple[PlansFolder | None, PlanPath]:
    """Return the plan that a path names, whether or not it is there, and its plans folder.

    That is the folder `known` when the path lies in it, else its nearest ancestor named `plans`.
    Without one the folder is None, the plan id the file's stem, and the path shown as it is.
    """
    whole = _absolute(path.parent) / path.name
    roots = [known.root] if known else []
    roots += [parent for parent in whole.parents if _is_named_plans(parent)]
    for root in roots:
        if root in whole.parents:
            folder = PlansFolder(root)
            return folder, _plan_path(folder, whole.relative_to(root).as_posix(), whole)
    return None, PlanPath(_printable(path.stem), whole, _printable(path.as_posix()))


def plan_path(folder: PlansFolder, below: str) -> PlanPath:
    """Return the plan whose file has this path below the folder, whether or not it is there."""
    return _plan_path(folder, below, folder.root / below)


def read_plan(folder: PlansFolder | None, plan_path: PlanPath) -> Content:
    """Return the bytes of a plan file, or why there are none.

    A link in the folder is followed when its target lies there too; elsewhere, always. Only
    regular files are opened: reading a pipe would wait for ever.
    """
    try:
        # Not Path.resolve: on a link that leads to itself it raises RuntimeError until 3.13.
        real = Path(os.path.realpath(plan_path.path, strict=True))
        is_listed = folder and plan_path.path.is_relative_to(folder.root)
        if folder and is_listed and not _is_inside(folder, real):
            return _refused("link-outside", f"the link leads out of {folder.shown('')}/")
        return _read_file(real)
    except OSError as error:
        return _not_opened(plan_path.path, error)


def _read_file(path: Path) -> Content:
    facts = path.stat()
    if not stat.S_ISREG(facts.st_mode):
        what = _NOT_FILES.get(stat.S_IFMT(facts.st_mode), "something else")
        return Unreadable(None, f"it is {what}, not a file", _REPLACE)
    if facts.st_size > SIZE_LIMIT:
        return _too_large(facts.st_size)
    with path.open("rb") as file:
        # Not the limit at once: room for it, and for nothing in it, takes longer than the file.
        content = file.read(facts.st_size + 1)
        if len(content) > facts.st_size:
            content += file.read(SIZE_LIMIT + 1 - len(content))
    return content if len(content) <= SIZE_LIMIT else _too_large(len(content))


def _too_large(size: int) -> Unreadable:
    return _refused("file-too-large", too_large(size).message)


def _refused(rule: str, message: str) -> Unreadable:
    return Unreadable(rule, message, RULES[rule].fix)


def _not_opened(path: Path, error: OSError) -> Unreadable:
    """Return what the system says, in words for people where it has none."""
    if error.errno == errno.ELOOP:
        return Unreadable(None, "the link leads in a circle", _REPLACE)
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return Unreadable(None, "the link leads nowhere", _REPLACE)
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return Unreadable(None, "there is no such file", "check its name and where it lies")
    return Unreadable(None, _reason(error), "check that you may read it and no program locks it")


def _reason(error: OSError) -> str:
    words = error.strerror or str(error)
    return words[:1].lower() + words[1:]


def _given_folder(given: Path) -> PlansFolder:
    try:
        is_folder = stat.S_ISDIR(given.stat().st_mode)
    except FileNotFoundError as error:
        raise _unusable(given, "there is no such folder") from error
    except OSError as error:
        raise _unusable(given, _reason(error)) from error
    if not is_folder:
        raise _unusable(given, "it is no folder")
    return PlansFolder(_absolute(given))


def _unusable(given: Path, reason: str) -> FileError:
    hint = "name the folder that holds the plan files, with --plans DIR or in OGDPLAN_PLANS"
    return FileError("use", str(given), reason, hint=hint)


def _entries(folder: PlansFolder, below: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder.root / below) as entries:
            return [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        hint = "check that it is there and that you may read it"
        raise FileError("read", folder.shown(below), _reason(error), hint=hint) from error


def _is_subfolder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False) and not is_link(entry)


def _is_listed(folder: PlansFolder, entry: os.DirEntry[str]) -> bool:
    if is_link(entry) and is_folder(Path(entry.path)):
        return not _is_inside(folder, Path(os.path.realpath(entry.path)))
    return entry.name.lower().endswith(_SUFFIX)


def _is_inside(folder: PlansFolder, real: Path) -> bool:
    return real.is_relative_to(folder.target)


def _is_named_plans(path: Path) -> bool:
    return os.path.normcase(path.name) == _NAME


def _absolute(path: Path) -> Path:
    """Return the path from the top, links kept: a folder's name is the one it was called by."""
    return Path(os.path.realpath(path)) if ".." in path.parts else path.absolute()


def _plan_path(folder: PlansFolder, below: str, path: Path) -> PlanPath:
    return PlanPath(_printable(below).removesuffix(_SUFFIX), path, folder.shown(below))


def _printable(name: str) -> str:
    """Return the name with `?` for each byte that is no UTF-8, which no output could take."""
    return name.encode("utf-8", "replace").decode()
