"""The rules of the group record: what a plan says of its own work, and whether that can stand."""

from collections.abc import Iterator
from itertools import chain

from ogdplan.checks import evidence, far_dates, personal, sdgs, status
from ogdplan.checks.context import Context
from ogdplan.findings import Problem
from ogdplan.model.vocabularies import Level


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of the group record."""
    return chain(
        _missing_lead(context),
        _unmitigated(context),
        status.check(context),
        evidence.check(context),
        far_dates.check(context),
        personal.check(context),
        sdgs.check(context),
    )


def _missing_lead(context: Context) -> Iterator[Problem]:
    for each in context.progress.milestones:
        if each.lead is None and each.is_active and not each.is_completed:
            of = each.milestone.commitment
            message = f'neither it nor its commitment "{of}" has a lead' if of else "it has no lead"
            yield context.lacking("missing-lead", each.milestone, "lead", message)


def _unmitigated(context: Context) -> Iterator[Problem]:
    for each in context.progress.challenges:
        challenge = each.challenge
        if challenge.severity is Level.HIGH and each.unmitigated:
            message = "the severity is high, and no milestone or next step works against it"
            if challenge.mitigations:
                message = "the severity is high, and all that worked against it was given up"
            yield context.problem("challenge-unmitigated", challenge, "severity", message)
