"""The history of one plan: what each commit changed in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ogdplan.actions.archive import Archive, PlanFile, archive_of
from ogdplan.actions.library import Failed, NoPlansError, select
from ogdplan.actions.stored_plans import plan_or_draft_in
from ogdplan.actions.story import Story, id_of
from ogdplan.actions.versions import Versions
from ogdplan.compare.changes import Change
from ogdplan.errors import OgdplanError, UnknownNameError, UsageError
from ogdplan.model.plan import Plan
from ogdplan.planfile.pieces import VersionReader
from ogdplan.workspace.folder import (
    Content,
    PlanPath,
    PlansFolder,
    Unreadable,
    outside_path,
    plan_path,
    read_plan,
)
from ogdplan.workspace.git.history import Version, versions_of

_CUT = "the history in this clone is cut: `git fetch --unshallow` brings the rest"


class Entry(NamedTuple):
    """A commit and what it changed in a plan; `failed` says why its file yields none.

    Without changes and not failed, only the layout or comments changed.
    """

    version: Version
    place: PlanPath
    changes: tuple[Change, ...]
    failed: Failed | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The commits that changed a plan, newest first; `record` is the id they are about, if any.

    `notes` say what is good to know beside it.
    """

    plan_id: str
    record: str | None
    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()

    @property
    def broken(self) -> tuple[Entry, ...]:
        """Return the entries whose file yields no plan."""
        return tuple(each for each in self.entries if each.failed)


class Wanted(NamedTuple):
    """Which part of a history: days, both included; a record by its name; at most so many."""

    since: date | None = None
    until: date | None = None
    record: str | None = None
    limit: int | None = None


class _Meant(NamedTuple):
    """The plan that someone names; `error` where nothing on the disk is called so."""

    folder: PlansFolder
    place: PlanPath
    error: OgdplanError | None = None


def history_of(
    name: str, wanted: Wanted, find_folder: Callable[[], PlansFolder], *, as_of: date
) -> History:
    """Return what each commit changed in the plan that someone names.

    A plan that is gone is named by its id. Raises UnknownNameError for one that never was, what
    `archive_of` and `Archive.commit` raise, and what `naming.find` raises for the record.
    """
    folder, place, error = _meant(name, find_folder, as_of)
    with archive_of(folder) as archive:
        head = archive.commit("HEAD")
        below = place.path.relative_to(folder.root).as_posix()
        found = versions_of(archive.repository, archive.objects, below, head.id)
        if error and not found:
            raise error
        versions = Versions(archive, found)
        last = archive.objects.blob_at(head.id, archive.repository.prefix + below)
        now = _State(place, read_plan(folder, place), archive.objects.file(last) if last else None)
        record = _record(wanted, versions, now)
        entries = tuple(islice(_entries(versions, record, wanted), wanted.limit))
        notes = (*_notes(archive, now), *_whereabouts(found, now))
        return History(place.plan_id, record, entries, notes)


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
    if selection.folder is None:
        hint = "the history of plans is that of a folder called plans, or one given with --plans"
        raise UsageError(f"{place.shown} is in no folder of plans", hint=hint)
    return _Meant(selection.folder, place)


class _State(NamedTuple):
    """The file of a plan as it is on the disk, and as it was last committed; None for never."""

    place: PlanPath
    on_disk: Content
    committed: Content | None

    @property
    def plan(self) -> Plan | None:
        """Return the plan on the disk, if there is one."""
        found = plan_or_draft_in(PlanFile(self.place, self.on_disk), VersionReader())
        return found if isinstance(found, Plan) else None


def _record(wanted: Wanted, versions: Versions, now: _State) -> str | None:
    """Return the id of the record that is asked for; it may be gone for long."""
    if wanted.record is None:
        return None
    stored = (versions.plan(number) for number in range(len(versions.all)))
    plans = (plan for plan in (now.plan, *stored) if plan)
    return id_of(wanted.record, plans, plan_id=now.place.plan_id)


def _entries(versions: Versions, record: str | None, wanted: Wanted) -> Iterator[Entry]:
    story = Story({record}) if record else None
    for number, version in enumerate(versions.all):
        # Where the history of a clone is cut, its first commit only seems to bring all plans.
        is_cut = version.is_first and versions.archive.is_cut(version.commit)
        is_asked = _is_within(version.written, wanted)
        if is_cut or not (is_asked or story):
            continue
        step = versions.step(number)
        changes = story.part(step) if story else (*step.whole, *step.within)
        is_told = changes or step.failed or not (story or step.is_merge)
        if is_told and is_asked:
            yield Entry(version, step.place, changes, step.failed)


def _is_within(day: date, wanted: Wanted) -> bool:
    return (wanted.since or date.min) <= day <= (wanted.until or date.max)


def _notes(archive: Archive, now: _State) -> Iterator[str]:
    if archive.repository.is_shallow:
        yield _CUT
    plan_id = now.place.plan_id
    if isinstance(now.on_disk, Unreadable):
        if now.committed:
            yield f"{now.place.shown}: {now.on_disk.message}; the last commit has it"
    elif now.committed is None:
        yield f"{plan_id} is not committed: what it says now is in no history yet"
    elif _lines(now.on_disk) != _lines(now.committed):
        yield f"{plan_id} has changes that are not committed: ogdplan diff --plan {plan_id}"


def _whereabouts(versions: Sequence[Version], now: _State) -> Iterator[str]:
    """Yield that the plan has another name, where its file went without being removed."""
    is_gone = isinstance(now.on_disk, Unreadable) and now.committed is None
    if is_gone and versions and versions[0].blob:
        plan_id = now.place.plan_id
        yield f"{plan_id} is not there any more under this name; `ogdplan status` lists the plans"


def _lines(content: Content) -> object:
    # What git stores may have other line ends than what it puts on the disk.
    return content.replace(b"\r\n", b"\n") if isinstance(content, bytes) else content
