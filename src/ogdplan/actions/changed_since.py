"""What changed in the files of plans since a meeting, as far as git knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from ogdplan.actions.archive import Archive, archive_of
from ogdplan.actions.beginning import Since, commit_named
from ogdplan.actions.differences import Broken, difference
from ogdplan.actions.library import Selection
from ogdplan.actions.moments import (
    WORKING_TREE,
    Moment,
    Moments,
    Past,
    state_before,
    state_until,
)
from ogdplan.compare.changes import Change, What
from ogdplan.compare.points_of_work import Completed
from ogdplan.errors import UsageError
from ogdplan.model.when import on_day
from ogdplan.workspace.folder import PlanPath
from ogdplan.workspace.git.objects import UnbornError
from ogdplan.workspace.git.process import GitMissingError
from ogdplan.workspace.git.repository import BareRepositoryError, NoRepositoryError

_NO_HISTORY = (NoRepositoryError, BareRepositoryError, GitMissingError, UnbornError)
_BY_DATES = "what changed is told by the dates in the plans alone"


class LateBeginningError(UsageError):
    """Changes are asked for since a day after the one that the report is made for."""

    def __init__(self, what: str, day: date, as_of: date) -> None:
        words = f"{what} {on_day(day).words}, after the day of the report, {on_day(as_of).words}"
        super().__init__(words, hint="name something earlier, or a later day with --as-of")


class NoHistoryError(UsageError):
    """A revision was named where there is no history of the plans."""

    def __init__(self, words: str, reason: str) -> None:
        hint = "say since which day: --since 2018-06-30"
        super().__init__(f'"{words}" can be no revision: {reason}', hint=hint)


@dataclass(frozen=True, slots=True)
class ChangedFiles:
    """What changed in plan files, by where they are, from the day `first` on.

    `origin` are the two states compared, None where git knows of none; then nothing is known to
    have changed. `notes` say why, and what was left out; `broken` are the versions that could
    not be compared: why, quotes them.
    """

    first: date
    origin: Moments | None = None
    changes: Mapping[Path, tuple[Change, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    broken: tuple[Broken, ...] = ()

    def completed_in(self, place: PlanPath) -> frozenset[str]:
        """Return the ids of what a file tells to be completed, and did not before."""
        changes = self.changes.get(place.path, ())
        return frozenset(each.id for each in changes if each.id and _tells_completion(each))


def changed_since(
    selection: Selection, since: Since, *, as_of: date, until: date | None
) -> ChangedFiles:
    """Return what changed in the plans of a selection from a commit, or a day, on.

    Up to the disk; with `until` up to the last commit of that day. A commit's own day has passed
    when it was made: what follows begins on the next. Raises LateBeginningError, NoHistoryError
    for a revision where there is no history, and what `beginning` raises.
    """
    if selection.folder is None:
        return _without_history(since, "these files lie in no folder of plans", as_of)
    try:
        with archive_of(selection.folder) as archive:
            return _from_git(archive, selection, since, as_of, until)
    except _NO_HISTORY as error:
        return _without_history(since, error.message, as_of)


def _tells_completion(change: Change) -> bool:
    """Return whether something became completed, or is new: then it may be completed."""
    return change.what is What.ADDED or any(isinstance(each, Completed) for each in change.points)


def _without_history(since: Since, reason: str, as_of: date) -> ChangedFiles:
    if since.day is None:
        raise NoHistoryError(since.words, reason)
    return ChangedFiles(_in_time(since.day, as_of), notes=(f"{reason}; {_BY_DATES}",))


def _in_time(day: date, as_of: date) -> date:
    if day > as_of:
        raise LateBeginningError("--since is", day, as_of)
    return day


def _from_git(
    archive: Archive, selection: Selection, since: Since, as_of: date, until: date | None
) -> ChangedFiles:
    if named := commit_named(archive, since):
        day = named.commit.day
        if day > as_of:
            raise LateBeginningError(f"the commit {_short(named).name} is of", day, as_of)
        first, old = min(day, date.max - timedelta(days=1)) + timedelta(days=1), _short(named)
    else:
        first = _in_time(since.day or date.min, as_of)
        found = state_before(archive, first)
        if found is None:
            reason = f"nothing was committed before {on_day(first).words}"
            return ChangedFiles(first, notes=(f"{reason}; {_BY_DATES}",))
        old = found
    new: Moment = (state_until(archive, until) or old) if until else Moment(WORKING_TREE)
    return _compared(archive, selection, first, Moments(old, new))


def _short(named: Past) -> Past:
    """Return the state under a name that people can read: of the whole id its beginning."""
    return replace(named, name=named.commit.short) if named.name == named.commit.id else named


def _compared(
    archive: Archive, selection: Selection, first: date, moments: Moments
) -> ChangedFiles:
    old, new = moments.old, moments.new
    differences = archive.differences(old.commit, new.commit)
    differing = {each.new.place.path: each for each in differences.plans if each.new}
    were = _places_at(archive, selection, new)
    found = {
        place.path: told
        for place in selection.paths
        if (each := differing.get(were[place].path)) and (told := difference(each, old, new))
    }
    return ChangedFiles(
        first,
        moments,
        {path: told.changes for path, told in found.items()},
        tuple(_left_out(each, old) for each in differences.submodules),
        tuple(each for told in found.values() for each in told.broken),
    )


def _places_at(
    archive: Archive, selection: Selection, moment: Moment
) -> Mapping[PlanPath, PlanPath]:
    """Return where the files on the disk were at a moment; those that did not move, as now."""
    moved: Mapping[PlanPath, PlanPath] = {}
    if moment.commit:
        earlier = archive.differences(moment.commit, None).earlier
        moved = {now: file.place for now, file in earlier.items()}
    return {place: moved.get(place, place) for place in selection.paths}


def _left_out(submodule: str, old: Moment) -> str:
    what = f"{submodule} is a submodule, and another commit of it at {old.name}"
    return f"{what}: what changed in it is left out"
