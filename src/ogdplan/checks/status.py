"""Whether status, dates, percentages and reports of commitments and milestones go together."""

from collections.abc import Iterator, Sequence

from ogdplan.checks.context import Context
from ogdplan.findings import Problem
from ogdplan.model.vocabularies import Status
from ogdplan.model.work import Commitment, Milestone, Update
from ogdplan.progress.milestones import MilestoneProgress
from ogdplan.progress.timeline import facts_of, state_at

_Work = Milestone | Commitment

# States in which a milestone cannot be said to be unfinished.
_NOT_PENDING = frozenset({Status.COMPLETED, Status.WITHDRAWN, Status.UNCLEAR})


def check(context: Context) -> Iterator[Problem]:
    """Yield what contradicts itself, and what is completed without a date or out of turn."""
    for each in context.progress.milestones:
        if each.state.undated:
            yield _undated(context, each.milestone)
        yield from _contradictions(context, each.milestone, each.updates)
        yield from _out_of_turn(context, each)
    for commitment in context.plan.commitments:
        yield from _of_commitment(context, commitment)
    for update in context.plan.updates:
        if gap := _gap(update.progress, update.status):
            yield context.problem("progress-contradicts-status", update, "progress", gap)


def _of_commitment(context: Context, commitment: Commitment) -> Iterator[Problem]:
    updates = context.updates.get(commitment.id, ())
    if state_at(commitment, updates, context.as_of).undated:
        yield _undated(context, commitment)
    yield from _contradictions(context, commitment, updates)


def _undated(context: Context, work: _Work) -> Problem:
    message = "completed, and no date says when"
    return context.problem("completed-without-date", work, "status", message)


def _contradictions(context: Context, work: _Work, updates: Sequence[Update]) -> Iterator[Problem]:
    """Yield where the stated status or percentage and the dated facts do not go together.

    Both speak from the last fact on. While that lies ahead of the day asked for they say
    nothing of that day, and when it lies ahead of today date-in-future has the finding.
    """
    if work.status is None and work.progress is None:
        return
    facts = facts_of(work, updates)
    if facts and facts[-1].day > context.as_of:
        return
    last = facts[-1] if facts else None
    if last and last.record != work.id and work.status not in (None, last.status):
        message = (
            f'the status is {work.status}, and "{last.record}" of {last.day} says {last.status}'
        )
        # A date of its own would stand against the status that the report says.
        is_dated = work.completed or work.withdrawn
        change = "remove `status`" if is_dated else f"set `status` to {last.status}"
        help_text = f"{change}, or add a report that says {work.status}"
        yield context.problem("status-behind-update", work, "status", message, help_text=help_text)
    status = work.status or (last.status if last else _unstated(work))
    if gap := _gap(work.progress, status):
        yield context.problem("progress-contradicts-status", work, "progress", gap)


def _unstated(work: _Work) -> Status | None:
    """Return how work stands of which nothing is said; a commitment stands as its milestones."""
    return Status.NOT_STARTED if isinstance(work, Milestone) else None


def _gap(progress: int | None, status: Status | None) -> str | None:
    """Return in words how the percentage contradicts the status, None when it does not."""
    if progress is None:
        return None
    is_contradiction = (status is Status.COMPLETED and progress < 100) or (
        status is Status.NOT_STARTED and progress > 0
    )
    return f"progress is {progress}, and the status {status}" if is_contradiction else None


def _out_of_turn(context: Context, each: MilestoneProgress) -> Iterator[Problem]:
    """Yield a problem for each dependency that was surely not completed when the milestone was."""
    if not each.is_completed:
        return
    milestone = each.milestone
    field = "completed" if milestone.completed else "status"
    done = f"completed {milestone.completed}" if milestone.completed else "completed"
    for dependency in map(context.progress.milestone, milestone.depends_on):
        if dependency and (later := _later(context, milestone, dependency)):
            message = f'{done}, and "{dependency.milestone.id}", on which it depends, {later}'
            yield context.problem("completed-before-dependency", milestone, field, message)


def _later(context: Context, milestone: Milestone, dependency: MilestoneProgress) -> str | None:
    """Return in words that the dependency came later, None when that is not certain."""
    on = dependency.milestone.completed
    if on:
        latest = (
            min(context.as_of, milestone.completed.last) if milestone.completed else context.as_of
        )
        return f"only {on}" if latest < on.first else None
    return None if dependency.status in _NOT_PENDING else f"is {dependency.status}"
