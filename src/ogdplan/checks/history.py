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
        elif not _is_recorded(versions, old, new):
            message = f"due was {old.due} and is {new.due}, and no report records this move"
            yield versions.after.problem("due-moved-silently", new, "due", message)


def _dropped(versions: Versions, old: Milestone, new: Milestone) -> Iterator[Problem]:
    """Yield a deadline that was taken away; there is no form for that, so any report will do."""
    if not versions.new_reports_about(new):
        message = f"due was {old.due} and is gone, and no report says why"
        yield versions.after.lacking("due-moved-silently", new, "due", message)


def _is_recorded(versions: Versions, old: Milestone, new: Milestone) -> bool:
    """Return whether new reports lead from the old deadline to the new one.

    Whether those between them join up, deadline-chain-broken looks at.
    """
    reports = versions.new_reports_about(new)
    ends = ((old.due, "due_from"), (new.due, "due_to"))
    return all(
        any((when := getattr(report, name)) and due and when.last == due.last for report in reports)
        for due, name in ends
    )
