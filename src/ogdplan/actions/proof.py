"""Proof that an edited text is what the edit intends, and no worse than what it was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ogdplan.actions.edits.subject import Edit
from ogdplan.actions.errors_found import errors_between
from ogdplan.checks.errors import errors_of
from ogdplan.errors import OgdplanError
from ogdplan.findings import Finding, Problem
from ogdplan.model.kinds import fields_of, table_model
from ogdplan.model.plan import Plan
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.operations import (
    AddRecord,
    Operation,
    RemoveRecord,
    SetFields,
    intended,
    row,
    same,
)
from ogdplan.planfile.reading import Reading, read_text, with_mark_of
from ogdplan.workspace.files import Replacement
from ogdplan.workspace.folder import PlanPath, PlansFolder

_OF_REFERENCES = frozenset(
    ("unknown-reference", "wrong-kind-reference", "self-reference", "dependency-cycle")
)
"""The rules about references."""

Key = tuple[str, str | None, str | None]
"""By what errors are compared: rule, record, field."""


class RefusedError(OgdplanError):
    """An edit would put an error into a plan that it did not have."""

    def __init__(self, plan_id: str, findings: Sequence[Finding]) -> None:
        first, *more = findings
        rest = f", and {len(more)} more" if more else ""
        where = f"{first.record}: " if first.record else ""
        super().__init__(
            f"this would make the plan {plan_id} invalid: "
            f"{where}{first.message} [{first.rule}]{rest}; nothing is changed",
            hint=first.help,
        )


class UnprovenError(OgdplanError):
    """The edited text does not say what the edit intends: a fault of this program."""

    def __init__(self, shown: str) -> None:
        super().__init__(
            f"this change cannot be made safely in {shown}; nothing is changed",
            hint="make it by hand, and please report the layout of the file around it",
        )


@dataclass(frozen=True, slots=True)
class Rewritten:
    """One plan file: what was read of it, and the reading of what is to take its place."""

    place: PlanPath
    content: bytes
    old: Reading
    new: Reading
    edit: Edit

    @property
    def is_changed(self) -> bool:
        """Whether the file is to be another one."""
        return self.old.text != self.new.text

    @property
    def replacement(self) -> Replacement:
        """Return the new content of the file; a byte-order mark stays."""
        content = with_mark_of(self.content, self.new.text)
        return Replacement(self.place.path, self.place.shown, self.content, content)


def prove(place: PlanPath, old: Reading, text: str, operations: Sequence[Operation]) -> Reading:
    """Return the reading of a new text that the operations made of an old one.

    Raises UnprovenError when it does not say what they intend.
    """
    new = read_text(text)
    wanted = intended(old.data or {}, operations)
    touched = {operation.table for operation in operations}
    if new.data is None or not same(new.data, wanted, touched=touched):
        raise UnprovenError(place.shown)
    return new


def refuse_errors(
    edited: Rewritten,
    plans: Mapping[str, Plan],
    *,
    folder: PlansFolder | None,
    as_of: date,
) -> None:
    """Raise RefusedError when a new text has an error that the old one did not have.

    `plans` are those that are changed together, by id, as they are to be.
    """
    operations, new = edited.edit.operations, edited.new
    if not edited.is_changed:
        return
    place = edited.place
    problems = new_errors(edited.old, new, operations, as_of=as_of)
    if folder and _touches_other_plans(operations):
        known = {_key(each) for each in errors_between(place.plan_id, edited.old, folder, plans)}
        found = errors_between(place.plan_id, new, folder, plans)
        problems += [problem for problem in found if _key(problem) not in known]
    if problems:
        raise RefusedError(place.plan_id, findings_of(problems, new.text, place.shown))


def new_errors(
    old: Reading, new: Reading, operations: Sequence[Operation], *, as_of: date
) -> list[Problem]:
    """Return the errors of the new text that the edit is to blame for.

    Of what comes to light when a mistake is mended it answers for what it wrote only; the same of
    references while an id is bad, for then none was looked at.
    """
    found = errors_of(new, as_of=as_of)
    if not found:
        return []
    known = {_key(problem) for problem in errors_of(old, as_of=as_of)}
    fresh = [problem for problem in found if _key(problem) not in known]
    mends = any(is_mended(old, operation) for operation in operations)
    touched = _touched(old, operations)
    return [
        problem
        for problem in fresh
        if (problem.record, problem.field) in touched
        or not (mends or (old.ids is None and problem.rule.slug in _OF_REFERENCES))
    ]


def is_mended(old: Reading, operation: Operation) -> bool:
    """Return whether an operation changes or removes a value that has a mistake."""
    match operation:
        case AddRecord():
            return False
        case SetFields():
            names = {None, *operation.fields}
        case RemoveRecord():
            names = {fault.field for fault in old.faulty}
    place = (operation.table, operation.index)
    return any((fault.table, fault.index) == place and fault.field in names for fault in old.faulty)


def _key(problem: Problem) -> Key:
    return problem.rule.slug, problem.record, problem.field


def _touched(old: Reading, operations: Sequence[Operation]) -> frozenset[tuple[object, str | None]]:
    """Return the fields that operations write, each with the id of its record."""
    found: set[tuple[object, str | None]] = set()
    for operation in operations:
        match operation:
            case AddRecord():
                record: object = operation.fields.get("id")
            case SetFields():
                known = row(old.data or {}, operation.table, operation.index)
                record = operation.fields.get("id") or known.get("id")
            case RemoveRecord():
                continue
        found |= {(record, name) for name in operation.fields}
    return frozenset(found)


def _touches_other_plans(operations: Sequence[Operation]) -> bool:
    """Return whether a field is written that names another plan or a record of one."""
    return any(
        spec.name in operation.fields
        for operation in operations
        if not isinstance(operation, RemoveRecord) and (model := table_model(operation.table))
        for spec in fields_of(model)
        if spec.refers_far or spec.names_plan
    )
