"""Whether what is said to be completed is shown to be."""

from collections.abc import Iterator

from ogdplan.checks.context import Context
from ogdplan.findings import Problem
from ogdplan.model.vocabularies import Status
from ogdplan.progress.milestones import Evidence, MilestoneProgress


def check(context: Context) -> Iterator[Problem]:
    """Yield the completed milestones without evidence, or without any that is public."""
    for each in context.progress.milestones:
        if not each.is_completed:
            continue
        match each.evidence:
            case Evidence.NONE:
                message = "completed, and nothing is named that shows it"
                yield _unshown(context, "completed-without-evidence", each, message)
            case Evidence.PRIVATE:
                yield _not_public(context, each)
            case Evidence.PUBLIC:
                pass


def _not_public(context: Context, each: MilestoneProgress) -> Problem:
    named = list(each.milestone.evidence)
    for update in each.updates:
        named.extend(update.evidence)
    message = "completed, and the evidence is no web address"
    if len(named) > 1:
        message = f"completed, and none of {len(named)} pieces of evidence is a web address"
    help_text = None
    if any("://" in words or "www." in words for words in named):
        help_text = "write the web address as an entry of its own, beginning with https://"
    if not each.milestone.evidence:
        return _unshown(context, "evidence-not-public", each, message, help_text=help_text)
    return context.problem(
        "evidence-not-public", each.milestone, "evidence", message, help_text=help_text
    )


def _unshown(
    context: Context,
    slug: str,
    each: MilestoneProgress,
    message: str,
    *,
    help_text: str | None = None,
) -> Problem:
    """Return the problem at what makes evidence necessary, at the header when a report does."""
    milestone = each.milestone
    if milestone.completed and milestone.completed.last <= context.as_of:
        return context.problem(slug, milestone, "completed", message, help_text=help_text)
    if milestone.status is Status.COMPLETED:
        return context.problem(slug, milestone, "status", message, help_text=help_text)
    return context.lacking(slug, milestone, "evidence", message, help_text=help_text)
