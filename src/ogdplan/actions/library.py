"""Plans read from a folder, those that yield none named beside."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ogdplan.actions.watching import Watch, unwatched
from ogdplan.errors import OgdplanError
from ogdplan.findings import Finding, Problem, Severity, Span
from ogdplan.model.plan import Plan
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.reading import read
from ogdplan.progress.period import is_running
from ogdplan.rules.catalogue import RULES
from ogdplan.workspace.folder import (
    Content,
    NoPlansFolderError,
    PlanPath,
    PlansFolder,
    Unreadable,
    outside_path,
    plan_paths,
    read_plan,
)
from ogdplan.workspace.names import HeaderFacts, PlanNames

NO_PLAN = "it is no plan: it has neither format nor [plan]"
NAME_A_PLAN = "name a plan; `ogdplan status` lists them"

_ABOUT_FILES = ("file-too-large", "link-outside")
"""Rules about a file as a whole, whatever stands in its first line."""


class NoPlansError(OgdplanError):
    """The folder of plans is empty."""

    def __init__(self, folder: PlansFolder) -> None:
        super().__init__(
            f"there are no plans in {folder.root.name}/",
            hint="make one with `ogdplan new COUNTRY`, or name another folder with --plans",
        )


class Selection(NamedTuple):
    """The plans someone asks for: `paths`, in `folder`; None when they lie in no plans folder."""

    folder: PlansFolder | None
    paths: tuple[PlanPath, ...]


class Loaded(NamedTuple):
    """One plan that could be read."""

    place: PlanPath
    plan: Plan

    @property
    def plan_id(self) -> str:
        """Return the plan's id."""
        return self.place.plan_id


class Failed(NamedTuple):
    """A file that yields no plan: what is wrong in it, or why the system would not give it."""

    place: PlanPath
    findings: tuple[Finding, ...] = ()
    reason: Unreadable | None = None

    @property
    def words(self) -> str:
        """Return in one line why there is no plan."""
        if self.reason:
            return self.reason.message
        errors = [each for each in self.findings if each.severity is Severity.ERROR]
        first, *more = errors
        if first.rule in _ABOUT_FILES:
            return first.message
        rest = f", and {len(more)} more" if more else ""
        return f"line {first.line}: {first.message}{rest}"

    @property
    def hint(self) -> str:
        """Return what to do about it."""
        if self.reason:
            return self.reason.help
        if self.findings[0].rule in _ABOUT_FILES:
            return self.findings[0].help
        return f"run: ogdplan check {_name(self.place)}"


class Library(NamedTuple):
    """Plans in the order asked for, and the files among them that yield none."""

    plans: tuple[Loaded, ...]
    failed: tuple[Failed, ...]


def select(
    names: Sequence[str], find_folder: Callable[[], PlansFolder], *, as_of: date
) -> Selection:
    """Return the plans that people mean by these names; without names all of the folder.

    A plan that is named twice, by its id and by its file, comes once. Files can be named where
    there is no plans folder. Raises what `PlanNames` and `find_folder` raise, and NoPlansError
    when the folder is empty.
    """
    if names and all(_is_plan_file(name) for name in names):
        return _files([Path(name) for name in names], _folder_if_any(find_folder))
    folder = find_folder()
    paths = plan_paths(folder)
    if not paths:
        raise NoPlansError(folder)
    if not names:
        return Selection(folder, paths)
    known = PlanNames([place.plan_id for place in paths], lambda: _headers(folder, paths, as_of))
    by_id = {place.plan_id: place for place in paths}
    found = (
        outside_path(name, known=folder)[1] if isinstance(name, Path) else by_id[name]
        for name in known.resolve_all(names)
    )
    return Selection(folder, _once(found))


def load(selection: Selection, watch: Watch = unwatched) -> Library:
    """Read the plans of a selection.

    In one process: to hand whole plans from one to another takes longer than to read them.
    """
    loading = (_load_one(selection.folder, place) for place in selection.paths)
    found = tuple(watch(loading, len(selection.paths)))
    return Library(
        tuple(each for each in found if isinstance(each, Loaded)),
        tuple(each for each in found if isinstance(each, Failed)),
    )


def total_size(places: Iterable[PlanPath]) -> int:
    """Return the bytes of the files together; a file that is not there counts nothing."""
    return sum(_size(place.path) for place in places)


def refusal(place: PlanPath, unreadable: Unreadable) -> Failed:
    """Return what is to be said of a file that the system or a rule keeps us from reading."""
    if unreadable.rule is None:
        return Failed(place, reason=unreadable)
    problem = Problem(RULES[unreadable.rule], Span(0, 0), unreadable.message, unreadable.help)
    return Failed(place, findings_of([problem], "", place.shown))


def is_no_plan(data: Mapping[str, object]) -> bool:
    """Return whether a TOML file is about something else; an empty one can become a plan."""
    return bool(data) and not {"format", "plan"} & data.keys()


def plan_in(place: PlanPath, content: Content) -> Loaded | Failed:
    """Return the plan in the content of a file, or why there is none."""
    if isinstance(content, Unreadable):
        return refusal(place, content)
    reading = read(content)
    if reading.plan is None:
        return Failed(place, findings_of(reading.problems, reading.text, place.shown))
    return Loaded(place, reading.plan)


def _load_one(folder: PlansFolder | None, place: PlanPath) -> Loaded | Failed:
    return plan_in(place, read_plan(folder, place))


def _headers(
    folder: PlansFolder, paths: Iterable[PlanPath], as_of: date
) -> Mapping[str, HeaderFacts]:
    return dict(_facts(folder, paths, as_of))


def _facts(
    folder: PlansFolder, paths: Iterable[PlanPath], as_of: date
) -> Iterator[tuple[str, HeaderFacts]]:
    for place in paths:
        loaded = _load_one(folder, place)
        if isinstance(loaded, Loaded):
            header = loaded.plan.header
            facts = HeaderFacts(header.country, header.kind, is_running(header, as_of))
            yield place.plan_id, facts


def _files(paths: Iterable[Path], known: PlansFolder | None) -> Selection:
    found = [outside_path(path, known=known) for path in paths]
    folders = {folder for folder, _ in found}
    places = _once(place for _, place in found)
    return Selection(folders.pop() if len(folders) == 1 else None, places)


def _folder_if_any(find_folder: Callable[[], PlansFolder]) -> PlansFolder | None:
    try:
        return find_folder()
    except NoPlansFolderError:
        return None


def _once(places: Iterable[PlanPath]) -> tuple[PlanPath, ...]:
    """Return each file once, where it is named first."""
    found: dict[tuple[str, str], PlanPath] = {}
    for place in places:
        found.setdefault((place.plan_id, os.path.realpath(place.path)), place)
    return tuple(found.values())


def _name(place: PlanPath) -> str:
    """Return what a file can be called in a command; outside of a plans folder, by its path."""
    is_listed = place.path.as_posix().endswith(f"/{place.shown}")
    name = place.plan_id if is_listed else place.shown
    return f'"{name}"' if " " in name else name


def _is_plan_file(name: str) -> bool:
    # Path.is_file raises for a name that is too long.
    return name.lower().endswith(".toml") and os.path.isfile(name)  # noqa: PTH113


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
