"""What happens to milestones: begun, done, given up, moved."""

from collections.abc import Callable, Sequence
from datetime import date

from ogdplan.actions.edits.given import with_text
from ogdplan.actions.edits.ids import id_for, numbered
from ogdplan.actions.edits.lists import elements, once
from ogdplan.actions.edits.notes import Note
from ogdplan.actions.edits.records import each_once
from ogdplan.actions.edits.subject import Edit, Subject, Target, joined
from ogdplan.errors import UsageError
from ogdplan.model.kinds import kind_named
from ogdplan.model.values import is_url
from ogdplan.model.vocabularies import Status
from ogdplan.model.when import on_day, parse_when
from ogdplan.model.work import Milestone
from ogdplan.planfile.operations import AddRecord, Operation, SetFields, Value
from ogdplan.progress.timeline import facts_of, state_at

MILESTONE = kind_named("milestone")
UPDATE = kind_named("update")


def start(subject: Subject, names: Sequence[str], *, on: Value) -> Edit:
    """Note when work on milestones began; a stated status "not started" moves along."""

    def begin(target: Target) -> Edit:
        _refuse_ended(subject, target)
        if "started" in target.raw:
            raise _already(subject, target, "started")
        fields: dict[str, Value] = {"started": on}
        notes: tuple[Note, ...] = ()
        if target.raw.get("status") == Status.NOT_STARTED:
            fields, notes = _with_status(target, fields, Status.IN_PROGRESS)
        return Edit((_set(target, fields),), notes)

    return _each(subject, names, begin, hint="report {plan} {id} --text …")


def complete(
    subject: Subject, names: Sequence[str], *, on: Value, evidence: Sequence[str] = ()
) -> Edit:
    """Note that milestones are done, and what shows it.

    A stated status becomes "completed", a stated progress 100.
    """

    def finish(target: Target) -> Edit:
        _refuse_withdrawn(subject, target)
        if "completed" in target.raw:
            raise _already(subject, target, "completed")
        _refuse_overtaken(subject, target, on)
        fields: dict[str, Value] = {"completed": on}
        notes: tuple[Note, ...] = ()
        if "status" in target.raw:
            fields, notes = _with_status(target, fields, Status.COMPLETED)
        if target.raw.get("progress", 100) != 100:
            fields["progress"] = 100
            notes += (moved_along(target, "progress", 100),)
        if evidence:
            fields["evidence"] = _with_evidence(target, evidence)
        return Edit((_set(target, fields),), notes)

    is_shown = any(map(is_url, evidence))
    hint = None if is_shown else "set {plan} {id} --add-evidence https://…"
    return _each(subject, names, finish, hint=hint)


def withdraw(
    subject: Subject,
    names: Sequence[str],
    *,
    on: Value,
    reason: str | None = None,
    language: str | None = None,
) -> Edit:
    """Note that milestones are given up; the reason becomes a report of that day."""
    taken = set(subject.ids)

    def give_up(target: Target) -> Edit:
        if "withdrawn" in target.raw:
            raise _already(subject, target, "withdrawn")
        if _status(subject, target) is Status.COMPLETED:
            raise _already(subject, target, "completed")
        _refuse_overtaken(subject, target, on)
        fields: dict[str, Value] = {"withdrawn": on}
        notes: tuple[Note, ...] = ()
        if "status" in target.raw:
            fields, notes = _with_status(target, fields, Status.WITHDRAWN)
        operations: list[Operation] = [_set(target, fields)]
        if reason:
            text = with_text(None, reason, language, subject)
            update = {
                "about": target.reference,
                "on": on,
                "status": Status.WITHDRAWN.value,
                "text": text,
            }
            record_id = id_for(UPDATE, update, taken)
            taken.add(record_id)
            operations.append(AddRecord(UPDATE.table, {"id": record_id, **update}))
        return Edit(tuple(operations), notes)

    return _each(subject, names, give_up)


