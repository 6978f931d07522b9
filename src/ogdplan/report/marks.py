"""The symbol and meaning that a state has wherever it is shown; never colour alone."""

from ogdplan.model.vocabularies import ChallengeStatus, NextStepStatus, Status
from ogdplan.progress.health import Health
from ogdplan.report.page import Cell
from ogdplan.report.segments import Style

HEALTH: dict[Health, tuple[str, Style]] = {
    Health.COMPLETED: ("✔", Style.DONE),
    Health.WITHDRAWN: ("✕", Style.GONE),
    Health.OVERDUE: ("▲", Style.LATE),
    Health.BLOCKED: ("■", Style.RISK),
    Health.UNCONFIRMED: ("?", Style.RISK),
    Health.DUE_SOON: ("◆", Style.RISK),
    Health.UNSCHEDULED: ("○", Style.RISK),
    Health.ON_TRACK: ("●", Style.GOOD),
}

STATUS: dict[Status, tuple[str, Style]] = {
    Status.NOT_STARTED: ("○", Style.PLAIN),
    Status.IN_PROGRESS: ("◔", Style.PLAIN),
    Status.LIMITED: ("◔", Style.PLAIN),
    Status.SUBSTANTIAL: ("◕", Style.PLAIN),
    Status.COMPLETED: ("✔", Style.DONE),
    Status.WITHDRAWN: ("✕", Style.GONE),
    Status.UNCLEAR: ("?", Style.RISK),
}

CHALLENGE: dict[ChallengeStatus, tuple[str, Style]] = {
    ChallengeStatus.OPEN: ("▲", Style.LATE),
    ChallengeStatus.MITIGATING: ("◔", Style.RISK),
    ChallengeStatus.RESOLVED: ("✔", Style.DONE),
    ChallengeStatus.ACCEPTED: ("–", Style.GONE),
}

NEXT_STEP: dict[NextStepStatus, tuple[str, Style]] = {
    NextStepStatus.OPEN: ("○", Style.PLAIN),
    NextStepStatus.IN_PROGRESS: ("◔", Style.PLAIN),
    NextStepStatus.DONE: ("✔", Style.DONE),
    NextStepStatus.DROPPED: ("✕", Style.GONE),
}


def health_cell(health: Health, label: str) -> Cell:
    """Return the cell that says the health of a milestone."""
    mark, style = HEALTH[health]
    return Cell(label, style, mark, value=health.value)


def status_cell(status: Status | ChallengeStatus | NextStepStatus) -> Cell:
    """Return the cell that says a status."""
    match status:
        case Status():
            mark, style = STATUS[status]
        case ChallengeStatus():
            mark, style = CHALLENGE[status]
        case NextStepStatus():
            mark, style = NEXT_STEP[status]
    return Cell(status.label, style, mark, value=status.value)
