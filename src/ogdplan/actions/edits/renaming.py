"""Giving a record another id, and all that refers to it the new one."""

from ogdplan.actions.edits.ids import chosen
from ogdplan.actions.edits.notes import Note
from ogdplan.actions.edits.references import far_references, references, references_to, replaced
from ogdplan.actions.edits.subject import Edit, Subject
from ogdplan.model.kinds import Kind
from ogdplan.planfile.operations import SetFields


def rename(subject: Subject, kind: Kind, name: str, new_id: str) -> Edit:
    """Change the id of a record and every reference to it in its own plan.

    Raises UsageError when the new id is none, or taken.
    """
    target = subject.find(name, kind)
    own = SetFields(kind.table, target.index, {"id": new_id})
    if new_id == target.id:
        # No change, unless a merge left in doubt which of two it is to have.
        return Edit((own,))
    chosen(new_id, subject.ids)
    old_id = str(target.raw.get("id", target.id))
    found = references_to(subject, kind.table, old_id, among=references(subject))
    names = {old_id: new_id, subject.far(old_id): subject.far(new_id)}
    notes = (Note("", f"references that follow: {len(found)}"),) if found else ()
    return Edit((own, *replaced(subject, found, names)), notes)


def follow(subject: Subject, old: str, new: str) -> Edit:
    """Change the references of another plan to a record: `plan-id#record-id`, old to new."""
    found = [each for each in far_references(subject) if each.target == old]
    return Edit(tuple(replaced(subject, found, {old: new})))
