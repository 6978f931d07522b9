"""The figures of one plan, for programs: as a JSON document and as a row of CSV."""

from collections.abc import Sequence
from typing import NamedTuple

from ogdplan.findings import FindingCounts
from ogdplan.progress.counts import MilestoneCounts
from ogdplan.progress.health import Health
from ogdplan.progress.summary import Summary
from ogdplan.report.page import Cell, Column, Sheet
from ogdplan.report.words import when


class PlanRow(NamedTuple):
    """One plan: its figures and what `check` finds in it."""

    plan_id: str
    summary: Summary
    findings: FindingCounts

    @property
    def parent(self) -> str | None:
        """Return the id of the plan that this one is under; a plan is not under itself."""
        parent = self.summary.header.parent
        return None if parent == self.plan_id else parent


def plan_document(row: PlanRow, language: str | None) -> dict[str, object]:
    """Return the figures of one plan as JSON; the title is for readers of a language."""
    summary, header = row.summary, row.summary.header
    return {
        "id": row.plan_id,
        "country": header.country,
        "title": header.title.choose(language, header.language).words,
        "kind": header.kind.value,
        "stage": header.stage.value,
        "start": when(header.start) or None,
        "end": when(header.end) or None,
        "elapsed_percent": summary.elapsed_percent,
        "milestones": _milestones(summary.milestones),
        "commitments": summary.commitments._asdict(),
        "challenges": summary.challenges._asdict(),
        "lessons": summary.lessons,
        "next_steps": summary.next_steps._asdict(),
        "evidence": summary.evidence._asdict(),
        "datasets": summary.datasets._asdict(),
        "last_report": summary.last_report.isoformat() if summary.last_report else None,
        "stale": summary.stale,
        "findings": {
            "error": row.findings.error,
            "warning": row.findings.warning,
            "advice": row.findings.advice,
            "accepted": row.findings.accepted,
        },
    }


def _milestones(counts: MilestoneCounts) -> dict[str, object]:
    return {
        "total": counts.total,
        "active": counts.active,
        "completed": counts.completed,
        "withdrawn": counts.withdrawn,
        "undated": counts.undated,
        "completed_percent": counts.completed_percent,
        "substantial_or_completed": counts.substantial_or_completed,
        "by_status": {status.value: number for status, number in counts.by_status.items()},
        "by_health": {health.value: number for health, number in counts.by_health.items()},
    }


KEYS = (
    "plan",
    "country",
    "title",
    "kind",
    "stage",
    "start",
    "end",
    "completed_percent",
    "elapsed_percent",
    "milestones",
    "active",
    "completed",
    "overdue",
    "due_soon",
    "open_challenges",
    "unmitigated_challenges",
    "lessons",
    "open_next_steps",
    "evidence_percent",
    "last_report",
    "stale",
    "errors",
    "warnings",
)
"""The columns of CSV."""


def sheet(rows: Sequence[PlanRow], language: str | None) -> Sheet:
    """Return the figures as a table with one row a plan, without subtotals and totals."""
    columns = tuple(Column(key.replace("_", " ").capitalize(), key) for key in KEYS)
    return Sheet(columns, tuple(tuple(map(_cell, _values(row, language))) for row in rows))


def _values(row: PlanRow, language: str | None) -> tuple[str | int | None, ...]:
    """Return the values in the order of `KEYS`."""
    summary, header = row.summary, row.summary.header
    milestones = summary.milestones
    return (
        row.plan_id,
        header.country,
        header.title.choose(language, header.language).words,
        header.kind.value,
        header.stage.value,
        when(header.start),
        when(header.end),
        milestones.completed_percent,
        summary.elapsed_percent,
        milestones.total,
        milestones.active,
        milestones.completed,
        milestones.by_health[Health.OVERDUE],
        milestones.by_health[Health.DUE_SOON],
        summary.challenges.open,
        summary.challenges.unmitigated,
        summary.lessons,
        summary.next_steps.open,
        summary.evidence.public_percent,
        summary.last_report.isoformat() if summary.last_report else None,
        "true" if summary.stale else "false",
        row.findings.error,
        row.findings.warning,
    )


def _cell(value: str | int | None) -> Cell:
    if isinstance(value, int):
        return Cell(str(value), value=value)
    return Cell(value or "")
