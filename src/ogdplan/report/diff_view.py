"""What changed between two states of plans, in any of its voices."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from ogdplan.actions.differences import Comparison
from ogdplan.report import diff, diff_github, diff_markdown, diff_stat
from ogdplan.report.json_text import to_text
from ogdplan.report.page import Page


class DiffFormat(StrEnum):
    """The voices in which changes can be had."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    GITHUB = "github"


@dataclass(frozen=True, slots=True)
class Shown:
    """How much is shown: counts instead of changes, the changed lines beside them."""

    counts: bool = False
    lines: bool = False


def voiced(comparison: Comparison, voice: DiffFormat, *, as_of: date, shown: Shown) -> Page | str:
    """Return what changed in a voice; counts have none for GitHub, which gets them as text."""
    if shown.counts:
        return _counts(comparison, voice, as_of)
    match voice:
        case DiffFormat.JSON:
            return to_text(diff.document(comparison, as_of=as_of))
        case DiffFormat.GITHUB:
            return diff_github.commands(comparison)
        case DiffFormat.MARKDOWN:
            return diff_markdown.text(comparison, with_lines=shown.lines)
        case DiffFormat.TEXT:
            return diff.page(comparison, with_lines=shown.lines)
        case _:
            assert_never(voice)


def _counts(comparison: Comparison, voice: DiffFormat, as_of: date) -> Page | str:
    match voice:
        case DiffFormat.JSON:
            return to_text(diff_stat.document(comparison, as_of=as_of))
        case DiffFormat.MARKDOWN:
            return diff_markdown.counts(comparison)
        case DiffFormat.TEXT | DiffFormat.GITHUB:
            return diff_stat.page(comparison)
        case _:
            assert_never(voice)
