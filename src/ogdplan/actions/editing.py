"""Changes of records that other plans may refer to."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from ogdplan.actions.change import Changed, Setting, Task, change_together, subject_of
from ogdplan.actions.edits.removal import forget, referrers, remove
from ogdplan.actions.edits.renaming import follow, rename
from ogdplan.actions.edits.subject import Decision, Subject
from ogdplan.model.kinds import Kind
from ogdplan.planfile.operations import Operation, RemoveRecord
from ogdplan.workspace.folder import PlanPath, Unreadable, plan_paths, read_plan
from ogdplan.workspace.links import real_path


def remove_records(
    setting: Setting, place: PlanPath, kind: Kind, names: Sequence[str], *, cascade: bool
) -> tuple[Changed, ...]:
    """Remove records of a plan; with `cascade` all references to them, in other plans too.

    Raises StillReferredToError where there are references, without `cascade`.
    """

    def tasks() -> list[Task]:
        before = subject_of(setting, place)
        far = _far_names(before, remove(before, kind, names, cascade=True).operations)
        others = list(_elsewhere(setting, place, far, partial(forget, names=far)))
        outside = () if cascade else _referrers(setting, others, far)
        decide = partial(remove, kind=kind, names=names, cascade=cascade, outside=outside)
        return [Task(place, decide), *others]

    return change_together(setting, tasks)


def rename_record(
    setting: Setting, place: PlanPath, kind: Kind, name: str, new_id: str
) -> tuple[Changed, ...]:
    """Give a record another id, and with it all references to it, in other plans too."""

    def tasks() -> list[Task]:
        before = subject_of(setting, place)
        old, new = before.far(before.find(name, kind).id), before.far(new_id)
        others = _elsewhere(setting, place, [old], partial(follow, old=old, new=new))
        return [Task(place, partial(rename, kind=kind, name=name, new_id=new_id)), *others]

    return change_together(setting, tasks)


def _far_names(before: Subject, operations: Sequence[Operation]) -> list[str]:
    """Return how other plans name the records that operations remove."""
    gone = (each for each in operations if isinstance(each, RemoveRecord))
    return [before.far(str(before.raw(each.table, each.index).get("id"))) for each in gone]


def _referrers(setting: Setting, tasks: Sequence[Task], far: Collection[str]) -> list[str]:
    """Return who refers to records in other plans: `brazil#portal (carried_from)`."""
    subjects = (subject_of(setting, task.place) for task in tasks)
    return [
        f"{subject.plan_id}#{each.words}"
        for subject in subjects
        for each in referrers(subject, far)
    ]


def _elsewhere(
    setting: Setting, place: PlanPath, names: Sequence[str], decide: Decision
) -> Iterator[Task]:
    """Yield what is to be done in the other plans of the folder that have one of the names."""
    if setting.folder is None:
        return
    wanted = [name.encode() for name in names]
    seen = {real_path(place.path)}
    for other in plan_paths(setting.folder):
        content = read_plan(setting.folder, other)
        if isinstance(content, Unreadable) or real_path(other.path) in seen:
            continue
        seen.add(real_path(other.path))
        if any(name in content for name in wanted):
            yield Task(other, decide)
