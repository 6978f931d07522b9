"""Whether what had come to an end, and is open again, has a report that says so."""

import re
from collections.abc import Iterator

from ogdplan.checks.versions import Versions
from ogdplan.compare.sides import one_line
from ogdplan.findings import Problem
from ogdplan.model.knowledge import Challenge, NextStep
from ogdplan.model.terms import Term
from ogdplan.model.vocabularies import ChallengeStatus, NextStepStatus, Status
from ogdplan.model.work import Commitment, Milestone
from ogdplan.progress.plan import Progress

_Work = Milestone | Commitment
_Step = Challenge | NextStep

_ENDED = frozenset({Status.COMPLETED, Status.WITHDRAWN})
_HELD_UP = frozenset({ChallengeStatus.OPEN, ChallengeStatus.MITIGATING})
_UNDER_WAY = frozenset({NextStepStatus.OPEN, NextStepStatus.IN_PROGRESS})


def reopened(versions: Versions) -> Iterator[Problem]:
    """Yield what was completed, withdrawn, resolved or done, and on the day is open again.

    A new report about a milestone or commitment speaks for it with its status. About a challenge
    or next step there are no reports; one that names it in its text speaks for it. What the
    record itself says now, its note too, speaks for nothing: that is what was changed.
    """
    now = {work.id: status for work, status in _standing(versions.after.progress, derived=True)}
    for old, was in _standing(versions.before.progress, derived=False):
        new = versions.now(old)
        if new and was in _ENDED and now[new.id] not in _ENDED and not _is_reported(versions, new):
            yield _problem(versions, new, was, now[new.id], on=getattr(old, was.value))
    for step, old_step, before, after in _steps(versions):
        if not _is_named(versions, step):
            yield _problem(versions, step, before, after, on=getattr(old_step, "resolved", None))


def _standing(progress: Progress, *, derived: bool) -> Iterator[tuple[_Work, Status]]:
    """Yield how the work stands; without `derived`, what says so itself.

    Other commitments stand as their milestones do, so that a further one opens them: no secret.
    """
    for milestone in progress.milestones:
        yield milestone.milestone, milestone.status
    for commitment in progress.commitments:
        if commitment.reported or derived:
            yield commitment.commitment, commitment.status


def _steps(versions: Versions) -> Iterator[tuple[_Step, _Step, Term, Term]]:
    """Yield the challenges and next steps that are open again, now and then, and how they stood."""
    after = versions.after.progress
    for was in versions.before.progress.challenges:
        challenge = versions.now(was.challenge)
        if challenge and was.status is ChallengeStatus.RESOLVED:
            status = after.challenge(challenge.id).status
            if status in _HELD_UP:
                yield challenge, was.challenge, was.status, status
    for old in versions.before.plan.next_steps:
        step = versions.now(old)
        if step and old.status is NextStepStatus.DONE and step.status in _UNDER_WAY:
            yield step, old, old.status, step.status


def _is_reported(versions: Versions, work: _Work) -> bool:
    statuses = {report.status for report in versions.new_reports_about(work)}
    return bool(statuses - {None, *_ENDED})


def _is_named(versions: Versions, step: _Step) -> bool:
    """Return whether a new report names it, by its id or by its title in any language."""
    names = {step.id, *(one_line(words) for _, words in step.title.versions)}
    pattern = "|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in names)
    texts = (words for report in versions.new_reports for _, words in report.text.versions)
    return any(re.search(pattern, one_line(words), re.IGNORECASE) for words in texts)


def _problem(
    versions: Versions, record: _Work | _Step, was: Term, now: Term, *, on: object
) -> Problem:
    """Return the problem at the stated status, at the header where none is stated."""
    when = f" ({on})" if on else ""
    message = f"it was {was}{when} and is {now}, and no report says why"
    is_stated = "status" in record.model_fields_set
    locate = versions.after.problem if is_stated else versions.after.lacking
    return locate("reopened-silently", record, "status", message)
