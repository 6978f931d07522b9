"""How plans, commitments and milestones stand, as tables, and the views that show them."""

from collections.abc import Iterator

from ogdplan.actions.exporting import Exported
from ogdplan.progress.health import Health
from ogdplan.progress.milestones import MilestoneProgress
from ogdplan.report.database.names import Names
from ogdplan.report.database.tables import OF_PLAN, OWNER, Source
from ogdplan.workspace.databases import Column, Key, Table, Value, View

_ID = Column("id", is_required=True)

_PLAN = tuple(
    Column(name, "INTEGER")
    for name in (
        *("is_running", "is_over", "is_report_too_old", "elapsed_percent", "completed_percent"),
        *("milestones", "active", "completed", "withdrawn", "overdue", "due_soon"),
        *("commitments", "completed_commitments", "challenges", "open_challenges"),
        *("datasets", "open_datasets"),
    )
)
_COMMITMENT = (
    Column("status", is_required=True),
    Column("is_reported", "INTEGER", is_required=True),
    *(Column(name, "INTEGER") for name in ("completed_percent", "active", "completed")),
)
_MILESTONE = (
    Column("status", is_required=True),
    Column("health", is_required=True),
    Column("lead"),
    *(Column(name, "INTEGER") for name in ("slip_days", "delay_days", "deadline_moves")),
    Column("evidence", is_required=True),
)


def standing_tables(source: Source) -> Iterator[Table]:
    """Yield the tables of figures: one row a plan, a commitment, a milestone."""
    pairs = tuple(zip(source.names, source.export.plans, strict=True))
    yield Table(
        "plan_figures",
        (OWNER, *_PLAN, Column("last_report", "DATE")),
        [(names.plan_id, *_plan(one)) for names, one in pairs],
        primary=("plan",),
        keys=(OF_PLAN,),
    )
    yield _figures(
        "commitments",
        _COMMITMENT,
        [row for names, one in pairs for row in _commitments(names, one)],
    )
    yield _figures(
        "milestones",
        _MILESTONE,
        [row for names, one in pairs for row in _milestones(names, one)],
    )


def _figures(kind: str, columns: tuple[Column, ...], rows: list[tuple[Value, ...]]) -> Table:
    key = ("plan", "id")
    name = f"{kind.removesuffix('s')}_figures"
    searched = (("status",), ("health",)) if kind == "milestones" else (("status",),)
    return Table(name, (OWNER, _ID, *columns), rows, key, (Key(key, kind, key),), searched)


def _plan(one: Exported) -> tuple[Value, ...]:
    found = one.progress
    counts, by_health = found.milestone_counts, found.milestone_counts.by_health
    return (
        *map(int, (found.running, found.over, found.stale)),
        found.elapsed_percent,
        found.completed_percent,
        *(counts.total, counts.active, counts.completed, counts.withdrawn),
        *(by_health[Health.OVERDUE], by_health[Health.DUE_SOON]),
        *(found.commitment_counts.total, found.commitment_counts.completed),
        *(found.challenge_counts.total, found.challenge_counts.open),
        *(found.dataset_counts.total, found.dataset_counts.open),
        found.last_report.isoformat() if found.last_report else None,
    )


def _commitments(names: Names, one: Exported) -> Iterator[tuple[Value, ...]]:
    for each in one.progress.commitments:
        yield (
            names.plan_id,
            names.ids["commitment"][each.index],
            each.status.value,
            int(each.reported),
            each.completed_percent,
            each.active_milestones,
            each.completed_milestones,
        )


def _milestones(names: Names, one: Exported) -> Iterator[tuple[Value, ...]]:
    for each in one.progress.milestones:
        yield (names.plan_id, names.ids["milestone"][each.index], *_milestone(each))


def _milestone(each: MilestoneProgress) -> tuple[Value, ...]:
    return (
        each.status.value,
        each.health.value,
        each.lead,
        each.slip_days,
        each.delay_days,
        len(each.moves),
        each.evidence.value,
    )


_VIEWS = {
    "plan_status": """
SELECT plans.plan, plans.title, plans.country, plans.kind, plans.stage, f.is_running, f.is_over,
  f.is_report_too_old, f.last_report, f.elapsed_percent, f.completed_percent, f.milestones,
  f.active, f.completed, f.withdrawn, f.overdue, f.due_soon, f.commitments,
  f.completed_commitments, f.challenges, f.open_challenges, f.datasets, f.open_datasets,
  metadata.value AS as_of
FROM plans JOIN plan_figures AS f ON f.plan = plans.plan
JOIN metadata ON metadata.key = 'as_of'""",
    "commitment_status": """
SELECT c.plan, c.id, c.number, c.title, c.lead, f.status, f.is_reported, f.completed_percent,
  f.active, f.completed, c."start", c."end", metadata.value AS as_of
FROM commitments AS c JOIN commitment_figures AS f ON f.plan = c.plan AND f.id = c.id
JOIN metadata ON metadata.key = 'as_of'""",
    "milestone_status": """
SELECT m.plan, m.id, m.number, m.title, m."commitment", f.lead, f.status, f.health, m.due,
  m.due_last_day, m.completed, f.slip_days, f.delay_days, f.deadline_moves, f.evidence,
  metadata.value AS as_of
FROM milestones AS m JOIN milestone_figures AS f ON f.plan = m.plan AND f.id = m.id
JOIN metadata ON metadata.key = 'as_of'""",
}

VIEWS = tuple(View(name, query.strip()) for name, query in _VIEWS.items())
"""One row a plan, a commitment, a milestone, with what it is and how it stands."""
