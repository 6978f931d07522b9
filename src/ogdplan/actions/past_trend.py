"""How the work of plans went on over time, by what their files said at each date.

For plans whose dates were filled in late: their dates say today that something was done in June,
their history says that nobody knew before September.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from ogdplan.actions.archive import Archive, Differences, archive_of
from ogdplan.actions.library import Failed, Loaded, plan_in
from ogdplan.actions.trend import Gap, Trend, Trends
from ogdplan.errors import UsageError
from ogdplan.model.plan import Plan
from ogdplan.progress.burndown import Point, month_ends, points_at, without_deadline
from ogdplan.progress.slips import slips_of
from ogdplan.workspace.folder import PlansFolder, Unreadable
from ogdplan.workspace.git.differences import Side
from ogdplan.workspace.git.history import Version, states_of
from ogdplan.workspace.git.objects import Commit

_SHALLOW = (
    "this clone has only the last part of the history; "
    "`git fetch --unshallow` brings what came before"
)


class OutsideError(UsageError):
    """The history was asked for of files that lie in no folder of plans."""

    def __init__(self) -> None:
        super().__init__(
            "only plans in a plans folder have a history to look at",
            hint="leave out --from-git, or name the folder with --plans DIR",
        )


@dataclass(frozen=True, slots=True)
class _Past:
    """A plan with the commits that changed it, newest first."""

    loaded: Loaded
    versions: tuple[Version, ...]

    def version_at(self, day: date) -> Version | str:
        """Return the version that held at the end of a day, or why there is none.

        The day is the one that the committer's calendar showed.
        """
        if not self.versions:
            return "it was never committed"
        for version in self.versions:
            if version.committed.date() <= day:
                return version if version.blob else "it had been removed"
        return f"its history begins on {self.versions[-1].committed.date().isoformat()}"


def past_trends(
    folder: PlansFolder | None, plans: Sequence[Loaded], dates: Iterable[date], *, as_of: date
) -> Trends:
    """Return the trends of plans by their files as they were on the main line at each date.

    Each version is measured by what it said itself, at the date asked for; deadlines, and what
    has none, are those of the last date. Dates as in `trends_of`. Raises OutsideError for files
    in no folder of plans, and what `archive_of` and `Archive.commit` raise.
    """
    if folder is None:
        raise OutsideError
    asked = tuple(sorted(set(dates)))
    with archive_of(folder) as archive:
        head = archive.commit("HEAD")
        pending = archive.differences(head, None)
        pasts = _pasts(archive, plans, pending, head)
        trends = tuple(_trend(archive, past, asked, as_of) for past in pasts)
        notes = (*_notes_on_gaps(trends), *_notes_on_history(archive, pasts, pending))
    return Trends(as_of, trends, asked, from_git=True, notes=notes)


def _pasts(
    archive: Archive, plans: Sequence[Loaded], pending: Differences, head: Commit
) -> list[_Past]:
    # A file that was moved and not committed yet has its history under its old name.
    stored = (pending.earlier.get(each.place, each) for each in plans)
    paths = [archive.path_below(each.place) for each in stored]
    states = states_of(archive.repository, archive.objects, set(paths), head.id)
    return [_Past(each, states[path]) for each, path in zip(plans, paths, strict=True)]


def _trend(archive: Archive, past: _Past, asked: tuple[date, ...], as_of: date) -> Trend:
    last: Plan | None = None
    points: list[Point] = []
    gaps: list[Gap] = []
    failed: list[Failed] = []
    days = asked or month_ends(past.loaded.plan, as_of)
    for version, held in groupby(days, past.version_at):
        found = version if isinstance(version, str) else _plan_of(archive, version)
        last = found.plan if isinstance(found, Loaded) else None
        match found:
            case Loaded():
                points += points_at(found.plan, held)
            case Failed():
                failed.append(found)
                gaps.append(Gap(tuple(held), f"{found.place.shown} could not be read"))
            case reason:
                gaps.append(Gap(tuple(held), reason))
    return Trend(
        past.loaded.plan_id,
        last or past.loaded.plan,
        tuple(points),
        slips_of(last, days[-1]) if last else (),
        without_deadline(last) if last else None,
        tuple(gaps),
        tuple(failed),
    )


def _plan_of(archive: Archive, version: Version) -> Loaded | Failed:
    """Return the plan of a version; a file that yields none is called as git calls it."""
    file = archive.file(Side(version.path, version.blob))
    place = replace(file.place, shown=f"{version.short}:{file.place.shown}")
    found = plan_in(place, file.content)
    if isinstance(found, Loaded):
        return found
    name = f"{version.short}:{archive.repository.prefix}{version.path}"
    hint = f'see it with: git show "{name}"' if " " in name else f"see it with: git show {name}"
    return found._replace(reason=Unreadable(None, found.words, hint))


def _notes_on_gaps(trends: Iterable[Trend]) -> Iterator[str]:
    for trend in trends:
        for dates, reason in trend.gaps:
            first, last = dates[0].isoformat(), dates[-1].isoformat()
            which = f"points from {first} to {last}" if len(dates) > 1 else f"point at {first}"
            yield f"{trend.plan_id}: no {which}: {reason}"


def _notes_on_history(
    archive: Archive, pasts: Iterable[_Past], pending: Differences
) -> Iterator[str]:
    # git names a file that was written anew, though with the same bytes.
    changed = {
        each.new.place
        for each in pending.plans
        if each.new and (each.old is None or each.old.lines != each.new.lines)
    }
    for past in pasts:
        if past.versions and past.loaded.place in changed:
            plan_id = past.loaded.plan_id
            yield f"{plan_id} has changes that are not committed; they are not in these figures"
    if archive.repository.is_shallow:
        yield _SHALLOW
