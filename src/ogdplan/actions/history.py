"""The history of one plan: what each commit changed in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ogdplan.actions.archive import archive_of
from ogdplan.actions.library import Failed, NoPlansError, select
from ogdplan.actions.moments import ReversedDaysError
from ogdplan.actions.present import Present, notes_of, present_of
from ogdplan.actions.story import Story, id_of, latest_id
from ogdplan.actions.versions import Versions
from ogdplan.compare.changes import Change, What
from ogdplan.compare.moves_over_time import counted_over_time, has_move
from ogdplan.errors import OgdplanError, UnknownNameError, UsageError
from ogdplan.planfile.pieces import VersionReader
from ogdplan.workspace.folder import PlanPath, PlansFolder, outside_path, plan_path
from ogdplan.workspace.git.history import Version, versions_of


class Entry(NamedTuple):
    """A commit and what it changed in a plan; `failed` says why its file yields none.

    Without changes and not failed, only the layout or comments changed.
    """

    version: Version
    place: PlanPath
    changes: tuple[Change, ...]
    failed: Failed | None = None


class Wanted(NamedTuple):
    """Which part of a history: days, both included; a record by its name; at most so many.

    The day of a commit is that on which it came into this history.
    """

    since: date | None = None
    until: date | None = None
    record: str | None = None
    limit: int | None = None

    def has(self, day: date) -> bool:
        """Return whether a day is asked for."""
        return (self.since or date.min) <= day <= (self.until or date.max)


@dataclass(frozen=True, slots=True)
class History:
    """The commits that changed a plan, newest first; `record` is the id they are about, if any.

    `notes` say what is good to know beside it, `wanted` which part of it was asked for.
    """

    plan_id: str
    record: str | None
    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()
    wanted: Wanted = field(default_factory=Wanted)

    @property
    def broken(self) -> tuple[Entry, ...]:
        """Return the entries whose file yields no plan."""
        return tuple(each for each in self.entries if each.failed)


class _Meant(NamedTuple):
    """The plan that someone names; `error` where nothing on the disk is called so."""

    folder: PlansFolder
    place: PlanPath
    error: OgdplanError | None = None


def history_of(
    name: str, wanted: Wanted, find_folder: Callable[[], PlansFolder], *, as_of: date
) -> History:
    """Return what each commit changed in the plan that someone names.

    A plan that is gone is named by its id. Raises UnknownNameError for one that never was,
    ReversedDaysError for days the wrong way round, what `archive_of` and `Archive.commit` raise,
    and what `naming.find` raises for the record.
    """
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise ReversedDaysError(wanted.since, wanted.until)
    folder, place, error = _meant(name, find_folder, as_of)
    with archive_of(folder) as archive:
        head = archive.commit("HEAD")
        reader = VersionReader()
        now = present_of(archive, place, head, reader)
        below = archive.path_below(now.stored_at)
        found = versions_of(archive.repository, archive.objects, below, head.id)
        if error and not found:
            raise error
        versions = Versions(archive, found, reader)
        record = _record(wanted, versions, now)
        entries = _entries(versions, record, wanted)
        notes = (*notes_of(archive, now), *_whereabouts(found, now))
        return History(place.plan_id, record, entries, notes, wanted)


def _meant(name: str, find_folder: Callable[[], PlansFolder], as_of: date) -> _Meant:
    try:
        selection = select([name], find_folder, as_of=as_of)
    except (UnknownNameError, NoPlansError) as error:
        folder = find_folder()
        if name.lower().endswith(".toml"):
            inside, place = outside_path(Path(name), known=folder)
            if inside != folder:
                raise
            return _Meant(folder, place, error)
        return _Meant(folder, plan_path(folder, f"{name}.toml"), error)
    (place,) = selection.paths
    if selection.folder is None or not place.path.is_relative_to(selection.folder.root):
        hint = "the history of plans is that of a folder called plans, or one given with --plans"
        raise UsageError(f"{place.shown} is in no folder of plans", hint=hint)
    return _Meant(selection.folder, place)


def _record(wanted: Wanted, versions: Versions, now: Present) -> str | None:
    """Return the id of the record that is asked for; it may be gone for long."""
    if wanted.record is None:
        return None
    stored = ((number, versions.plan(number)) for number in range(len(versions.all)))
    plans = ((number, plan) for number, plan in ((0, now.side and now.side.plan), *stored) if plan)
    number, record = id_of(wanted.record, plans, plan_id=now.place.plan_id)
    newer = (versions.step(each) for each in range(number - 1, -1, -1))
    return latest_id(record, newer)


def _entries(versions: Versions, record: str | None, wanted: Wanted) -> tuple[Entry, ...]:
    """Return the entries that are wanted, each with its moves of deadlines counted over time."""
    found = dict(islice(_told(versions, record, wanted), wanted.limit))
    if not any(has_move(each.changes) for each in found.values()):
        return tuple(found.values())
    numbers = range(len(versions.all) - 1, min(found) - 1, -1)
    counted = counted_over_time(versions.step(number).within for number in numbers)
    points = {
        (number, each.kind, each.id): each.points
        for number, changes in zip(numbers, counted, strict=True)
        for each in changes
    }
    return tuple(
        entry._replace(
            changes=tuple(
                replace(each, points=points.get((number, each.kind, each.id), each.points))
                if each.what is What.CHANGED
                else each
                for each in entry.changes
            )
        )
        for number, entry in found.items()
    )


def _told(versions: Versions, record: str | None, wanted: Wanted) -> Iterator[tuple[int, Entry]]:
    story = Story({record}) if record else None
    for number, version in enumerate(versions.all):
        # Where the history of a clone is cut, its first commit only seems to bring all plans.
        is_cut = version.is_first and versions.archive.is_cut(version.commit)
        is_asked = wanted.has(version.committed.date())
        if is_cut or not (is_asked or story):
            continue
        step = versions.step(number)
        changes = story.part(step) if story else (*step.whole, *step.within)
        is_told = changes or step.failed or not (story or step.is_merge)
        if is_told and is_asked:
            yield number, Entry(version, step.place, changes, step.failed)


def _whereabouts(versions: Sequence[Version], now: Present) -> Iterator[str]:
    """Yield that the plan has another name, where its file went without being removed."""
    if now.is_gone and versions and versions[0].blob:
        plan_id = now.place.plan_id
        yield f"{plan_id} is not there any more under this name; `ogdplan status` lists the plans"
