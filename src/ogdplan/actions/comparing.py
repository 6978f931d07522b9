"""What someone wants to compare, from the words they write, and what comes of it."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from ogdplan.actions.archive import Archive, Differing, PlanFile, archive_of
from ogdplan.actions.differences import Comparison, difference
from ogdplan.actions.moments import Moment, Moments, Period, moments_of
from ogdplan.actions.plan_filter import chosen, may_be_plan
from ogdplan.errors import FileError, UsageError
from ogdplan.workspace.folder import PlanPath, PlansFolder, Unreadable, outside_path, read_plan
from ogdplan.workspace.git.objects import Commit


class MissingFileError(UsageError):
    """One of two files to compare is not there."""

    def __init__(self, name: str) -> None:
        hint = "check its name and where it lies; plans over time are named with --plan"
        super().__init__(f'no file called "{name}"', hint=hint)


@dataclass(frozen=True, slots=True)
class Asked:
    """What someone wants to compare: revisions, plans or two files, or the days of a period."""

    words: Sequence[str]
    plans: Sequence[str] = ()
    period: Period = field(default_factory=Period)

    @property
    def files(self) -> tuple[str, str] | None:
        """Return the two files that are named; None where history is asked."""
        match self.words:
            case [old, new] if _is_file(old) and _is_file(new):
                return old, new
        return None


def compare(asked: Asked, find_folder: Callable[[], PlansFolder], *, as_of: date) -> Comparison:
    """Return what changed between the two states that someone names.

    Raises UsageError for what cannot be told, what `archive_of` and `Archive.commit` raise, and
    FileError for one of two files that the system does not give.
    """
    if asked.files is None:
        with archive_of(find_folder()) as archive:
            return _over_time(archive, asked, as_of)
    if asked.plans or any(asked.period):
        hint = "leave out --plan, --since and --until, or name revisions"
        raise UsageError("two files are compared as they are", hint=hint)
    return _of_files(*asked.files)


def _of_files(old: str, new: str) -> Comparison:
    moments = Moment(old), Moment(new)
    before, after = (_file(name) for name in (old, new))
    # Not moved: they are two files, wherever they lie.
    found = difference(Differing(before._replace(place=after.place), after), *moments)
    return Comparison(*moments, (found,) if found else ())


def _file(name: str) -> PlanFile:
    if not os.path.lexists(name):
        raise MissingFileError(name)
    _, place = outside_path(Path(name))
    content = read_plan(None, place)
    if isinstance(content, Unreadable) and content.rule is None:
        raise FileError("read", name, content.message, hint=content.help)
    return PlanFile(place, content)


def _is_file(name: str) -> bool:
    """Return whether a word names a file: by its ending, or by a path that leads to one."""
    is_path = os.sep in name or "/" in name
    return name.lower().endswith(".toml") or (is_path and os.path.isfile(name))  # noqa: PTH113


def _over_time(archive: Archive, asked: Asked, as_of: date) -> Comparison:
    is_plan = partial(may_be_plan, archive.folder, as_of=as_of)
    moments = moments_of(archive, asked.words, period=asked.period, is_plan=is_plan)
    old, new = moments.old, moments.new
    found = archive.differences(old.commit, new.commit)
    notes = [
        *moments.notes,
        *(f"{each} is a submodule: not looked into" for each in found.submodules),
    ]
    wanted = found.plans
    if asked.plans or moments.others:
        places = _chosen(archive, asked, moments, found.plans, as_of)
        notes += _absent(archive, places, moments, found.plans)
        paths = {place.path for place in places}
        wanted = tuple(each for each in wanted if paths & {at.path for at in _places(each)})
    plans = filter(None, (difference(each, old, new) for each in wanted))
    return Comparison(old, new, tuple(plans), tuple(notes))


def _chosen(
    archive: Archive, asked: Asked, moments: Moments, differing: Sequence[Differing], as_of: date
) -> tuple[PlanPath, ...]:
    return chosen(
        archive.folder,
        named=asked.plans,
        guessed=moments.others,
        differing=[place for each in differing for place in _places(each)],
        as_of=as_of,
    )


def _places(differing: Differing) -> Iterator[PlanPath]:
    return (file.place for file in differing[:2] if isinstance(file, PlanFile))


def _absent(
    archive: Archive,
    places: Sequence[PlanPath],
    moments: Moments,
    differing: Sequence[Differing],
) -> Iterator[str]:
    """Yield a note for each plan that is in neither of two commits.

    One that does not differ is in both, or in none.
    """
    known = {place.path for each in differing for place in _places(each)}
    for place in places:
        if place.path not in known and not _is_in(archive, place, moments.new.commit):
            yield f"{place.plan_id} is in neither of the two"


def _is_in(archive: Archive, place: PlanPath, commit: Commit | None) -> bool:
    """Return whether a plan was there in a commit; on the disk it is."""
    return commit is None or archive.blob_of(place, commit) is not None
