"""A merge: what came of it in words, what is left to settle, and the same as data."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ogdplan.actions.merge import Merged
from ogdplan.compare.merge.conflicts import Conflict, What
from ogdplan.findings import Finding
from ogdplan.model.kinds import kind_at
from ogdplan.planfile.operations import Value
from ogdplan.planfile.unread import as_json
from ogdplan.planfile.written import in_line
from ogdplan.report import settling, unified
from ogdplan.report.changed import change_value, told
from ogdplan.report.findings.as_json import finding_value
from ogdplan.report.findings.text import in_full_lines
from ogdplan.report.page import Block, Lines, Page, said
from ogdplan.report.segments import Line, Style
from ogdplan.report.words import counted

_LONGEST = 60


def page(merged: Merged) -> Page:
    """Return what ours takes over, then what is left to settle, and how."""
    blocks: list[Block] = [Lines((_headline(merged), *told(merged.changes)), indent=2)]
    if merged.conflicts:
        blocks.append(Lines(tuple(map(_told, merged.conflicts)), indent=2))
    broken = (line for each in merged.broken for line in _broken_lines(*each))
    errors = (line for finding in merged.errors for line in in_full_lines(finding))
    if lines := (*broken, *errors):
        blocks.append(Lines(lines, are_whole=True))
    return Page(tuple(blocks))


def aside(merged: Merged, *, in_place: bool) -> Page:
    """Return what to do about what is left, in the plan itself or in another file."""
    hints = settling.hints(merged, in_place=in_place)
    lines = tuple(said(("next: ", Style.HELP), hint) for hint in hints)
    return Page((Lines(lines, are_whole=True),) if lines else ())


def difference(merged: Merged) -> Page:
    """Return what would change in ours, as a unified diff."""
    lines = unified.lines(*_texts(merged), merged.versions.shown)
    return Page((Lines(lines, are_whole=True),))


def patch(merged: Merged) -> str:
    """Return the lines of ours that would change as `git apply` takes them."""
    return unified.patch(*_texts(merged), merged.versions.shown)


def document(merged: Merged, *, as_of: date, written: bool) -> dict[str, object]:
    """Return what came of a merge as JSON."""
    return {
        "schema": "ogdplan/merge/1",
        "as_of": as_of.isoformat(),
        "path": merged.versions.shown,
        "clean": merged.is_clean,
        "written": written,
        "by_lines": merged.by_lines,
        "changes": [change_value(each) for each in merged.changes],
        "conflicts": [_value(each) for each in merged.conflicts],
        "marked": merged.marked,
        "errors": [finding_value(each) for each in merged.errors],
        "broken": [
            {"side": side, "finding": finding_value(finding)} for side, finding in merged.broken
        ],
    }


def _headline(merged: Merged) -> Line:
    path = (merged.versions.shown, Style.PATH)
    if merged.broken:
        sides = " and ".join(side for side, _ in merged.broken)
        verb = "is" if len(merged.broken) == 1 else "are"
        what = f"merged line by line, since {sides} {verb} no plan that can be read"
    else:
        what = "merged line by line" if merged.by_lines else "merged"
    left = ", ".join(_left(merged))
    return said(path, ": ", what, ", " if left else "", (left, Style.LATE))


def _broken_lines(side: str, finding: Finding) -> tuple[Line, ...]:
    """Return what is wrong with one version; its lines are not those of the merged file."""
    return in_full_lines(replace(finding, path=f"{finding.path} ({side})"))


def _left(merged: Merged) -> Iterator[str]:
    if number := len(merged.conflicts) + merged.marked:
        yield counted(number, "conflict to settle", "conflicts to settle")
    if number := len(merged.errors):
        yield counted(number, "error that neither side had", "errors that neither side had")


def _told(conflict: Conflict) -> Line:
    match conflict.what:
        case What.SAME_ID:
            words = f"both sides gave a new record the id {conflict.ours}; theirs has this one now"
        case What.REMOVED:
            other = "theirs" if conflict.removed_by == "ours" else "ours"
            did = "relies on it" if conflict.is_needed else "changed it"
            words = f"{conflict.removed_by} removed it, {other} {did}; it stays"
        case What.VALUE:
            ours, theirs = _short(conflict.ours), _short(conflict.theirs)
            was = "" if conflict.base is None else f" (was {_short(conflict.base)})"
            words = f"{conflict.field}: ours {ours}, theirs {theirs}{was}"
    return said(("conflict: ", Style.LATE), (conflict.subject, Style.PATH), f": {words}")


def _short(value: Value | None) -> str:
    if value is None:
        return "none"
    text = in_line(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _value(conflict: Conflict) -> dict[str, object]:
    kind = kind_at(conflict.key.table)
    return {
        "conflict": conflict.what.value,
        "kind": kind.name if kind else conflict.key.table,
        "id": conflict.record,
        "subject": conflict.subject,
        "field": conflict.field,
        "base": as_json(conflict.base),
        "ours": as_json(conflict.ours),
        "theirs": as_json(conflict.theirs),
        "removed_by": conflict.removed_by,
    }


def _texts(merged: Merged) -> tuple[str, str]:
    ours, content = (
        each.decode("utf-8", "replace") for each in (merged.versions.ours, merged.content)
    )
    return ours, content
