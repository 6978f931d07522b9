"""The rules of the group schedule: deadlines, releases and reports of plans that are in force."""

from collections.abc import Iterator

from ogdplan.checks import overdue
from ogdplan.checks.context import Context
from ogdplan.checks.phrases import counted
from ogdplan.checks.plan_period import PlanPeriod, period_of
from ogdplan.findings import Problem
from ogdplan.model.vocabularies import Origin, Stage, Timing
from ogdplan.model.when import When
from ogdplan.model.work import Commitment
from ogdplan.progress.openness import is_late


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of the group schedule; none of a plan that is not adopted yet."""
    if context.plan.header.stage not in (Stage.ADOPTED, Stage.CLOSED):
        return
    period = period_of(context.plan.header)
    yield from overdue.check(context, period)
    yield from _overdue_releases(context, period)
    yield from _missing_due(context)
    yield from _due_outside(context, period)
    yield from _commitments_outside(context, period)
    yield from _stale(context)


def _overdue_releases(context: Context, period: PlanPeriod) -> Iterator[Problem]:
    for dataset in context.plan.datasets:
        planned = dataset.planned
        if planned is None or not is_late(dataset, context.as_of) or period.is_far(planned):
            continue
        days = counted((context.as_of - planned.last).days, "day")
        message = f"planned {planned}, {days} ago, and not released"
        yield context.problem("release-overdue", dataset, "planned", message)


def _missing_due(context: Context) -> Iterator[Problem]:
    for each in context.progress.milestones:
        milestone = each.milestone
        is_finished = each.is_completed or not each.is_active
        if milestone.due or is_finished or milestone.timing is not Timing.FIXED:
            continue
        help_text = None
        if milestone.due_text:
            help_text = f'set `due` to the date that "{milestone.due_text}" means'
        if "timing" in milestone.model_fields_set:
            message = "the timing is fixed, and there is no deadline"
            yield context.problem("missing-due", milestone, "timing", message, help_text=help_text)
        else:
            yield context.lacking(
                "missing-due", milestone, "due", "it has no deadline", help_text=help_text
            )


def _due_outside(context: Context, period: PlanPeriod) -> Iterator[Problem]:
    for each in context.progress.milestones:
        due = each.milestone.due
        side = _near_side(due, period)
        if side and each.is_active:
            yield context.problem("due-outside-plan", each.milestone, "due", f"due {due} is {side}")


def _commitments_outside(context: Context, period: PlanPeriod) -> Iterator[Problem]:
    for commitment in context.plan.commitments:
        for field, when, side in _dates_outside(commitment, period):
            message = f"{field} {when} is {side}"
            yield context.problem("commitment-outside-plan", commitment, field, message)


def _dates_outside(commitment: Commitment, period: PlanPeriod) -> Iterator[tuple[str, When, str]]:
    """Yield the field, the date and the side on which it lies outside the plan's period.

    Where both lie on one side only the end, since that is one mistake. What is carried
    forward from an earlier plan may begin before this one.
    """
    start, end = commitment.start, commitment.end
    is_carried = commitment.origin is Origin.CARRIED_FORWARD or commitment.carried_from is not None
    end_side = _near_side(end, period)
    if end and end_side:
        yield "end", end, end_side
    if start is None or (is_carried and period.is_before(start)):
        return
    start_side = _near_side(start, period)
    if start_side and start_side != end_side:
        yield "start", start, start_side


def _near_side(when: When | None, period: PlanPeriod) -> str | None:
    """Return on which side `when` lies; None when within, or so far that it is a slip."""
    return None if when is None or period.is_far(when) else period.side(when)


def _stale(context: Context) -> Iterator[Problem]:
    if not context.progress.stale:
        return
    header = context.plan.header
    message = _last_heard(context)
    if header.reporting:
        message = f"reporting is {header.reporting}, and {message}"
        yield context.problem("stale-plan", header, "reporting", message)
    else:
        yield context.of_plan("stale-plan", message)


def _last_heard(context: Context) -> str:
    day, start = context.progress.last_report, context.plan.header.start
    if day:
        return f"the last report is of {day}, {counted((context.as_of - day).days, 'day')} ago"
    return f"nothing has been reported since the start {start}" if start else "nothing is reported"
