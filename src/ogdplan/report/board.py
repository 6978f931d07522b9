"""What the dashboard of one plan holds, and its JSON document."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ogdplan.actions.library import Loaded
from ogdplan.findings import Finding, count
from ogdplan.model.work import Update
from ogdplan.progress.challenges import ChallengeProgress, open_challenges
from ogdplan.progress.commitments import CommitmentProgress
from ogdplan.progress.health import Health
from ogdplan.progress.milestones import MilestoneProgress
from ogdplan.progress.plan import Progress, progress_of
from ogdplan.progress.summary import summary_of
from ogdplan.report.plan_figures import PlanRow, plan_document
from ogdplan.report.words import Reader, when

ATTENTION = (Health.OVERDUE, Health.BLOCKED, Health.UNCONFIRMED, Health.DUE_SOON)
"""What a coordinator has to look at, the worst first."""

REPORTS = 3
"""How many of the latest reports are shown."""


@dataclass(frozen=True, slots=True)
class Board:
    """A plan at a date, for a reader.

    `attention` holds the milestones to look at, by health, the worst first, then by deadline;
    `open_challenges` the gravest first, unmitigated before mitigated; `latest_reports` the
    newest first.
    """

    row: PlanRow
    progress: Progress
    reader: Reader
    attention: tuple[MilestoneProgress, ...]
    open_challenges: tuple[ChallengeProgress, ...]
    latest_reports: tuple[Update, ...]

    @property
    def plan_id(self) -> str:
        """Return the plan's id."""
        return self.row.plan_id


def board_of(
    loaded: Loaded, findings: Sequence[Finding], *, as_of: date, language: str | None
) -> Board:
    """Return the dashboard of a plan; `findings` are those of its file."""
    progress = progress_of(loaded.plan, as_of)
    return Board(
        PlanRow(loaded.plan_id, summary_of(progress), count(findings, plans=1)),
        progress,
        Reader(loaded.plan, language),
        _attention(progress),
        open_challenges(progress.challenges),
        _latest_reports(progress),
    )


def document(board: Board) -> dict[str, object]:
    """Return the plan as JSON, schema `ogdplan/show/1`."""
    reader = board.reader
    return {
        "schema": "ogdplan/show/1",
        "as_of": board.progress.as_of.isoformat(),
        "plan": plan_document(board.row, reader.language),
        "commitments": [_commitment(each, reader) for each in board.progress.commitments],
        "attention": [_milestone(each, reader) for each in board.attention],
        "challenges": [_challenge(each, reader) for each in board.open_challenges],
        "reports": [
            {"id": each.id, "about": each.about, "on": each.on.text, "text": reader.text(each.text)}
            for each in board.latest_reports
        ],
    }


def _commitment(each: CommitmentProgress, reader: Reader) -> dict[str, object]:
    return {
        "id": each.commitment.id,
        "title": reader.text(each.commitment.title),
        "status": each.status.value,
        "reported": each.reported,
        "milestones": len(each.milestones),
        "completed_milestones": each.completed_milestones,
        "completed_percent": each.completed_percent,
        "lead": each.lead,
    }


def _milestone(each: MilestoneProgress, reader: Reader) -> dict[str, object]:
    return {
        "id": each.milestone.id,
        "title": reader.text(each.milestone.title),
        "health": each.health.value,
        "due": when(each.milestone.due) or None,
        "slip_days": each.slip_days,
        "delay_days": each.delay_days,
        "lead": each.lead,
    }


def _challenge(each: ChallengeProgress, reader: Reader) -> dict[str, object]:
    return {
        "id": each.challenge.id,
        "title": reader.text(each.challenge.title),
        "severity": each.challenge.severity.value,
        "status": each.status.value,
        "mitigations": [mitigation.id for mitigation in each.mitigations],
    }


def _attention(progress: Progress) -> tuple[MilestoneProgress, ...]:
    found = [each for each in progress.milestones if each.health in ATTENTION]
    return tuple(sorted(found, key=_urgency))


def _urgency(each: MilestoneProgress) -> tuple[int, date, str]:
    due = each.milestone.due
    return ATTENTION.index(each.health), due.last if due else date.max, each.milestone.id


def _latest_reports(progress: Progress) -> tuple[Update, ...]:
    known = [each for each in progress.plan.updates if each.on.last <= progress.as_of]
    by_day = sorted(known, key=lambda each: each.on.last)
    # Of one day the later in the file is the newer.
    return tuple(reversed(by_day[-REPORTS:]))
