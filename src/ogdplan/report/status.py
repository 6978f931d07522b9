"""Where plans stand: one row a plan, agency plans under their national one."""

from collections.abc import Iterator, Sequence
from datetime import date

from ogdplan.actions.survey import Survey
from ogdplan.progress.health import DUE_SOON_DAYS, Health
from ogdplan.progress.kin import in_order
from ogdplan.progress.percentages import percent_of
from ogdplan.progress.plan import Subtotal, subtotal
from ogdplan.progress.summary import Summary
from ogdplan.report.gauges import DONE, NOW
from ogdplan.report.marks import HEALTH
from ogdplan.report.page import EMPTY, Cell, Column, Gauge, Heading, Lines, Page, Sheet, said
from ogdplan.report.plan_figures import PlanRow, plan_document, sheet
from ogdplan.report.segments import Line, Style
from ogdplan.report.unreadable import unread, unreadable_value
from ogdplan.report.view import View
from ogdplan.report.words import counted

COLUMNS = (
    Column("Plan", "plan"),
    Column("Completed", "completed_percent"),
    Column("Time", "elapsed_percent", "right", 3),
    Column("Done", "completed", "right", 1),
    Column("Overdue", "overdue", "right", 1),
    Column("Due\nsoon", "due_soon", "right", 2),
    Column("Open\nchallenges", "open_challenges", "right", 4),
    Column("Not\nmitigated", "unmitigated_challenges", "right", 5),
    Column("Lessons", "lessons", "right", 8),
    Column("Open\nnext steps", "open_next_steps", "right", 7),
    Column("Public\nevidence", "evidence_percent", "right", 6),
    Column("Last report", "last_report", "left", 2),
    Column("Findings", "findings", "right", 9),
)
"""The columns of the table; the last to go on a narrow terminal are the first."""

_DASH = Cell("–", Style.MUTED)
"""What stands for a figure that there is none of."""


def view(survey: Survey, *, as_of: date, language: str | None, only_running: bool) -> View:
    """Return the table of where the plans of a survey stand; of all, or of those running."""
    plans = [
        PlanRow(each.place.plan_id, each.summary, each.counts)
        for each in survey.plans
        if each.summary and (each.summary.running or not only_running)
    ]
    document = {
        "schema": "ogdplan/status/1",
        "as_of": as_of.isoformat(),
        "plans": [plan_document(row, language) for row in plans],
        "unreadable": unreadable_value(survey.failed),
    }
    heading = Heading(f"Where plans stand on {as_of.isoformat()}", 1)
    none = (
        "No plan is adopted and within its period on that day."
        if only_running
        else "No plan could be read."
    )
    nothing = (Lines((said((none, Style.MUTED)),)),)
    table = (Sheet(COLUMNS, tuple(_rows(plans)), _totals(plans)), Lines(LEGEND))
    page = Page((heading, *(table if plans else nothing), *unread(survey.failed)))
    return View(page, document, sheet(plans, language))


def _legend() -> tuple[Line, ...]:
    late, soon = HEALTH[Health.OVERDUE], HEALTH[Health.DUE_SOON]
    done, now = (DONE, Style.DONE), (NOW, Style.EMPHASIS)
    return (
        said(done, " completed, by weight   ", now, " time passed"),
        said(late, " overdue   ", soon, f" due within {DUE_SOON_DAYS} days, or report too old"),
    )


LEGEND = _legend()


def _rows(plans: Sequence[PlanRow]) -> Iterator[tuple[Cell, ...]]:
    """Yield a row a plan, plans under another below it, with their subtotal."""
    for placed in in_order(plans):
        if placed.plan is None:
            yield _subtotal_row(placed.under, placed.depth)
        else:
            yield _row(placed.plan, _indented(placed.plan.plan_id, placed.depth))


def _indented(name: str, depth: int) -> str:
    return f"{'  ' * (depth - 1)}└ {name}" if depth else name


