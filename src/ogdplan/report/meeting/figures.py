"""Plans beside each other, a row each: those of a report, and those under another plan."""

from collections.abc import Iterable
from typing import NamedTuple

from ogdplan.progress.health import Health
from ogdplan.progress.plan import Subtotal, subtotal
from ogdplan.progress.summary import Summary
from ogdplan.report.meeting import entries
from ogdplan.report.meeting.table import Entry, Field, Row, Table
from ogdplan.report.page import EMPTY, Cell, Fit
from ogdplan.report.segments import Style
from ogdplan.report.tongue import Tongue


class Standing(NamedTuple):
    """How the milestones of a plan stand, or those of several plans together."""

    completion: Entry
    done: Entry
    overdue: Entry
    due_soon: Entry


def standing(sums: Subtotal, tongue: Tongue, *, elapsed: int | None = None) -> Standing:
    """Return how milestones stand; `elapsed` is the time of the plan that has passed."""
    return Standing(
        entries.completion(tongue, sums.completed_percent, elapsed),
        entries.done_of(tongue, sums.completed, sums.active),
        entries.alarming(tongue, sums.overdue, Health.OVERDUE, of=sums.active),
        entries.alarming(tongue, sums.due_soon, Health.DUE_SOON, of=sums.active),
    )


def plans_table(
    plans: Iterable[tuple[str, Summary]],
    tongue: Tongue,
    *,
    key: str = "plan",
    total: Subtotal | None = None,
) -> Table:
    """Return the figures of plans, a row each in the order given, with their sum if there is one.

    `key` is the name of the column of their ids.
    """
    rows = tuple(_row(plan_id, summary, tongue) for plan_id, summary in plans)
    return Table(_fields(tongue, key), rows, _totals(total, tongue) if total else None)


def _fields(tongue: Tongue, key: str) -> tuple[Field, ...]:
    say = tongue.say
    return (
        Field(key, say("Plan"), fit=Fit.WRAPPED),
        Field("completed_percent", say("Completed")),
        Field("elapsed_percent", say("Time"), "right", 3),
        Field("completed", say("Done"), "right", 1),
        Field("overdue", say("Overdue"), "right", 1),
        Field("due_soon", say("Due soon"), "right", 2),
        Field("open_challenges", say("Open challenges"), "right", 5),
        Field("unmitigated_challenges", say("Not mitigated"), "right", 6),
        Field("evidence_percent", say("Public evidence"), "right", 4),
        Field("last_report", say("Last report"), priority=2),
        Field("active"),
        Field("stale"),
        Field("country"),
        Field("kind"),
        Field("stage"),
    )


def _row(plan_id: str, summary: Summary, tongue: Tongue) -> Row:
    header, elapsed = summary.header, summary.elapsed_percent
    own = standing(subtotal([summary.milestones]), tongue, elapsed=elapsed)
    return (
        Entry(plan_id, Cell(plan_id, Style.EMPHASIS)),
        own.completion,
        entries.percent(tongue, elapsed),
        own.done,
        own.overdue,
        own.due_soon,
        entries.number(tongue, summary.challenges.open),
        entries.number(tongue, summary.challenges.unmitigated),
        entries.percent(tongue, summary.evidence.public_percent),
        entries.last_report(tongue, summary.last_report, stale=summary.stale),
        Entry(summary.milestones.active),
        Entry(summary.stale),
        Entry(header.country),
        Entry(header.kind.value),
        Entry(header.stage.value),
    )


def _totals(total: Subtotal, tongue: Tongue) -> tuple[Cell, ...]:
    sums = standing(total, tongue)
    together = Cell(tongue.count("{n} plan together", "{n} plans together", total.plans))
    found = (sums.completion.cell, EMPTY, sums.done.cell, sums.overdue.cell, sums.due_soon.cell)
    cells = (together, *found)
    return (*cells, *(EMPTY for _ in range(len(_fields(tongue, "plan")) - len(cells))))
