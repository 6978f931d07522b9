"""Plan files laid out anew: a line for each that changed, or the difference."""

from collections.abc import Iterator
from datetime import date

from ogdplan.actions.format import LaidOut, Layouts, Mode
from ogdplan.report import unified
from ogdplan.report.page import Lines, Page, said
from ogdplan.report.segments import Line, Style
from ogdplan.report.unreadable import unreadable_value
from ogdplan.report.words import counted


def page(layouts: Layouts, mode: Mode) -> Page:
    """Return what is said of plans that were laid out; the mode SHOW shows the differences."""
    lines = _differences(layouts) if mode is Mode.SHOW else _told(layouts, mode)
    return Page((Lines(tuple(lines), are_whole=mode is Mode.SHOW),))


def document(layouts: Layouts, *, as_of: date) -> dict[str, object]:
    """Return what changed, or would, as JSON."""
    return {
        "schema": "ogdplan/fmt/1",
        "as_of": as_of.isoformat(),
        "plans": [
            {
                "id": each.place.plan_id,
                "path": each.place.shown,
                "changed": each.is_changed,
                "diff": _patch(each),
            }
            for each in layouts.plans
        ],
        "unreadable": unreadable_value(layouts.failed),
    }


def patch(layouts: Layouts) -> str:
    """Return the lines that change, or would, as `git apply` takes them."""
    return "".join(_patch(each) for each in layouts.changed)


def _patch(each: LaidOut) -> str:
    return unified.patch(each.read.decode(), each.content.decode(), each.place.shown)


def _differences(layouts: Layouts) -> Iterator[Line]:
    for each in layouts.changed:
        yield from unified.lines(each.before, each.after, each.place.shown)


def _told(layouts: Layouts, mode: Mode) -> Iterator[Line]:
    what = "laid out anew" if mode is Mode.WRITE else "to be laid out anew"
    for each in layouts.changed:
        yield said((each.place.shown, Style.PATH), f": {what} ({_size(each)})")
    same = len(layouts.plans) - len(layouts.changed)
    if same:
        others = "other " if layouts.changed else ""
        nouns = f"{others}plan needs", f"{others}plans need"
        yield said((f"{counted(same, *nouns)} no new layout", Style.MUTED))


def _size(laid_out: LaidOut) -> str:
    return counted(laid_out.changed_lines, "line", "lines")
