"""What changed between two states of plans, in any of its voices."""

from dataclasses import dataclass
from datetime import date

from ogdplan.actions.differences import Comparison
from ogdplan.report import diff, diff_github, diff_markdown, diff_stat
from ogdplan.report.json_text import to_text
from ogdplan.report.page import Page


@dataclass(frozen=True, slots=True)
class Shown:
    """How much is shown: counts instead of changes, the changed lines beside them."""

    counts: bool = False
    lines: bool = False


def voiced(comparison: Comparison, voice: str, *, as_of: date, shown: Shown) -> Page | str:
    """Return what changed in a voice: text, json, markdown or github."""
    if shown.counts:
        return _counts(comparison, voice, as_of)
    match voice:
        case "json":
            return to_text(diff.document(comparison, as_of=as_of))
        case "github":
            return diff_github.commands(comparison)
        case "markdown":
            return diff_markdown.text(comparison, with_lines=shown.lines)
    return diff.page(comparison, with_lines=shown.lines)


def _counts(comparison: Comparison, voice: str, as_of: date) -> Page | str:
    match voice:
        case "json":
            return to_text(diff_stat.document(comparison, as_of=as_of))
        case "markdown":
            return diff_markdown.counts(comparison)
    return diff_stat.page(comparison)
