"""The five measures of a plan side by side, never merged into one."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ogdplan.model.vocabularies import Framework
from ogdplan.progress.counts import EvidenceCounts, MilestoneCounts
from ogdplan.progress.health import Health
from ogdplan.progress.judgements import Judgement, judgements_of
from ogdplan.progress.plan import Progress
from ogdplan.progress.slips import Slip, longest_slip, slips_of


class Schedule(NamedTuple):
    """How the milestones neither completed nor withdrawn stand against their deadlines.

    The six counts from `on_track` to `unscheduled` add up to `unfinished`. `moved` are all
    milestones whose deadline had moved by the date; `longest_slip_days` is the longest of these
    moves, None when none has a deadline now.
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


class Freshness(NamedTuple):
    """When the plan was last reported on, how many days ago, and whether that is too long."""

    last_report: date | None
    days: int | None
    stale: bool


class Independent(NamedTuple):
    """What others have said by the date.

    `subjects` are the records assessed, the plan as a whole counting as one; `frameworks` in
    the order of their vocabulary. `compared` are the assessments that can be compared with the
    plan's own word, `differing` a part of those.
    """

    assessments: int
    subjects: int
    frameworks: tuple[Framework, ...]
    compared: int
    differing: int


class Measures(NamedTuple):
    """Completion by the plan's own word, schedule, freshness, evidence, and what others say.

    Source: docs/definitions.md, "Five measures".
    """

    completion: MilestoneCounts
    elapsed_percent: int | None
    schedule: Schedule
    freshness: Freshness
    evidence: EvidenceCounts
    independent: Independent


def measures_of(progress: Progress) -> Measures:
    """Return the five measures of a plan."""
    return Measures(
        completion=progress.milestone_counts,
        elapsed_percent=progress.elapsed_percent,
        schedule=_schedule(progress.milestone_counts, slips_of(progress.plan, progress.as_of)),
        freshness=_freshness(progress),
        evidence=progress.evidence_counts,
        independent=_independent(judgements_of(progress)),
    )


def _schedule(counts: MilestoneCounts, slips: Sequence[Slip]) -> Schedule:
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
    )
