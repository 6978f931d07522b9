"""Adding, changing and removing records of any kind."""

from collections.abc import Sequence

from ogdplan.actions.edits.given import Given, in_order, new_fields
from ogdplan.actions.edits.ids import chosen, id_for
from ogdplan.actions.edits.subject import Edit, Subject, Target
from ogdplan.errors import UsageError
from ogdplan.model.kinds import FieldSpec, Kind, fields_of
from ogdplan.model.plan import Header
from ogdplan.planfile.operations import AddRecord, SetFields, Value

_NEXT = {
    "commitment": 'ogdplan milestone add {plan} "…" --commitment {id} --due DATE',
    "milestone": "ogdplan milestone report {plan} {id} --text …",
    "challenge": 'ogdplan next-step add {plan} "…" --addresses {id}',
    "indicator": "ogdplan measurement add {plan} {id} 42",
}
"""The command that is often wanted after a record of a kind is added."""


def add(subject: Subject, kind: Kind, given: Given, *, record_id: str | None = None) -> Edit:
    """Add a record; its id is made from its heading unless one is chosen.

    Raises UsageError when a field that every record of the kind has is missing.
    """
    new = new_fields(subject, kind.model, {}, given)
    fields = {name: value for name, value in new.items() if value is not None}
    _refuse_missing(kind, fields)
    new_id = chosen(record_id, subject.ids) if record_id else id_for(kind, fields, subject.ids)
    record = in_order(kind.model, {"id": new_id, **fields})
    hint = _NEXT.get(kind.name, "").format(plan=subject.plan_id, id=new_id) or None
    return Edit((AddRecord(kind.table, record),), hint=hint)


def change(subject: Subject, kind: Kind, names: Sequence[str], given: Given) -> Edit:
    """Change fields of one record or several."""
    targets = each_once(subject, kind, names)
    operations = [
        SetFields(kind.table, each.index, new_fields(subject, kind.model, each.raw, given))
        for each in targets
    ]
    return Edit(tuple(operations), notes=tuple(_warnings(subject, kind, targets, given)))


def change_plan(subject: Subject, given: Given) -> Edit:
    """Change fields of `[plan]`."""
    fields = new_fields(subject, Header, subject.raw("plan", None), given)
    return Edit((SetFields("plan", None, fields),))


def each_once(subject: Subject, kind: Kind, names: Sequence[str]) -> list[Target]:
    """Return the records that are named, in the order of the names, each once."""
    found = {target.id: target for target in (subject.find(name, kind) for name in names)}
    return list(found.values())


def required(kind: Kind) -> tuple[FieldSpec, ...]:
    """Return the fields that every record of a kind has, its id aside."""
    return tuple(spec for spec in fields_of(kind.model) if spec.required and spec.name != "id")


def _refuse_missing(kind: Kind, fields: dict[str, Value]) -> None:
    missing = [spec for spec in required(kind) if spec.name not in fields]
    if missing:
        names = " and ".join(option(spec.name) for spec in missing)
        choices = (
            f"{option(spec.name)} is one of {', '.join(term.value for term in spec.vocabulary)}"
            for spec in missing
            if spec.vocabulary
        )
        hint = "; ".join(choices) or f"`ogdplan {kind.name} add --help` says what to give"
        raise UsageError(f"{names} must be given for each {kind.words}", hint=hint)


def option(name: str) -> str:
    """Return how a field is given on the command line."""
    return f"--{name.replace('_', '-')}"


def _warnings(subject: Subject, kind: Kind, targets: Sequence[Target], given: Given) -> list[str]:
    """Return what a change by hand does not do, where a verb would."""
    if kind.name == "milestone" and "due" in given.values:
        new = given.values["due"]
        moved = [each for each in targets if each.raw.get("due", new) != new]
        if moved:
            command = f"ogdplan milestone reschedule {subject.plan_id} {moved[0].id}"
            how = f"to record that it moved, and why: {command} --due … --reason …"
            return [f"the deadline is corrected without a trace; {how}"]
    if kind.name == "update":
        return ["a report that was made is changed; reviewers will see it"]
    return []
