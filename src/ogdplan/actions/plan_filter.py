"""The plans that a comparison is limited to, those that are gone from the disk too."""

import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from ogdplan.actions.library import NoPlansError, select
from ogdplan.errors import AmbiguousNameError, UnknownNameError, UsageError
from ogdplan.reference.countries import find_country
from ogdplan.workspace.folder import PlanPath, PlansFolder, outside_path, plan_paths
from ogdplan.workspace.names import PlanNames


class NeitherError(UsageError):
    """A word names neither a revision nor a plan."""

    def __init__(self, word: str, hint: str | None) -> None:
        commits = "`git log` lists commits"
        if _is_day(word):
            commits = f"for what changed since a day write: ogdplan diff --since '{word}'"
        elif hint:
            commits = f"{hint}{' ' if hint.endswith('?') else '; '}{commits}"
        super().__init__(f'no revision and no plan called "{word}"', hint=commits)


def _is_day(word: str) -> bool:
    # Only who is mistaken waits for what reads dates.
    from ogdplan.model.deadlines.deadline import Deadline, deadline  # noqa: PLC0415

    found = deadline(word)
    return isinstance(found, Deadline) and found.due is not None


def may_be_plan(folder: PlansFolder, name: str, *, as_of: date) -> bool:
    """Return whether a name means a plan, or several; plans are read only where it is likely."""
    ids = [place.plan_id for place in plan_paths(folder)]
    parts = {plan_id.rpartition("/")[2] for plan_id in ids}
    # Not Path.is_file, which raises for a name that is too long.
    is_file = os.path.isfile(name)  # noqa: PTH113
    if not (name in ids or name in parts or is_file or find_country(name)):
        return False
    try:
        select([name], lambda: folder, as_of=as_of)
    except AmbiguousNameError:
        return True
    except (UnknownNameError, NoPlansError):
        return False
    return True


def chosen(
    folder: PlansFolder,
    *,
    named: Sequence[str],
    guessed: Sequence[str],
    differing: Iterable[PlanPath],
    as_of: date,
) -> tuple[PlanPath, ...]:
    """Return the plans that are named; a plan that is gone is among those that differ.

    `guessed` are words that can only be plans since they are no revisions. Raises UsageError for
    a name that means none, several, or one that lies elsewhere.
    """
    places = tuple(differing)
    found = [_place(folder, name, places, as_of) for name in named]
    for word in guessed:
        try:
            found.append(_place(folder, word, places, as_of))
        except UnknownNameError as error:
            raise NeitherError(word, error.hint) from error
    return tuple(found)


def _place(folder: PlansFolder, name: str, differing: Sequence[PlanPath], as_of: date) -> PlanPath:
    if found := next((place for place in differing if place.plan_id == name), None):
        return found
    try:
        (place,) = select([name], lambda: folder, as_of=as_of).paths
    except (UnknownNameError, NoPlansError):
        if gone := _gone(folder, name, differing):
            return gone
        raise
    if folder.root not in place.path.parents:
        hint = f"name one of the plans in {folder.shown('')}/"
        raise UsageError(f"{place.shown} is not in {folder.shown('')}/", hint=hint)
    return place


def _gone(folder: PlansFolder, name: str, differing: Sequence[PlanPath]) -> PlanPath | None:
    """Return the plan that someone names by the last part of its id, or by its former file."""
    by_id = {place.plan_id: place for place in differing}
    try:
        found = PlanNames(by_id, dict).resolve(name)
    except UnknownNameError:
        path = outside_path(Path(name), known=folder)[1].path
        return next((place for place in differing if place.path == path), None)
    return by_id.get(str(found))
