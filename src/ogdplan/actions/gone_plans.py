"""Plans that were there at a commit and are gone: who asks for them, and what is found."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ogdplan.actions.archive import Differing, PlanFile
from ogdplan.actions.examination import Subject, Surveyed
from ogdplan.actions.library import NoPlansError, Selection, select
from ogdplan.actions.plan_filter import chosen
from ogdplan.checks.removal import plan_gone
from ogdplan.errors import UnknownNameError
from ogdplan.findings import count
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.reading import read
from ogdplan.workspace.folder import PlansFolder


class Asked(NamedTuple):
    """What someone asks for: names, the plans that are there, and the names of none of those."""

    names: Sequence[str]
    selection: Selection
    absent: tuple[str, ...] = ()


def asked_for(
    names: Sequence[str], find_folder: Callable[[], PlansFolder], *, as_of: date
) -> Asked:
    """Return the plans that people mean by these names; without names all of the folder.

    What is said of a name that means no plan waits until those that are gone are known. Raises
    what `select` raises else.
    """
    try:
        return Asked(names, select(names, find_folder, as_of=as_of))
    except (UnknownNameError, NoPlansError):
        absent = tuple(name for name in names if not _is_there(name, find_folder, as_of))
    there = [name for name in names if name not in absent]
    folder = find_folder()
    if not there:
        return Asked(names, Selection(folder, ()), absent)
    return Asked(names, select(there, find_folder, as_of=as_of), absent)


def gone_plans(
    asked: Asked,
    folder: PlansFolder,
    plans: Iterable[Differing],
    subjects: Sequence[Subject],
    *,
    as_of: date,
) -> tuple[Surveyed, ...]:
    """Return what is found of plans that are gone, as of files that are there.

    These are the ones that are named, and where all are asked for those of which something is
    found. Raises UnknownNameError for a name of none, NoPlansError where there are no plans.
    """
    there = {each.place for each in subjects}
    gone = [each.old for each in plans if each.old and not each.new and each.old.place not in there]
    places = [each.place for each in gone]
    named = chosen(folder, named=asked.absent, guessed=(), differing=places, as_of=as_of)
    if not (there or gone):
        raise NoPlansError(folder)
    # An id that is gone may be the last part of one that is there: then both are meant.
    wanted = {each for each in places if each in named or each.plan_id in asked.names}
    is_all = all(each.is_asked for each in subjects)
    found = ((each, _surveyed(each)) for each in gone)
    return tuple(
        surveyed
        for each, surveyed in found
        if each.place in wanted or (is_all and surveyed.findings)
    )


def _is_there(name: str, find_folder: Callable[[], PlansFolder], as_of: date) -> bool:
    try:
        select([name], find_folder, as_of=as_of)
    except (UnknownNameError, NoPlansError):
        return False
    return True


def _surveyed(gone: PlanFile) -> Surveyed:
    """Return what is found of a plan that is gone, at the first line of a file without lines."""
    reading = read(gone.content) if isinstance(gone.content, bytes) else None
    plan = reading and (reading.plan or reading.draft)
    problem = plan_gone(plan) if plan else None
    findings = findings_of([problem] if problem else [], "", gone.place.shown)
    return Surveyed(gone.place, findings, count(findings, plans=1), yields_plan=True)
