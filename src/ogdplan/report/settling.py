"""How to settle the conflicts of a merge: the next commands, as someone types them."""

import shlex
from collections.abc import Iterator, Sequence
from itertools import groupby

from ogdplan.actions.merge import Merged
from ogdplan.compare.merge.conflicts import Conflict, What
from ogdplan.compare.merge.documents import spec_of
from ogdplan.model.kinds import FieldSpec, kind_at

_MOST = 5


def hints(merged: Merged, *, in_place: bool = True) -> Iterator[str]:
    """Yield what to do about what a merge left to settle, the check at last.

    Commands that change a plan only where the merged file takes its place.
    """
    plan_id = shlex.quote(merged.versions.plan_id)
    is_plan = merged.versions.is_plan and in_place
    check = f"ogdplan check {plan_id}" if is_plan else "ogdplan check"
    if merged.is_clean:
        return
    if merged.marked:
        yield f"keep the lines that are right, delete the marker lines, and run: {check}"
    elif merged.broken:
        yield f"mend the file by hand, and run: {check}"
    elif not merged.conflicts:
        yield f"correct what does not fit together any more, and run: {check}"
    elif is_plan:
        yield from _all_commands(merged.conflicts, plan_id, check)
    else:
        yield "choose the values that are right, and delete the comments that begin with CONFLICT"


def _all_commands(conflicts: Sequence[Conflict], plan_id: str, check: str) -> Iterator[str]:
    """Yield a command for each record; of many the first only, since the check names all."""
    commands = list(dict.fromkeys(_commands(conflicts, plan_id)))
    yield from commands[:_MOST]
    more = len(commands) - _MOST
    yield f"{check}, which names {more} more" if more > 0 else check


def _commands(conflicts: Sequence[Conflict], plan_id: str) -> Iterator[str]:
    for (what, _, _), several in groupby(conflicts, key=_about):
        found = list(several)
        match what:
            case What.REMOVED:
                yield _removal(found[0], plan_id)
            case What.SAME_ID:
                yield _renaming(found[0], plan_id)
            case What.VALUE:
                yield _setting(found, plan_id)


def _about(conflict: Conflict) -> tuple[What, object, str]:
    """Return what one command settles: fields of one table, texts of one language."""
    what = What.SAME_ID if conflict.path == ("id",) else conflict.what
    return what, conflict.key, _language(conflict)


def _language(conflict: Conflict) -> str:
    spec = _spec(conflict)
    return conflict.path[1] if len(conflict.path) > 1 and spec and spec.is_text else ""


def _removal(conflict: Conflict, plan_id: str) -> str:
    command = _command(conflict, "remove", plan_id)
    cascade = " --cascade" if conflict.is_needed else ""
    keep = "delete the comment above it to keep it"
    return f"{command}{cascade}, or {keep}" if command else f"ogdplan edit {plan_id}, to settle it"


def _renaming(conflict: Conflict, plan_id: str) -> str:
    command = _command(conflict, "rename", plan_id)
    return f"{command} …, with the id that you want"


def _setting(conflicts: Sequence[Conflict], plan_id: str) -> str:
    specs = [_spec(each) for each in conflicts]
    known = [spec for spec in specs if spec is not None]
    command = _command(conflicts[0], "set", plan_id)
    if command is None or len(known) < len(specs):
        return f"ogdplan edit {plan_id}, to choose one value of {conflicts[0].subject}"
    options = " ".join(dict.fromkeys(f"{spec.option} …" for spec in known))
    language = f" --in {_language(conflicts[0])}" if _language(conflicts[0]) else ""
    may_go = all(None in (each.ours, each.theirs) for each in conflicts)
    absent = " ".join(dict.fromkeys(f"--unset {spec.option[2:]}" for spec in known))
    return f"{command} {options}{language}" + (f", or {absent}{language}" if may_go else "")


def _command(conflict: Conflict, verb: str, plan_id: str) -> str | None:
    """Return how a command about the table begins, None where there is none."""
    if conflict.key.table == "plan":
        return f"ogdplan plan {verb} {plan_id}"
    kind = kind_at(conflict.key.table)
    if kind is None or conflict.record is None:
        return None
    return f"ogdplan {kind.name} {verb} {plan_id} {shlex.quote(conflict.record)}"


def _spec(conflict: Conflict) -> FieldSpec | None:
    return spec_of(conflict.key.table, conflict.path[0]) if conflict.path else None
