"""The figures of the five measures, for programs."""

from ogdplan.actions.reporting import PlanReport
from ogdplan.report.meeting.table import Entry, Field, Table


def figure_table(plan: PlanReport) -> Table:
    """Return all figures of the measures, a row each."""
    fields = (Field("measure"), Field("figure"), Field("value"))
    rows = (
        (Entry(measure), Entry(figure), Entry(value))
        for measure, each in figures(plan).items()
        for figure, value in each.items()
    )
    return Table(fields, tuple(rows))


def figures(plan: PlanReport) -> dict[str, dict[str, object]]:
    """Return the figures of each measure by name."""
    found, fresh = plan.measures, plan.measures.freshness
    counts = found.completion
    return {
        "completion": {
            "active": counts.active,
            "completed": counts.completed,
            "completed_percent": counts.completed_percent,
            "substantial_or_completed": counts.substantial_or_completed,
            "withdrawn": counts.withdrawn,
            "undated": counts.undated,
            "promised": found.promised,
            "weighted": found.is_weighted,
            "elapsed_percent": plan.progress.elapsed_percent,
        },
        "schedule": found.schedule._asdict(),
        "freshness": {
            "last_report": fresh.last_report.isoformat() if fresh.last_report else None,
            "days": fresh.days,
            "stale": fresh.stale,
        },
        "evidence": {**found.evidence._asdict(), "public_percent": found.evidence.public_percent},
        "independent": {
            **found.independent._asdict(),
            "frameworks": [each.value for each in found.independent.frameworks],
        },
    }
