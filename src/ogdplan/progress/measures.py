"""The five measures of a plan side by side, never merged into one."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ogdplan.model.vocabularies import Framework, Status
from ogdplan.progress.completion import is_weighted
from ogdplan.progress.counts import EvidenceCounts, MilestoneCounts
from ogdplan.progress.health import Health
from ogdplan.progress.judgements import Judgement, judgements_of
from ogdplan.progress.plan import Progress
from ogdplan.progress.slips import Slip, longest_slip, slips_of


class Schedule(NamedTuple):
    """How the milestones neither completed nor withdrawn stand against their deadlines.

    The six counts from `on_track` to `unscheduled` add up to `unfinished`. `moved` are all
    milestones whose deadline had moved by the date; `longest_slip_days` is the longest of these
    moves, None when none has a deadline now. `overdue_unclear` are those of the overdue whose
    status is unclear: perhaps they are done.
    """

    unfinished: int
    on_track: int
    due_soon: int
    overdue: int
    blocked: int
    unconfirmed: int
    unscheduled: int
    moved: int
    longest_slip_days: int | None
    overdue_unclear: int

    @property
    def health(self) -> Health | None:
        """Return the worst health among the unfinished, None when nothing is unfinished.

        On track only where all of them are: nothing unknown makes the whole look well.
        """
        counts = (
            (Health.OVERDUE, self.overdue),
            (Health.BLOCKED, self.blocked),
            (Health.UNCONFIRMED, self.unconfirmed),
            (Health.DUE_SOON, self.due_soon),
            (Health.UNSCHEDULED, self.unscheduled),
            (Health.ON_TRACK, self.on_track),
        )
        return next((health for health, number in counts if number), None)


class Freshness(NamedTuple):
    """When the plan was last reported on, how many days ago, and whether that is too long."""

    last_report: date | None
    days: int | None
    stale: bool


class Independent(NamedTuple):
    """What others have said by the date.

    `subjects` are the records assessed, the plan as a whole counting as one; `frameworks` in
    the order of their vocabulary. `compared` are the assessments that can be compared with the
    plan's own word, `differing` a part of those. `only_by_others` say how something stands that
    is unclear by the plan's own word.
    """

    assessments: int
    subjects: int
    frameworks: tuple[Framework, ...]
    compared: int
    differing: int
    only_by_others: int


class Measures(NamedTuple):
    """Completion by the plan's own word, schedule, freshness, evidence, and what others say.

    `promised` is how many milestones would be completed by their present deadlines, None where
    none of the active has one; `is_weighted` says that the weights of the active differ.

    Source: docs/definitions.md, "Five measures".
    """

    completion: MilestoneCounts
    promised: int | None
    is_weighted: bool
    elapsed_percent: int | None
    schedule: Schedule
    freshness: Freshness
    evidence: EvidenceCounts
    independent: Independent


def measures_of(progress: Progress) -> Measures:
    """Return the five measures of a plan."""
    return Measures(
        completion=progress.milestone_counts,
        promised=_promised(progress),
        is_weighted=is_weighted(progress.milestones),
        elapsed_percent=progress.elapsed_percent,
        schedule=_schedule(progress, slips_of(progress.plan, progress.as_of)),
        freshness=_freshness(progress),
        evidence=progress.evidence_counts,
        independent=_independent(judgements_of(progress)),
    )


def _promised(progress: Progress) -> int | None:
    """Return how many would be completed by plan; those without a deadline as they stand."""
    active = [each for each in progress.milestones if each.is_active]
    if not any(each.milestone.due for each in active):
        return None
    return sum(
        each.milestone.due.last <= progress.as_of if each.milestone.due else each.is_completed
        for each in active
    )


def _schedule(progress: Progress, slips: Sequence[Slip]) -> Schedule:
    counts = progress.milestone_counts
    return Schedule(
        unfinished=counts.active - counts.completed,
        on_track=counts.by_health[Health.ON_TRACK],
        due_soon=counts.by_health[Health.DUE_SOON],
        overdue=counts.by_health[Health.OVERDUE],
        blocked=counts.by_health[Health.BLOCKED],
        unconfirmed=counts.by_health[Health.UNCONFIRMED],
        unscheduled=counts.by_health[Health.UNSCHEDULED],
        moved=len(slips),
        longest_slip_days=longest_slip(slips),
        overdue_unclear=sum(
            each.health is Health.OVERDUE and each.status is Status.UNCLEAR
            for each in progress.milestones
        ),
    )


def _freshness(progress: Progress) -> Freshness:
    reported = progress.last_report
    days = (progress.as_of - reported).days if reported else None
    return Freshness(reported, days, progress.stale)


def _independent(judgements: Sequence[Judgement]) -> Independent:
    frameworks = {each.assessment.framework for each in judgements}
    return Independent(
        assessments=len(judgements),
        subjects=len({each.assessment.about for each in judgements}),
        frameworks=tuple(each for each in Framework if each in frameworks),
        compared=sum(each.differs is not None for each in judgements),
        differing=sum(each.differs is True for each in judgements),
        only_by_others=sum(each.is_known_by_others_only for each in judgements),
    )