def reschedule(
    subject: Subject,
    names: Sequence[str],
    *,
    due: Value,
    reason: str,
    on: Value,
    language: str | None = None,
) -> Edit:
    """Move the deadline of milestones, with a report that says from when, to when and why.

    Source: docs/definitions.md, "Slip and delay".
    """
    taken = set(subject.ids)

    def move(target: Target) -> Edit:
        _refuse_ended(subject, target)
        old = target.raw.get("due")
        if old is None:
            hint = f"give it one: ogdplan milestone set {subject.plan_id} {target.id} --due {due}"
            raise UsageError(f"{target.id} has no deadline to move", hint=hint)
        if old == due:
            raise UsageError(f"{target.id} is due {old} already", hint="give another date")
        moves = sum(update.due_to is not None for update in subject.updates_about(target))
        record_id = numbered(f"{target.id}-move", moves + 1, taken)
        taken.add(record_id)
        update: dict[str, Value] = {
            "id": record_id,
            "about": target.reference,
            "on": on,
            "text": with_text(None, reason, language, subject),
            "due_from": old,
            "due_to": due,
        }
        operations = (_set(target, {"due": due}), AddRecord(UPDATE.table, update))
        words = target.raw.get("due_text")
        note = Note(target.id, f'the plan\'s own words for the deadline stay: "{words}"')
        return Edit(operations, (note,) if words else ())

    return _each(subject, names, move)


def _each(
    subject: Subject,
    names: Sequence[str],
    decide: Callable[[Target], Edit],
    *,
    hint: str | None = None,
) -> Edit:
    """Return what is decided about each milestone as one edit.

    `hint` is a command on milestones for the first of them.
    """
    targets = each_once(subject, MILESTONE, names)
    edits = [decide(target) for target in targets]
    command = hint.format(plan=subject.plan_id, id=targets[0].id) if hint else None
    return joined(edits, hint=f"ogdplan milestone {command}" if command else None)


def _set(target: Target, fields: dict[str, Value]) -> SetFields:
    return SetFields(MILESTONE.table, target.index, fields)


def _with_status(
    target: Target, fields: dict[str, Value], status: Status
) -> tuple[dict[str, Value], tuple[Note, ...]]:
    """Return the fields with the stated status moved along, and what is said of that."""
    old = target.raw.get("status")
    if old == status:
        return fields, ()
    return {**fields, "status": status.value}, (moved_along(target, "status", status),)


def moved_along(target: Target, name: str, new: Value) -> Note:
    """Return what is said when a stated status or progress follows what happened."""
    old, now = (_label(value) for value in (target.raw.get(name), new))
    return Note(target.id, f"the stated {name} moves along, from {old} to {now}")


def _label(value: object) -> str:
    return next((each.label for each in Status if each == value), str(value))


def _with_evidence(target: Target, evidence: Sequence[str]) -> list[Value]:
    return once([*elements(target.raw.get("evidence")), *evidence])


def _refuse_ended(subject: Subject, target: Target) -> None:
    _refuse_withdrawn(subject, target)
    if _status(subject, target) is Status.COMPLETED:
        raise _already(subject, target, "completed")


def _refuse_withdrawn(subject: Subject, target: Target) -> None:
    if _status(subject, target) is Status.WITHDRAWN:
        raise _already(subject, target, "withdrawn")


def _refuse_overtaken(subject: Subject, target: Target, on: Value) -> None:
    """Refuse a day after which a report says otherwise: it would not count."""
    day = parse_when(on).last
    later = [
        fact
        for fact in facts_of(milestone_of(target), subject.updates_about(target))
        if fact.day > day and fact.record != target.id
    ]
    if later:
        says = f"the report {later[-1].record} of {on_day(later[-1].day).words}"
        hint = f"give a later day with --on, or correct it: ogdplan update set {subject.plan_id} …"
        status = later[-1].status.label
        raise UsageError(f"{target.id}: {says} says {status}, and is later", hint=hint)


def milestone_of(target: Target) -> Milestone:
    """Return the milestone that was looked for."""
    assert isinstance(target.record, Milestone)  # noqa: S101 - it was looked for among them
    return target.record


def status_at(subject: Subject, target: Target, day: date) -> Status:
    """Return how a milestone stands at the end of a day."""
    return state_at(milestone_of(target), subject.updates_about(target), day).status


def _status(subject: Subject, target: Target) -> Status:
    """Return how a milestone stands after all that the file says of it."""
    return status_at(subject, target, date.max)


def _already(subject: Subject, target: Target, field: str) -> UsageError:
    """Return the refusal for a milestone that is so already, or can no longer become so."""
    what = f"was {field} on {target.raw[field]}" if field in target.raw else f"is {field}"
    command = f"ogdplan milestone set {subject.plan_id} {target.id}"
    undo = field if field in target.raw else "status"
    hint = f"to correct that: {command} --{field} DATE, or --unset {undo}"
    return UsageError(f"{target.id} {what} already", hint=hint)
