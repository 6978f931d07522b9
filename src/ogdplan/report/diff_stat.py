"""How much changed in plans, by kind of change."""

from collections.abc import Iterator, Sequence
from datetime import date

from ogdplan.actions.differences import Comparison, PlanDifference
from ogdplan.compare.changes import Change
from ogdplan.compare.counting import count_by_kind, count_events, count_records
from ogdplan.report import diff
from ogdplan.report.events import event_words
from ogdplan.report.moments import moment_value
from ogdplan.report.page import Block, Cell, Column, Fit, Lines, Page, Sheet, said
from ogdplan.report.segments import Style

_COLUMNS = (
    Column("Plan", "plan"),
    Column("Changes", "changes", "right"),
    Column("What happened", "kinds", fit=Fit.WRAPPED),
)


def page(comparison: Comparison) -> Page:
    """Return the counts as a table: a row for each plan, and all together."""
    rest: Block = Lines((said((diff.NOTHING, Style.MUTED)),))
    if comparison.plans:
        rest = _sheet(comparison)
    return Page((diff.title(comparison), rest))


def document(comparison: Comparison, *, as_of: date) -> dict[str, object]:
    """Return the counts as JSON, for each plan and for all together."""
    return {
        "schema": "ogdplan/diff-stat/1",
        "as_of": as_of.isoformat(),
        "from": moment_value(comparison.old),
        "to": moment_value(comparison.new),
        "plans": [{"id": plan.place.plan_id, **_counts([plan])} for plan in comparison.plans],
        "total": _counts(comparison.plans),
        "unreadable": diff.broken_value(comparison),
    }


def _counts(plans: Sequence[PlanDifference]) -> dict[str, object]:
    changes = [each for plan in plans for each in plan.changes]
    number = sum(count_records(plan.changes) for plan in plans)
    return {"changes": number, "by_kind": dict(count_by_kind(changes))}


def _sheet(comparison: Comparison) -> Sheet:
    rows = tuple(_row(plan, comparison) for plan in comparison.plans)
    number = sum(count_records(plan.changes) for plan in comparison.plans)
    totals = Cell("All"), Cell(str(number)), Cell(_words(comparison.changes))
    return Sheet(_COLUMNS, rows, totals if len(rows) > 1 else None)


def _row(plan: PlanDifference, comparison: Comparison) -> tuple[Cell, ...]:
    words = "; ".join(filter(None, [_words(plan.changes), *_besides(plan, comparison)]))
    number = count_records(plan.changes)
    return Cell(plan.place.plan_id), Cell(str(number)), Cell(words)


def _words(changes: Sequence[Change]) -> str:
    """Return what happened, most important first: `2 milestones completed, 1 deadline moved`."""
    return ", ".join(event_words(*what, number) for what, number in count_events(changes).items())


def _besides(plan: PlanDifference, comparison: Comparison) -> Iterator[str]:
    yield from (diff.broken_words(each) for each in plan.broken)
    if not plan.changes and not plan.broken:
        yield diff.LAYOUT
    if plan.is_faulty:
        yield diff.faulty_words(plan, comparison.new)