def _row(row: PlanRow, name: str) -> tuple[Cell, ...]:
    summary = row.summary
    milestones = summary.milestones
    return (
        Cell(name, Style.EMPHASIS),
        _gauge(milestones.completed_percent, summary.elapsed_percent),
        _percent(summary.elapsed_percent),
        _of(milestones.completed, milestones.active),
        *_late_and_soon(subtotal([milestones])),
        Cell(str(summary.challenges.open)),
        _unmitigated(summary.challenges.unmitigated),
        Cell(str(summary.lessons)),
        Cell(str(summary.next_steps.open)),
        _percent(summary.evidence.public_percent),
        _last_report(summary),
        _findings(row.findings.error, row.findings.warning),
    )


def _subtotal_row(rows: Sequence[PlanRow], depth: int) -> tuple[Cell, ...]:
    total = subtotal([row.summary.milestones for row in rows])
    name = counted(total.plans, "plan under it", "plans under it")
    cells = [
        Cell(_indented(name, depth), Style.MUTED),
        _gauge(total.completed_percent, None),
        EMPTY,
        _of(total.completed, total.active),
        *_late_and_soon(total),
    ]
    return tuple(cells + [EMPTY] * (len(COLUMNS) - len(cells)))


def _totals(rows: Sequence[PlanRow]) -> tuple[Cell, ...] | None:
    """Return the sums over all plans; none where there is but one."""
    if len(rows) < 2:
        return None
    total = subtotal([row.summary.milestones for row in rows])
    findings = [row.findings for row in rows]
    summaries = [row.summary for row in rows]
    completed = sum(each.evidence.completed for each in summaries)
    public = sum(each.evidence.with_public_evidence for each in summaries)
    return (
        Cell(f"{len(rows)} plans"),
        _gauge(total.completed_percent, None),
        EMPTY,
        _of(total.completed, total.active),
        *_late_and_soon(total),
        Cell(str(sum(each.challenges.open for each in summaries))),
        _unmitigated(sum(each.challenges.unmitigated for each in summaries)),
        Cell(str(sum(each.lessons for each in summaries))),
        Cell(str(sum(each.next_steps.open for each in summaries))),
        _percent(percent_of(public, completed)),
        EMPTY,
        _findings(sum(each.error for each in findings), sum(each.warning for each in findings)),
    )


def _gauge(done: int | None, elapsed: int | None) -> Cell:
    words = "–" if done is None else f"{done} %"
    return Cell(f"{words:>5}", gauge=Gauge(done, elapsed))


def _percent(percent: int | None) -> Cell:
    return _DASH if percent is None else Cell(f"{percent} %")


def _of(part: int, whole: int) -> Cell:
    return Cell(f"{part} of {whole}")


def _late_and_soon(sums: Subtotal) -> tuple[Cell, Cell]:
    """Return how many milestones are overdue and due soon; dashes where there are none at all."""
    if not sums.active:
        return _DASH, _DASH
    return _counted(sums.overdue, Health.OVERDUE), _counted(sums.due_soon, Health.DUE_SOON)


def _counted(number: int, health: Health) -> Cell:
    """Return a count that draws attention when it is not zero."""
    if number == 0:
        return Cell("0", Style.MUTED)
    mark, style = HEALTH[health]
    return Cell(str(number), style, mark)


def _unmitigated(number: int) -> Cell:
    return Cell(str(number), Style.RISK if number else Style.MUTED)


def _last_report(summary: Summary) -> Cell:
    day = summary.last_report.isoformat() if summary.last_report else "never"
    if summary.stale:
        mark, style = HEALTH[Health.DUE_SOON]
        return Cell(day, style, mark)
    return Cell(day, Style.PLAIN if summary.last_report else Style.MUTED)


def _findings(errors: int, warnings: int) -> Cell:
    style = Style.ERROR if errors else Style.PLAIN if warnings else Style.MUTED
    return Cell(str(errors + warnings), style)
