"""What a field that is corrected by hand takes along, and what is said of that."""

from collections.abc import Iterator, Mapping

from ogdplan.actions.edits.notes import Note
from ogdplan.actions.edits.subject import Edit, Subject, Target
from ogdplan.errors import UsageError
from ogdplan.model.knowledge import Challenge
from ogdplan.model.vocabularies import ChallengeStatus
from ogdplan.model.work import Milestone, Update
from ogdplan.planfile.operations import SetFields, Value


def corrected_deadline(
    subject: Subject, target: Target, fields: Mapping[str, Value | None]
) -> Edit:
    """Return what follows from another deadline of a milestone: the end of its last move.

    Raises UsageError when a deadline that has been moved is to be taken away.
    """
    old, new = target.raw.get("due"), fields.get("due", target.raw.get("due"))
    if not isinstance(target.record, Milestone) or old is None or old == new:
        return Edit(())
    moves = [each for each in subject.updates_about(target) if each.due_to is not None]
    if not moves:
        return Edit((), tuple(_trace(subject, target)))
    if new is None:
        hint = f"remove the reports first that moved it: {', '.join(each.id for each in moves)}"
        raise UsageError(f"the deadline of {target.id} has been moved", hint=hint)
    last = subject.target(moves[-1])
    operation = SetFields(last.kind.table, last.index, {"due_to": new})
    note = Note(last.id, "the report of the last move is corrected with the deadline")
    return Edit((operation,), (*_trace(subject, target), note))


def reopened_challenge(
    subject: Subject, target: Target, fields: Mapping[str, Value | None]
) -> Edit:
    """Refuse to state that a challenge is open while the day stands on which it was overcome."""
    is_open = fields.get("status", ChallengeStatus.RESOLVED) != ChallengeStatus.RESOLVED
    if isinstance(target.record, Challenge) and is_open and _stays(target, fields, "resolved"):
        command = f"ogdplan challenge set {subject.plan_id} {target.id}"
        hint = f"{command} --status {fields['status']} --unset resolved"
        raise UsageError(f"{target.id} was resolved on {target.raw['resolved']}", hint=hint)
    return Edit(())


def _stays(target: Target, fields: Mapping[str, Value | None], name: str) -> bool:
    return fields.get(name, target.raw.get(name)) is not None


def rewritten_report(target: Target) -> Edit:
    """Return what is said of a report that is changed after it was made."""
    note = Note(target.id, "a report that was made is changed", "reviewers will see it")
    return Edit((), (note,) if isinstance(target.record, Update) else ())


def _trace(subject: Subject, target: Target) -> Iterator[Note]:
    command = f"ogdplan milestone reschedule {subject.plan_id} {target.id}"
    how = f"to record that it moved, and why: {command} --due … --reason …"
    yield Note(target.id, "the deadline is corrected without a trace", how)
