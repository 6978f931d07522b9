"""The whole database of plans."""

from collections.abc import Iterator

from ogdplan.actions.exporting import Export
from ogdplan.report.database.standing import VIEWS, standing_tables
from ogdplan.report.database.tables import OWNER, Source, source_of, tables_of
from ogdplan.workspace.databases import Column, Database, Table

SCHEMA = "ogdplan/database/1"
"""The form of the database."""

_ABOUT = {
    "plans": "one row a plan, as its file says",
    "records": "every record of every plan: to it lead references to several kinds",
    "texts": "every text in each of its languages",
    "metadata": "what this database is",
    "faults": "values of plans with errors that no key allows: they are empty elsewhere",
    "plan_status": "one row a plan, with its figures on the day as_of",
    "commitment_status": "one row a commitment, with its status on the day as_of",
    "milestone_status": "one row a milestone, with status, health, slip and delay on that day",
}


def database(export: Export) -> Database:
    """Return the database of plans: what their files say, how they stand, and what is at fault."""
    source = source_of(export)
    # The faults of references come to light as the rows are made.
    said = (*tables_of(source), *standing_tables(source))
    return Database((_metadata(export), *said, _faults(source)), VIEWS)


def _metadata(export: Export) -> Table:
    unreadable = "\n".join(each.place.shown for each in export.failed)
    rows = [
        ("schema", SCHEMA),
        ("as_of", export.as_of.isoformat()),
        ("plans", str(len(export.plans))),
        ("is_public", "yes" if export.is_public else "no"),
        *((("unreadable", unreadable),) if unreadable else ()),
        *((f"about_{name}", words) for name, words in _ABOUT.items()),
    ]
    columns = (Column("key", is_required=True), Column("value"))
    return Table("metadata", columns, rows, primary=("key",))


def _faults(source: Source) -> Table:
    columns = (
        OWNER,
        Column("kind", is_required=True),
        Column("id"),
        *(Column(name, is_required=True) for name in ("field", "value", "problem")),
    )
    return Table("faults", columns, list(_rows(source)))


def _rows(source: Source) -> Iterator[tuple[str | None, ...]]:
    for names in source.names:
        for each in names.faults:
            yield (each.plan_id, each.kind, each.record, each.field, each.value, each.problem)
