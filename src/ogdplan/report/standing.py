"""How one record stands at the date: what its fields alone do not say."""

from collections.abc import Mapping
from dataclasses import dataclass

from ogdplan.model.evidence import Dataset, Indicator
from ogdplan.model.knowledge import Challenge, NextStep
from ogdplan.model.record import Record
from ogdplan.model.work import Commitment, Milestone
from ogdplan.progress.health import health_label
from ogdplan.progress.indicators import latest
from ogdplan.progress.openness import is_open, stars
from ogdplan.progress.plan import Progress
from ogdplan.report.marks import health_cell, status_cell
from ogdplan.report.page import Cell
from ogdplan.report.segments import Style
from ogdplan.report.words import Reader


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing computed of a record: its key and value for programs, its cell for people."""

    key: str
    heading: str
    value: object
    cell: Cell


KEYS: Mapping[str, tuple[str, ...]] = {
    "commitment": (
        "status",
        "reported",
        "completed_milestones",
        "active_milestones",
        "completed_percent",
    ),
    "milestone": ("status", "health", "slip_days", "delay_days", "lead", "evidence"),
    "challenge": ("status", "open", "unmitigated"),
    "next-step": ("status",),
    "dataset": ("open", "stars"),
    "indicator": ("latest", "latest_on"),
}
"""The keys of what is computed of the records of a kind, for a table that may have no rows."""


def figures_of(record: Record, progress: Progress, reader: Reader) -> tuple[Figure, ...]:
    """Return what is computed of a record, () for the kinds of which nothing is."""
    found: tuple[Figure, ...] = ()
    match record:
        case Milestone():
            found = _milestone(record, progress, reader)
        case Commitment():
            found = _commitment(record, progress)
        case Challenge():
            found = _challenge(record, progress)
        case NextStep():
            found = (Figure("status", "Status", record.status.value, status_cell(record.status)),)
        case Dataset():
            found = _dataset(record, progress)
        case Indicator():
            found = _indicator(record, progress)
    return found


def _milestone(record: Milestone, progress: Progress, reader: Reader) -> tuple[Figure, ...]:
    found = progress.milestone(record.id)
    if found is None:
        return ()
    label = health_label(found.health, plan_over=progress.over)
    return (
        Figure("status", "Status", found.status.value, status_cell(found.status)),
        Figure("health", "Health", found.health.value, health_cell(found.health, label)),
        Figure("slip_days", "Slip", found.slip_days, _days(found.slip_days)),
        Figure("delay_days", "Delay", found.delay_days, _days(found.delay_days)),
        Figure("lead", "In charge", found.lead, Cell(reader.institution(found.lead))),
        Figure("evidence", "Evidence", found.evidence.value, Cell(found.evidence.label)),
    )


def _commitment(record: Commitment, progress: Progress) -> tuple[Figure, ...]:
    found = progress.commitment(record.id)
    completed, active = found.completed_milestones, found.active_milestones
    done = Cell(f"{completed} of {active}" if active else "–", value=completed)
    return (
        Figure("status", "Status", found.status.value, status_cell(found.status)),
        Figure("reported", "Reported", found.reported, Cell("yes" if found.reported else "no")),
        Figure("completed_milestones", "Done", completed, done),
        Figure("active_milestones", "Milestones", active, Cell(str(active))),
        Figure(
            "completed_percent",
            "Percent",
            found.completed_percent,
            _percent(found.completed_percent),
        ),
    )


def _challenge(record: Challenge, progress: Progress) -> tuple[Figure, ...]:
    found = progress.challenge(record.id)
    number = len(found.mitigations)
    words = Cell("none", Style.LATE, "▲") if found.unmitigated else Cell(str(number or "–"))
    standing = status_cell(found.status) if found.raised else Cell("Not yet raised", Style.MUTED)
    return (
        Figure("status", "Status", found.status.value, standing),
        Figure("open", "Open", found.is_open, Cell("")),
        Figure("unmitigated", "Mitigations", found.unmitigated, words),
    )


def _dataset(record: Dataset, progress: Progress) -> tuple[Figure, ...]:
    number = stars(record)
    is_open_now = is_open(record, progress.as_of)
    return (
        Figure("open", "Open", is_open_now, Cell("yes" if is_open_now else "no")),
        Figure("stars", "Stars", number, Cell("★" * number or "–", value=number)),
    )


def _indicator(record: Indicator, progress: Progress) -> tuple[Figure, ...]:
    found = latest(progress.plan, record.id, progress.as_of)
    words = f"{found.value} ({found.on.text})" if found else "–"
    return (
        Figure("latest", "Latest", found.value if found else None, Cell(words)),
        Figure("latest_on", "Measured", found.on.text if found else None, Cell("")),
    )


def _days(number: int | None) -> Cell:
    if number is None:
        return Cell("–", Style.MUTED, value="")
    unit = "day" if abs(number) == 1 else "days"
    return Cell(f"{number:+d} {unit}" if number else "0", value=number)


def _percent(number: int | None) -> Cell:
    return Cell("–", Style.MUTED, value="") if number is None else Cell(f"{number} %", value=number)
