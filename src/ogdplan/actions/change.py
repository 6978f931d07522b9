"""Changing plan files: read, decide, rewrite, prove, and only then write.

Nothing is written unless the new text, read again, says what the edit intends, and has no error
that the old one had not.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date

from ogdplan.actions.edits.subject import Decision, Edit, Subject
from ogdplan.actions.library import NAME_A_PLAN, NO_PLAN, is_no_plan, refusal
from ogdplan.actions.proof import Rewritten, is_mended, prove, refuse_errors
from ogdplan.actions.told import changes_of
from ogdplan.compare.changes import Change, between
from ogdplan.errors import OgdplanError
from ogdplan.planfile.edits import rewrite
from ogdplan.planfile.locating import findings_of
from ogdplan.planfile.operations import Operation, SetFields
from ogdplan.planfile.reading import Reading, read
from ogdplan.workspace.files import replace_plans
from ogdplan.workspace.folder import PlanPath, PlansFolder, Unreadable, read_plan
from ogdplan.workspace.locks import locked_all


class NotEditableError(OgdplanError):
    """A file is too broken for a command to change it, or cannot be read."""

    def __init__(self, place: PlanPath, reason: str, help_text: str) -> None:
        super().__init__(f"cannot change {place.shown}: {reason}", hint=help_text)


@dataclass(frozen=True, slots=True)
class Changed:
    """One plan file as it was and as it is now; `written` says whether it was replaced.

    `before` and `after` have the byte-order mark of the file. `changes` are in words, what matters
    most first; empty when nothing changed.
    """

    place: PlanPath
    before: str
    after: str
    changes: tuple[Change, ...]
    edit: Edit
    written: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether the file is, or would be, another one."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Task:
    """One file to be changed, and what is to be decided about it."""

    place: PlanPath
    decide: Decision


@dataclass(frozen=True, slots=True)
class Setting:
    """Where plans are changed: their folder (None for a file in none) and the day it is.

    In a `trial` nothing is locked or written.
    """

    folder: PlansFolder | None
    as_of: date
    trial: bool = False


def change(
    setting: Setting,
    tasks: Sequence[Task],
    *,
    tell: Callable[[tuple[Changed, ...]], None] | None = None,
) -> tuple[Changed, ...]:
    """Change plan files, all or none of them; in the order of the tasks.

    `tell` is called with what changes before anything is written.

    Raises OgdplanError, and leaves every file as it was, when a file cannot be read, locked or
    written, or changed in between, when a decision is refused, or an edit would make a plan
    invalid.
    """
    return change_together(setting, lambda: tasks, tell=tell)


def change_together(
    setting: Setting,
    find_tasks: Callable[[], Sequence[Task]],
    *,
    tell: Callable[[tuple[Changed, ...]], None] | None = None,
) -> tuple[Changed, ...]:
    """Change the plan files that are found to need it, all or none of them.

    They are looked for again once they are locked: until then another program may write what
    makes one more of them. Raises as `change`.
    """
    while True:
        tasks = find_tasks()
        with _held(setting, tasks):
            if setting.trial or _places(find_tasks()) <= _places(tasks):
                edited = _edited_together(setting, tasks)
                found = tuple(_changed(each) for each in edited)
                if tell:
                    tell(found)
                if setting.trial:
                    return found
                replace_plans([each.replacement for each in edited if each.is_changed])
                return tuple(replace(each, written=each.is_changed) for each in found)


def _places(tasks: Sequence[Task]) -> set[PlanPath]:
    return {task.place for task in tasks}


def _edited_together(setting: Setting, tasks: Sequence[Task]) -> list[Rewritten]:
    """Return what the files become, each without a new error beside the others."""
    edited = [_edited(setting, task) for task in tasks]
    plans = {each.place.plan_id: each.new.plan for each in edited if each.new.plan}
    for each in edited:
        refuse_errors(each, plans, folder=setting.folder, as_of=setting.as_of)
    return edited


def _changes(edited: Rewritten) -> tuple[Change, ...]:
    """Return what changed; of a record that has a mistake, told from what the file has."""
    old, new = edited.old.plan or edited.old.draft, edited.new.plan or edited.new.draft
    plan_id, data = edited.place.plan_id, edited.old.data or {}
    mended = [each for each in edited.edit.operations if _is_told_from_data(edited.old, each)]
    told = tuple(changes_of(data, mended, plan_id=plan_id))
    names = {(each.kind, name) for each in told for name in (each.id, each.title)}
    found = between(old, new, plan_id=plan_id) if old and new else ()
    return (*told, *(each for each in found if (each.kind, each.id) not in names))


def _is_told_from_data(old: Reading, operation: Operation) -> bool:
    """Return whether an operation mends a mistake, one of two records with one id included."""
    gives_id = isinstance(operation, SetFields) and "id" in operation.fields
    return is_mended(old, operation) or (gives_id and old.ids is None)


def subject_of(setting: Setting, place: PlanPath) -> Subject:
    """Return a plan file as it is now; raises NotEditableError where it cannot be changed."""
    return _subject(setting, place, read(_content(setting, place)))


def _held(setting: Setting, tasks: Sequence[Task]) -> AbstractContextManager[None]:
    if setting.trial:
        return nullcontext()
    return locked_all({task.place.path: task.place.shown for task in tasks})


def _edited(setting: Setting, task: Task) -> Rewritten:
    """Return what a file becomes; its text says what the edit intends."""
    content = _content(setting, task.place)
    old = read(content)
    subject = _subject(setting, task.place, old)
    edit = task.decide(subject)
    for operation in edit.operations:
        _refuse_shapeless(task.place, old, operation.table)
    text = rewrite(old.text, edit.operations)
    new = old if text == old.text else prove(task.place, old, text, edit.operations)
    return Rewritten(task.place, content, old, new, edit)


def _refuse_shapeless(place: PlanPath, old: Reading, table: str) -> None:
    """Refuse to change what is no table, or no array of tables: `plan = 3`."""
    found = (old.data or {}).get(table, {} if table == "plan" else [])
    rows = [found] if table == "plan" else found
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _not_editable(place, old)


def _changed(edited: Rewritten) -> Changed:
    """Return what a file becomes, not written yet."""
    changes = _changes(edited) if edited.is_changed else ()
    before, after = edited.content.decode(), edited.replacement.content.decode()
    return Changed(edited.place, before, after, changes, edited.edit)


def _subject(setting: Setting, place: PlanPath, reading: Reading) -> Subject:
    plan = reading.plan or reading.draft
    if is_no_plan(reading.data or {}):
        raise NotEditableError(place, NO_PLAN, NAME_A_PLAN)
    if reading.data is not None and plan is not None:
        return Subject(place.plan_id, reading, plan, reading.data, setting.as_of)
    raise _not_editable(place, reading)


def _not_editable(place: PlanPath, reading: Reading) -> NotEditableError:
    first = findings_of(reading.problems, reading.text, place.shown)[0]
    return NotEditableError(place, f"line {first.line}: {first.message}", first.help)


def _content(setting: Setting, place: PlanPath) -> bytes:
    content = read_plan(setting.folder, place)
    if isinstance(content, Unreadable):
        failed = refusal(place, content)
        raise NotEditableError(place, failed.words, failed.hint)
    return content
