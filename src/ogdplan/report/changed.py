"""What changed in plan files: in words, as data, or line by line."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ogdplan.compare.changes import Change, What, told_once
from ogdplan.report import unified
from ogdplan.report.page import Lines, Page, said
from ogdplan.report.segments import Line, Style

if TYPE_CHECKING:
    # What changes plans takes 30 ms to load, and `diff` and `log` change none.
    from ogdplan.actions.change import Changed

NOTHING = "nothing to change"
_CONFLICT = "# CONFLICT "


def page(changed: Sequence["Changed"]) -> Page:
    """Return what changed, in words; of a trial the lines of the files that would."""
    lines = tuple(line for each in changed for line in _lines(each))
    is_difference = not any(each.written for each in changed)
    return Page((Lines(lines, indent=2, are_whole=is_difference),) if lines else ())


def patch(changed: Sequence["Changed"]) -> str:
    """Return the lines that change, or would, as `git apply` takes them."""
    return "".join(unified.patch(each.before, each.after, each.place.shown) for each in changed)


def document(changed: Sequence["Changed"], *, command: str, as_of: date) -> dict[str, object]:
    """Return what changed, or would, as JSON."""
    return {
        "schema": f"ogdplan/{command}/1",
        "as_of": as_of.isoformat(),
        "plan": changed[0].place.plan_id,
        "written": any(each.written for each in changed),
        "changes": [change_value(each) for one in changed for each in one.changes],
        "notes": [note for one in changed for note in one.edit.said if one.is_changed],
        "hint": _hint(changed),
        "diff": patch(changed),
    }


def change_value(change: Change) -> dict[str, object]:
    """Return one record that changed as JSON."""
    return {
        "plan": change.plan_id,
        "kind": change.kind,
        "id": change.id,
        "change": change.what.value,
        "fields": [
            {"field": each.field, "old": each.old, "new": each.new} for each in change.fields
        ],
        "summary": change.summary,
    }


def told(changes: Sequence[Change]) -> tuple[Line, ...]:
    """Return a line for each record that changed, what matters most first."""
    return tuple(
        said(
            (f"{change.plan_id}: ", Style.PATH),
            change.summary,
            f" ({change.id})" if change.what is What.ADDED and change.id else "",
        )
        for change in told_once(changes)
    )


def aside(changed: Sequence["Changed"]) -> Page:
    """Return what is good to know beside: notes, and the next useful command."""
    if not any(each.is_changed for each in changed):
        return Page((Lines((said((NOTHING, Style.MUTED)),)),))
    notes = [note for each in changed for note in each.edit.said if each.is_changed]
    lines = [said((f"note: {note}", Style.MUTED)) for note in notes]
    if hint := _hint(changed):
        lines.append(said(("next: ", Style.HELP), hint))
    return Page((Lines(tuple(lines), are_whole=True),) if lines else ())


def _hint(changed: Sequence["Changed"]) -> str | None:
    hints = (each.edit.hint for each in changed if each.written and each.edit.hint)
    return next(hints, None)


def _lines(changed: "Changed") -> Iterator[Line]:
    if not changed.written:
        yield from unified.lines(changed.before, changed.after, changed.place.shown)
        return
    yield from told(changed.changes)
    if not changed.changes:
        settled = changed.before.count(_CONFLICT) > changed.after.count(_CONFLICT)
        what = "a conflict of a merge is settled" if settled else "layout or comments changed"
        yield said((f"{changed.place.shown}: ", Style.PATH), what)
