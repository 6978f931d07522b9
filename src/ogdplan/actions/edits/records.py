"""Adding, changing and removing records of any kind."""

from collections.abc import Iterator, Mapping, Sequence

from ogdplan.actions.edits.corrections import (
    corrected_deadline,
    reopened_challenge,
    rewritten_report,
)
from ogdplan.actions.edits.given import Given, in_order, new_fields
from ogdplan.actions.edits.ids import chosen, id_for
from ogdplan.actions.edits.lists import elements
from ogdplan.actions.edits.notes import Note
from ogdplan.actions.edits.subject import Edit, Subject, Target, joined
from ogdplan.errors import UsageError
from ogdplan.model.kinds import FieldSpec, Kind, fields_of
from ogdplan.model.plan import Header
from ogdplan.planfile.operations import AddRecord, SetFields, Value

_NEXT = {
    "commitment": 'ogdplan milestone add {plan} "…" --commitment {id} --due DATE',
    "milestone": "ogdplan milestone report {plan} {id} --text …",
    "challenge": 'ogdplan next-step add {plan} "…" --addresses {id}',
    "indicator": "ogdplan measurement add {plan} {id} NUMBER",
}
"""The command that is often wanted after a record of a kind is added."""


def add(subject: Subject, kind: Kind, given: Given, *, record_id: str | None = None) -> Edit:
    """Add a record; its id is made from its heading unless one is chosen.

    Raises UsageError when a field that every record of the kind has is missing.
    """
    new = new_fields(subject, kind.model, {}, given)
    fields = {name: value for name, value in new.items() if value is not None}
    _refuse_missing(kind, fields)
    new_id = (
        chosen(record_id, subject.ids)
        if record_id is not None
        else id_for(kind, fields, subject.ids)
    )
    record = in_order(kind.model, {"id": new_id, **fields})
    hint = _NEXT.get(kind.name, "").format(plan=subject.plan_id, id=new_id) or None
    return Edit((AddRecord(kind.table, record),), hint=hint)


def change(subject: Subject, kind: Kind, names: Sequence[str], given: Given) -> Edit:
    """Change fields of one record or several."""
    edits: list[Edit] = []
    for target in each_once(subject, kind, names):
        fields = new_fields(subject, kind.model, target.raw, given)
        edits += [
            Edit((SetFields(kind.table, target.index, fields),)),
            corrected_deadline(subject, target, fields),
            reopened_challenge(subject, target, fields),
            rewritten_report(target),
        ]
    return joined(edits)


def change_plan(subject: Subject, given: Given) -> Edit:
    """Change fields of `[plan]`."""
    fields = new_fields(subject, Header, subject.raw("plan", None), given)
    return Edit((SetFields("plan", None, fields),), tuple(_another_first(subject, fields)))


def _another_first(subject: Subject, fields: Mapping[str, Value | None]) -> Iterator[Note]:
    """Yield what another first language means for the texts of the plan."""
    languages = elements(fields["languages"]) if "languages" in fields else []
    if languages and languages[0] != subject.language:
        said = f"texts without a language were {subject.language}; they are {languages[0]} now"
        yield Note("", said)


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
        names = " and ".join(spec.option for spec in missing)
        choices = (
            f"{spec.option} is one of {', '.join(term.value for term in spec.vocabulary)}"
            for spec in missing
            if spec.vocabulary
        )
        hint = "; ".join(choices) or f"`ogdplan {kind.name} add --help` says what to give"
        raise UsageError(f"{names} must be given for each {kind.words}", hint=hint)
