"""Making git merge plans by ogdplan, and stopping it: its settings, and `.gitattributes`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ogdplan.workspace.files import require_open_folder, write_settings
from ogdplan.workspace.folder import NoPlansFolderError, PlansFolder, plan_paths
from ogdplan.workspace.git import attributes, settings
from ogdplan.workspace.git.attributes import Applied
from ogdplan.workspace.git.repository import (
    BareRepositoryError,
    NoRepositoryError,
    Repository,
    repository_of,
)
from ogdplan.workspace.git.settings import Scope

FindFolder = Callable[[], PlansFolder]
"""Finds the folder of plans; raises NoPlansFolderError where there is none."""

_A_PLAN_TO_BE = "plan.toml"


class SettingChange(NamedTuple):
    """A setting of git that changes: its values before, () where it is new, and after."""

    scope: Scope
    key: str
    old: tuple[str, ...]
    new: str | None


class FileChange(NamedTuple):
    """`.gitattributes` before and after, None where it is not there, and the line it is about."""

    line: bytes
    old: bytes | None
    new: bytes | None

    @property
    def is_change(self) -> bool:
        """Whether the file becomes another one."""
        return self.old != self.new


@dataclass(frozen=True, slots=True)
class Setup:
    """What changed of the way git handles plans, or would.

    `file` is None outside of a repository, and where its line stays, since the settings of the
    scope `stays` need it. `is_shared`: what is in the file is committed.
    """

    settings: tuple[SettingChange, ...]
    file: FileChange | None
    written: bool
    is_shared: bool = False
    stays: Scope | None = None

    @property
    def is_change(self) -> bool:
        """Whether anything changed."""
        return bool(self.settings) or (self.file is not None and self.file.is_change)


@dataclass(frozen=True, slots=True)
class Installed(Setup):
    """A setup by which git merges plans.

    `otherwise` are the plans with which git does something else all the same, since other
    attributes count for them. `is_hidden`: this clone has a driver of its own, which counts here
    in the place of the one for all clones.
    """

    scope: Scope = Scope.LOCAL
    otherwise: tuple[Applied, ...] = ()
    is_hidden: bool = False


def install(
    find_folder: FindFolder, scope: Scope, program: Sequence[str], *, here: Path, writes: bool
) -> Installed:
    """Make git merge the plans of a folder by a program, in this clone or in all of the user.

    For all clones no repository is needed; `here` is then where git is asked. Raises
    NoPlansFolderError, NoRepositoryError and BareRepositoryError where one is missing, and
    SettingsError or FileError where nothing can be written.
    """
    place = _place(find_folder, needed=scope is Scope.LOCAL)
    top = place.repository.root if place else here
    changed = tuple(_to_set(top, scope, program))
    file = _file(place.repository, attributes.with_line) if place else None
    if writes:
        _write(top, changed, file)
    is_trial = file is None or (file.is_change and not writes)
    return Installed(
        changed,
        file,
        writes,
        scope=scope,
        otherwise=() if is_trial else _otherwise(place),
        is_hidden=scope is Scope.GLOBAL and _has_driver(place, Scope.LOCAL),
        is_shared=_is_shared(place),
    )


def uninstall(find_folder: FindFolder, scope: Scope | None, *, here: Path, writes: bool) -> Setup:
    """Take away what `install` sets, in a scope or in both, and nothing else.

    The line of `.gitattributes` goes where no driver is left for this clone. Raises as `install`.
    """
    place = _place(find_folder, needed=scope is Scope.LOCAL)
    top = place.repository.root if place else here
    scopes = [scope] if scope else list(Scope if place else (Scope.GLOBAL,))
    changed = tuple(change for each in scopes for change in _to_forget(top, each))
    stays = next((each for each in Scope if each not in scopes and _has_driver(place, each)), None)
    file = _file(place.repository, attributes.without_line) if place and not stays else None
    is_shared = _is_shared(place)
    if writes:
        _write(top, changed, file)
    return Setup(changed, file, writes, is_shared, stays)


class Place(NamedTuple):
    """A folder of plans and the repository that it lies in."""

    folder: PlansFolder
    repository: Repository


def place_of(folder: PlansFolder) -> Place:
    """Return a folder of plans with its repository; raises what `repository_of` raises."""
    return Place(folder, repository_of(folder))


def treated(place: Place) -> tuple[Applied, ...]:
    """Return what git does with each plan, by path; without any, with one that is yet to come.

    The paths are those of output.
    """
    folder = place.folder
    found = [each.path.relative_to(folder.root).as_posix() for each in plan_paths(folder)]
    paths = sorted(found) or [_A_PLAN_TO_BE]
    rows = zip(paths, attributes.applied(place.repository, paths), strict=True)
    return tuple(each._replace(path=folder.shown(path)) for path, each in rows)


def _place(find_folder: FindFolder, *, needed: bool) -> Place | None:
    try:
        return place_of(find_folder())
    except (NoPlansFolderError, NoRepositoryError, BareRepositoryError):
        if needed:
            raise
        return None


def _to_set(top: Path, scope: Scope, program: Sequence[str]) -> Iterator[SettingChange]:
    stored = settings.stored(top, scope)
    for key, value in settings.wanted(program).items():
        old = stored.get(key.lower(), ())
        if old != (value,):
            yield SettingChange(scope, key, old, value)


def _to_forget(top: Path, scope: Scope) -> Iterator[SettingChange]:
    stored = settings.stored(top, scope)
    for key in settings.wanted(()):
        if old := stored.get(key.lower()):
            yield SettingChange(scope, key, old, None)


def _has_driver(place: Place | None, scope: Scope) -> bool:
    return place is not None and settings.DRIVER in settings.stored(place.repository.root, scope)


def _otherwise(place: Place | None) -> tuple[Applied, ...]:
    return tuple(each for each in treated(place) if not each.is_ours) if place else ()


def _is_shared(place: Place | None) -> bool:
    return place is not None and attributes.is_committed(place.repository)


def _file(repository: Repository, edit: Callable[[bytes, bytes], bytes]) -> FileChange:
    line, old = attributes.line_for(repository.prefix), attributes.read(repository)
    new = edit(old or b"", line) or None
    return FileChange(line, old, old if not old and not new else new)


def _write(top: Path, changed: Iterable[SettingChange], file: FileChange | None) -> None:
    """Write settings, then the file; what can hinder the file is looked at before either."""
    if file and file.is_change:
        require_open_folder(top, attributes.NAME)
    for scope, key, _, new in changed:
        if new is None:
            settings.forget(top, scope, key)
        else:
            settings.store(top, scope, key, new)
    if file and file.is_change:
        path = top / attributes.NAME
        write_settings(path, file.new or b"", read=file.old, shown=attributes.NAME)
