"""The report of plans at a date, as one value: all figures that every voice of it shows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ogdplan.actions.agencies import Agency, Family, agencies_of, family_of
from ogdplan.actions.examination import Examined, Surveyed, examine
from ogdplan.actions.library import Failed, Loaded, Selection, plan_in
from ogdplan.actions.rule_counts import RuleCount, rule_counts
from ogdplan.actions.survey import Portfolio, Survey, subjects_of
from ogdplan.findings import FindingCounts
from ogdplan.progress.achieved import Achieved, achieved_in
from ogdplan.progress.asks import Ask, asks_of
from ogdplan.progress.burndown import Point, month_ends, points_at
from ogdplan.progress.concerns import Concerns, concerns_of
from ogdplan.progress.datasets import DatasetProgress, datasets_of
from ogdplan.progress.ends import Ends, ends_of
from ogdplan.progress.facts import Fact, facts_in
from ogdplan.progress.goals import GoalCounts, goals_of
from ogdplan.progress.indicators import IndicatorProgress, indicators_of
from ogdplan.progress.interval import Interval, reporting_interval
from ogdplan.progress.judgements import Judgement, judgements_of
from ogdplan.progress.late import Late, late_besides
from ogdplan.progress.measures import Measures, measures_of
from ogdplan.progress.owed import Owed, reports_owed
from ogdplan.progress.plan import Progress, Subtotal, progress_of, subtotal
from ogdplan.progress.slips import Slip, slips_of
from ogdplan.progress.summary import summary_of
from ogdplan.workspace.folder import PlanPath, read_plan

if TYPE_CHECKING:
    # Only to name the types: they bring git and all comparing with them.
    from ogdplan.actions.beginning import Since
    from ogdplan.actions.changed_since import ChangedFiles
    from ogdplan.actions.differences import Broken
    from ogdplan.actions.moments import Moments
    from ogdplan.compare.changes import Change


@dataclass(frozen=True, slots=True)
class Changed:
    """What happened to a plan in the days of a report.

    `changes` are those of its file between the two states of `origin`, which is None where git
    was not asked or knows none; `facts` what its dates tell, always.
    """

    origin: "Moments | None"
    changes: "tuple[Change, ...]"
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class PlanReport:
    """All that a report says of one plan.

    `path` is how output names its file. `interval` are the days since the last meeting, where
    someone said since when (`is_since`), else the reporting period, in which `owed` counts always.
    `points` are at month ends. `late` is what is so besides milestones.
    `findings` are None where nobody checked the file. `rules` are those that found something, in
    the order of their catalogue. `agencies` are the plans under it, by id, `agency_total` their
    sum, None without any.
    """

    plan_id: str
    path: str
    progress: Progress
    interval: Interval
    is_since: bool
    measures: Measures
    concerns: Concerns
    ends: Ends
    late: tuple[Late, ...]
    achieved: tuple[Achieved, ...]
    changed: Changed
    judgements: tuple[Judgement, ...]
    owed: tuple[Owed, ...]
    asks: tuple[Ask, ...]
    indicators: tuple[IndicatorProgress, ...]
    datasets: tuple[DatasetProgress, ...]
    goals: tuple[GoalCounts, ...]
    points: tuple[Point, ...]
    slips: tuple[Slip, ...]
    findings: FindingCounts | None
    rules: tuple[RuleCount, ...]
    agencies: tuple[Agency, ...]
    agency_total: Subtotal | None


@dataclass(frozen=True, slots=True)
class Report:
    """Plans at a date, in the order asked for, and the files that yield none.

    `notes` say what is good to know of what they were compared with; `broken` are versions that
    could not be. Why not, quotes them: it is not for the public.
    """

    as_of: date
    plans: tuple[PlanReport, ...]
    failed: tuple[Failed, ...]
    notes: tuple[str, ...]
    broken: "tuple[Broken, ...]" = ()


def report_on(
    selection: Selection,
    *,
    as_of: date,
    since: "Since | None",
    with_agencies: bool,
    until: date | None = None,
) -> Report:
    """Return the report of the plans of a selection at a date.

    With `since` it tells what changed from then on, up to the files on the disk; with `until`,
    up to the last commit of that day. Plans are compared by git where it knows their history,
    else by their dates. Raises what `changed_since` raises.
    """
    changed = _changed_files(selection, since, as_of, until)
    looked = _look(selection, as_of)
    known = {place: summary_of(progress) for place, progress in looked.measured.items()}
    family = family_of(looked.examined) if with_agencies else Family({}, {})
    agencies = agencies_of(selection, family, known, as_of=as_of)
    plans = (
        plan_report(
            each.place,
            progress,
            surveyed=each,
            changed=changed,
            agencies=agencies.under(each.place.plan_id),
        )
        for each in looked.survey.plans
        if (progress := looked.measured.get(each.place))
    )
    notes, broken = (changed.notes, changed.broken) if changed else ((), ())
    failed = (*looked.survey.failed, *agencies.failed)
    return Report(as_of, tuple(plans), failed, notes, broken)


class _Looked(NamedTuple):
    """All files of a folder, what is found in those asked for, and how their plans stand."""

    examined: tuple[Examined, ...]
    survey: Survey
    measured: Mapping[PlanPath, Progress]


def _look(selection: Selection, as_of: date) -> _Looked:
    """Read each file that is asked for once, so that findings and figures are of the same."""
    folder, places = selection
    contents = {place: read_plan(folder, place) for place in places}
    subjects = [replace(each, content=contents.get(each.place)) for each in subjects_of(selection)]
    examined = examine(folder, subjects, as_of=as_of, measured=False)
    survey = Survey(Portfolio(folder, examined, contents).surveyed(places))
    read = (plan_in(place, content) for place, content in contents.items())
    measured = {
        each.place: progress_of(each.plan, as_of) for each in read if isinstance(each, Loaded)
    }
    return _Looked(examined, survey, measured)


def _changed_files(
    selection: Selection, since: "Since | None", as_of: date, until: date | None
) -> "ChangedFiles | None":
    if since is None:
        return None
    # Here, since only this needs git: 10 ms.
    from ogdplan.actions.changed_since import changed_since  # noqa: PLC0415

    return changed_since(selection, since, as_of=as_of, until=until)


def plan_report(
    place: PlanPath,
    progress: Progress,
    *,
    surveyed: Surveyed | None,
    changed: "ChangedFiles | None",
    agencies: tuple[Agency, ...],
) -> PlanReport:
    """Return the report of one plan that was measured; `surveyed` is None for one not checked."""
    plan, as_of = progress.plan, progress.as_of
    judgements = judgements_of(progress)
    reporting = reporting_interval(plan.header, as_of)
    interval = Interval(changed.first, as_of) if changed else reporting
    concerns = concerns_of(progress, judgements=judgements)
    owed, late = reports_owed(progress, reporting), late_besides(progress)
    return PlanReport(
        plan_id=place.plan_id,
        path=place.shown,
        progress=progress,
        interval=interval,
        is_since=changed is not None,
        measures=measures_of(progress),
        concerns=concerns,
        ends=ends_of(progress),
        late=late,
        achieved=achieved_in(progress, interval, changed.completed_in(place) if changed else ()),
        changed=_changed(place, facts_in(plan, interval), changed),
        judgements=judgements,
        owed=owed,
        asks=asks_of(progress, concerns, owed, late),
        indicators=indicators_of(progress),
        datasets=datasets_of(progress),
        goals=goals_of(progress),
        points=points_at(plan, month_ends(plan, as_of)),
        slips=slips_of(plan, as_of),
        findings=surveyed.counts if surveyed else None,
        rules=rule_counts(surveyed.findings) if surveyed else (),
        agencies=agencies,
        agency_total=subtotal([each.summary.milestones for each in agencies]) if agencies else None,
    )


def _changed(place: PlanPath, facts: tuple[Fact, ...], files: "ChangedFiles | None") -> Changed:
    if files is None:
        return Changed(None, (), facts)
    return Changed(files.origin, files.changes.get(place.path, ()), facts)
