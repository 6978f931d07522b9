"""The findings of a survey in any of their voices."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib.metadata import version
from typing import assert_never

from ogdplan.actions.survey import Survey
from ogdplan.findings import Finding, FindingCounts, Severity, count
from ogdplan.report.findings import as_json, github, sarif, text
from ogdplan.report.findings.excerpt import ROOM
from ogdplan.report.json_text import to_text
from ogdplan.report.page import Lines, Page

_GUTTER = 13
"""The cells of a line number and its rule, of the marks of a cut, and of a caret at the end."""

_LEAST_ROOM = 20


class CheckFormat(StrEnum):
    """The voices in which findings can be had."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


@dataclass(frozen=True, slots=True)
class Shown:
    """How much people are shown: every finding in full, and advice.

    `width` is that of the terminal, None where there is none. `new_since` is the revision where
    only new findings are wanted.
    """

    everything: bool
    advice: bool
    width: int | None = None
    new_since: str | None = None

    @property
    def room(self) -> int:
        """Return the cells that are left for a line of a file, beside its number."""
        return ROOM if self.width is None else max(_LEAST_ROOM, min(ROOM, self.width - _GUTTER))


def voiced(survey: Survey, voice: CheckFormat, *, as_of: date, shown: Shown) -> Page | str:
    """Return the findings in a voice."""
    findings = survey.findings
    counts = count(findings, plans=len(survey.plans))
    match voice:
        case CheckFormat.JSON:
            return to_text(as_json.document(findings, counts, as_of=as_of))
        case CheckFormat.GITHUB:
            return github.commands(_asked_for(findings, shown))
        case CheckFormat.SARIF:
            return to_text(sarif.document(findings, version=version("ogdplan")))
        case CheckFormat.TEXT:
            return _page(findings, counts, shown)
        case _:
            assert_never(voice)


def _page(findings: tuple[Finding, ...], counts: FindingCounts, shown: Shown) -> Page:
    lines = text.lines(
        findings,
        counts,
        show_all=shown.everything,
        show_advice=shown.advice,
        room=shown.room,
        new_since=shown.new_since,
    )
    return Page((Lines(lines),))


def _asked_for(findings: tuple[Finding, ...], shown: Shown) -> tuple[Finding, ...]:
    """Return the findings without advice that nobody asked for."""
    return tuple(
        finding for finding in findings if shown.advice or finding.severity is not Severity.ADVICE
    )
