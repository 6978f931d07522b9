"""A plan edited by hand: what became of it in words, or the difference."""

from datetime import date
from difflib import SequenceMatcher

from ogdplan.actions.edit_file import Edited
from ogdplan.report import unified
from ogdplan.report.changed import change_value, told
from ogdplan.report.page import Lines, Page, said
from ogdplan.report.segments import Style
from ogdplan.report.words import counted


def page(edited: Edited) -> Page:
    """Return what changed in a plan, in words; where it means the same, how many lines."""
    if lines := told(edited.changes):
        return Page((Lines(lines, indent=2),))
    what = _sizes(edited) if edited.is_changed else "nothing changed"
    return Page((Lines((said(f"{edited.place.shown}: {what}"),)),))


def document(edited: Edited, *, as_of: date, written: bool) -> dict[str, object]:
    """Return what changed, or would, as JSON, with the keys of every change."""
    return {
        "schema": "ogdplan/edit/1",
        "as_of": as_of.isoformat(),
        "plan": edited.place.plan_id,
        "written": written and edited.is_changed,
        "changes": [change_value(each) for each in edited.changes],
        "notes": [],
        "hint": _next(edited) if edited.errors else None,
        "diff": patch(edited),
    }


def aside(edited: Edited) -> Page:
    """Return what to do about the errors that a plan still has."""
    errors = counted(edited.errors, "error", "errors")
    return Page(
        (Lines((said(("next: ", Style.HELP), f"{_next(edited)}, it still has {errors}"),)),)
    )


def _next(edited: Edited) -> str:
    return f"ogdplan check {edited.place.plan_id}"


def difference(edited: Edited) -> Page:
    """Return what would change in the file, as a unified diff."""
    return Page((Lines(unified.lines(*edited.texts, edited.place.shown), are_whole=True),))


def patch(edited: Edited) -> str:
    """Return the lines that would change as `git apply` takes them."""
    before, after = (
        content.decode("utf-8", "replace") for content in (edited.before, edited.after)
    )
    return unified.patch(before, after, edited.place.shown)


def _sizes(edited: Edited) -> str:
    """Return in words how many lines changed, came and went."""
    before, after = (text.split("\n") for text in edited.texts)
    changed = added = removed = 0
    for _, old, old_end, new, new_end in _differences(before, after):
        both = min(old_end - old, new_end - new)
        changed += both
        added += new_end - new - both
        removed += old_end - old - both
    numbers = ((changed, "changed"), (added, "added"), (removed, "removed"))
    words = [f"{counted(number, 'line', 'lines')} {what}" for number, what in numbers if number]
    return ", ".join(words) or "changed"


def _differences(before: list[str], after: list[str]) -> list[tuple[str, int, int, int, int]]:
    opcodes = SequenceMatcher(None, before, after).get_opcodes()
    return [each for each in opcodes if each[0] != "equal"]
