"""Reports on milestones: updates, and what of the milestone they overtake."""

from collections.abc import Sequence
from dataclasses import dataclass

from ogdplan.actions.edits.given import with_text
from ogdplan.actions.edits.ids import id_for
from ogdplan.actions.edits.milestones import (
    MILESTONE,
    UPDATE,
    milestone_of,
    moved_along,
    status_at,
)
from ogdplan.actions.edits.notes import Note
from ogdplan.actions.edits.records import each_once
from ogdplan.actions.edits.subject import Edit, Subject, Target
from ogdplan.errors import UsageError
from ogdplan.model.kinds import kind_named
from ogdplan.model.vocabularies import Status
from ogdplan.model.when import parse_when
from ogdplan.planfile.operations import AddRecord, Operation, SetFields, Value
from ogdplan.progress.timeline import facts_of
from ogdplan.reference.languages import primary_language

INSTITUTION = kind_named("institution")

_NO_CHANGE = {
    "en": "No change since the last report.",
    "es": "Sin cambios desde el último informe.",
    "fr": "Aucun changement depuis le dernier rapport.",
    "pt": "Sem alterações desde o último relatório.",
}


@dataclass(frozen=True, slots=True)
class Report:
    """What is reported of a milestone; `no_change` stands for text and status."""

    on: Value
    text: str | None = None
    status: Status | None = None
    progress: int | None = None
    evidence: tuple[str, ...] = ()
    reported_by: str | None = None
    period: str | None = None
    no_change: bool = False
    language: str | None = None


def report(subject: Subject, names: Sequence[str], given: Report) -> Edit:
    """Append a report about each milestone; a stated status or progress it overtakes moves along.

    Raises UsageError when nothing is said, or no change and what changed.
    """
    if given.no_change and (given.status or given.progress is not None):
        advice = "leave out --no-change, or the status and progress"
        raise UsageError("a report of no change cannot say what changed", hint=advice)
    operations: list[Operation] = []
    notes: list[Note] = []
    taken = set(subject.ids)
    for target in each_once(subject, MILESTONE, names):
        update = _update(subject, target, given)
        record_id = id_for(UPDATE, update, taken)
        taken.add(record_id)
        operations.append(AddRecord(UPDATE.table, {"id": record_id, **update}))
        fields, said = overtaken(subject, target, update)
        notes += said
        if fields:
            operations.append(SetFields(MILESTONE.table, target.index, fields))
    is_done = given.status is Status.COMPLETED
    hint = f"ogdplan milestone complete {subject.plan_id} {names[0]}" if is_done else None
    return Edit(tuple(operations), tuple(notes), hint)


def _update(subject: Subject, target: Target, given: Report) -> dict[str, Value]:
    status = given.status
    if given.no_change:
        status = status_at(subject, target, parse_when(given.on).last)
    by = given.reported_by
    fields: dict[str, Value | None] = {
        "about": target.reference,
        "on": given.on,
        "period": given.period,
        "status": status.value if status else None,
        "progress": given.progress,
        "text": with_text(None, _text(subject, target, given), given.language, subject),
        "evidence": list(dict.fromkeys(given.evidence)) or None,
        "reported_by": subject.find(by, INSTITUTION).reference if by else None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _text(subject: Subject, target: Target, given: Report) -> str:
    if given.text:
        return given.text
    language = primary_language(given.language or subject.language)
    if given.no_change and language in _NO_CHANGE:
        return _NO_CHANGE[language]
    hint = "say it in a few words with --text" + ("" if given.no_change else ", or --no-change")
    raise UsageError(f"nothing is said about {target.id}", hint=hint)


def overtaken(
    subject: Subject, target: Target, update: dict[str, Value]
) -> tuple[dict[str, Value | None], list[Note]]:
    """Return what the report makes of the stated status and progress, and what is said of it.

    A report from before the last known fact overtakes nothing. Where a date of completion or
    withdrawal stands the status goes instead: it could not say otherwise than the date.
    """
    day = parse_when(update["on"]).last
    facts = facts_of(milestone_of(target), subject.updates_about(target))
    if any(fact.day > day for fact in facts):
        return {}, []
    fields: dict[str, Value | None] = {}
    notes: list[Note] = []
    for name in ("status", "progress"):
        old, new = target.raw.get(name), update.get(name)
        if old is None or new is None or old == new:
            continue
        if name == "status" and {"completed", "withdrawn"} & target.raw.keys():
            fields[name] = None
            said = "the stated status goes, the report says how it stands"
            notes.append(Note(target.id, said))
        else:
            fields[name] = new
            notes.append(moved_along(target, name, new))
    is_unfinished = update.get("status", Status.COMPLETED) != Status.COMPLETED
    if is_unfinished and "progress" not in update and target.raw.get("progress") == 100:
        fields["progress"] = None
        notes.append(Note(target.id, "the stated progress of 100 goes, the work is not done"))
    return fields, notes
