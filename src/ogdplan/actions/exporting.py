"""Plans to be written out for other programs: each with its figures at a date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ogdplan.actions.library import Failed, Loaded, Selection, load
from ogdplan.actions.naming import find
from ogdplan.actions.watching import Watch, unwatched
from ogdplan.errors import UsageError
from ogdplan.model.kinds import NOT_PUBLIC, FieldSpec, fields_of, kind_named
from ogdplan.model.plan import Accepted, Plan
from ogdplan.model.record import Table
from ogdplan.model.work import Institution, Update
from ogdplan.progress.interval import Interval, reporting_interval
from ogdplan.progress.milestones import MilestoneProgress
from ogdplan.progress.owed import running_milestones
from ogdplan.progress.plan import Progress, progress_of


@dataclass(frozen=True, slots=True)
class Exported:
    """One plan at a date."""

    plan_id: str
    progress: Progress

    @property
    def plan(self) -> Plan:
        """Return the plan."""
        return self.progress.plan


@dataclass(frozen=True, slots=True)
class Export:
    """Plans in the order asked for, and the files that yield none.

    `is_public` leaves out what is not for publication.
    """

    as_of: date
    plans: tuple[Exported, ...]
    failed: tuple[Failed, ...] = ()
    is_public: bool = False

    def fields(self, model: type[Table]) -> tuple[FieldSpec, ...]:
        """Return the fields of a table that are written out, in the order of the format."""
        hidden = NOT_PUBLIC if self.is_public else frozenset()
        return tuple(spec for spec in fields_of(model) if spec.name not in hidden)

    def accepted(self, plan: Plan) -> tuple[Accepted, ...]:
        """Return the accepted findings that are written out; their reasons are not for all."""
        return () if self.is_public else plan.accepted


@dataclass(frozen=True, slots=True)
class Form:
    """What one institution is asked to report on.

    `milestones` are its running ones, in the order of the file; `reports` the latest report
    about each, in the same order, None where there is none. `interval` are the days asked about.
    """

    exported: Exported
    lead: Institution
    interval: Interval
    milestones: tuple[MilestoneProgress, ...]
    reports: tuple[Update | None, ...]


def export_of(
    selection: Selection, *, as_of: date, is_public: bool = False, watch: Watch = unwatched
) -> Export:
    """Return the plans of a selection with their figures at `as_of`.

    Raises UsageError for two files whose plans have one id: what is made of them names plans so.
    """
    library = load(selection, watch)
    _require_own_ids(library.plans)
    plans = tuple(_measured(each, as_of) for each in library.plans)
    return Export(as_of, plans, library.failed, is_public)


def form_for(exported: Exported, lead: str, *, as_of: date) -> Form:
    """Return the form for the reporting period that ends on `as_of`.

    `lead` names an institution as everywhere. Raises what `naming.find` raises, and UsageError
    where it is in charge of nothing that runs.
    """
    kind = kind_named("institution")
    institution = find(exported.plan, lead, plan_id=exported.plan_id, kind=kind)
    assert isinstance(institution, Institution)  # noqa: S101 - it was looked for among them
    milestones = tuple(running_milestones(exported.progress).get(institution.id, ()))
    if not milestones:
        running = sorted(filter(None, running_milestones(exported.progress)))
        hint = f"these are: {', '.join(running[:10])}" if running else None
        message = f"{institution.id} is in charge of no running milestone of {exported.plan_id}"
        raise UsageError(message, hint=hint)
    reports = tuple(_last_report(each, as_of) for each in milestones)
    interval = reporting_interval(exported.plan.header, as_of)
    return Form(exported, institution, interval, milestones, reports)


def _require_own_ids(plans: Iterable[Loaded]) -> None:
    shown: dict[str, str] = {}
    for each in plans:
        other = shown.setdefault(each.plan_id, each.place.shown)
        if other != each.place.shown:
            message = f"{other} and {each.place.shown} both have the plan id {each.plan_id}"
            raise UsageError(message, hint="export them one by one")


def _measured(loaded: Loaded, as_of: date) -> Exported:
    return Exported(loaded.plan_id, progress_of(loaded.plan, as_of))


def _last_report(milestone: MilestoneProgress, as_of: date) -> Update | None:
    known = [each for each in milestone.updates if each.on.last <= as_of]
    return known[-1] if known else None
