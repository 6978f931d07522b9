"""What came of writing a site."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ogdplan.actions.library import Failed
from ogdplan.report.page import Lines, Page, said
from ogdplan.report.segments import Line, Style
from ogdplan.report.unreadable import unreadable_value
from ogdplan.report.view import View
from ogdplan.report.words import counted


class Published(NamedTuple):
    """The files of a site by what happened to them; of a trial, what would have.

    `kept` are of no use any more, and stay since someone changed them.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]


def view(
    published: Published,
    failed: Sequence[Failed],
    *,
    shown: str,
    as_of: date,
    is_trial: bool,
    is_forced: bool = False,
) -> View:
    """Return the line that says what came of it; of a trial each file too."""
    lines = [_summary(published, shown, is_trial=is_trial, is_forced=is_forced)]
    if is_trial:
        lines += [said(f"write {shown}/{name}") for name in published.written]
        lines += [said(f"remove {shown}/{name}") for name in published.removed]
    document = {
        "schema": "ogdplan/site/1",
        "as_of": as_of.isoformat(),
        "folder": shown,
        "dry_run": is_trial,
        "written": list(published.written),
        "unchanged": list(published.unchanged),
        "removed": list(published.removed),
        "kept": list(published.kept),
        "unreadable": unreadable_value(failed),
    }
    return View(Page((Lines(tuple(lines)),)), document)


def notes(published: Published, shown: str) -> Iterator[str]:
    """Yield what is to be said of files that stay although no plan needs them."""
    for name in published.kept:
        yield f"{shown}/{name} belongs to no plan, and stays since someone changed it"


def _summary(published: Published, shown: str, *, is_trial: bool, is_forced: bool) -> Line:
    written = counted(len(published.written), "file", "files")
    same = "made anew with the same content" if is_forced else "unchanged"
    counts = f"{len(published.unchanged)} {same}, {len(published.removed)} removed"
    if is_trial:
        return said((f"{shown}: would be written: {written}; {counts}", Style.PLAIN))
    return said((f"{shown}: {written} written, {counts}", Style.PLAIN))
