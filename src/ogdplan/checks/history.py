"""The rules of history: what changed since an earlier version of a plan without a word about it."""

from collections.abc import Iterator
from itertools import chain

from ogdplan.checks.context import Context, Past
from ogdplan.checks.removal import removed
from ogdplan.checks.reopening import reopened
from ogdplan.checks.rewriting import rewritten
from ogdplan.checks.versions import Versions, versions_of
from ogdplan.findings import Problem
from ogdplan.model.vocabularies import Stage
from ogdplan.model.when import When
from ogdplan.model.work import Milestone

_NOT_YET_PROMISED = frozenset({Stage.DRAFT, Stage.CONSULTATION})
"""Stages in which a deadline is only proposed."""


def check(context: Context, past: Past) -> Iterator[Problem]:
    """Yield what changed since `past` and is told by no report; also what was told, and is gone."""
    versions = versions_of(context, past)
    return chain(_moved(versions), reopened(versions), rewritten(versions), removed(versions))


def _moved(versions: Versions) -> Iterator[Problem]:
    if versions.before.plan.header.stage in _NOT_YET_PROMISED:
        return
    for old in versions.before.plan.milestones:
        new = versions.now(old)
        if new is None or old.due is None or (new.due and new.due.last == old.due.last):
            continue
        if new.due is None:
            yield from _dropped(versions, old, new)
        elif untold := _untold(versions, old.due, new, new.due):
            message = f"due was {old.due} and is {new.due}, and no report records {untold}"
            yield versions.after.problem("due-moved-silently", new, "due", message)


def _dropped(versions: Versions, old: Milestone, new: Milestone) -> Iterator[Problem]:
    """Yield a deadline that was taken away; there is no form for that, so any report will do."""
    if not versions.new_reports_about(new):
        message = f"due was {old.due} and is gone, and no report says why"
        yield versions.after.lacking("due-moved-silently", new, "due", message)


def _untold(versions: Versions, old: When, record: Milestone, new: When) -> str | None:
    """Return what new reports do not tell of the way from the old deadline to the new one.

    Whether those between them join up, deadline-chain-broken looks at.
    """
    reports = versions.new_reports_about(record)
    moves = [(each.due_from, each.due_to) for each in reports if each.due_from and each.due_to]
    if not moves:
        return "this move"
    gaps = []
    if all(start.last != old.last for start, _ in moves):
        gaps.append(f"from {old} to {moves[0][0]}")
    if all(end.last != new.last for _, end in moves):
        gaps.append(f"from {moves[-1][1]} to {new}")
    return f"the move {' and '.join(gaps)}" if gaps else None
