"""Importing: a prepared edit made in a plan, or in one that is new."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ogdplan.actions.change import Changed, Setting, Task, change
from ogdplan.actions.edits.subject import Edit, Subject
from ogdplan.actions.importing.prepared import Prepared
from ogdplan.actions.new_plan import NewPlan
from ogdplan.actions.proof import Rewritten, prove, refuse_errors
from ogdplan.compare.changes import between
from ogdplan.planfile.edits import rewrite
from ogdplan.planfile.reading import Reading, read
from ogdplan.workspace.files import ChangedOnDiskError
from ogdplan.workspace.folder import PlanPath

Tell = Callable[[tuple[Changed, ...]], None]
"""Says what is about to be written."""


def make_changes(
    setting: Setting, place: PlanPath, subject: Subject, prepared: Prepared, tell: Tell
) -> tuple[Changed, ...]:
    """Make the edit in the plan's file, once `tell` has said what changes.

    Where another program has written the file since, the edit is made for what it has become.
    Raises ChangedOnDiskError where other rows would be at fault then, or other notes be due.
    """

    def decide(now: Subject) -> Edit:
        if now.reading.text == subject.reading.text:
            return prepared.edit
        anew = prepared.again(now)
        if (anew.faults, anew.notes) != (prepared.faults, prepared.notes):
            raise ChangedOnDiskError(place.shown)
        return anew.edit

    return change(setting, [Task(place, decide)], tell=tell)


def subject_of_new(made: NewPlan, as_of: date) -> Subject:
    """Return a plan that has no file yet, to be looked at as others are."""
    reading = read(made.text.encode())
    plan = reading.plan or reading.draft
    if plan is None or reading.data is None:
        raise ValueError(made.text)
    return Subject(made.place.plan_id, reading, plan, reading.data, as_of)


def filled(made: NewPlan, subject: Subject, prepared: Prepared) -> tuple[NewPlan, Changed]:
    """Return a new plan with what is imported, proven as every edit; and what is in it."""
    old: Reading = subject.reading
    operations = prepared.edit.operations
    text = rewrite(old.text, operations)
    new = old if text == old.text else prove(made.place, old, text, operations)
    rewritten = Rewritten(made.place, b"", old, new, prepared.edit)
    refuse_errors(rewritten, {}, folder=None, as_of=subject.as_of)
    changes = between(subject.plan, new.plan, plan_id=made.place.plan_id) if new.plan else ()
    whole = replace(made, text=text)
    return whole, Changed(made.place, "", text, tuple(changes), prepared.edit)
