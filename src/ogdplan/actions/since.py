"""Plans checked against what they were at a commit: what changed, and which findings are new."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from ogdplan.actions.archive import Differing, PlanFile, archive_of
from ogdplan.actions.examination import Subject, Surveyed, examine
from ogdplan.actions.library import Failed, Selection
from ogdplan.actions.new_findings import new_findings
from ogdplan.actions.survey import Portfolio, Survey, subjects_of
from ogdplan.checks.removal import evidenced
from ogdplan.errors import UsageError
from ogdplan.findings import count
from ogdplan.planfile.reading import read
from ogdplan.workspace.folder import PlanPath, PlansFolder, plan_paths


class NotInFolderError(UsageError):
    """A file was named that is not among the plans of a folder; only of those git is asked."""

    def __init__(self, place: PlanPath) -> None:
        folder = PurePosixPath(place.shown).parent
        super().__init__(
            f"{place.shown} lies in no folder of plans, so there is nothing to compare it with",
            hint=f"name its folder too: --plans {folder}",
        )


@dataclass(frozen=True, slots=True)
class Gone:
    """A plan that was there and is gone, and the ids of its records that had evidence."""

    place: PlanPath
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SurveySince:
    """Plans checked against what they were.

    `incomparable` are the files of which what they were yields no plan, with what was wrong
    then; `gone` the plans with evidence that are no longer there, of which no file can tell;
    `submodules` those that differ and are not looked into.
    """

    survey: Survey
    incomparable: tuple[Failed, ...]
    gone: tuple[Gone, ...]
    submodules: tuple[str, ...]


def survey_since(
    selection: Selection, revision: str, *, as_of: date, only_new: bool
) -> SurveySince:
    """Check plans, and what changed in them from a revision to the files on the disk.

    With `only_new` the findings that there were at the revision are left out, of the same day;
    those between plans too, for which the whole folder is looked at as it was then. Plans are
    followed where git says that they moved. Raises NotInFolderError, and what `archive_of` and
    `Archive.commit` raise.
    """
    folder = _folder_of(selection)
    with archive_of(folder) as archive:
        found = archive.differences(archive.commit(revision), None)
    before = {place: old.content for place, old in _moves(found.plans).items()}
    subjects = subjects_of(selection, before)
    now = Portfolio(folder, examine(folder, subjects, as_of=as_of, measured=False))
    survey = Survey(now.surveyed(selection.paths))
    if only_new:
        survey = _without_known(survey, now, found.plans, as_of=as_of)
    earlier = (each.earlier for each in now.examined if each.earlier)
    return SurveySince(
        survey,
        incomparable=tuple(each.failed for each in earlier if each.failed),
        gone=tuple(_gone(found.plans, subjects)),
        submodules=found.submodules,
    )


def _folder_of(selection: Selection) -> PlansFolder:
    """Return the folder that all files lie in."""
    folder = selection.folder
    if folder is None:
        raise NotInFolderError(selection.paths[0])
    known = frozenset(plan_paths(folder))
    for place in selection.paths:
        if place not in known:
            raise NotInFolderError(place)
    return folder


def _moves(plans: Iterable[Differing]) -> dict[PlanPath, PlanFile]:
    """Return what files were that there are now, and were there."""
    return {each.new.place: each.old for each in plans if each.new and each.old}


def _without_known(
    survey: Survey, now: Portfolio, plans: Sequence[Differing], *, as_of: date
) -> Survey:
    """Return a survey with the findings that there were not when the folder was as it was."""
    moves = _moves(plans)
    come = {each.new.place for each in plans if each.new} - moves.keys()
    was = {
        each.place: moves[each.place].place if each.place in moves else each.place
        for each in survey.plans
        if each.place not in come
    }
    then = _as_it_was(now, plans, asked=frozenset(was.values()), as_of=as_of)
    known = dict(zip(was, then.surveyed(was.values()), strict=True))
    renames = {each.place: each.earlier.renames for each in now.examined if each.earlier}
    return Survey(
        tuple(
            _newly(each, known.get(each.place), renames.get(each.place, {}))
            for each in survey.plans
        )
    )


def _as_it_was(
    now: Portfolio, plans: Sequence[Differing], *, asked: frozenset[PlanPath], as_of: date
) -> Portfolio:
    """Return the folder at the revision; what has not changed is not examined again."""
    changed = {each.new.place for each in plans if each.new}
    olds = [each.old for each in plans if each.old]
    subjects = [Subject(old.place, old.place in asked, old.content) for old in olds]
    examined = examine(now.folder, subjects, as_of=as_of, measured=False)
    unchanged = (each for each in now.examined if each.place not in changed)
    contents = {old.place: old.content for old in olds}
    return Portfolio(now.folder, (*unchanged, *examined), contents)


def _newly(now: Surveyed, then: Surveyed | None, renames: Mapping[str, str]) -> Surveyed:
    """Return what was found in a file without what there was.

    Someone who answered for a finding and does not any more lets it come anew.
    """
    known = then.findings if then else ()
    open_now = [each for each in now.findings if not each.accepted]
    open_then = [each for each in known if not each.accepted]
    accepted = [each for each in now.findings if each.accepted]
    found = (
        *new_findings(open_now, open_then, renames),
        *new_findings(accepted, known, renames),
    )
    return replace(now, findings=found, counts=count(found, plans=1))


def _gone(plans: Iterable[Differing], subjects: Sequence[Subject]) -> Iterator[Gone]:
    """Yield the plans with evidence that are no longer there, where all plans are asked for."""
    if not all(each.is_asked for each in subjects):
        return
    there = {each.place for each in subjects}
    for each in plans:
        if each.old and each.new is None and each.old.place not in there:
            content = each.old.content
            plan = read(content).plan if isinstance(content, bytes) else None
            if plan and (records := tuple(record.id for record in evidenced(plan))):
                yield Gone(each.old.place, records)
