"""Plans checked against what they were at a commit: what changed, and which findings are new."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from ogdplan.actions.archive import Differences, Differing, archive_of
from ogdplan.actions.beginning import Since, beginning, has_gone_on
from ogdplan.actions.examination import Subject, Surveyed, examine
from ogdplan.actions.gone_plans import asked_for, gone_plans
from ogdplan.actions.library import Failed, Selection
from ogdplan.actions.moments import Past
from ogdplan.actions.new_findings import new_findings
from ogdplan.actions.survey import Portfolio, Survey, subjects_of
from ogdplan.errors import UsageError
from ogdplan.findings import count
from ogdplan.rules.history import SLUGS
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
class SurveySince:
    """Plans checked against what they were; in the survey are also those that are gone.

    `past` is the commit that they are compared with; `notes` say which that is where nobody
    named it. `has_gone_on`: it has what HEAD lacks, and something was found that may come of
    that. `incomparable` are the files of which what they were yields no plan, with what was wrong
    then; `submodules` those that differ and are not looked into.
    """

    survey: Survey
    past: Past
    notes: tuple[str, ...]
    has_gone_on: bool
    incomparable: tuple[Failed, ...]
    submodules: tuple[str, ...]


def survey_since(
    names: Sequence[str],
    find_folder: Callable[[], PlansFolder],
    begin: Since,
    *,
    as_of: date,
    only_new: bool,
) -> SurveySince:
    """Check plans, and what changed in them from a commit to the files on the disk.

    `names` may name plans that are gone; without names all plans are meant, those too. With
    `only_new` the findings that there were at the commit are left out, of the same day; those
    between plans too, for which the whole folder is looked at as it was then. Plans are followed
    where git says that they moved. Raises NotInFolderError, and what `archive_of`,
    `beginning`, `asked_for` and `gone_plans` raise.
    """
    asked = asked_for(names, find_folder, as_of=as_of)
    folder = _folder_of(asked.selection)
    with archive_of(folder) as archive:
        moments = beginning(archive, begin)
        past = moments.old
        found = archive.differences(past.commit, None)
        ahead = has_gone_on(archive, past.commit)
    before = {place: old.content for place, old in found.earlier.items()}
    subjects = subjects_of(asked.selection, before)
    gone = gone_plans(asked, folder, found.plans, subjects, as_of=as_of)
    now = Portfolio(folder, examine(folder, subjects, as_of=as_of, measured=False))
    survey = Survey(now.surveyed(asked.selection.paths))
    if only_new:
        survey = _without_known(survey, now, found, as_of=as_of)
    survey = Survey((*survey.plans, *gone))
    earlier = (each.earlier for each in now.examined if each.earlier)
    return SurveySince(
        survey,
        past,
        moments.notes,
        has_gone_on=ahead and _tells_of_changes(survey, only_new=only_new),
        incomparable=tuple(each.failed for each in earlier if each.failed),
        submodules=found.submodules,
    )


def _tells_of_changes(survey: Survey, *, only_new: bool) -> bool:
    """Return whether there are findings that another commit to compare with could spare."""
    return any(only_new or each.rule in SLUGS for each in survey.findings)


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


def _without_known(
    survey: Survey, now: Portfolio, differing: Differences, *, as_of: date
) -> Survey:
    """Return a survey with the findings that there were not when the folder was as it was."""
    plans, earlier = differing.plans, differing.earlier
    come = {each.new.place for each in plans if each.new} - earlier.keys()
    was = {
        each.place: earlier[each.place].place if each.place in earlier else each.place
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
