"""What happens to challenges and next steps: overcome, done, made a milestone of."""

from collections.abc import Mapping, Sequence

from ogdplan.actions.edits.given import Given, in_order, new_fields, with_text
from ogdplan.actions.edits.ids import chosen, id_for
from ogdplan.actions.edits.milestones import MILESTONE
from ogdplan.actions.edits.records import each_once
from ogdplan.actions.edits.subject import Edit, Subject, Target
from ogdplan.errors import UsageError
from ogdplan.model.kinds import kind_named
from ogdplan.model.vocabularies import ChallengeStatus, NextStepStatus
from ogdplan.planfile.operations import AddRecord, SetFields, Value

CHALLENGE = kind_named("challenge")
NEXT_STEP = kind_named("next-step")

_INHERITED = ("title", "lead", "due")
"""What a milestone takes over from the next step that it is made of."""


def resolve(
    subject: Subject,
    names: Sequence[str],
    *,
    on: Value,
    resolution: str | None = None,
    language: str | None = None,
) -> Edit:
    """Note that challenges are overcome, and how."""
    operations = []
    for target in each_once(subject, CHALLENGE, names):
        if target.raw.get("status") == ChallengeStatus.RESOLVED or "resolved" in target.raw:
            raise _already(subject, target, "resolved")
        fields: dict[str, Value] = {"status": ChallengeStatus.RESOLVED.value, "resolved": on}
        if resolution:
            old = target.raw.get("resolution")
            fields["resolution"] = with_text(old, resolution, language, subject)
        operations.append(SetFields(CHALLENGE.table, target.index, fields))
    hint = None if resolution else f'ogdplan lesson add {subject.plan_id} "What we learned" …'
    return Edit(tuple(operations), hint=hint)


def finish(subject: Subject, names: Sequence[str]) -> Edit:
    """Note that next steps are done."""
    operations = []
    for target in each_once(subject, NEXT_STEP, names):
        if target.raw.get("status") == NextStepStatus.DONE:
            raise _already(subject, target, "done")
        fields = {"status": NextStepStatus.DONE.value}
        operations.append(SetFields(NEXT_STEP.table, target.index, fields))
    return Edit(tuple(operations))


def promote(subject: Subject, name: str, given: Given, *, record_id: str | None = None) -> Edit:
    """Make a milestone of a next step, which then names it.

    The milestone takes over title, lead and deadline where nothing else is given; an open step
    is in progress from then on.
    """
    target = subject.find(name, NEXT_STEP)
    if milestone := target.raw.get("promoted_to"):
        hint = f"ogdplan milestone show {subject.plan_id} {milestone}"
        raise UsageError(f"{target.id} has become a milestone already: {milestone}", hint=hint)
    status = target.raw.get("status", NextStepStatus.OPEN)
    if status in (NextStepStatus.DONE, NextStepStatus.DROPPED):
        raise _already(subject, target, str(status))
    fields = _inherited(target.raw, new_fields(subject, MILESTONE.model, {}, given))
    new_id = (
        chosen(record_id, subject.ids)
        if record_id is not None
        else id_for(MILESTONE, fields, subject.ids)
    )
    links: dict[str, Value] = {"promoted_to": new_id}
    if status == NextStepStatus.OPEN:
        links["status"] = NextStepStatus.IN_PROGRESS.value
    milestone = in_order(MILESTONE.model, {"id": new_id, **fields})
    operations = (
        AddRecord(MILESTONE.table, milestone),
        SetFields(NEXT_STEP.table, target.index, links),
    )
    further = {"commitment": "--commitment ID", "expected_output": "--expected-output …"}
    missing = " ".join(each for name, each in further.items() if name not in fields)
    command = f"ogdplan milestone set {subject.plan_id} {new_id} {missing}"
    return Edit(operations, hint=command if missing else None)


def _inherited(step: Mapping[str, Value], fields: Mapping[str, Value | None]) -> dict[str, Value]:
    taken = {name: step[name] for name in _INHERITED if name in step}
    return taken | {name: value for name, value in fields.items() if value is not None}


def _already(subject: Subject, target: Target, what: str) -> UsageError:
    name = target.kind.name
    hint = f"ogdplan {name} show {subject.plan_id} {target.id}"
    return UsageError(f"{target.id} is {what} already", hint=hint)
