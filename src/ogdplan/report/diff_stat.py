"""How much changed in plans, by kind of change."""

from collections.abc import Iterator, Mapping
from datetime import date

from ogdplan.actions.differences import Comparison, PlanDifference
from ogdplan.compare.counting import count_by_kind
from ogdplan.report import diff
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
        "plans": [
            {"id": plan.place.plan_id, **_counts(count_by_kind(plan.changes))}
            for plan in comparison.plans
        ],
        "total": _counts(count_by_kind(comparison.changes)),
        "unreadable": diff.broken_value(comparison),
    }


def _counts(counts: Mapping[str, int]) -> dict[str, object]:
    return {"changes": sum(counts.values()), "by_kind": dict(counts)}


def _sheet(comparison: Comparison) -> Sheet:
    rows = tuple(_row(plan) for plan in comparison.plans)
    counts = count_by_kind(comparison.changes)
    totals = Cell("All"), Cell(str(sum(counts.values()))), Cell(_words(counts))
    return Sheet(_COLUMNS, rows, totals if len(rows) > 1 else None)


def _row(plan: PlanDifference) -> tuple[Cell, ...]:
    counts = count_by_kind(plan.changes)
    words = "; ".join(filter(None, [_words(counts), *_besides(plan)]))
    return Cell(plan.place.plan_id), Cell(str(sum(counts.values()))), Cell(words)


def _words(counts: Mapping[str, int]) -> str:
    """Return what happened, most important first: `2 completed, 1 deadline moved`."""
    return ", ".join(
        f"{number} {name.replace('-', ' ')}" for name, number in counts.items() if number
    )


def _besides(plan: PlanDifference) -> Iterator[str]:
    yield from (diff.broken_words(each) for each in plan.broken)
    if not plan.changes and not plan.broken:
        yield diff.LAYOUT
