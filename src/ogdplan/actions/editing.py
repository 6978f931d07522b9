"""Changes of records that other plans may refer to."""

from collections.abc import Iterator, Sequence

from ogdplan.actions.change import Changed, Task, Workshop, change, subject_of
from ogdplan.actions.edits.removal import forget, remove
from ogdplan.actions.edits.renaming import follow, rename
from ogdplan.actions.edits.subject import Decision, Edit, Subject
from ogdplan.model.kinds import Kind
from ogdplan.planfile.operations import RemoveRecord
from ogdplan.workspace.folder import PlanPath, Unreadable, plan_paths, read_plan
from ogdplan.workspace.links import real_path


def remove_records(
    workshop: Workshop, place: PlanPath, kind: Kind, names: Sequence[str], *, cascade: bool
) -> tuple[Changed, ...]:
    """Remove records of a plan; with `cascade` all references to them, in other plans too.

    Raises StillReferredToError where there are references, without `cascade`.
    """
    before = subject_of(workshop, place)
    gone = remove(before, kind, names, cascade=cascade).operations
    far = [
        before.far(str(before.raw(each.table, each.index).get("id")))
        for each in gone
        if isinstance(each, RemoveRecord)
    ]

    def decide(subject: Subject) -> Edit:
        return remove(subject, kind, names, cascade=cascade)

    def loosen(subject: Subject) -> Edit:
        return forget(subject, far, cascade=cascade)

    return change(workshop, [Task(place, decide), *_elsewhere(workshop, place, far, loosen)])


def rename_record(
    workshop: Workshop, place: PlanPath, kind: Kind, name: str, new_id: str
) -> tuple[Changed, ...]:
    """Give a record another id, and with it all references to it, in other plans too."""
    before = subject_of(workshop, place)
    old, new = before.far(before.find(name, kind).id), before.far(new_id)

    def decide(subject: Subject) -> Edit:
        return rename(subject, kind, name, new_id)

    def exchange(subject: Subject) -> Edit:
        return follow(subject, old, new)

    return change(workshop, [Task(place, decide), *_elsewhere(workshop, place, [old], exchange)])


def _elsewhere(
    workshop: Workshop, place: PlanPath, names: Sequence[str], decide: Decision
) -> Iterator[Task]:
    """Yield what is to be done in the other plans of the folder that have one of the names."""
    if workshop.folder is None:
        return
    wanted = [name.encode() for name in names]
    seen = {real_path(place.path)}
    for other in plan_paths(workshop.folder):
        content = read_plan(workshop.folder, other)
        if isinstance(content, Unreadable) or real_path(other.path) in seen:
            continue
        seen.add(real_path(other.path))
        if any(name in content for name in wanted):
            yield Task(other, decide)
