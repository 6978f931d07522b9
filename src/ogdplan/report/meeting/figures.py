"""Plans beside each other, a row each: those of a report, and those under another plan."""

from collections.abc import Iterable

from ogdplan.progress.health import Health
from ogdplan.progress.plan import Subtotal
from ogdplan.progress.summary import Summary
from ogdplan.report.marks import HEALTH
from ogdplan.report.meeting import entries
from ogdplan.report.meeting.table import Entry, Field, Row, Table
from ogdplan.report.page import EMPTY, Cell, Fit, Gauge
from ogdplan.report.segments import Style
from ogdplan.report.tongue import Tongue


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
    counts, header = summary.milestones, summary.header
    return (
        Entry(plan_id, Cell(plan_id, Style.EMPHASIS)),
        _gauge(counts.completed_percent, summary.elapsed_percent, tongue),
        entries.percent(tongue, summary.elapsed_percent),
        Entry(counts.completed, _of(counts.completed, counts.active, tongue)),
        entries.alarming(tongue, counts.by_health[Health.OVERDUE], Health.OVERDUE),
        entries.alarming(tongue, counts.by_health[Health.DUE_SOON], Health.DUE_SOON),
        entries.number(tongue, summary.challenges.open),
        entries.number(tongue, summary.challenges.unmitigated),
        entries.percent(tongue, summary.evidence.public_percent),
        _last_report(summary, tongue),
        Entry(counts.active),
        Entry(summary.stale),
        Entry(header.country),
        Entry(header.kind.value),
        Entry(header.stage.value),
    )


def _gauge(done: int | None, elapsed: int | None, tongue: Tongue) -> Entry:
    return Entry(done, Cell(tongue.percent(done), gauge=Gauge(done, elapsed)))


def _of(part: int, whole: int, tongue: Tongue) -> Cell:
    if not whole:
        return entries.DASH
    numbers = {"part": tongue.number(part), "whole": tongue.number(whole)}
    return Cell(tongue.say("{part} of {whole}", **numbers))


def _last_report(summary: Summary, tongue: Tongue) -> Entry:
    mark, style = HEALTH[Health.DUE_SOON] if summary.stale else ("", Style.PLAIN)
    if summary.last_report is None:
        return Entry(None, Cell(tongue.say("never"), style, mark))
    words = tongue.day(summary.last_report)
    return Entry(summary.last_report.isoformat(), Cell(words, style, mark))


def _totals(total: Subtotal, tongue: Tongue) -> tuple[Cell, ...]:
    cells = (
        Cell(tongue.count("{n} plan together", "{n} plans together", total.plans)),
        _gauge(total.completed_percent, None, tongue).cell,
        EMPTY,
        _of(total.completed, total.active, tongue),
        entries.alarming(tongue, total.overdue, Health.OVERDUE).cell,
        entries.alarming(tongue, total.due_soon, Health.DUE_SOON).cell,
    )
    return (*cells, *(EMPTY for _ in range(len(_fields(tongue, "plan")) - len(cells))))
